package org.convive.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * When something happens again and again: a start in local time with its zone, a rule, dates left out (EXDATE) and
 * dates added (RDATE), as RFC 5545 §3.8.5 has them. Always in local time: every Tuesday at nine stays at nine when the
 * clocks change. A local time that the clocks skip happens at the offset before the gap, one that they show twice
 * happens the first time (§3.3.5).
 *
 * <p>The start is always the first time, whether or not the rule would name it, and counts.
 *
 * @param start the first time, as the clocks of the zone show it
 * @param excluded starts that do not happen
 * @param added further starts
 */
public record Recurrence(
        LocalDateTime start,
        ZoneId zone,
        RepeatRule rule,
        SortedSet<LocalDateTime> excluded,
        SortedSet<LocalDateTime> added) {

    /** So many times at most are ever listed or counted. */
    public static final int MOST = 1000;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    public Recurrence {
        excluded = Collections.unmodifiableSortedSet(new TreeSet<>(excluded));
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
    }

    public static Recurrence of(LocalDateTime start, ZoneId zone, RepeatRule rule) {
        return new Recurrence(start, zone, rule, new TreeSet<>(), new TreeSet<>());
    }

    /**
     * Reads the value of an RRULE.
     *
     * @throws InvalidInput for the field {@code recurrence}, when it cannot be read or says what we do not support
     */
    public static Recurrence of(LocalDateTime start, ZoneId zone, String rrule) {
        return of(start, zone, RepeatRuleReader.read(rrule, zone));
    }

    /**
     * Reads back what {@link #stored} wrote.
     *
     * @throws InvalidInput for the field {@code recurrence}
     */
    public static Recurrence stored(LocalDateTime start, ZoneId zone, String text) {
        String[] lines = text.split("\n", -1);
        Recurrence recurrence = of(start, zone, lines[0].replaceFirst("^RRULE:", ""));
        for (int i = 1; i < lines.length; i++) {
            String[] sides = lines[i].split(":", 2);
            if (sides.length != 2) {
                throw RepeatRuleReader.unreadable();
            }
            List<LocalDateTime> dates = locals(sides[1]);
            recurrence = switch (sides[0]) {
                case "EXDATE" -> recurrence.without(dates);
                case "RDATE" -> recurrence.with(dates);
                default -> throw RepeatRuleReader.unreadable();
            };
        }
        return recurrence;
    }

    private static List<LocalDateTime> locals(String list) {
        try {
            return Arrays.stream(list.split(",", -1))
                    .map(one -> LocalDateTime.parse(one, LOCAL))
                    .toList();
        } catch (DateTimeParseException e) {
            throw RepeatRuleReader.unreadable();
        }
    }

    /** For one column of the database: the rule, and the dates left out and added in local time; not the start. */
    public String stored() {
        var text = new StringBuilder("RRULE:").append(rule.written(zone));
        if (!excluded.isEmpty()) {
            text.append("\nEXDATE:").append(locals(excluded));
        }
        if (!added.isEmpty()) {
            text.append("\nRDATE:").append(locals(added));
        }
        return text.toString();
    }

    private static String locals(Collection<LocalDateTime> dates) {
        return dates.stream().map(LOCAL::format).collect(Collectors.joining(","));
    }

    /** The same without some of its times. */
    public Recurrence without(Collection<LocalDateTime> starts) {
        var all = new TreeSet<>(excluded);
        all.addAll(starts);
        return new Recurrence(start, zone, rule, all, added);
    }

    /** The same with further times. */
    public Recurrence with(Collection<LocalDateTime> starts) {
        var all = new TreeSet<>(added);
        all.addAll(starts);
        return new Recurrence(start, zone, rule, excluded, all);
    }

    /** The same, but nothing from this local time on. */
    public Recurrence before(LocalDateTime end) {
        return new Recurrence(start, zone, rule.until(end.minusSeconds(1)), excluded.headSet(end), added.headSet(end));
    }

    /**
     * Checks what a person typed: it must end, happen more than once, and not too often.
     *
     * @param most how many times at most this feature allows
     * @throws InvalidInput for the field {@code recurrence}
     */
    public void requireSound(int most) {
        LocalDateTime until = rule.until();
        int times = starts(most + 1).size();
        InvalidInput.check()
                .that(rule.ends(), "recurrence", Message.of("calendar.repeat.error.endless"))
                .that(
                        until == null || !until.isBefore(start),
                        "recurrence",
                        Message.of("calendar.repeat.error.ends-before-start"))
                .that(times > 1, "recurrence", Message.of("calendar.repeat.error.once"))
                .that(times <= most, "recurrence", Message.of("calendar.repeat.error.too-many", most))
                .orThrow();
    }

    /** The first starts, as the clocks show them; at most so many, and never more than {@link #MOST}. */
    public List<LocalDateTime> starts(int most) {
        return starts(null, null, most);
    }

    /** The starts from one moment (included) to another (excluded), at most so many. */
    public List<Instant> between(Instant from, Instant to, int most) {
        return starts(from, to, most).stream().map(this::moment).toList();
    }

    /** The times, each of this length, that touch a window; at most so many. */
    public List<TimeSlot> slots(Duration length, Instant from, Instant to, int most) {
        return between(from.minus(length).plusSeconds(1), to, most).stream()
                .map(begin -> new TimeSlot(begin, begin.plus(length)))
                .toList();
    }

    /** Whether something begins at this local time. */
    public boolean hasStart(LocalDateTime local) {
        Instant at = moment(local);
        return starts(at, at.plusSeconds(1), MOST).contains(local);
    }

    /** The moment of a local time, as the standard says. */
    public Instant moment(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private List<LocalDateTime> starts(@Nullable Instant from, @Nullable Instant to, int most) {
        int limit = Math.min(most, MOST);
        LocalDate day = from == null || rule.count() != null
                ? start.toLocalDate()
                : LocalDate.ofInstant(from, zone).minusDays(2);
        var found = new ArrayList<LocalDateTime>();
        var extra = new TreeSet<>(added);
        extra.add(start);
        Integer count = rule.count();
        int counted = 1;
        var dates = new RepeatDates(rule, start.toLocalDate(), day);
        while (dates.hasNext() && found.size() < limit && (count == null || counted < count)) {
            LocalDateTime next = dates.next().atTime(start.toLocalTime());
            if (!next.isAfter(start)) {
                continue;
            }
            if (rule.until() != null && next.isAfter(rule.until())) {
                break;
            }
            while (!extra.isEmpty() && extra.first().isBefore(next)) {
                take(found, Objects.requireNonNull(extra.pollFirst()), from, to);
            }
            if (to != null && !moment(next).isBefore(to)) {
                break;
            }
            counted++;
            extra.remove(next);
            take(found, next, from, to);
        }
        extra.forEach(last -> take(found, last, from, to));
        return List.copyOf(found.size() > limit ? found.subList(0, limit) : found);
    }

    private void take(List<LocalDateTime> found, LocalDateTime local, @Nullable Instant from, @Nullable Instant to) {
        Instant at = moment(local);
        boolean inside = (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        if (inside && !excluded.contains(local)) {
            found.add(local);
        }
    }
}
