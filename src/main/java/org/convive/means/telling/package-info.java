/** Telling people about means and bookings: who is told, booking mails with their calendar part, reminders, feeds. */
@NullMarked
@NamedInterface("telling")
package org.convive.means.telling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
