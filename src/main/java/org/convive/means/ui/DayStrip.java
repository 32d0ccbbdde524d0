package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Consumer;
import org.convive.means.MeansTimeline;
import org.convive.means.Occupied;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Timeline;

/**
 * Which days are shown: for a day, eight to choose from, each with a bar that says how much of it is taken already; for
 * a week or a month, its name.
 */
class DayStrip extends Div {
    static final int DAYS = 8;
    private static final int WORKING_HOURS = 10;

    private final transient MeansSearch search;
    private final Locale locale;
    private final transient Consumer<MeansSearch> changed;

    DayStrip(
            MeansFound found,
            MeansSearch search,
            LocalDate today,
            ZoneId zone,
            Locale locale,
            Consumer<MeansSearch> changed) {
        this.search = search;
        this.locale = locale;
        this.changed = changed;
        addClassNames("cv-means-days");
        if (search.look().way() == MeansLook.Way.FITTING) {
            addClassName("cv-hide-m");
        }
        MeansLook look = search.look();
        Button earlier = Buttons.icon(
                CvIcon.CHEVRON_LEFT,
                getTranslation("means.days.earlier"),
                () -> changed.accept(search.withDay(look.step(search.day(), -1))));
        Button later = Buttons.icon(
                CvIcon.CHEVRON_RIGHT,
                getTranslation("means.days.later"),
                () -> changed.accept(search.withDay(look.step(search.day(), 1))));
        add(
                earlier,
                isFor(look.span()) ? strip(found, zone) : name(look),
                later,
                Buttons.quiet(getTranslation("means.days.today"), () -> changed.accept(search.withDay(today))),
                new SpanChoice(look, other -> changed.accept(search.withLook(other))));
    }

    static boolean isFor(Timeline.Span span) {
        return span == Timeline.Span.DAY;
    }

    private Component strip(MeansFound found, ZoneId zone) {
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("role", "list");
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = found.firstDay().plusDays(i);
            list.add(new ListItem(day(day, taken(day, found.timeline(), zone))));
        }
        return list;
    }

    private Component name(MeansLook look) {
        LocalDate first = look.first(search.day());
        Span name = new Span(
                look.span() == Timeline.Span.MONTH
                        ? Dates.month(first, locale)
                        : getTranslation(
                                "means.days.week", Dates.day(first, locale), Dates.day(first.plusDays(6), locale)));
        name.addClassNames("cv-means-period", "cv-num");
        return name;
    }

    private NativeButton day(LocalDate day, int percent) {
        Span bar = new Span();
        bar.addClassName("cv-means-load");
        bar.getStyle().set("--taken", percent + "%");
        Span number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassName("cv-num");
        Span name = new Span(day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale));
        NativeButton button = new NativeButton();
        button.add(name, number, bar);
        button.addClickListener(e -> changed.accept(search.withDay(day)));
        button.getElement()
                .setAttribute("aria-pressed", String.valueOf(day.equals(search.day())))
                .setAttribute("aria-label", getTranslation("means.days.taken", Dates.dayLong(day, locale), percent));
        return button;
    }

    /** The share of ten working hours of all units that is blocked. */
    private static int taken(LocalDate day, MeansTimeline timeline, ZoneId zone) {
        int units = timeline.means().stream()
                .mapToInt(means -> means.units().size())
                .sum();
        if (units == 0) {
            return 0;
        }
        Instant opens = day.atTime(8, 0).atZone(zone).toInstant();
        Instant closes = opens.plus(Duration.ofHours(WORKING_HOURS));
        long minutes = timeline.occupied().stream()
                .mapToLong(one -> minutes(one, opens, closes))
                .sum();
        return (int) Math.min(100, minutes * 100 / (units * WORKING_HOURS * 60L));
    }

    private static long minutes(Occupied one, Instant opens, Instant closes) {
        Instant from = one.blockedFrom().isAfter(opens) ? one.blockedFrom() : opens;
        Instant to = one.blockedTo().isBefore(closes) ? one.blockedTo() : closes;
        return Math.max(0, Duration.between(from, to).toMinutes());
    }
}
