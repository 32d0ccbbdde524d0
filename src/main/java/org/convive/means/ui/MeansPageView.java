package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Availability;
import org.convive.means.BookingId;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.means.MeansId;
import org.convive.means.Occupied;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Timeline;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** One means: what it can do, its rules in words, who has it this week, and booking it. */
@Route("c/:cluster/means/:means([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/means.css")
class MeansPageView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient PanelDeeds deeds;
    private final transient MeansMore more;
    private final transient Clock clock;
    private final transient List<MeansPart> parts;
    private transient @Nullable Actor actor;
    private transient @Nullable MeansSearch search;
    private String title = "";

    MeansPageView(Actors actors, PanelDeeds deeds, MeansMore more, Clock clock, List<MeansPart> parts) {
        this.more = more;
        this.actors = actors;
        this.deeds = deeds;
        this.clock = clock;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(MeansPart::order)).toList();
        addClassNames("cv-page", "cv-means-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        MeansDetail detail = deeds.queries().get(here, new MeansId(ViewActor.id(event, "means")));
        Means means = detail.means();
        actor = here;
        title = getTranslation("means.page-title", means.name(), here.clusterName());
        ZoneId zone = means.rules().zone();
        search = asked(event, means, zone);
        List<Occupied> occupied = deeds.queries().occupancy(here, means.id(), start(means), end(means));
        Div main = new Div(
                new MeansAbout(here, detail),
                new MeansWeek(here, means, occupied, search(), clock.instant(), deeds, this::go));
        parts.forEach(part -> part.ofMeans(here, detail, this::reload).forEach(main::add));
        Div side = new Div(
                new NextTimes(here, means, search(), deeds.queries(), this::go), booking(here, means, occupied));
        main.add(more.of(here, detail, this::reload));
        Div two = new Div(main, side);
        two.addClassName("cv-two");
        removeAll();
        add(header(here, detail), two);
    }

    /** A week is what one looks at here; without a day in the address, the first that the owner's rules allow. */
    private MeansSearch asked(BeforeEnterEvent event, Means means, ZoneId zone) {
        QueryParameters query = event.getLocation().getQueryParameters();
        MeansSearch read = MeansSearch.of(query, clock.instant().atZone(zone));
        if (query.getSingleParameter("span").isEmpty()) {
            read = read.withLook(read.look().withSpan(Timeline.Span.WEEK));
        }
        MeansSearch usual = read;
        return usual.dated()
                ? usual
                : UsualDay.of(List.of(means), usual.day(), usual.from(), usual.to(), zone, clock.instant())
                        .map(usual::withDay)
                        .orElse(usual);
    }

    /** What is drawn and what is asked for, the sooner of both. */
    private Instant start(Means means) {
        ZoneId zone = means.rules().zone();
        Instant drawn = search().look().first(search().day()).atStartOfDay(zone).toInstant();
        Instant asked = search().start(zone).minus(means.rules().setUp());
        return asked.isBefore(drawn) ? asked : drawn;
    }

    private Instant end(Means means) {
        ZoneId zone = means.rules().zone();
        Instant drawn = search().look().end(search().day()).atStartOfDay(zone).toInstant();
        Instant asked = search().end(zone).plus(means.rules().tearDown());
        return asked.isAfter(drawn) ? asked : drawn;
    }

    private PageHeader header(Actor here, MeansDetail detail) {
        Means means = detail.means();
        PageHeader header = new PageHeader(means.name(), getTranslation(MeansPath.oneOf(means.kind())))
                .back(getTranslation("means.title"), MeansPath.all(here))
                .meta(
                        CvIcon.BUILDING,
                        Links.to("c/" + here.slug() + "/organisations/" + means.owner(), means.ownerName()));
        if (!means.place().isBlank()) {
            header.meta(CvIcon.MAP_PIN, means.place());
        }
        if (!means.price().isBlank()) {
            header.meta(CvIcon.TAG, means.price());
        }
        parts.forEach(part -> part.actionsOfMeans(here, detail).forEach(header::action));
        header.action(Links.button(
                "c/" + here.slug() + "/calendar-feed?of=means&id=" + means.id(),
                getTranslation("means.calendar"),
                CvIcon.CALENDAR_PLUS));
        if (here.maySpeakFor(means.owner())) {
            header.action(
                    Buttons.plain(
                            getTranslation("means.blackout"),
                            CvIcon.WRENCH,
                            () -> new BlackoutDialog(here, means, today(means), deeds.bookings(), this::reload).open()),
                    Links.button(MeansPath.edit(here, means.id()), getTranslation("means.edit"), CvIcon.PENCIL));
        }
        return header;
    }

    private BookingPanel booking(Actor here, Means means, List<Occupied> occupied) {
        Instant from = search().start(means.rules().zone());
        Instant to = search().end(means.rules().zone());
        long taken = occupied.stream()
                .filter(one -> one.blockedFrom().isBefore(to.plus(means.rules().tearDown()))
                        && from.minus(means.rules().setUp()).isBefore(one.blockedTo()))
                .map(Occupied::unit)
                .distinct()
                .count();
        int free = means.units().size() - (int) taken;
        BookingPanel panel = new BookingPanel(
                here,
                deeds,
                Wishes.of(new Availability(means, free, true), search(), clock.instant()),
                id -> booked(here, id));
        panel.onBlackedOut(this::reload);
        return panel;
    }

    private void booked(Actor here, BookingId id) {
        go(search());
        Toasts.undo(getTranslation("means.booked"), () -> {
            deeds.bookings().cancel(here, id);
            go(search());
        });
    }

    private LocalDate today(Means means) {
        return LocalDate.now(clock.withZone(means.rules().zone()));
    }

    private void reload() {
        go(search());
    }

    private void go(MeansSearch other) {
        UI ui = UI.getCurrent();
        ui.navigate(ui.getActiveViewLocation().getPath(), other.query());
    }

    private MeansSearch search() {
        return Objects.requireNonNull(search);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
