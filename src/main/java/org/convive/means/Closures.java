package org.convive.means;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.means.OpeningHours.Span;
import org.convive.shared.Holidays;

/**
 * When the week's opening hours do not hold: public holidays, and days that the owner names.
 *
 * @param holidays the country or region whose public holidays are closed, as jollyday names it ({@code fr},
 *     {@code fr-mo}); empty when holidays are days like others
 * @param exceptions in order of their first day
 */
public record Closures(String holidays, List<Days> exceptions) {
    public static final Closures NONE = new Closures("", List.of());
    static final int MOST = 60;

    /**
     * Days with hours of their own.
     *
     * @param last the last day, included
     * @param hours when it is open on each of these days; empty for closed
     */
    public record Days(LocalDate first, LocalDate last, List<Span> hours) {
        public Days {
            hours = List.copyOf(hours);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        boolean isSound() {
            return !last.isBefore(first) && OpeningHours.isSound(hours);
        }
    }

    public Closures {
        exceptions =
                exceptions.stream().sorted(Comparator.comparing(Days::first)).toList();
    }

    public boolean isSound() {
        return exceptions.size() <= MOST
                && exceptions.stream().allMatch(Days::isSound)
                && (holidays.isEmpty() || Holidays.knows(holidays));
    }

    /** The hours of a day that is not like every week's; nothing when it is. A named day wins over a holiday. */
    Optional<List<Span>> of(LocalDate day) {
        for (Days one : exceptions) {
            if (one.covers(day)) {
                return Optional.of(one.hours());
            }
        }
        return !holidays.isEmpty() && Holidays.in(holidays, day) ? Optional.of(List.of()) : Optional.empty();
    }

    boolean isNone() {
        return holidays.isEmpty() && exceptions.isEmpty();
    }

    /** As the database keeps and people type it: {@code 2026-12-24..2026-12-31=-;2027-01-02=08:00-12:00}. */
    public String write() {
        return exceptions.stream()
                .map(one -> one.first()
                        + (one.last().equals(one.first()) ? "" : ".." + one.last())
                        + "="
                        + (one.hours().isEmpty()
                                ? "-"
                                : one.hours().stream()
                                        .map(span -> span.opens() + "-" + span.closes())
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(";"));
    }

    /** @throws IllegalArgumentException when the text is not of that form */
    public static Closures read(String holidays, String text) {
        if (text.isBlank()) {
            return holidays.isEmpty() ? NONE : new Closures(holidays, List.of());
        }
        var exceptions = new ArrayList<Days>();
        try {
            for (String part : text.strip().split(";", -1)) {
                String[] sides = part.strip().split("=", 2);
                String[] days = sides[0].split("\\.\\.", 2);
                LocalDate first = LocalDate.parse(days[0].strip());
                exceptions.add(new Days(
                        first,
                        days.length == 1 ? first : LocalDate.parse(days[1].strip()),
                        sides[1].strip().equals("-") ? List.of() : OpeningHours.spans(sides[1].strip())));
            }
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no days", e);
        }
        return new Closures(holidays, exceptions);
    }
}
