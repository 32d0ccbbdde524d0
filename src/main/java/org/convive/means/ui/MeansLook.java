package org.convive.means.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import org.convive.uikit.Timeline;

/**
 * How the means are shown, as the address says it: {@code span=week&group=owner&zoom=2&view=list&shown=48}. What is
 * usual is left out.
 *
 * @param zoom 0 fits the screen
 * @param shown how many means of the list are drawn
 */
record MeansLook(Timeline.Span span, Grouping group, int zoom, Way way, int shown) {
    /** How many more means a press on "more" shows. */
    static final int PAGE = 24;

    static final int MOST_ZOOM = 4;
    private static final int MOST_SHOWN = 2_400;
    private static final double[] FACTORS = {1, 1.5, 2, 3, 4};

    /** By what the rows of the timeline are grouped. */
    enum Grouping {
        KIND,
        OWNER,
        PLACE
    }

    /** As suits the screen, or as the person chose. */
    enum Way {
        FITTING,
        LIST,
        TIMELINE
    }

    static final MeansLook USUAL = new MeansLook(Timeline.Span.DAY, Grouping.KIND, 0, Way.FITTING, PAGE);

    static MeansLook of(QueryParameters query) {
        boolean formerWeek = query.getParameters().containsKey("week");
        return new MeansLook(
                one(query, "span", Timeline.Span.values(), formerWeek ? Timeline.Span.WEEK : Timeline.Span.DAY),
                one(query, "group", Grouping.values(), Grouping.KIND),
                number(query, "zoom", 0, MOST_ZOOM),
                one(query, "view", Way.values(), Way.FITTING),
                Math.max(PAGE, number(query, "shown", PAGE, MOST_SHOWN)));
    }

    private static <T extends Enum<T>> T one(QueryParameters query, String name, T[] all, T usual) {
        String asked = query.getSingleParameter(name).orElse("").toUpperCase(Locale.ROOT);
        for (T one : all) {
            if (one.name().equals(asked)) {
                return one;
            }
        }
        return usual;
    }

    private static int number(QueryParameters query, String name, int usual, int most) {
        return query.getSingleParameter(name)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Math.min(Integer.parseInt(text), most))
                .orElse(usual);
    }

    void write(Map<String, String> query) {
        query.put("span", span.name().toLowerCase(Locale.ROOT));
        write(query, "group", group, USUAL.group);
        write(query, "view", way, USUAL.way);
        if (zoom != USUAL.zoom) {
            query.put("zoom", String.valueOf(zoom));
        }
        if (shown != USUAL.shown) {
            query.put("shown", String.valueOf(shown));
        }
    }

    private static void write(Map<String, String> query, String name, Enum<?> value, Enum<?> usual) {
        if (value != usual) {
            query.put(name, value.name().toLowerCase(Locale.ROOT));
        }
    }

    MeansLook withSpan(Timeline.Span other) {
        return new MeansLook(other, group, 0, way, shown);
    }

    MeansLook withGroup(Grouping other) {
        return new MeansLook(span, other, zoom, way, shown);
    }

    MeansLook zoomed(int by) {
        return new MeansLook(span, group, Math.clamp(zoom + (long) by, 0, MOST_ZOOM), way, shown);
    }

    MeansLook withWay(Way other) {
        return new MeansLook(span, group, zoom, other, shown);
    }

    MeansLook more() {
        return new MeansLook(span, group, zoom, way, Math.min(MOST_SHOWN, shown + PAGE));
    }

    double factor() {
        return FACTORS[zoom];
    }

    /** The first day that the timeline shows around this one. */
    LocalDate first(LocalDate day) {
        return switch (span) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The day after the last one that the timeline shows. */
    LocalDate end(LocalDate day) {
        return switch (span) {
            case DAY -> day.plusDays(1);
            case WEEK -> first(day).plusWeeks(1);
            case MONTH -> first(day).plusMonths(1);
        };
    }

    /** The same day, one span later or earlier. */
    LocalDate step(LocalDate day, int by) {
        return switch (span) {
            case DAY, WEEK -> day.plusWeeks(by);
            case MONTH -> day.plusMonths(by);
        };
    }
}
