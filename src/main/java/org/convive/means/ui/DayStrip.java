package org.convive.means.ui;

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

/** Eight days to choose from; the bar below each says how much of it is taken already. */
class DayStrip extends Div {
    static final int DAYS = 8;
    private static final int WORKING_HOURS = 10;

    DayStrip(
            LocalDate first,
            MeansSearch search,
            MeansTimeline timeline,
            ZoneId zone,
            Locale locale,
            Consumer<MeansSearch> changed) {
        addClassNames("cv-means-days", "cv-hide-m");
        Button earlier = Buttons.icon(
                CvIcon.CHEVRON_LEFT,
                getTranslation("means.days.earlier"),
                () -> changed.accept(search.withDay(search.day().minusDays(7))));
        Button later = Buttons.icon(
                CvIcon.CHEVRON_RIGHT,
                getTranslation("means.days.later"),
                () -> changed.accept(search.withDay(search.day().plusDays(7))));
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("role", "list");
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(i);
            list.add(new ListItem(day(day, search, taken(day, timeline, zone), locale, changed)));
        }
        Div span = new Div(
                span("means.span.day", !search.week(), () -> changed.accept(search.withWeek(false))),
                span("means.span.week", search.week(), () -> changed.accept(search.withWeek(true))));
        span.addClassName("cv-means-span");
        span.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("means.span"));
        add(earlier, list, later, span);
    }

    private NativeButton day(
            LocalDate day, MeansSearch search, int percent, Locale locale, Consumer<MeansSearch> changed) {
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

    private Button span(String key, boolean on, Runnable deed) {
        Button button = Buttons.quiet(getTranslation(key), deed);
        button.getElement().setAttribute("aria-pressed", String.valueOf(on));
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
