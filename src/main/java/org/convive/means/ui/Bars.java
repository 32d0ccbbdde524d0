package org.convive.means.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.Availability;
import org.convive.means.Means;
import org.convive.means.MeansKind;
import org.convive.means.Occupied;
import org.convive.means.Unit;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Timeline.Bar;
import org.convive.uikit.Timeline.Group;
import org.convive.uikit.Timeline.Kind;
import org.convive.uikit.Timeline.Row;

/** Turns means and who has them into the rows and bars of a timeline; a row is a unit, named by its id. */
final class Bars {
    private final Actor actor;
    private final Instant now;
    private final Dates dates;
    private final BiFunction<String, Object[], String> words;

    Bars(Actor actor, Locale locale, ZoneId zone, Instant now, BiFunction<String, Object[], String> words) {
        this.actor = actor;
        this.now = now;
        this.dates = Dates.of(locale, zone);
        this.words = words;
    }

    /** Grouped by kind, owner or place, each group saying how many units are free in the window. */
    List<Group> groups(List<Availability> means, MeansLook.Grouping by) {
        Map<String, List<Availability>> groups = means.stream()
                .sorted(Comparator.comparing(one -> order(one.means(), by)))
                .collect(Collectors.groupingBy(one -> name(one.means(), by), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getKey(),
                        free(group.getValue()),
                        icon(group.getValue().getFirst().means().kind(), by),
                        group.getValue().stream()
                                .flatMap(one -> rows(one.means()).stream())
                                .toList()))
                .toList();
    }

    private static String order(Means means, MeansLook.Grouping by) {
        return switch (by) {
            case KIND -> String.valueOf(means.kind().ordinal());
            case OWNER -> means.ownerName().toLowerCase(Locale.ROOT);
            case PLACE -> means.place().isBlank() ? "\uffff" : means.place().toLowerCase(Locale.ROOT);
        };
    }

    private String name(Means means, MeansLook.Grouping by) {
        return switch (by) {
            case KIND -> word(MeansPath.kind(means.kind()));
            case OWNER -> means.ownerName();
            case PLACE -> means.place().isBlank() ? word("means.group.nowhere") : means.place();
        };
    }

    private static CvIcon icon(MeansKind kind, MeansLook.Grouping by) {
        return switch (by) {
            case KIND -> MeansPath.icon(kind);
            case OWNER -> CvIcon.BUILDING;
            case PLACE -> CvIcon.MAP_PIN;
        };
    }

    static List<Row> rows(Means means) {
        return means.units().stream()
                .map(unit -> means.units().size() == 1
                        ? new Row(String.valueOf(unit.id()), means.name(), means.ownerName())
                        : new Row(String.valueOf(unit.id()), unit.name(), means.name() + ", " + means.ownerName()))
                .toList();
    }

    private String free(List<Availability> means) {
        int all = means.stream().mapToInt(one -> one.means().units().size()).sum();
        if (means.stream().noneMatch(Availability::bookable)) {
            return word("means.timeline.not-then", all);
        }
        int free = means.stream()
                .filter(Availability::bookable)
                .mapToInt(Availability::freeUnits)
                .sum();
        return word("means.timeline.free", free, all);
    }

    List<Bar> taken(List<Occupied> occupied) {
        var bars = new ArrayList<Bar>();
        for (Occupied one : occupied) {
            String row = String.valueOf(one.unit());
            String id = one.booking() + "/" + row;
            if (one.blackout()) {
                var bar =
                        new Bar(id, row, one.blockedFrom(), one.blockedTo(), Kind.MAINTENANCE, maintenance(one), null);
                bars.add(mayMove(one) ? bar.asMovable() : bar);
                continue;
            }
            buffer(bars, "a" + id, row, one.blockedFrom(), one.from());
            boolean mine = one.organisation().equals(actor.organisation());
            var bar = new Bar(
                    id,
                    row,
                    one.from(),
                    one.to(),
                    one.status().lapses() ? Kind.PENDING : mine ? Kind.MINE : Kind.BOOKED,
                    name(one, mine),
                    mine && !one.purpose().isEmpty() ? one.purpose() : dates.hours(one.from(), one.to()));
            bars.add(mayMove(one) ? bar.asMovable() : bar);
            buffer(bars, "b" + id, row, one.to(), one.blockedTo());
        }
        return bars;
    }

    private String name(Occupied one, boolean mine) {
        return mine ? word("means.timeline.you") : one.hidden() ? word("means.timeline.taken") : one.organisationName();
    }

    /** What is the actor's own, or on means of theirs, and not over. */
    private boolean mayMove(Occupied one) {
        return one.to().isAfter(now)
                && (one.organisation().equals(actor.organisation()) && !one.blackout()
                        || actor.maySpeakFor(one.owner()));
    }

    private static void buffer(List<Bar> bars, String id, String row, Instant from, Instant to) {
        if (to.isAfter(from)) {
            bars.add(new Bar(id, row, from, to, Kind.BUFFER, "", null));
        }
    }

    private String maintenance(Occupied one) {
        return one.purpose().isEmpty() ? word("means.timeline.maintenance") : one.purpose();
    }

    /** The numbered offers, each on the first unit of its means; the chosen one stands out. */
    List<Bar> offers(List<Alternative> offers, int chosen, List<Means> means) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < offers.size(); i++) {
            Alternative offer = offers.get(i);
            int number = i + 1;
            boolean on = i == chosen;
            means.stream()
                    .filter(one -> one.id().equals(offer.means()))
                    .flatMap(one -> one.units().stream())
                    .findFirst()
                    .map(Unit::id)
                    .ifPresent(unit -> bars.add(new Bar(
                            "offer" + number,
                            String.valueOf(unit),
                            offer.from(),
                            offer.to(),
                            on ? Kind.CHOSEN : Kind.ALTERNATIVE,
                            String.valueOf(number),
                            on ? dates.hours(offer.from(), offer.to()) : null)));
        }
        return bars;
    }

    Bar wanted(long unit, Instant from, Instant to, boolean free) {
        return new Bar(
                "wanted",
                String.valueOf(unit),
                from,
                to,
                free ? Kind.CHOSEN : Kind.WANTED,
                free ? word("means.timeline.your-slot") : "",
                free ? dates.hours(from, to) : null);
    }

    private String word(String key, Object... args) {
        return words.apply(key, args);
    }
}
