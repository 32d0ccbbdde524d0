/** Shared means that are booked, moved and given back with a meeting. */
@NullMarked
package org.convive.meetings.means;

import org.jspecify.annotations.NullMarked;
