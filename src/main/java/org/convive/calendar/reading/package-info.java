/** Reads calendars that others wrote: tolerant of their habits, strict about size, and it never guesses. */
@NullMarked
package org.convive.calendar.reading;

import org.jspecify.annotations.NullMarked;
