/** Calendars from elsewhere: read safely, previewed, and kept as one's own busy times. */
@NullMarked
@NamedInterface("busy")
package org.convive.calendar.busy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
