package org.convive.means.use;

import java.time.Instant;
import java.util.List;
import org.convive.calendar.Recurrence;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * Maintenance that comes back.
 *
 * @param unit one unit, or null for all of them
 * @param minutes how long each time lasts
 * @param ended when it was stopped; null while it goes on
 * @param next its times ahead, soonest first
 */
public record MaintenancePlan(
        long id,
        MeansId means,
        @Nullable Long unit,
        String unitName,
        String title,
        Recurrence recurrence,
        int minutes,
        @Nullable Instant ended,
        List<Occurrence> next) {

    /** Whether the time could be had. */
    public enum State {
        /** The units are out of use then. */
        BLOCKED,
        /** Somebody has booked a unit then: what is promised is kept. */
        TAKEN,
        /** Left out. */
        SKIPPED
    }

    /** One time. */
    public record Occurrence(
            TimeSlot slot, State state, @Nullable BookingId booking) {}
}
