/** The door of a meeting, and the page that a guest opens there. */
@NullMarked
package org.convive.meetings.day.ui;

import org.jspecify.annotations.NullMarked;
