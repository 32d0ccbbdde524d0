package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import org.convive.means.BookingMoves;
import org.convive.means.BookingService;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.convive.means.MeansQueries;
import org.convive.means.MeansTimeline;
import org.convive.means.WaitingList;
import org.convive.means.watch.UnmetDemand;
import org.convive.shared.TimeSlot;
import org.convive.uikit.Chip;
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
    private final transient MeansQueries queries;
    private final transient BookingService bookings;
    private final transient BookingMoves moves;
    private final transient WaitingList waiting;
    private final transient Clock clock;
    private final transient UnmetDemand demand;
    private transient @Nullable Actor actor;
    private String title = "";

    MeansView(
            Actors actors,
            MeansQueries queries,
            BookingService bookings,
            BookingMoves moves,
            WaitingList waiting,
            Clock clock,
            UnmetDemand demand) {
        this.moves = moves;
        this.waiting = waiting;
        this.actors = actors;
        this.queries = queries;
        this.bookings = bookings;
        this.clock = clock;
        this.demand = demand;
        addClassName("cv-means");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.title"), here.clusterName());
        show(
                here,
                MeansSearch.of(
                        event.getLocation().getQueryParameters(),
                        clock.instant().atZone(here.zone())));
    }

    private void show(Actor here, MeansSearch search) {
        LocalDate today = LocalDate.now(clock.withZone(here.zone()));
        LocalDate first = search.day().isBefore(today.plusDays(DayStrip.DAYS))
                        && !search.day().isBefore(today)
                ? today
                : search.day();
        MeansTimeline timeline = queries.timeline(
                here,
                first.atStartOfDay(here.zone()).toInstant(),
                first.plusDays(DayStrip.DAYS).atStartOfDay(here.zone()).toInstant());
        Instant from = search.start(here.zone());
        Instant to = search.isForward() ? search.end(here.zone()) : from.plus(Duration.ofHours(1));
        List<Availability> all = queries.list(here, search.text(), from, to);
        List<Availability> shown = all.stream()
                .filter(one -> search.kind() == null || one.means().kind() == search.kind())
                .toList();
        Div master = new Div(header(here), new SearchBar(search, getLocale(), this::go), chips(search, all));
        master.addClassName("cv-means-master");
        if (timeline.means().isEmpty()) {
            master.add(new EmptyState(getTranslation("means.empty"), getTranslation("means.empty.sentence")));
        } else if (shown.isEmpty()) {
            demand.nothingFound(here, search.text(), from, to);
            master.add(new EmptyState(
                    CvIcon.SEARCH, getTranslation("means.none-found"), getTranslation("means.none-found.sentence")));
        } else {
            BookingPanel panel = panel(here, search, all);
            MeansTimelinePane pane = new MeansTimelinePane(
                    here,
                    search,
                    getLocale(),
                    clock.instant(),
                    timeline,
                    shown,
                    panel,
                    this::go,
                    new DragMove(here, moves, queries, () -> go(search)));
            master.add(
                    new DayStrip(first, search, timeline, here.zone(), getLocale(), this::go),
                    pane,
                    cards(here, search, shown, from, to));
            showAll(master, panel);
            return;
        }
        showAll(master, null);
    }

    private void showAll(Div master, @Nullable BookingPanel panel) {
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

    private Div chips(MeansSearch search, List<Availability> all) {
        Div chips = new Div();
        chips.addClassName("cv-means-chips");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("means.kinds"));
        chips.add(chip(getTranslation("means.kinds.all"), null, all.size(), search, null));
        for (MeansKind kind : MeansKind.values()) {
            long count = all.stream().filter(one -> one.means().kind() == kind).count();
            if (count > 0 || kind == search.kind()) {
                chips.add(chip(getTranslation(MeansPath.kind(kind)), MeansPath.icon(kind), count, search, kind));
            }
        }
        return chips;
    }

    private Chip chip(String text, @Nullable CvIcon icon, long count, MeansSearch search, @Nullable MeansKind kind) {
        Chip chip = new Chip(text, icon).setOn(search.kind() == kind);
        Span number = new Span(String.valueOf(count));
        number.addClassName("cv-num");
        chip.setSuffixComponent(number);
        chip.addClickListener(e -> go(search.withKind(kind).withSelected(null)));
        return chip;
    }

    private @Nullable BookingPanel panel(Actor here, MeansSearch search, List<Availability> all) {
        MeansId selected = search.selected();
        if (selected == null) {
            return null;
        }
        Availability one = all.stream()
                .filter(each -> each.means().id().equals(selected))
                .findFirst()
                .orElse(null);
        if (one == null) {
            return null;
        }
        BookingPanel panel = new BookingPanel(
                here,
                new BookingPanel.Booking(bookings, waiting, queries),
                Wishes.of(one, search, clock.instant()),
                id -> booked(here, search, id));
        panel.closable(() -> go(search.withSelected(null)));
        return panel;
    }

    private void booked(Actor here, MeansSearch search, BookingId id) {
        go(search.withSelected(null));
        Toasts.undo(getTranslation("means.booked"), () -> {
            bookings.cancel(here, id);
            go(search.withSelected(null));
        });
    }

    private MeansCards cards(Actor here, MeansSearch search, List<Availability> shown, Instant from, Instant to) {
        List<Means> means = shown.stream().map(Availability::means).toList();
        Instant now = clock.instant();
        List<List<TimeSlot>> slots =
                queries.nextFreeSlots(here, means, from.isBefore(now) ? now : from, Duration.between(from, to), SLOTS);
        return new MeansCards(
                here,
                shown,
                slots,
                new TimeSlot(from, to),
                (one, slot) -> go(search.at(slot.from(), slot.to(), here.zone()).withSelected(one.id())));
    }

    private void go(MeansSearch search) {
        UI.getCurrent().navigate(MeansPath.all(Objects.requireNonNull(actor)), search.query());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
