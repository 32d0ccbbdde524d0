package org.convive.means.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.jspecify.annotations.Nullable;

/**
 * What the page of all means shows, as its address says it: {@code ?q=scanner&kind=machine&day=…&from=08:00&to=12:00
 * &until=…&means=7&unit=12} and how it is shown. What cannot be understood is left out.
 *
 * @param dated whether the address names the day; otherwise one is proposed
 * @param last the last day; the same one for most
 * @param selected the means whose booking panel is open
 * @param unit the one of its units that was pointed at
 */
record MeansSearch(
        String text,
        @Nullable MeansKind kind,
        boolean dated,
        LocalDate day,
        LocalTime from,
        LocalDate last,
        LocalTime to,
        @Nullable MeansId selected,
        @Nullable Long unit,
        MeansLook look) {
    private static final int LAST_START = 17;
    private static final int MOST_DAYS = 366;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    static MeansSearch of(QueryParameters query, ZonedDateTime now) {
        boolean tomorrow = now.getHour() >= LAST_START;
        Optional<LocalDate> asked = one(query, "day", LocalDate::parse);
        LocalDate day = asked.orElse(tomorrow ? now.toLocalDate().plusDays(1) : now.toLocalDate());
        LocalTime usual =
                tomorrow || !day.equals(now.toLocalDate()) || now.toLocalTime().isBefore(MORNING)
                        ? MORNING
                        : LocalTime.of(now.getHour() + 1, 0);
        LocalTime from = one(query, "from", LocalTime::parse).orElse(usual);
        LocalTime to = one(query, "to", LocalTime::parse).orElse(from.plusHours(2));
        return new MeansSearch(
                query.getSingleParameter("q").orElse("").strip(),
                one(query, "kind", text -> MeansKind.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                asked.isPresent(),
                day,
                from,
                one(query, "until", LocalDate::parse)
                        .filter(last -> last.isAfter(day) && ChronoUnit.DAYS.between(day, last) <= MOST_DAYS)
                        .orElse(day),
                to,
                one(query, "means", text -> new MeansId(Long.parseLong(text))).orElse(null),
                one(query, "unit", Long::valueOf).orElse(null),
                MeansLook.of(query));
    }

    QueryParameters query() {
        var all = new LinkedHashMap<String, String>();
        if (!text.isEmpty()) {
            all.put("q", text);
        }
        if (kind != null) {
            all.put("kind", kind.name().toLowerCase(Locale.ROOT));
        }
        all.put("day", day.toString());
        all.put("from", from.toString());
        all.put("to", to.toString());
        if (isOverDays()) {
            all.put("until", last.toString());
        }
        if (selected != null) {
            all.put("means", selected.toString());
        }
        if (unit != null) {
            all.put("unit", unit.toString());
        }
        look.write(all);
        return QueryParameters.simple(all);
    }

    Instant start(ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    /** An end at or before the start means the next day only for midnight; else it is an error the rules tell. */
    Instant end(ZoneId zone) {
        LocalDate end = to.equals(LocalTime.MIDNIGHT) ? last.plusDays(1) : last;
        return end.atTime(to).atZone(zone).toInstant();
    }

    boolean isForward() {
        return isOverDays() || to.equals(LocalTime.MIDNIGHT) || to.isAfter(from);
    }

    boolean isOverDays() {
        return last.isAfter(day);
    }

    MeansSearch withText(String other) {
        return new MeansSearch(other.strip(), kind, dated, day, from, last, to, selected, unit, look);
    }

    MeansSearch withKind(@Nullable MeansKind other) {
        return new MeansSearch(text, other, dated, day, from, last, to, selected, unit, look);
    }

    /** The same length, starting on that day. */
    MeansSearch withDay(LocalDate other) {
        LocalDate end = other.plusDays(ChronoUnit.DAYS.between(day, last));
        return new MeansSearch(text, kind, true, other, from, end, to, selected, unit, look);
    }

    MeansSearch until(LocalDate other) {
        LocalDate end = other.isBefore(day) ? day : other;
        return new MeansSearch(text, kind, true, day, from, end, to, selected, unit, look);
    }

    MeansSearch withHours(LocalTime start, LocalTime end) {
        return new MeansSearch(text, kind, true, day, start, last, end, selected, unit, look);
    }

    MeansSearch withSelected(@Nullable MeansId other) {
        return new MeansSearch(text, kind, dated, day, from, last, to, other, null, look);
    }

    MeansSearch withUnit(MeansId means, @Nullable Long one) {
        return new MeansSearch(text, kind, dated, day, from, last, to, means, one, look);
    }

    MeansSearch withLook(MeansLook other) {
        return new MeansSearch(text, kind, dated, day, from, last, to, selected, unit, other);
    }

    MeansSearch at(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        ZonedDateTime until = end.atZone(zone);
        boolean midnight = until.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new MeansSearch(
                text,
                kind,
                true,
                local.toLocalDate(),
                local.toLocalTime(),
                midnight ? until.toLocalDate().minusDays(1) : until.toLocalDate(),
                until.toLocalTime(),
                selected,
                unit,
                look);
    }

    private static <T> Optional<T> one(QueryParameters query, String name, Function<String, T> reader) {
        return query.getSingleParameter(name).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
