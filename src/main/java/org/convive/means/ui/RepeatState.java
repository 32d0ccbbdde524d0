package org.convive.means.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convive.calendar.Recurrence;
import org.convive.calendar.RepeatRule;
import org.convive.calendar.RepeatRule.Frequency;
import org.convive.identity.Actor;
import org.convive.means.BookingRequest;
import org.jspecify.annotations.Nullable;

/**
 * A series as its address says it: the first time, how it repeats, and the answers given to single times.
 *
 * @param days on which weekdays of a week, the first time's among them; empty for that alone
 * @param until the last day; does not matter where {@code times} is said
 * @param times after how many times it ends; null for a last day
 * @param skipped starts that shall not be booked
 * @param swapped by start: what shall be booked instead
 */
record RepeatState(
        BookingRequest first,
        Frequency frequency,
        int every,
        Set<DayOfWeek> days,
        LocalDate until,
        @Nullable Integer times,
        Set<Instant> skipped,
        Map<Instant, BookingRequest> swapped) {
    private static final int WEEKS = 8;
    private static final int MOST_EVERY = 30;
    static final int MOST_TIMES = 99;

    /** The way there from one booking. */
    static String address(Actor actor, BookingRequest first) {
        return MeansPath.repeat(actor, first.means()) + "?first=" + PlanItems.written(first);
    }

    /** @param usual the first time where the address names none that can be read */
    static RepeatState of(BookingRequest usual, QueryParameters query, ZoneId zone) {
        BookingRequest one = query.getSingleParameter("first")
                .flatMap(RepeatState::item)
                .filter(named ->
                        named.means().equals(usual.means()) && named.to().isAfter(named.from()))
                .orElse(usual);
        var skipped = new TreeSet<Instant>();
        query.getParameters()
                .getOrDefault("skip", List.of())
                .forEach(text -> moment(text).ifPresent(skipped::add));
        var swapped = new LinkedHashMap<Instant, BookingRequest>();
        query.getParameters().getOrDefault("swap", List.of()).forEach(text -> {
            String[] sides = text.split("~", 2);
            if (sides.length == 2) {
                moment(sides[0]).ifPresent(start -> item(sides[1]).ifPresent(other -> swapped.put(start, other)));
            }
        });
        return new RepeatState(
                one,
                query.getSingleParameter("each").flatMap(RepeatState::frequency).orElse(Frequency.WEEKLY),
                query.getSingleParameter("every")
                        .filter(text -> text.matches("[0-9]{1,2}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= 1 && number <= MOST_EVERY)
                        .orElse(1),
                query.getSingleParameter("on")
                        .filter(text -> text.matches("[1-7](,[1-7]){0,6}"))
                        .map(RepeatState::days)
                        .orElse(Set.of()),
                query.getSingleParameter("until")
                        .flatMap(RepeatState::day)
                        .orElse(one.from().atZone(zone).toLocalDate().plusWeeks(WEEKS)),
                query.getSingleParameter("times")
                        .filter(text -> text.matches("[1-9][0-9]?"))
                        .map(Integer::valueOf)
                        .orElse(null),
                skipped,
                swapped);
    }

    private static Optional<BookingRequest> item(String text) {
        List<BookingRequest> one =
                PlanItems.of(new QueryParameters(Map.of("item", List.of(text)))).lines();
        return one.stream().findFirst();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String number : text.split(",", -1)) {
            days.add(DayOfWeek.of(Integer.parseInt(number)));
        }
        return days;
    }

    private static Optional<Frequency> frequency(String text) {
        for (Frequency one : Frequency.values()) {
            if (one.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    QueryParameters query() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("first", List.of(PlanItems.written(first)));
        all.put("each", List.of(frequency.name().toLowerCase(Locale.ROOT)));
        all.put("every", List.of(String.valueOf(every)));
        if (!days.isEmpty()) {
            all.put(
                    "on",
                    List.of(days.stream()
                            .sorted()
                            .map(day -> String.valueOf(day.getValue()))
                            .collect(Collectors.joining(","))));
        }
        all.put("until", List.of(until.toString()));
        if (times != null) {
            all.put("times", List.of(times.toString()));
        }
        if (!skipped.isEmpty()) {
            all.put("skip", skipped.stream().map(Instant::toString).toList());
        }
        if (!swapped.isEmpty()) {
            all.put(
                    "swap",
                    swapped.entrySet().stream()
                            .map(one -> one.getKey() + "~" + PlanItems.written(one.getValue()))
                            .toList());
        }
        return new QueryParameters(all);
    }

    Recurrence recurrence(ZoneId zone) {
        var start = first.from().atZone(zone).toLocalDateTime();
        RepeatRule rule = switch (frequency) {
            case DAILY -> RepeatRule.daily(every);
            case WEEKLY -> RepeatRule.weekly(every, weekdays(zone));
            case MONTHLY -> RepeatRule.monthlyOnDay(every, start.getDayOfMonth());
            case YEARLY -> RepeatRule.yearly(every);
        };
        return Recurrence.of(start, zone, times == null ? rule.until(until) : rule.times(times));
    }

    /** On which weekdays a week has it: the first time's always, since a rule and its start must agree. */
    Set<DayOfWeek> weekdays(ZoneId zone) {
        var all = EnumSet.of(first.from().atZone(zone).getDayOfWeek());
        all.addAll(days);
        return all;
    }

    Duration length() {
        return Duration.between(first.from(), first.to());
    }

    /** With another first time; answers were for other times. */
    RepeatState startingAt(ZonedDateTime start, ZonedDateTime end) {
        LocalDate day = start.toLocalDate();
        var request = new BookingRequest(
                        first.means(), start.toInstant(), end.toInstant(), first.units(), first.purpose(), null)
                .on(first.unit());
        var others = EnumSet.noneOf(DayOfWeek.class);
        others.addAll(days);
        if (!others.isEmpty()) {
            others.remove(first.from().atZone(start.getZone()).getDayOfWeek());
            others.add(day.getDayOfWeek());
        }
        return new RepeatState(
                request,
                frequency,
                every,
                others,
                until.isAfter(day) ? until : day.plusWeeks(WEEKS),
                times,
                Set.of(),
                Map.of());
    }

    /** On that unit, or on whichever is free; the answers given before are for other conflicts. */
    RepeatState on(@Nullable Long unit) {
        return new RepeatState(first.on(unit), frequency, every, days, until, times, skipped, Map.of());
    }

    /** The times with the answers given: without what is skipped, with what is booked instead. */
    List<Occurrence> answered(List<BookingRequest> times) {
        var all = new ArrayList<Occurrence>();
        for (BookingRequest time : times) {
            BookingRequest other = swapped.get(time.from());
            all.add(new Occurrence(time, other == null ? time : other, skipped.contains(time.from())));
        }
        return all;
    }

    /** One time of the series, what shall be booked for it, and whether it is left out. */
    record Occurrence(BookingRequest time, BookingRequest booked, boolean skipped) {}

    RepeatState repeating(Frequency each, int number) {
        return new RepeatState(first, each, number, days, until, times, Set.of(), Map.of());
    }

    /** On these weekdays. */
    RepeatState onDays(Set<DayOfWeek> some) {
        return new RepeatState(first, frequency, every, some, until, times, Set.of(), Map.of());
    }

    RepeatState endingOn(LocalDate last) {
        return new RepeatState(first, frequency, every, days, last, null, Set.of(), Map.of());
    }

    RepeatState endingAfter(int number) {
        return new RepeatState(first, frequency, every, days, until, number, Set.of(), Map.of());
    }

    RepeatState skip(Instant start, boolean skip) {
        var all = new TreeSet<>(skipped);
        if (skip) {
            all.add(start);
        } else {
            all.remove(start);
        }
        return new RepeatState(first, frequency, every, days, until, times, all, swapped);
    }

    RepeatState swap(Instant start, BookingRequest other) {
        var all = new LinkedHashMap<>(swapped);
        all.put(start, other);
        return new RepeatState(first, frequency, every, days, until, times, skipped, all);
    }
}
