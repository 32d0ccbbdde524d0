package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.BookingRequest;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.Occupied;
import org.convive.shared.TimeSlot;
import org.convive.uikit.Timeline;
import org.convive.uikit.TimelineLegend;

/** What was found, as a timeline: who has it around the time that is looked for. A free time can be taken there. */
class FindTimeline extends Div {
    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime CLOSES = LocalTime.of(19, 0);

    FindTimeline(Actor actor, FindResult result, MeansQueries queries, Instant now) {
        addClassNames("cv-pane-box", "cv-means-timeline");
        ZoneId zone = actor.zone();
        TimeSlot slot = Objects.requireNonNull(result.slot());
        LocalDate day = slot.from().atZone(zone).toLocalDate();
        boolean oneDay = MeansPath.isSameDay(slot.from(), slot.to(), zone);
        MeansLook look = MeansLook.USUAL.withSpan(oneDay ? Timeline.Span.DAY : Timeline.Span.WEEK);
        Map<MeansId, Means> means = result.means().stream().collect(Collectors.toMap(Means::id, Function.identity()));
        List<Occupied> occupied = queries
                .timeline(
                        actor,
                        look.first(day).atStartOfDay(zone).toInstant(),
                        look.end(day).atStartOfDay(zone).toInstant())
                .occupied()
                .stream()
                .filter(one -> means.containsKey(one.means()))
                .toList();
        Bars bars = new Bars(actor, actor.locale(), zone, now, (key, args) -> getTranslation(key, args));
        Timeline timeline = new Timeline(zone);
        timeline.setGroups(bars.groups(
                result.means().stream()
                        .map(one -> new Availability(one, free(one, occupied, slot), true))
                        .toList(),
                MeansLook.Grouping.KIND));
        timeline.setRange(day, look.span());
        LocalTime from = slot.from().atZone(zone).toLocalTime();
        LocalTime to = slot.to().atZone(zone).toLocalTime();
        boolean late = !oneDay || to.isAfter(CLOSES) || to.equals(LocalTime.MIDNIGHT);
        timeline.setHours(
                oneDay && !from.isBefore(OPENS) ? OPENS : LocalTime.MIDNIGHT, late ? LocalTime.MIDNIGHT : CLOSES);
        timeline.setWindow(slot.from(), slot.to());
        timeline.setBars(bars.taken(occupied));
        timeline.onSlot(e -> result.means().stream()
                .filter(one -> one.units().stream()
                        .anyMatch(unit -> String.valueOf(unit.id()).equals(e.row())))
                .findFirst()
                .ifPresent(
                        one -> go(MeansPath.book(actor, new BookingRequest(one.id(), e.from(), e.to(), 1, "", null)))));
        add(timeline, new TimelineLegend());
    }

    private static void go(String address) {
        int query = address.indexOf('?');
        UI.getCurrent().navigate(address.substring(0, query), QueryParameters.fromString(address.substring(query + 1)));
    }

    private static int free(Means means, List<Occupied> occupied, TimeSlot slot) {
        TimeSlot blocked = new TimeSlot(
                slot.from().minus(means.rules().setUp()),
                slot.to().plus(means.rules().tearDown()));
        return (int) means.units().stream()
                .filter(unit -> occupied.stream()
                        .noneMatch(one -> one.unit() == unit.id()
                                && one.blockedFrom().isBefore(blocked.to())
                                && one.blockedTo().isAfter(blocked.from())))
                .count();
    }
}
