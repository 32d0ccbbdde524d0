/** Pages and panes of the agenda and the topics. */
@NullMarked
package org.convive.meetings.agenda.ui;

import org.jspecify.annotations.NullMarked;
