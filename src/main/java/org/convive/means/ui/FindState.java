package org.convive.means.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.convive.means.Finder;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A search as its address says it.
 *
 * @param needs words, one a thing that is needed
 * @param hours how many hours, some time within the days; null for the exact time
 * @param km how far away at most; null for anywhere
 * @param kept lines of a plan that this search adds to
 */
record FindState(
        List<String> needs,
        LocalDate day,
        LocalTime from,
        LocalTime to,
        @Nullable Integer hours,
        LocalDate lastDay,
        @Nullable Integer km,
        PlanItems kept) {
    private static final int MOST_NEEDS = 6;

    static FindState of(QueryParameters query, ZonedDateTime now) {
        LocalDate day =
                one(query, "day", LocalDate::parse).orElse(now.toLocalDate().plusDays(1));
        LocalTime from = one(query, "from", LocalTime::parse).orElse(LocalTime.of(8, 0));
        List<String> needs = query.getParameters().getOrDefault("need", List.of()).stream()
                .map(String::strip)
                .limit(MOST_NEEDS)
                .toList();
        return new FindState(
                needs.isEmpty() ? List.of("") : needs,
                day,
                from,
                one(query, "to", LocalTime::parse).orElse(LocalTime.of(12, 0)),
                one(query, "hours", Integer::valueOf)
                        .filter(h -> h >= 1 && h <= 240)
                        .orElse(null),
                one(query, "until", LocalDate::parse).orElse(day.plusDays(7)),
                one(query, "km", Integer::valueOf)
                        .filter(km -> km >= 1 && km <= 1000)
                        .orElse(null),
                PlanItems.of(query));
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

    QueryParameters query() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("need", needs);
        all.put("day", List.of(day.toString()));
        all.put("from", List.of(from.toString()));
        all.put("to", List.of(to.toString()));
        if (hours != null) {
            all.put("hours", List.of(hours.toString()));
            all.put("until", List.of(lastDay.toString()));
        }
        if (km != null) {
            all.put("km", List.of(km.toString()));
        }
        if (!kept.lines().isEmpty()) {
            all.put("item", kept.lines().stream().map(PlanItems::written).toList());
        }
        return new QueryParameters(all);
    }

    /** Nothing when the end does not come after the start. */
    Optional<TimeSlot> window(ZoneId zone) {
        Instant start;
        Instant end;
        if (hours == null) {
            start = day.atTime(from).atZone(zone).toInstant();
            end = (to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day)
                    .atTime(to)
                    .atZone(zone)
                    .toInstant();
        } else {
            start = day.atStartOfDay(zone).toInstant();
            end = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        }
        return end.isAfter(start) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
    }

    Duration length(TimeSlot window) {
        return hours == null ? window.length() : Duration.ofHours(hours);
    }

    List<Finder.Need> asNeeds() {
        return needs.stream().map(text -> new Finder.Need(text, null, 1, null)).toList();
    }

    FindState withNeed(int index, String text) {
        var all = new ArrayList<>(needs);
        all.set(index, text);
        return with(all);
    }

    FindState withoutNeed(int index) {
        var all = new ArrayList<>(needs);
        all.remove(index);
        return with(all.isEmpty() ? List.of("") : all);
    }

    FindState andNeed() {
        var all = new ArrayList<>(needs);
        all.add("");
        return with(all);
    }

    boolean mayAdd() {
        return needs.size() < MOST_NEEDS;
    }

    private FindState with(List<String> other) {
        return new FindState(List.copyOf(other), day, from, to, hours, lastDay, km, kept);
    }

    FindState at(LocalDate first, LocalTime start, LocalTime end) {
        return new FindState(
                needs, first, start, end, hours, lastDay.isBefore(first) ? first.plusDays(7) : lastDay, km, kept);
    }

    FindState some(@Nullable Integer length, LocalDate last) {
        return new FindState(needs, day, from, to, length, last, km, kept);
    }

    FindState within(@Nullable Integer distance) {
        return new FindState(needs, day, from, to, hours, lastDay, distance, kept);
    }
}
