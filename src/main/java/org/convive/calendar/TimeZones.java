package org.convive.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a short VTIMEZONE: the rules in force, no history. */
final class TimeZones {
    private TimeZones() {}

    static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    /** The rules of a zone that hold for events from the first to the last moment. */
    static void write(ContentLines lines, ZoneId zone, Instant first, Instant last) {
        if (isUtc(zone)) {
            return;
        }
        ZoneRules rules = zone.getRules();
        int year = LocalDateTime.ofInstant(first, zone).getYear() - 1;
        lines.begin("VTIMEZONE").line("TZID", zone.getId());
        List<ZoneOffsetTransitionRule> yearly = rules.getTransitionRules();
        if (!yearly.isEmpty()
                && yearly.stream().allMatch(rule -> recurrence(rule, year).isPresent())) {
            yearly.forEach(rule -> observance(lines, rules, rule.createTransition(year), recurrence(rule, year)));
        } else {
            singly(lines, rules, first, last);
        }
        lines.end("VTIMEZONE");
    }

    /** Zones without yearly rules: the offset at the start, and each change until the end. */
    private static void singly(ContentLines lines, ZoneRules rules, Instant first, Instant last) {
        Instant begin = first.minus(Duration.ofDays(1));
        ZoneOffset offset = rules.getOffset(begin);
        lines.begin("STANDARD")
                .line("DTSTART", ContentLines.local(LocalDateTime.ofInstant(begin, offset)))
                .line("TZOFFSETFROM", offset(offset))
                .line("TZOFFSETTO", offset(offset))
                .end("STANDARD");
        ZoneOffsetTransition next = rules.nextTransition(begin);
        while (next != null && !next.getInstant().isAfter(last)) {
            observance(lines, rules, next, Optional.empty());
            next = rules.nextTransition(next.getInstant());
        }
    }

    private static void observance(
            ContentLines lines, ZoneRules rules, ZoneOffsetTransition change, Optional<String> recurrence) {
        String kind = rules.isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD";
        lines.begin(kind).line("DTSTART", ContentLines.local(change.getDateTimeBefore()));
        recurrence.ifPresent(rule -> lines.line("RRULE", rule));
        lines.line("TZOFFSETFROM", offset(change.getOffsetBefore()))
                .line("TZOFFSETTO", offset(change.getOffsetAfter()))
                .end(kind);
    }

    /** The yearly recurrence, when it can be said in local time. */
    private static Optional<String> recurrence(ZoneOffsetTransitionRule rule, int year) {
        DayOfWeek weekday = rule.getDayOfWeek();
        LocalDate day = rule.createTransition(year).getDateTimeBefore().toLocalDate();
        if (weekday == null || day.getDayOfWeek() != weekday || day.getMonth() != rule.getMonth()) {
            return Optional.empty();
        }
        String start = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        String name = weekday.name().substring(0, 2).toUpperCase(Locale.ROOT);
        int indicator = rule.getDayOfMonthIndicator();
        boolean last = indicator == -1 || indicator + 6 == rule.getMonth().minLength();
        if (last && day.equals(day.with(TemporalAdjusters.lastInMonth(weekday)))) {
            return Optional.of(start + ";BYDAY=-1" + name);
        }
        if (indicator >= 1 && indicator % 7 == 1) {
            return Optional.of(start + ";BYDAY=" + (indicator / 7 + 1) + name);
        }
        if (indicator >= 1 && indicator <= 22) {
            String days = IntStream.range(indicator, indicator + 7)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(","));
            return Optional.of(start + ";BYMONTHDAY=" + days + ";BYDAY=" + name);
        }
        return Optional.empty();
    }

    private static String offset(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        int absolute = Math.abs(seconds);
        String text =
                String.format(Locale.ROOT, "%s%02d%02d", seconds < 0 ? "-" : "+", absolute / 3600, absolute / 60 % 60);
        return absolute % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", absolute % 60);
    }
}
