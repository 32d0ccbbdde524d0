package org.convive.means.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.convive.means.Means;

/** The day that is proposed to somebody who names none: the first on which most means can still be booked. */
final class UsualDay {
    private static final int LOOK_AHEAD = 21;

    private UsualDay() {}

    /**
     * Notice, opening hours and days of rest count; what is taken does not. Nothing when no day of the next weeks will
     * do.
     */
    static Optional<LocalDate> of(
            List<Means> means, LocalDate first, LocalTime from, LocalTime to, ZoneId zone, Instant now) {
        LocalDate best = null;
        long most = 0;
        for (int i = 0; i < LOOK_AHEAD; i++) {
            LocalDate day = first.plusDays(i);
            Instant start = day.atTime(from).atZone(zone).toInstant();
            Instant end = day.atTime(to).atZone(zone).toInstant();
            long bookable = end.isAfter(start)
                    ? means.stream()
                            .filter(one -> one.rules().allow(start, end, now))
                            .count()
                    : 0;
            if (bookable * 2 >= means.size() && bookable > 0) {
                return Optional.of(day);
            }
            if (bookable > most) {
                most = bookable;
                best = day;
            }
        }
        return Optional.ofNullable(best);
    }
}
