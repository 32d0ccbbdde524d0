package org.convive.means.use.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.BookingLine;
import org.convive.means.BookingStatus;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.use.UsePage;
import org.convive.means.use.UseService;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;
import org.jspecify.annotations.Nullable;

/** In front of the machine, phone in hand: where the code on it leads to. What I booked, and the one button for it. */
@Route("c/:cluster/means/:means([0-9]{1,18})/here")
@PermitAll
@StyleSheet("convive/means-use.css")
class HereView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Duration BACK = Duration.ofDays(2);
    private static final Duration SOON = Duration.ofHours(12);

    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient UseService uses;
    private final transient Pictures pictures;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private transient @Nullable MeansId id;
    private String title = "";

    HereView(Actors actors, MeansQueries queries, UseService uses, Pictures pictures, Clock clock) {
        this.actors = actors;
        this.queries = queries;
        this.uses = uses;
        this.pictures = pictures;
        this.clock = clock;
        addClassNames("cv-page", "cv-here");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        id = new MeansId(ViewActor.id(event, "means"));
        Actor here = Objects.requireNonNull(actor);
        Means means = queries.get(here, Objects.requireNonNull(id)).means();
        boolean scanned =
                event.getLocation().getQueryParameters().getParameters().containsKey("scanned");
        if (scanned && mine(here, means).isEmpty()) {
            // Who has nothing to take or give back wants to know what this is.
            event.forwardTo(UsePath.means(here, means.id()));
            return;
        }
        show();
    }

    private void show() {
        Actor here = Objects.requireNonNull(actor);
        Means means = queries.get(here, Objects.requireNonNull(id)).means();
        title = getTranslation("means.page-title", means.name(), here.clusterName());
        removeAll();
        add(new PageHeader(means.name(), getTranslation("means.use.here.sentence", means.ownerName())));
        List<UsePage> mine = mine(here, means);
        if (mine.isEmpty()) {
            add(new EmptyState(
                    CvIcon.CALENDAR_CLOCK,
                    getTranslation("means.use.here.none"),
                    getTranslation("means.use.here.none.sentence"),
                    Links.primary(
                            UsePath.means(here, means.id()),
                            getTranslation("means.use.here.book"),
                            CvIcon.CALENDAR_PLUS)));
        } else {
            mine.forEach(page -> add(pane(here, page)));
        }
        add(Links.button(
                UsePath.report(here, means.id()), getTranslation("means.use.damage.report"), CvIcon.TRIANGLE_ALERT));
    }

    /** What my company has of it now, has not given back, or has soon. */
    private List<UsePage> mine(Actor here, Means means) {
        Instant now = clock.instant();
        return queries.ofMyCompany(here, now.minus(BACK)).stream()
                .filter(one -> one.means().equals(means.id())
                        && one.status() == BookingStatus.CONFIRMED
                        && one.from().isBefore(now.plus(SOON)))
                .limit(5)
                .map(one -> uses.page(here, one.id()))
                .filter(page -> page.out() == null
                        && (page.in() != null || page.booking().to().isAfter(now)))
                .toList();
    }

    private Component pane(Actor here, UsePage page) {
        BookingLine booking = page.booking();
        Dates dates = Dates.of(getLocale(), here.zone());
        Div both = new Div();
        both.addClassName("cv-stack");
        Pane pane = Pane.of(
                page.in() == null
                        ? Status.waiting(getTranslation("means.use.here.yours"))
                        : Status.ok(getTranslation("means.use.here.taken")),
                new Paragraph(dates.range(booking.from(), booking.to())),
                new Paragraph(booking.unitNames()),
                Links.more(UsePath.booking(here, booking.id()), getTranslation("means.use.here.booking")));
        if (page.in() == null
                && !page.mayCheckIn(here, clock.instant())
                && page.rules().checkIn()) {
            pane.add(new Paragraph(getTranslation(
                    "means.use.here.from", dates.time(booking.from().minus(UseService.EARLY)))));
        }
        both.add(pane, new UsePane(here, booking, uses, pictures, clock, this::show));
        return both;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
