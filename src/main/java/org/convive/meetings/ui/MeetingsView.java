package org.convive.meetings.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingFilter;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingQueries.Selection;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.ui.MeetingsAddress.Show;
import org.convive.meetings.ui.MeetingsAddress.View;
import org.convive.uikit.CalendarView;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DayList;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;

/** All meetings: what is coming, what was, mine; as a list, a month or a week. The address says which. */
@Route("c/:cluster/meetings")
@PermitAll
@StyleSheet("convive/meetings.css")
@Uses(CalendarView.class)
class MeetingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int ROWS = 100;

    private final transient Actors actors;
    private final transient MeetingService meetings;
    private final transient MeetingQueries queries;
    private final transient PlanningQueries planning;
    private final transient DirectoryQueries directory;
    private final transient Clock clock;
    private String title = "";

    MeetingsView(
            Actors actors,
            MeetingService meetings,
            MeetingQueries queries,
            PlanningQueries planning,
            DirectoryQueries directory,
            Clock clock) {
        this.actors = actors;
        this.meetings = meetings;
        this.queries = queries;
        this.planning = planning;
        this.directory = directory;
        this.clock = clock;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        title = getTranslation("meetings.title") + " · " + actor.clusterName();
        Instant now = clock.instant();
        MeetingsAddress address = MeetingsAddress.of(
                event.getLocation().getQueryParameters(),
                now.atZone(actor.zone()).toLocalDate());
        removeAll();
        add(header(actor), tabs(actor, address), filters(actor, address));
        if (address.view() != View.LIST) {
            add(new MeetingsCalendar(actor, queries, address, now));
        } else {
            add(address.isMaking() ? making(actor, address) : list(actor, address));
        }
    }

    private MeetingFilters filters(Actor actor, MeetingsAddress address) {
        return new MeetingFilters(
                address.filter(),
                directory.organisations(actor),
                filter -> UI.getCurrent()
                        .navigate(
                                "c/" + actor.slug() + "/meetings",
                                QueryParameters.fromString(address.with(filter).query())));
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

    private Nav tabs(Actor actor, MeetingsAddress address) {
        Nav tabs = new Nav();
        tabs.addClassName("cv-meeting-tabs");
        tabs.getElement().setAttribute("aria-label", getTranslation("meetings.tabs"));
        for (Show show : Show.values()) {
            boolean current =
                    address.view() == View.LIST && (address.isMaking() ? show == Show.MAKING : show == address.show());
            tabs.add(tab(actor, address.with(show), show.name(), current));
        }
        for (View view : List.of(View.WEEK, View.MONTH)) {
            tabs.add(tab(actor, address.with(view), view.name(), view == address.view()));
        }
        Anchor topics = new Anchor("c/" + actor.slug() + "/meetings/topics", getTranslation("meetings.topics.tab"));
        topics.addClassNames("cv-chip", "cv-meeting-tab");
        tabs.add(topics);
        return tabs;
    }

    private Anchor tab(Actor actor, MeetingsAddress address, String label, boolean current) {
        Anchor tab = new Anchor(
                "c/" + actor.slug() + "/meetings?" + address.query(),
                getTranslation("meetings.tab." + label.toLowerCase(Locale.ROOT)));
        tab.addClassNames("cv-chip", "cv-meeting-tab");
        if (current) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    private Div list(Actor actor, MeetingsAddress address) {
        Selection selection = address.show().selection();
        List<MeetingCard> cards = queries.list(actor, selection, address.filter(), ROWS);
        if (cards.isEmpty()) {
            return none(actor, address, "meetings.none." + selection.name().toLowerCase(Locale.ROOT), "meetings.none");
        }
        var row = new MeetingRow(meetings, queries, actor, clock.instant());
        return new Div(new DayList(cards.stream().map(row::of).toList()));
    }

    private Div making(Actor actor, MeetingsAddress address) {
        Stage wanted = address.filter().stage();
        var all = planning.inTheMaking(actor, ROWS).stream()
                .filter(one -> wanted == null || one.stage() == wanted)
                .toList();
        if (all.isEmpty()) {
            return none(actor, address, "meetings.none.making", "meetings.none.making");
        }
        return new Div(new MakingRows(actor, clock.instant()).of(all));
    }

    /** Nothing to show: because of the filters, or because there is nothing. */
    private EmptyState none(Actor actor, MeetingsAddress address, String title, String sentence) {
        if (address.filter().size() > 0) {
            return new EmptyState(
                    getTranslation("meetings.none.filtered"),
                    getTranslation("meetings.none.filtered.sentence"),
                    Links.button(
                            "c/" + actor.slug() + "/meetings?"
                                    + address.with(MeetingFilter.NONE).query(),
                            getTranslation("meetings.filter.none"),
                            CvIcon.X));
        }
        return new EmptyState(
                getTranslation(title),
                getTranslation(sentence + ".sentence"),
                Links.button("c/" + actor.slug() + "/meetings/new", getTranslation("meetings.propose"), CvIcon.PLUS));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
