/** Panes of introductions, of the pulse and of what a meeting led to. */
@NullMarked
package org.convive.meetings.encounters.ui;

import org.jspecify.annotations.NullMarked;
