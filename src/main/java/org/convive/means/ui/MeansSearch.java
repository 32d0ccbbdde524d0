package org.convive.means.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.jspecify.annotations.Nullable;

/**
 * What the page of all means shows, as its address says it: {@code ?q=scanner&kind=machine&day=…&from=08:00&to=12:00
 * &means=7&week}. What cannot be understood is left out.
 *
 * @param selected the means whose booking panel is open
 */
record MeansSearch(
        String text,
        @Nullable MeansKind kind,
        LocalDate day,
        LocalTime from,
        LocalTime to,
        @Nullable MeansId selected,
        boolean week) {
    private static final int LAST_START = 17;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    static MeansSearch of(QueryParameters query, ZonedDateTime now) {
        boolean tomorrow = now.getHour() >= LAST_START;
        LocalDate day = one(query, "day", LocalDate::parse)
                .orElse(tomorrow ? now.toLocalDate().plusDays(1) : now.toLocalDate());
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
                day,
                from,
                to,
                one(query, "means", text -> new MeansId(Long.parseLong(text))).orElse(null),
                query.getParameters().containsKey("week"));
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
        if (selected != null) {
            all.put("means", selected.toString());
        }
        if (week) {
            all.put("week", "");
        }
        return QueryParameters.simple(all);
    }

    Instant start(ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    /** An end at or before the start means the next day only for midnight; else it is an error the rules tell. */
    Instant end(ZoneId zone) {
        LocalDate last = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return last.atTime(to).atZone(zone).toInstant();
    }

    boolean isForward() {
        return to.equals(LocalTime.MIDNIGHT) || to.isAfter(from);
    }

    MeansSearch withText(String other) {
        return new MeansSearch(other.strip(), kind, day, from, to, selected, week);
    }

    MeansSearch withKind(@Nullable MeansKind other) {
        return new MeansSearch(text, other, day, from, to, selected, week);
    }

    MeansSearch withDay(LocalDate other) {
        return new MeansSearch(text, kind, other, from, to, selected, week);
    }

    MeansSearch withHours(LocalTime start, LocalTime end) {
        return new MeansSearch(text, kind, day, start, end, selected, week);
    }

    MeansSearch withSelected(@Nullable MeansId other) {
        return new MeansSearch(text, kind, day, from, to, other, week);
    }

    MeansSearch withWeek(boolean other) {
        return new MeansSearch(text, kind, day, from, to, selected, other);
    }

    MeansSearch at(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        return new MeansSearch(
                text,
                kind,
                local.toLocalDate(),
                local.toLocalTime(),
                end.atZone(zone).toLocalTime(),
                selected,
                week);
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
