/** Pages and panes of the minutes. */
@NullMarked
package org.convive.meetings.minutes.ui;

import org.jspecify.annotations.NullMarked;
