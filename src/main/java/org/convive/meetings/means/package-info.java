/** Shared means that are booked, moved and given back with a meeting. */
@NullMarked
@NamedInterface("means")
package org.convive.meetings.means;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
