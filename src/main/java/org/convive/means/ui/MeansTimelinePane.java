package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.Means;
import org.convive.means.MeansTimeline;
import org.convive.means.Unit;
import org.convive.uikit.Timeline;
import org.convive.uikit.TimelineLegend;
import org.jspecify.annotations.Nullable;

/** The timeline of all means with the window that is asked for and, when the panel is open, its offers. */
class MeansTimelinePane extends Div {
    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime CLOSES = LocalTime.of(19, 0);

    private final Timeline timeline;
    private final transient Actor actor;
    private final transient MeansSearch search;
    private final transient MeansTimeline data;
    private final transient List<Means> means;
    private final transient Bars bars;
    private final transient @Nullable BookingPanel panel;

    MeansTimelinePane(
            Actor actor,
            MeansSearch search,
            Locale locale,
            Instant now,
            MeansTimeline data,
            List<Availability> shown,
            @Nullable BookingPanel panel,
            Consumer<MeansSearch> go,
            DragMove moves) {
        this.actor = actor;
        this.search = search;
        this.data = data;
        this.panel = panel;
        this.means = shown.stream().map(Availability::means).toList();
        this.bars = new Bars(actor, locale, actor.zone(), now, (key, args) -> getTranslation(key, args));
        this.timeline = new Timeline(actor.zone());
        addClassNames("cv-pane-box", "cv-means-timeline", "cv-hide-m");
        timeline.setGroups(bars.groups(shown));
        timeline.setRange(search.day(), search.week() ? Timeline.Span.WEEK : Timeline.Span.DAY);
        timeline.setHours(earlier(search.from()), later(search.to()));
        timeline.setWindow(search.start(actor.zone()), search.isForward() ? search.end(actor.zone()) : null);
        timeline.onSlot(e -> pick(e.row(), e.from(), e.to(), go));
        timeline.onMove(e -> moves.move(e, data.occupied()));
        timeline.onBar(e -> pickBar(e.bar(), go));
        add(timeline, new TimelineLegend());
        if (panel != null) {
            panel.onChosen(this::draw);
        }
        draw();
    }

    private static LocalTime earlier(LocalTime from) {
        return from.isBefore(OPENS) ? from.withMinute(0) : OPENS;
    }

    private static LocalTime later(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) || to.isAfter(CLOSES) ? LocalTime.MIDNIGHT : CLOSES;
    }

    private void draw() {
        var all = new ArrayList<>(bars.taken(data.occupied()));
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
        Instant from = search.start(actor.zone());
        Instant to = search.isForward() ? search.end(actor.zone()) : from.plusSeconds(1800);
        Unit free = one.units().stream()
                .filter(unit -> data.occupied().stream()
                        .noneMatch(taken -> taken.unit() == unit.id()
                                && taken.blockedFrom().isBefore(to)
                                && from.isBefore(taken.blockedTo())))
                .findFirst()
                .orElse(one.units().getFirst());
        timeline.setSelectedRow(String.valueOf(free.id()));
        return bars.wanted(free.id(), from, to, panel != null && panel.offers().isEmpty());
    }

    private void pick(String row, Instant from, Instant to, Consumer<MeansSearch> go) {
        owner(row).ifPresent(one -> go.accept(search.at(from, to, actor.zone()).withSelected(one.id())));
    }

    /** A booking of somebody: ask for that means in the window, which says who has it and what is free. */
    private void pickBar(String bar, Consumer<MeansSearch> go) {
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
