package org.convive.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.calendar.RepeatRule.Frequency;
import org.convive.calendar.RepeatRule.Weekday;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** Reads the value of an RRULE. Everything that it does not understand is an error with a sentence. */
final class RepeatRuleReader {
    private static final String FIELD = "recurrence";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

    private final Map<String, String> parts = new HashMap<>();
    private final ZoneId zone;

    private RepeatRuleReader(String rule, ZoneId zone) {
        this.zone = zone;
        for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length != 2 || sides[1].isEmpty() || parts.putIfAbsent(sides[0], sides[1]) != null) {
                throw unreadable();
            }
        }
    }

    /** @throws InvalidInput for the field {@code recurrence} */
    static RepeatRule read(String rule, ZoneId zone) {
        if (rule.length() > 1000) {
            throw unreadable();
        }
        return new RepeatRuleReader(rule, zone).read();
    }

    private RepeatRule read() {
        Frequency frequency = frequency();
        int interval = number(parts.getOrDefault("INTERVAL", "1"), n -> n >= 1 && n <= 999, "interval");
        String times = parts.get("COUNT");
        Integer count = times == null ? null : number(times, n -> n >= 1 && n <= Recurrence.MOST, "count");
        LocalDateTime until = until();
        if (count != null && until != null) {
            throw unreadable();
        }
        List<Weekday> days = list("BYDAY").stream().map(this::weekday).toList();
        List<Integer> monthDays = numbers("BYMONTHDAY", 31);
        boolean placed = days.stream().anyMatch(day -> day.place() != 0);
        if ((placed && (frequency == Frequency.DAILY || frequency == Frequency.WEEKLY))
                || (!monthDays.isEmpty() && frequency == Frequency.WEEKLY)) {
            throw unreadable();
        }
        var rule = new RepeatRule(
                frequency,
                interval,
                days,
                monthDays,
                numbers("BYMONTH", 12).stream().filter(month -> month > 0).toList(),
                numbers("BYSETPOS", 366),
                count,
                until,
                parts.containsKey("WKST")
                        ? weekday(parts.getOrDefault("WKST", "")).day()
                        : DayOfWeek.MONDAY);
        for (String name : parts.keySet()) {
            if (!List.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")
                    .contains(name)) {
                throw unsupported(name);
            }
        }
        return rule;
    }

    private Frequency frequency() {
        String name = parts.getOrDefault("FREQ", "");
        return switch (name) {
            case "DAILY", "WEEKLY", "MONTHLY", "YEARLY" -> Frequency.valueOf(name);
            case "HOURLY", "MINUTELY", "SECONDLY" ->
                throw new InvalidInput(FIELD, Message.of("calendar.repeat.error.too-often"));
            default -> throw unreadable();
        };
    }

    private @Nullable LocalDateTime until() {
        String until = parts.get("UNTIL");
        if (until == null) {
            return null;
        }
        try {
            if (until.length() == 8) {
                return LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE).atTime(23, 59, 59);
            }
            if (until.endsWith("Z")) {
                return LocalDateTime.parse(until.substring(0, until.length() - 1), MOMENT)
                        .atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(zone)
                        .toLocalDateTime();
            }
            return LocalDateTime.parse(until, MOMENT);
        } catch (DateTimeParseException e) {
            throw unreadable();
        }
    }

    private List<String> list(String name) {
        String value = parts.get(name);
        return value == null ? List.of() : Arrays.asList(value.split(",", -1));
    }

    private List<Integer> numbers(String name, int most) {
        return list(name).stream()
                .map(value -> number(value, n -> n != 0 && Math.abs(n) <= most, "unreadable"))
                .toList();
    }

    private Weekday weekday(String text) {
        Matcher matcher = WEEKDAY.matcher(text);
        if (!matcher.matches()) {
            throw unreadable();
        }
        String place = matcher.group(1);
        DayOfWeek day = Arrays.stream(DayOfWeek.values())
                .filter(one -> RepeatRule.letters(one).equals(matcher.group(2)))
                .findFirst()
                .orElseThrow(RepeatRuleReader::unreadable);
        return new Weekday(place == null ? 0 : number(place, n -> n != 0 && Math.abs(n) <= 53, "unreadable"), day);
    }

    private static int number(String text, IntPredicate allowed, String complaint) {
        try {
            int number = Integer.parseInt(text);
            if (allowed.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unreadable();
        }
        throw new InvalidInput(FIELD, Message.of("calendar.repeat.error." + complaint));
    }

    static InvalidInput unreadable() {
        return new InvalidInput(FIELD, Message.of("calendar.repeat.error.unreadable"));
    }

    private static InvalidInput unsupported(String part) {
        return new InvalidInput(FIELD, Message.of("calendar.repeat.error.unsupported", part));
    }
}
