package org.convive.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule (RRULE, RFC 5545 §3.3.10) as far as people and their calendars use it: days, weeks, months and
 * years, by weekday, day of the month, month and position. What it does not know (hours, week numbers, days of the
 * year) is refused when read, never guessed.
 *
 * @param interval every how many of them, from 1
 * @param days weekdays, perhaps with their place in the month or year; empty for the day of the start
 * @param monthDays days of the month, negative ones from its end
 * @param positions which of the dates of a period, negative ones from its end
 * @param count how many times in all, the start included; null when not counted
 * @param until the last moment in local time at which it may happen, included; null for no end
 * @param weekStart matters when every second week is meant
 */
public record RepeatRule(
        Frequency frequency,
        int interval,
        List<Weekday> days,
        List<Integer> monthDays,
        List<Integer> months,
        List<Integer> positions,
        @Nullable Integer count,
        @Nullable LocalDateTime until,
        DayOfWeek weekStart) {

    public RepeatRule {
        days = List.copyOf(days);
        monthDays = List.copyOf(monthDays);
        months = List.copyOf(months);
        positions = List.copyOf(positions);
    }

    /** What is repeated. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /** @param place 1 for the first of the month or year, -1 for the last, 0 for each */
    public record Weekday(int place, DayOfWeek day) {
        public static Weekday each(DayOfWeek day) {
            return new Weekday(0, day);
        }

        String written() {
            return (place == 0 ? "" : Integer.toString(place)) + letters(day);
        }
    }

    public static RepeatRule daily(int interval) {
        return plain(Frequency.DAILY, interval, List.of(), List.of());
    }

    /** On some weekdays; on the weekday of the start when none is named. */
    public static RepeatRule weekly(int interval, Set<DayOfWeek> days) {
        return plain(
                Frequency.WEEKLY,
                interval,
                days.stream().sorted().map(Weekday::each).toList(),
                List.of());
    }

    /** On a day of the month; -1 is the last. Months without that day are left out. */
    public static RepeatRule monthlyOnDay(int interval, int dayOfMonth) {
        return plain(Frequency.MONTHLY, interval, List.of(), List.of(dayOfMonth));
    }

    /** On the first, second… (or, with -1, last) of a weekday in the month. */
    public static RepeatRule monthlyOn(int interval, int place, DayOfWeek day) {
        return plain(Frequency.MONTHLY, interval, List.of(new Weekday(place, day)), List.of());
    }

    public static RepeatRule yearly(int interval) {
        return plain(Frequency.YEARLY, interval, List.of(), List.of());
    }

    private static RepeatRule plain(Frequency frequency, int interval, List<Weekday> days, List<Integer> monthDays) {
        return new RepeatRule(frequency, interval, days, monthDays, List.of(), List.of(), null, null, DayOfWeek.MONDAY);
    }

    /** The same, so many times in all. */
    public RepeatRule times(int times) {
        return new RepeatRule(frequency, interval, days, monthDays, months, positions, times, null, weekStart);
    }

    /** The same, for the last time on that day at the latest. */
    public RepeatRule until(LocalDate lastDay) {
        return until(lastDay.atTime(23, 59, 59));
    }

    /** The same, for the last time at that local time at the latest. */
    public RepeatRule until(LocalDateTime last) {
        return new RepeatRule(frequency, interval, days, monthDays, months, positions, null, last, weekStart);
    }

    boolean ends() {
        return count != null || until != null;
    }

    /** The value of an RRULE; UNTIL is in UTC, as it must be beside a DTSTART with a TZID. */
    public String written(ZoneId zone) {
        var text = new StringBuilder("FREQ=").append(frequency);
        if (until != null) {
            text.append(";UNTIL=").append(ContentLines.utc(until.atZone(zone).toInstant()));
        }
        return text.append(rest()).toString();
    }

    /** The value of an RRULE beside a DTSTART with VALUE=DATE: UNTIL is a date too. */
    String writtenForDays() {
        var text = new StringBuilder("FREQ=").append(frequency);
        if (until != null) {
            text.append(";UNTIL=").append(ContentLines.date(until.toLocalDate()));
        }
        return text.append(rest()).toString();
    }

    /** The value of an RRULE whose UNTIL is a local time, for programs that know no zone. */
    String writtenLocally() {
        var text = new StringBuilder("FREQ=").append(frequency);
        if (until != null) {
            text.append(";UNTIL=").append(ContentLines.local(until));
        }
        return text.append(rest()).toString();
    }

    private String rest() {
        var text = new StringBuilder();
        if (count != null) {
            text.append(";COUNT=").append(count);
        }
        if (interval != 1) {
            text.append(";INTERVAL=").append(interval);
        }
        list(text, "BYMONTH", months);
        list(text, "BYMONTHDAY", monthDays);
        list(text, "BYDAY", days.stream().map(Weekday::written).toList());
        list(text, "BYSETPOS", positions);
        // Said even where it is the default of the standard: some programs take their country's.
        if (weekStart != DayOfWeek.MONDAY || (frequency == Frequency.WEEKLY && interval > 1)) {
            text.append(";WKST=").append(letters(weekStart));
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String name, List<?> values) {
        if (!values.isEmpty()) {
            text.append(';')
                    .append(name)
                    .append('=')
                    .append(values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    static String letters(DayOfWeek day) {
        return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }
}
