package org.convive.meetings.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A date to ask about.
 *
 * @param from null when not said: refused with a sentence
 * @param wholeDays from the first midnight to the last; the hours are said when it is chosen
 * @param capacity how many may say yes; null for no limit
 */
public record OptionDraft(
        @Nullable Instant from,
        @Nullable Instant to,
        boolean wholeDays,
        @Nullable Integer capacity) {

    public static OptionDraft at(Instant from, Instant to) {
        return new OptionDraft(from, to, false, null);
    }

    /** A day, or several with the last one included. */
    public static OptionDraft days(LocalDate first, LocalDate last, ZoneId zone) {
        return new OptionDraft(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                true,
                null);
    }
}
