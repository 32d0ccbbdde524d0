package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.GeoPoint;
import org.convive.directory.OrganisationCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.BookingRequest;
import org.convive.means.Finder;
import org.convive.means.watch.UnmetDemand;
import org.convive.shared.TimeSlot;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DateTile;
import org.convive.uikit.Dates;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.EmptyState;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** What is free, for one thing or several together, at a time or some time within days. */
@Route("c/:cluster/means/find")
@PermitAll
@StyleSheet("convive/means.css")
class FindView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Finder finder;
    private final transient DirectoryQueries directory;
    private final transient UnmetDemand demand;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private String title = "";

    FindView(Actors actors, Finder finder, DirectoryQueries directory, UnmetDemand demand, Clock clock) {
        this.actors = actors;
        this.finder = finder;
        this.directory = directory;
        this.demand = demand;
        this.clock = clock;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.find.title"), here.clusterName());
        FindState state = FindState.of(
                event.getLocation().getQueryParameters(), clock.instant().atZone(here.zone()));
        removeAll();
        add(
                new PageHeader(getTranslation("means.find.title"), getTranslation("means.find.sentence"))
                        .back(getTranslation("means.title"), MeansPath.all(here)),
                new FindFields(state, getLocale(), this::go));
        Optional<TimeSlot> window = state.window(here.zone());
        if (window.isEmpty()) {
            add(Notice.hot(new Paragraph(getTranslation("means.error.ends-before-start"))));
            return;
        }
        var search =
                new Finder.Search(state.asNeeds(), window.get(), state.length(window.get()), near(here), state.km());
        if (state.hours() == null && state.needs().size() == 1) {
            candidates(here, state, search);
        } else {
            proposals(here, state, search);
        }
    }

    /** The person's company's main place. */
    private @Nullable GeoPoint near(Actor here) {
        return directory.organisations(here).stream()
                .filter(one -> one.id().equals(here.organisation()))
                .findFirst()
                .map(OrganisationCard::place)
                .orElse(null);
    }

    private void candidates(Actor here, FindState state, Finder.Search search) {
        List<Finder.Candidate> found =
                finder.candidates(here, search, search.needs().getFirst());
        if (found.isEmpty()) {
            nothing(here, search);
            return;
        }
        DayList list = new DayList();
        for (Finder.Candidate one : found) {
            var request = new BookingRequest(
                    one.means().id(), search.window().from(), search.window().to(), 1, "", null);
            DayRow row = new DayRow(
                    new IconTile(MeansPath.icon(one.means().kind())),
                    one.means().name(),
                    book(here, request),
                    words(one));
            row.end(
                    Links.to(state.kept().and(request).address(here), getTranslation("means.find.to-plan")),
                    Links.primary(book(here, request), getTranslation("means.find.book"), CvIcon.CALENDAR_CHECK));
            list.add(row);
        }
        Pane pane = new Pane(getTranslation("means.find.free", found.size()), list);
        pane.getElement().setAttribute("aria-live", "polite");
        add(pane);
    }

    private void proposals(Actor here, FindState state, Finder.Search search) {
        List<Finder.Proposal> found = finder.proposals(here, search);
        if (found.isEmpty()) {
            nothing(here, search);
            return;
        }
        Dates dates = Dates.of(getLocale(), here.zone());
        DayList list = new DayList();
        for (Finder.Proposal one : found) {
            var lines = new ArrayList<>(state.kept().lines());
            one.candidates()
                    .forEach(candidate -> lines.add(new BookingRequest(
                            candidate.means().id(),
                            one.slot().from(),
                            one.slot().to(),
                            1,
                            "",
                            null)));
            String address = lines.size() == 1 ? book(here, lines.getFirst()) : new PlanItems(lines).address(here);
            DayRow row = new DayRow(
                    new DateTile(one.slot().from().atZone(here.zone()).toLocalDate(), getLocale()),
                    dates.range(one.slot().from(), one.slot().to()),
                    address,
                    "");
            one.candidates().forEach(candidate -> row.line(line(candidate)));
            row.end(Links.primary(address, getTranslation("means.find.take"), CvIcon.ARROW_RIGHT));
            list.add(row);
        }
        add(new Pane(getTranslation("means.find.times"), list));
    }

    private Component line(Finder.Candidate one) {
        Paragraph line = new Paragraph(one.means().name() + ": " + words(one));
        line.addClassName("cv-q");
        return line;
    }

    private String words(Finder.Candidate one) {
        var parts = new ArrayList<String>();
        parts.add(one.means().ownerName());
        if (!one.means().place().isBlank()) {
            parts.add(one.means().place());
        }
        if (one.km() != null) {
            parts.add(getTranslation("means.find.km", Math.round(one.km())));
        }
        if (!one.means().price().isBlank()) {
            parts.add(one.means().price());
        }
        return String.join(", ", parts);
    }

    private static String book(Actor here, BookingRequest request) {
        var from = request.from().atZone(here.zone());
        return MeansPath.all(here) + "?day=" + from.toLocalDate() + "&from=" + from.toLocalTime() + "&to="
                + request.to().atZone(here.zone()).toLocalTime() + "&means=" + request.means();
    }

    /** A search in vain is a signal for the animator; each wish of several counts by itself. */
    private void nothing(Actor here, Finder.Search search) {
        search.needs()
                .forEach(need -> demand.nothingFound(
                        here,
                        need.text(),
                        search.window().from(),
                        search.window().from().plus(search.length())));
        add(new EmptyState(
                CvIcon.SEARCH,
                getTranslation("means.find.nothing"),
                getTranslation("means.find.nothing.sentence"),
                Links.button(MeansPath.all(here), getTranslation("means.find.all"), CvIcon.CALENDAR_DAYS)));
    }

    private void go(FindState other) {
        UI.getCurrent().navigate(MeansPath.find(Objects.requireNonNull(actor)), other.query());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
