package org.convive.means;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Quarters of the calendar year. */
final class Quarter {
    private Quarter() {}

    /** The first day of the quarter that a day lies in. */
    static LocalDate of(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    static Instant start(LocalDate firstDay, ZoneId zone) {
        return firstDay.atStartOfDay(zone).toInstant();
    }
}
