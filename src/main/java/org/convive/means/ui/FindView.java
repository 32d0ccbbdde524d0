package org.convive.means.ui;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.GeoPoint;
import org.convive.directory.OrganisationCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Availability;
import org.convive.means.Finder;
import org.convive.means.Means;
import org.convive.means.MeansQueries;
import org.convive.means.ledger.Tariffs;
import org.convive.shared.TimeSlot;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.jspecify.annotations.Nullable;

/** What is free, for one thing or several together, at a time or some time within days; as a list and as a timeline. */
@Route("c/:cluster/means/find")
@PermitAll
@StyleSheet("convive/means.css")
class FindView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Finder finder;
    private final transient MeansQueries queries;
    private final transient Tariffs tariffs;
    private final transient DirectoryQueries directory;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private String title = "";

    FindView(
            Actors actors,
            Finder finder,
            MeansQueries queries,
            Tariffs tariffs,
            DirectoryQueries directory,
            Clock clock) {
        this.actors = actors;
        this.finder = finder;
        this.queries = queries;
        this.tariffs = tariffs;
        this.directory = directory;
        this.clock = clock;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.find.title"), here.clusterName());
        FindState asked = FindState.of(
                event.getLocation().getQueryParameters(), clock.instant().atZone(here.zone()));
        FindState state = asked.dated() ? asked : proposed(here, asked);
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
        find(here, state, window.get());
    }

    private FindState proposed(Actor here, FindState state) {
        List<Means> means = queries.list(here, null, null, null).stream()
                .map(Availability::means)
                .toList();
        return UsualDay.of(means, state.day(), state.from(), state.to(), here.zone(), clock.instant())
                .map(day -> state.hours() == null
                        ? state.at(day, state.from(), state.to(), day)
                        : state.some(state.hours(), day, day.plusDays(7)))
                .orElse(state);
    }

    private void find(Actor here, FindState state, TimeSlot window) {
        var prices = new FindPrices(tariffs.current(here), state.length(window), getLocale());
        var search = new Finder.Search(
                state.needs().stream().map(FindNeed::asked).toList(),
                window,
                state.length(window),
                near(here),
                state.km(),
                (means, need) -> prices.isWithin(means, need.units(), state.most()));
        FindResult result;
        if (state.hours() == null && state.needs().size() == 1) {
            List<Finder.Candidate> found =
                    finder.candidates(here, search, search.needs().getFirst());
            result = FindResult.candidates(here, state, window, found, prices);
        } else {
            result = FindResult.proposals(here, state, finder.proposals(here, search), prices);
        }
        if (result.means().isEmpty()) {
            nothing(here);
            return;
        }
        Div both = new Div(result, new FindTimeline(here, result, queries, clock.instant()));
        both.addClassName("cv-means-found");
        add(both);
    }

    /** The person's company's main place. */
    private @Nullable GeoPoint near(Actor here) {
        return directory.organisations(here).stream()
                .filter(one -> one.id().equals(here.organisation()))
                .findFirst()
                .map(OrganisationCard::place)
                .orElse(null);
    }

    private void nothing(Actor here) {
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
