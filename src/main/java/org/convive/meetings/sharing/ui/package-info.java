/** Panes of the bring-list and of the cars. */
@NullMarked
package org.convive.meetings.sharing.ui;

import org.jspecify.annotations.NullMarked;
