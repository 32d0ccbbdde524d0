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
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A search as its address says it.
 *
 * @param needs one a thing that is needed
 * @param dated whether the address names the day; otherwise one is proposed
 * @param hours how many hours, some time within the days; null for the exact time
 * @param km how far away at most; null for anywhere
 * @param most what each may cost for the time, in whole units of its currency; null for any
 * @param kept lines of a plan that this search adds to
 */
record FindState(
        List<FindNeed> needs,
        boolean dated,
        LocalDate day,
        LocalTime from,
        LocalTime to,
        @Nullable Integer hours,
        LocalDate lastDay,
        @Nullable Integer km,
        @Nullable Integer most,
        PlanItems kept) {
    private static final int MOST_NEEDS = 6;
    private static final int MOST_PRICE = 1_000_000;

    static FindState of(QueryParameters query, ZonedDateTime now) {
        Optional<LocalDate> asked = one(query, "day", LocalDate::parse);
        LocalDate day = asked.orElse(now.toLocalDate().plusDays(1));
        LocalTime from = one(query, "from", LocalTime::parse).orElse(LocalTime.of(8, 0));
        List<FindNeed> needs = query.getParameters().getOrDefault("need", List.of()).stream()
                .map(FindNeed::read)
                .limit(MOST_NEEDS)
                .toList();
        Integer hours = number(query, "hours", 240);
        return new FindState(
                needs.isEmpty() ? List.of(FindNeed.ANY) : needs,
                asked.isPresent(),
                day,
                from,
                one(query, "to", LocalTime::parse).orElse(LocalTime.of(12, 0)),
                hours,
                one(query, "until", LocalDate::parse)
                        .filter(last -> !last.isBefore(day) && last.isBefore(day.plusYears(1)))
                        .orElse(hours == null ? day : day.plusDays(7)),
                number(query, "km", 1000),
                number(query, "most", MOST_PRICE),
                PlanItems.of(query));
    }

    private static @Nullable Integer number(QueryParameters query, String name, int largest) {
        return one(query, name, Integer::valueOf)
                .filter(value -> value >= 1 && value <= largest)
                .orElse(null);
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
        all.put("need", needs.stream().map(FindNeed::written).toList());
        all.put("day", List.of(day.toString()));
        all.put("from", List.of(from.toString()));
        all.put("to", List.of(to.toString()));
        if (hours != null) {
            all.put("hours", List.of(hours.toString()));
        }
        if (hours != null || lastDay.isAfter(day)) {
            all.put("until", List.of(lastDay.toString()));
        }
        if (km != null) {
            all.put("km", List.of(km.toString()));
        }
        if (most != null) {
            all.put("most", List.of(most.toString()));
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
            end = (to.equals(LocalTime.MIDNIGHT) ? lastDay.plusDays(1) : lastDay)
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

    FindState withNeed(int index, FindNeed need) {
        var all = new ArrayList<>(needs);
        all.set(index, need);
        return with(all);
    }

    FindState withoutNeed(int index) {
        var all = new ArrayList<>(needs);
        all.remove(index);
        return with(all.isEmpty() ? List.of(FindNeed.ANY) : all);
    }

    FindState andNeed() {
        var all = new ArrayList<>(needs);
        all.add(FindNeed.ANY);
        return with(all);
    }

    boolean mayAdd() {
        return needs.size() < MOST_NEEDS;
    }

    private FindState with(List<FindNeed> other) {
        return new FindState(List.copyOf(other), dated, day, from, to, hours, lastDay, km, most, kept);
    }

    FindState at(LocalDate first, LocalTime start, LocalTime end, @Nullable LocalDate last) {
        LocalDate until = last == null || last.isBefore(first) ? first : last;
        return new FindState(needs, true, first, start, end, hours, until, km, most, kept);
    }

    FindState some(@Nullable Integer length, LocalDate first, LocalDate last) {
        LocalDate until = last.isBefore(first) ? first.plusDays(7) : last;
        return new FindState(needs, true, first, from, to, length, until, km, most, kept);
    }

    FindState within(@Nullable Integer distance, @Nullable Integer price) {
        return new FindState(needs, dated, day, from, to, hours, lastDay, distance, price, kept);
    }
}
