package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Availability;
import org.convive.means.BookingId;
import org.convive.means.Means;
import org.convive.means.watch.UnmetDemand;
import org.convive.shared.TimeSlot;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** All shared means: who has what, what is free, and booking it in two taps. The address says what is shown. */
@Route("c/:cluster/means")
@PermitAll
@StyleSheet("convive/means.css")
class MeansView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SLOTS = 3;

    private final transient Actors actors;
    private final transient PanelDeeds deeds;
    private final transient Clock clock;
    private final transient UnmetDemand demand;
    private transient @Nullable Actor actor;
    private String title = "";

    MeansView(Actors actors, PanelDeeds deeds, Clock clock, UnmetDemand demand) {
        this.actors = actors;
        this.deeds = deeds;
        this.clock = clock;
        this.demand = demand;
        addClassName("cv-means");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.title"), here.clusterName());
        MeansSearch search = MeansSearch.of(
                event.getLocation().getQueryParameters(), clock.instant().atZone(here.zone()));
        show(here, search.dated() ? search : proposed(here, search));
    }

    /** Nobody named a day: today, or the first day that the owners' notice and opening hours allow. */
    private MeansSearch proposed(Actor here, MeansSearch search) {
        List<Means> means = deeds.queries().list(here, search.text(), null, null).stream()
                .map(Availability::means)
                .filter(one -> search.kind() == null || one.kind() == search.kind())
                .toList();
        return UsualDay.of(means, search.day(), search.from(), search.to(), here.zone(), clock.instant())
                .map(search::withDay)
                .orElse(search);
    }

    private void show(Actor here, MeansSearch search) {
        LocalDate today = LocalDate.now(clock.withZone(here.zone()));
        MeansFound found = MeansFound.read(deeds.queries(), here, search, today);
        if (found.isInVain(search)) {
            demand.nothingFree(
                    here,
                    search.text(),
                    search.kind(),
                    found.window().from(),
                    found.window().to());
        }
        Div master = new Div(
                header(here),
                new SearchBar(search, getLocale(), this::go),
                new KindChips(search, found.all(), this::go));
        master.addClassName("cv-means-master");
        BookingPanel panel = null;
        if (found.timeline().means().isEmpty()) {
            master.add(new EmptyState(getTranslation("means.empty"), getTranslation("means.empty.sentence")));
        } else if (found.shown().isEmpty()) {
            master.add(new EmptyState(
                    CvIcon.SEARCH, getTranslation("means.none-found"), getTranslation("means.none-found.sentence")));
        } else {
            panel = panel(here, search, found);
            master.add(new DayStrip(found, search, today, here.zone(), getLocale(), this::go));
            if (search.look().way() != MeansLook.Way.LIST) {
                master.add(new MeansTimelinePane(here, search, found, clock.instant(), panel, deeds, this::go));
            }
            if (search.look().way() != MeansLook.Way.TIMELINE) {
                master.add(fitting(
                        Buttons.plain(
                                getTranslation("means.way.timeline"),
                                CvIcon.CALENDAR_DAYS,
                                () -> go(search.withLook(search.look().withWay(MeansLook.Way.TIMELINE)))),
                        search));
                cards(master, here, search, found);
            }
        }
        removeAll();
        add(master);
        if (panel != null) {
            add(panel);
        }
        getElement().getClassList().set("cv-means-open", panel != null);
    }

    private PageHeader header(Actor here) {
        PageHeader header = new PageHeader(getTranslation("means.title"), getTranslation("means.sentence"))
                .action(
                        Links.button(MeansPath.find(here), getTranslation("means.find.title"), CvIcon.SEARCH),
                        Links.button(
                                MeansPath.bookings(here),
                                getTranslation("means.bookings.title"),
                                CvIcon.CALENDAR_CHECK));
        if (here.organisation() != null && here.maySpeakFor(here.organisation())) {
            header.action(
                    Links.to(MeansPath.all(here) + "/catalogue", getTranslation("means.catalogue.title")),
                    Links.button(MeansPath.share(here), getTranslation("means.share"), CvIcon.PLUS));
        }
        return header;
    }

    private @Nullable BookingPanel panel(Actor here, MeansSearch search, MeansFound found) {
        Availability one = found.one(search.selected()).orElse(null);
        if (one == null) {
            return null;
        }
        BookingPanel panel =
                new BookingPanel(here, deeds, Wishes.of(one, search, clock.instant()), id -> booked(here, search, id));
        panel.closable(() -> go(search.withSelected(null)));
        panel.onBlackedOut(() -> go(search.withSelected(null)));
        return panel;
    }

    private void booked(Actor here, MeansSearch search, BookingId id) {
        go(search.withSelected(null));
        Toasts.undo(getTranslation("means.booked"), () -> {
            deeds.bookings().cancel(here, id);
            go(search.withSelected(null));
        });
    }

    /** A screenful of means at a time, with the next times of each. */
    private void cards(Div master, Actor here, MeansSearch search, MeansFound found) {
        List<Availability> first =
                found.shown().stream().limit(search.look().shown()).toList();
        TimeSlot window = found.window();
        Instant now = clock.instant();
        Instant from = window.from().isBefore(now) ? now : window.from();
        List<List<TimeSlot>> slots = deeds.queries()
                .nextFreeSlots(
                        here,
                        first.stream().map(Availability::means).toList(),
                        from,
                        Duration.between(window.from(), window.to()),
                        SLOTS);
        MeansCards cards = new MeansCards(
                here,
                first,
                slots,
                window,
                (one, slot) -> go(search.at(slot.from(), slot.to(), here.zone()).withSelected(one.id())));
        master.add(fitting(cards, search));
        int rest = found.shown().size() - first.size();
        if (rest > 0) {
            master.add(fitting(
                    Buttons.plain(
                            getTranslation("means.cards.more-means", rest),
                            () -> go(search.withLook(search.look().more()))),
                    search));
        }
    }

    /** Unless somebody asked for the list, it is the phone's. */
    private static <T extends Component> T fitting(T part, MeansSearch search) {
        part.getElement().getClassList().set("cv-only-m", search.look().way() == MeansLook.Way.FITTING);
        return part;
    }

    private void go(MeansSearch search) {
        UI.getCurrent().navigate(MeansPath.all(Objects.requireNonNull(actor)), search.query());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
