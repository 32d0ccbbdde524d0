package org.convive.newsletter.series;

import java.time.LocalDate;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * When a cluster's letters are due.
 *
 * @param active whether anybody is reminded
 * @param monthDay on which day of each month, 1 to 28
 * @param remindDays how many days before it the animators are reminded, 0 to 21
 * @param callDays how many days before it the members are asked for news, 0 to 28; 0 for never
 * @param beganOn when the rhythm was chosen: nothing is due before
 * @param skippedFor a due day that was skipped because nothing had happened
 */
public record Rhythm(
        boolean active,
        int monthDay,
        int remindDays,
        int callDays,
        LocalDate beganOn,
        @Nullable LocalDate skippedFor,
        @Nullable LocalDate remindedFor,
        @Nullable LocalDate calledFor,
        int version) {
    /** A letter less than so many days before a due day is the letter of that day. */
    private static final int SAME_LETTER = 14;

    /** What a cluster has that never chose. */
    public static Rhythm none(LocalDate today) {
        return new Rhythm(false, 1, 5, 12, today, null, null, null, 0);
    }

    void requireValid() {
        InvalidInput.check()
                .that(monthDay >= 1 && monthDay <= 28, "monthDay", Message.of("newsletter.error.month-day"))
                .that(remindDays >= 0 && remindDays <= 21, "remindDays", Message.of("newsletter.error.remind-days"))
                .that(callDays >= 0 && callDays <= 28, "callDays", Message.of("newsletter.error.call-days"))
                .orThrow();
    }

    /** The day for which the next letter is due, given the day of the last one. */
    public LocalDate due(@Nullable LocalDate lastLetter) {
        LocalDate from = beganOn;
        if (lastLetter != null && lastLetter.plusDays(SAME_LETTER).isAfter(from)) {
            from = lastLetter.plusDays(SAME_LETTER);
        }
        if (skippedFor != null && !skippedFor.isBefore(from)) {
            from = skippedFor.plusDays(1);
        }
        LocalDate day = from.withDayOfMonth(monthDay);
        return day.isBefore(from) ? day.plusMonths(1) : day;
    }

    /** Whether the animators are to be reminded today of the letter of this day. */
    boolean reminds(LocalDate due, LocalDate today) {
        return active && !today.isBefore(due.minusDays(remindDays)) && !due.equals(remindedFor);
    }

    /** Whether the members are to be asked today for the letter of this day. */
    boolean calls(LocalDate due, LocalDate today) {
        return active
                && callDays > 0
                && !today.isBefore(due.minusDays(callDays))
                && today.isBefore(due)
                && !due.equals(calledFor);
    }
}
