package org.convive.calendar.busy;

import java.time.Instant;
import org.convive.calendar.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * An event of somebody else's calendar that can be used here.
 *
 * @param from the first time that is not over
 * @param recurrence when it happens again
 * @param busy whether it takes time
 */
public record ImportedEvent(
        String title,
        String place,
        String description,
        Instant from,
        Instant to,
        boolean wholeDay,
        @Nullable Recurrence recurrence,
        boolean busy) {}
