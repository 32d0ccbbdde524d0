package org.convive.calendar.busy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calendar from elsewhere whose times a person keeps here as busy, for their own eyes.
 *
 * @param link where it is read from again and again; null for a file
 * @param events how many times are known
 * @param read when it was last read
 * @param trouble why it could not be read lately: a translation key; empty when all is well
 */
public record BusyCalendar(long id, String name, @Nullable String link, int events, Instant read, String trouble) {}
