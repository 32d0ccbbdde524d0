package org.convive.meetings.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingQueries.Selection;
import org.convive.meetings.MeetingService;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.uikit.CalendarView;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.DayList;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;

/** All meetings: what is coming, what was, mine; as a list, a month or a week. The address says which. */
@Route("c/:cluster/meetings")
@PermitAll
@StyleSheet("convive/meetings.css")
class MeetingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int ROWS = 100;

    private final transient Actors actors;
    private final transient MeetingService meetings;
    private final transient MeetingQueries queries;
    private final transient PlanningQueries planning;
    private final transient Clock clock;
    private String title = "";

    MeetingsView(
            Actors actors, MeetingService meetings, MeetingQueries queries, PlanningQueries planning, Clock clock) {
        this.actors = actors;
        this.meetings = meetings;
        this.queries = queries;
        this.planning = planning;
        this.clock = clock;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        title = getTranslation("meetings.title") + " · " + actor.clusterName();
        QueryParameters query = event.getLocation().getQueryParameters();
        String view = query.getSingleParameter("view").orElse("list");
        String show = query.getSingleParameter("show").orElse("upcoming");
        removeAll();
        add(header(actor));
        if (view.equals("month") || view.equals("week")) {
            LocalDate day = day(query.getSingleParameter("date").orElse(""), actor);
            add(tabs(actor, view), calendarHead(actor, view, day), calendar(actor, view, day));
        } else if (show.equals("making")) {
            add(tabs(actor, show), making(actor));
        } else {
            add(tabs(actor, show), list(actor, selection(show)));
        }
    }

    private PageHeader header(Actor actor) {
        String base = "c/" + actor.slug();
        return new PageHeader(
                        getTranslation("meetings.title"), getTranslation("meetings.sentence", queries.awaited(actor)))
                .valley(actor.cluster().value())
                .action(
                        Links.button(base + "/calendar-feed", getTranslation("meetings.feed"), CvIcon.CALENDAR_PLUS),
                        Links.primary(base + "/meetings/new", getTranslation("meetings.propose"), CvIcon.PLUS));
    }

    private Nav tabs(Actor actor, String current) {
        Nav tabs = new Nav();
        tabs.addClassName("cv-meeting-tabs");
        tabs.getElement().setAttribute("aria-label", getTranslation("meetings.tabs"));
        for (String show : List.of("upcoming", "making", "past", "mine")) {
            tabs.add(tab(actor, "show=" + show, "meetings.tab." + show, show.equals(current)));
        }
        for (String view : List.of("week", "month")) {
            tabs.add(tab(actor, "view=" + view, "meetings.tab." + view, view.equals(current)));
        }
        Anchor topics = new Anchor("c/" + actor.slug() + "/meetings/topics", getTranslation("meetings.topics.tab"));
        topics.addClassNames("cv-chip", "cv-meeting-tab");
        tabs.add(topics);
        return tabs;
    }

    private Anchor tab(Actor actor, String query, String label, boolean current) {
        Anchor tab = new Anchor("c/" + actor.slug() + "/meetings?" + query, getTranslation(label));
        tab.addClassNames("cv-chip", "cv-meeting-tab");
        if (current) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    private Div list(Actor actor, Selection selection) {
        List<MeetingCard> cards = queries.list(actor, selection, ROWS);
        if (cards.isEmpty()) {
            String key = "meetings.none." + selection.name().toLowerCase(Locale.ROOT);
            return new EmptyState(
                    getTranslation(key),
                    getTranslation("meetings.none.sentence"),
                    Links.button(
                            "c/" + actor.slug() + "/meetings/new", getTranslation("meetings.propose"), CvIcon.PLUS));
        }
        var row = new MeetingRow(meetings, queries, actor, clock.instant());
        return new Div(new DayList(cards.stream().map(row::of).toList()));
    }

    private Div making(Actor actor) {
        var all = planning.inTheMaking(actor, ROWS);
        if (all.isEmpty()) {
            return new EmptyState(
                    getTranslation("meetings.none.making"),
                    getTranslation("meetings.none.making.sentence"),
                    Links.button(
                            "c/" + actor.slug() + "/meetings/new", getTranslation("meetings.propose"), CvIcon.PLUS));
        }
        return new Div(new MakingRows(actor, clock.instant()).of(all));
    }

    private Div calendarHead(Actor actor, String view, LocalDate day) {
        boolean month = view.equals("month");
        String name = month
                ? Dates.month(day, getLocale())
                : getTranslation("meetings.week-of", Dates.date(day.with(java.time.DayOfWeek.MONDAY), getLocale()));
        var heading = new com.vaadin.flow.component.html.H2(name);
        Div head = new Div(
                step(actor, view, month ? day.minusMonths(1) : day.minusWeeks(1), "earlier", CvIcon.CHEVRON_LEFT),
                heading,
                step(actor, view, month ? day.plusMonths(1) : day.plusWeeks(1), "later", CvIcon.CHEVRON_RIGHT));
        head.addClassName("cv-meeting-month");
        return head;
    }

    private Anchor step(Actor actor, String view, LocalDate day, String label, CvIcon icon) {
        Anchor step = Links.button("c/" + actor.slug() + "/meetings?view=" + view + "&date=" + day, "", icon);
        step.getElement().setAttribute("aria-label", getTranslation("meetings." + label));
        return step;
    }

    private CalendarView calendar(Actor actor, String view, LocalDate day) {
        var calendar = new CalendarView();
        calendar.addClassName("cv-meeting-calendar");
        calendar.setMode(view.equals("month") ? CalendarView.Mode.MONTH : CalendarView.Mode.WEEK);
        calendar.setDate(day);
        LocalDate first = view.equals("month") ? day.withDayOfMonth(1).minusDays(7) : day.minusDays(7);
        calendar.setEntries(queries
                .between(
                        actor,
                        first.atStartOfDay(actor.zone()).toInstant(),
                        first.plusDays(view.equals("month") ? 46 : 15)
                                .atStartOfDay(actor.zone())
                                .toInstant())
                .stream()
                .map(card -> entry(actor, card))
                .toList());
        calendar.onEntry(e -> UI.getCurrent().navigate("c/" + actor.slug() + "/meetings/" + e.entry()));
        return calendar;
    }

    private CalendarView.Entry entry(Actor actor, MeetingCard card) {
        CalendarView.Kind kind = card.cancelled()
                ? CalendarView.Kind.CANCELLED
                : card.awaitsMe(clock.instant())
                        ? CalendarView.Kind.OPEN
                        : card.mine() == null ? CalendarView.Kind.QUIET : CalendarView.Kind.MINE;
        return new CalendarView.Entry(
                card.id().toString(),
                card.title(),
                Wording.where(card),
                card.from().atZone(actor.zone()).toLocalDateTime(),
                card.to().atZone(actor.zone()).toLocalDateTime(),
                false,
                kind);
    }

    private static Selection selection(String show) {
        return switch (show) {
            case "past" -> Selection.PAST;
            case "mine" -> Selection.MINE;
            default -> Selection.UPCOMING;
        };
    }

    private LocalDate day(String text, Actor actor) {
        LocalDate today = clock.instant().atZone(actor.zone()).toLocalDate();
        try {
            LocalDate day = text.isEmpty() ? today : LocalDate.parse(text);
            return Math.abs(day.getYear() - today.getYear()) > 100 ? today : day;
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
