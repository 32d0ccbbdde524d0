package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.Occupied;
import org.convive.means.Unit;
import org.convive.uikit.Timeline;
import org.convive.uikit.TimelineLegend;
import org.jspecify.annotations.Nullable;

/** The timeline of all means with the window that is asked for and, when the panel is open, its offers. */
class MeansTimelinePane extends Div {
    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime CLOSES = LocalTime.of(19, 0);

    private final Timeline timeline;
    private final ZoneId zone;
    private final transient MeansSearch search;
    private final transient List<Occupied> occupied;
    private final transient List<Means> means;
    private final transient Bars bars;
    private final transient @Nullable BookingPanel panel;
    private final transient Consumer<MeansSearch> go;

    MeansTimelinePane(
            Actor actor,
            MeansSearch search,
            MeansFound found,
            Instant now,
            @Nullable BookingPanel panel,
            PanelDeeds deeds,
            Consumer<MeansSearch> go) {
        this.zone = actor.zone();
        this.search = search;
        this.panel = panel;
        this.go = go;
        this.means = found.means();
        MeansLook look = search.look();
        Instant first = look.first(search.day()).atStartOfDay(zone).toInstant();
        Instant end = look.end(search.day()).atStartOfDay(zone).toInstant();
        // The strip of days reads further than what is drawn.
        this.occupied = found.timeline().occupied().stream()
                .filter(one ->
                        one.blockedFrom().isBefore(end) && one.blockedTo().isAfter(first))
                .toList();
        this.bars = new Bars(actor, getLocale(), zone, now, (key, args) -> getTranslation(key, args));
        this.timeline = new Timeline(zone);
        addClassNames("cv-pane-box", "cv-means-timeline");
        if (look.way() == MeansLook.Way.FITTING) {
            addClassName("cv-hide-m");
        }
        timeline.setGroups(bars.groups(found.shown(), look.group()));
        timeline.setRange(search.day(), look.span());
        timeline.setZoom(look.factor());
        timeline.setHours(earlier(search), later(search));
        timeline.setWindow(search.start(zone), search.isForward() ? search.end(zone) : null);
        timeline.onSlot(e -> pick(e.row(), e.from(), e.to()));
        timeline.onMove(
                e -> new DragMove(actor, deeds.moves(), deeds.queries(), () -> go.accept(search)).move(e, occupied));
        timeline.onBar(e -> pickBar(e.bar()));
        timeline.onZoom(e -> go.accept(search.withLook(look.zoomed(e.by()))));
        Div foot = new Div(new TimelineLegend(), new TimelineTools(look, other -> go.accept(search.withLook(other))));
        foot.addClassName("cv-means-timeline-foot");
        add(timeline, foot);
        if (panel != null) {
            panel.onChosen(this::draw);
        }
        draw();
    }

    private static LocalTime earlier(MeansSearch search) {
        return search.isOverDays()
                ? LocalTime.MIDNIGHT
                : search.from().isBefore(OPENS) ? search.from().withMinute(0) : OPENS;
    }

    private static LocalTime later(MeansSearch search) {
        LocalTime to = search.to();
        return search.isOverDays() || to.equals(LocalTime.MIDNIGHT) || to.isAfter(CLOSES) ? LocalTime.MIDNIGHT : CLOSES;
    }

    private void draw() {
        var all = new ArrayList<>(bars.taken(occupied));
        if (panel != null) {
            all.addAll(bars.offers(panel.offers(), panel.chosen(), means));
            means.stream()
                    .filter(one -> one.id().equals(search.selected()))
                    .findFirst()
                    .ifPresent(one -> all.add(wanted(one)));
        }
        timeline.setBars(all);
    }

    private Timeline.Bar wanted(Means one) {
        Instant from = search.start(zone);
        Instant to = search.isForward() ? search.end(zone) : from.plusSeconds(1800);
        Unit unit = one.units().stream()
                .filter(each -> search.unit() != null && search.unit() == each.id())
                .findFirst()
                .or(() -> one.units().stream()
                        .filter(each -> isFree(each, from, to))
                        .findFirst())
                .orElse(one.units().getFirst());
        timeline.setSelectedRow(String.valueOf(unit.id()));
        return bars.wanted(unit.id(), from, to, panel != null && panel.offers().isEmpty() && isFree(unit, from, to));
    }

    private boolean isFree(Unit unit, Instant from, Instant to) {
        return occupied.stream()
                .noneMatch(taken -> taken.unit() == unit.id()
                        && taken.blockedFrom().isBefore(to)
                        && from.isBefore(taken.blockedTo()));
    }

    /** A day of the month stands for the hours that are asked for on it. */
    private void pick(String row, Instant from, Instant to) {
        owner(row).ifPresent(one -> {
            MeansSearch at = search.look().span() == Timeline.Span.MONTH
                    ? search.withDay(from.atZone(zone).toLocalDate())
                            .until(to.minusNanos(1).atZone(zone).toLocalDate())
                    : search.at(from, to, zone);
            go.accept(at.withUnit(one.id(), one.units().size() > 1 ? Long.valueOf(row) : null));
        });
    }

    /** A booking of somebody: ask for that means in the window, which says who has it and what is free. */
    private void pickBar(String bar) {
        int slash = bar.indexOf('/');
        if (slash > 0) {
            owner(bar.substring(slash + 1)).ifPresent(one -> go.accept(search.withSelected(one.id())));
        }
    }

    private Optional<Means> owner(String row) {
        return means.stream()
                .filter(one -> one.units().stream()
                        .anyMatch(unit -> String.valueOf(unit.id()).equals(row)))
                .findFirst();
    }
}
