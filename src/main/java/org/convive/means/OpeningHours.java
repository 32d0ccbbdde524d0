package org.convive.means;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.shared.TimeSlot;

/** When a means can be used, week after week, in its own local time. A day that is missing is closed. */
public record OpeningHours(Map<DayOfWeek, List<Span>> days) {
    /** Day and night. */
    public static final OpeningHours ALWAYS = daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, DayOfWeek.values());

    /** A part of a day; closing at midnight means the end of the day. */
    public record Span(LocalTime opens, LocalTime closes) {
        boolean isForward() {
            return closes.equals(LocalTime.MIDNIGHT) || closes.isAfter(opens);
        }

        boolean isWholeDay() {
            return opens.equals(LocalTime.MIDNIGHT) && closes.equals(LocalTime.MIDNIGHT);
        }
    }

    public OpeningHours {
        var sorted = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                sorted.put(
                        day,
                        spans.stream().sorted(Comparator.comparing(Span::opens)).toList());
            }
        });
        days = sorted;
    }

    public static OpeningHours daily(LocalTime opens, LocalTime closes, DayOfWeek... on) {
        return new OpeningHours(Arrays.stream(on)
                .collect(Collectors.toMap(day -> day, day -> List.of(new Span(opens, closes)))));
    }

    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Whether every part of a day goes forward and no two of them overlap. */
    public boolean isSound() {
        return days.values().stream().allMatch(OpeningHours::isSound);
    }

    static boolean isSound(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            if (!spans.get(i).isForward()) {
                return false;
            }
            if (i > 0) {
                LocalTime before = spans.get(i - 1).closes();
                if (before.equals(LocalTime.MIDNIGHT)
                        || before.isAfter(spans.get(i).opens())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether it is open all through the period; nights between two whole days count as open. */
    public boolean covers(Instant from, Instant to, ZoneId zone) {
        return covers(from, to, zone, Closures.NONE);
    }

    /** The same, with the days that are not like every week's. */
    boolean covers(Instant from, Instant to, ZoneId zone, Closures closures) {
        return isAlways() && closures.isNone()
                || periods(from, to, zone, closures).stream()
                        .anyMatch(
                                open -> !open.from().isAfter(from) && !open.to().isBefore(to));
    }

    /** The open periods that touch the window, joined where one ends as the next begins. */
    public List<TimeSlot> periods(Instant from, Instant to, ZoneId zone) {
        return periods(from, to, zone, Closures.NONE);
    }

    /** The same, with the days that are not like every week's. */
    List<TimeSlot> periods(Instant from, Instant to, ZoneId zone, Closures closures) {
        var periods = new ArrayList<TimeSlot>();
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : closures.of(day).orElse(days.getOrDefault(day.getDayOfWeek(), List.of()))) {
                append(periods, day, span, zone);
            }
        }
        return periods;
    }

    private static void append(List<TimeSlot> periods, LocalDate day, Span span, ZoneId zone) {
        Instant opens = day.atTime(span.opens()).atZone(zone).toInstant();
        Instant closes = span.closes().equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(span.closes()).atZone(zone).toInstant();
        if (!closes.isAfter(opens)) {
            return; // the hour that daylight saving skips
        }
        if (!periods.isEmpty() && periods.getLast().to().equals(opens)) {
            periods.set(periods.size() - 1, new TimeSlot(periods.getLast().from(), closes));
        } else {
            periods.add(new TimeSlot(opens, closes));
        }
    }

    /** As the database keeps it: {@code 1=08:00-12:00,13:30-18:00;2=…}; nothing at all for day and night. */
    public String write() {
        if (isAlways()) {
            return "";
        }
        if (days.isEmpty()) {
            return "-";
        }
        return days.entrySet().stream()
                .map(day -> day.getKey().getValue() + "="
                        + day.getValue().stream()
                                .map(span -> span.opens() + "-" + span.closes())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    public static OpeningHours read(String text) {
        if (text.isEmpty()) {
            return ALWAYS;
        }
        var days = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (String day : text.equals("-") ? new String[0] : text.split(";", -1)) {
            days.put(DayOfWeek.of(Integer.parseInt(day.substring(0, 1))), spans(day.substring(2)));
        }
        return new OpeningHours(days);
    }

    /** {@code 08:00-12:00,13:30-18:00} */
    static List<Span> spans(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(span -> new Span(LocalTime.parse(span.substring(0, 5)), LocalTime.parse(span.substring(6))))
                .toList();
    }
}
