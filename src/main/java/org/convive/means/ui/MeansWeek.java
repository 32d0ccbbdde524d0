package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.Occupied;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Pane;
import org.convive.uikit.Timeline;
import org.convive.uikit.TimelineLegend;

/** Who has the units of one means on a day, in a week or a month; a free time can be drawn there. */
class MeansWeek extends Pane {
    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime CLOSES = LocalTime.of(19, 0);

    MeansWeek(
            Actor actor,
            Means means,
            List<Occupied> occupied,
            MeansSearch search,
            Instant now,
            PanelDeeds deeds,
            Consumer<MeansSearch> go) {
        ZoneId zone = means.rules().zone();
        MeansLook look = search.look();
        LocalDate first = look.first(search.day());
        Bars bars = new Bars(actor, getLocale(), zone, now, (key, args) -> getTranslation(key, args));
        Timeline timeline = new Timeline(zone);
        timeline.setGroups(List.of(new Timeline.Group(
                means.kind().name(),
                getTranslation(MeansPath.oneOf(means.kind())),
                getTranslation("means.units", means.units().size()),
                MeansPath.icon(means.kind()),
                Bars.rows(means))));
        timeline.setRange(search.day(), look.span());
        timeline.setZoom(look.factor());
        boolean night = means.rules().hours().isAlways();
        timeline.setHours(night ? LocalTime.MIDNIGHT : OPENS, night ? LocalTime.MIDNIGHT : CLOSES);
        timeline.setWindow(search.start(zone), search.isForward() ? search.end(zone) : null);
        timeline.setBars(bars.taken(occupied));
        timeline.onSlot(e -> go.accept(
                slot(search, e, zone).withUnit(means.id(), means.units().size() > 1 ? Long.valueOf(e.row()) : null)));
        timeline.onMove(
                e -> new DragMove(actor, deeds.moves(), deeds.queries(), () -> go.accept(search)).move(e, occupied));
        timeline.onZoom(e -> go.accept(search.withLook(look.zoomed(e.by()))));
        Div days = new Div(
                Buttons.icon(
                        CvIcon.CHEVRON_LEFT,
                        getTranslation("means.days.earlier"),
                        () -> go.accept(search.withDay(look.step(search.day(), -1)))),
                Buttons.icon(
                        CvIcon.CHEVRON_RIGHT,
                        getTranslation("means.days.later"),
                        () -> go.accept(search.withDay(look.step(search.day(), 1)))),
                new SpanChoice(look, other -> go.accept(search.withLook(other))));
        days.addClassNames("cv-row", "cv-means-week-tools");
        setTitle(new H2(
                getTranslation(look.span() == Timeline.Span.MONTH ? "means.month" : "means.week", title(look, first))));
        aside(days);
        add(timeline, new TimelineLegend());
    }

    private String title(MeansLook look, LocalDate first) {
        return look.span() == Timeline.Span.MONTH ? Dates.month(first, getLocale()) : Dates.date(first, getLocale());
    }

    /** A day of the month stands for the hours that are asked for on it. */
    private static MeansSearch slot(MeansSearch search, Timeline.SlotEvent event, ZoneId zone) {
        return search.look().span() == Timeline.Span.MONTH
                ? search.withDay(event.from().atZone(zone).toLocalDate())
                        .until(event.to().minusNanos(1).atZone(zone).toLocalDate())
                : search.at(event.from(), event.to(), zone);
    }
}
