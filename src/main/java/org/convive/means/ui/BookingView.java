package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Approvals;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingMoves;
import org.convive.means.BookingService;
import org.convive.means.BookingStatus;
import org.convive.means.MeansQueries;
import org.convive.means.catalogue.Documents;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.DayList;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** One booking: what, when, for whom, how it stands, what happened to it; and what can be done with it. */
@Route("c/:cluster/bookings/:booking([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/means.css")
class BookingView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient BookingService bookings;
    private final transient BookingMoves moves;
    private final transient Approvals approvals;
    private final transient BookingEvents events;
    private final transient Documents documents;
    private final transient Clock clock;
    private final transient List<MeansPart> parts;
    private transient @Nullable Actor actor;
    private transient @Nullable BookingId id;
    private String title = "";

    BookingView(
            Actors actors,
            MeansQueries queries,
            BookingService bookings,
            BookingMoves moves,
            Approvals approvals,
            BookingEvents events,
            Documents documents,
            Clock clock,
            List<MeansPart> parts) {
        this.documents = documents;
        this.actors = actors;
        this.queries = queries;
        this.bookings = bookings;
        this.moves = moves;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(MeansPart::order)).toList();
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        id = new BookingId(ViewActor.id(event, "booking"));
        show();
    }

    private void show() {
        Actor here = Objects.requireNonNull(actor);
        BookingLine booking = queries.booking(here, Objects.requireNonNull(id));
        title = getTranslation("means.page-title", booking.meansName(), here.clusterName());
        Dates dates = Dates.of(getLocale(), here.zone());
        PageHeader header = new PageHeader(booking.meansName(), dates.range(booking.from(), booking.to()))
                .back(getTranslation("means.bookings.title"), MeansPath.bookings(here));
        boolean ahead = booking.to().isAfter(clock.instant());
        if (ahead) {
            new Answering(here, approvals, this::show).buttons(booking).forEach(header::action);
        }
        if (ahead && booking.mayChange(here)) {
            changes(here, booking, header);
        }
        Instant freeUntil = ahead && booking.status() == BookingStatus.CONFIRMED
                ? bookings.freeUntil(here, booking).orElse(null)
                : null;
        Div main = new Div(new BookingAbout(here, booking, freeUntil));
        if (ahead
                && booking.status() == BookingStatus.HELD
                && booking.organisation().equals(here.organisation())) {
            main.add(new HoldPane(here, booking, queries.get(here, booking.means()), approvals, this::show));
        }
        removeAll();
        add(header, main);
        // What is to be done stands before what was done.
        parts.forEach(part -> part.ofBooking(here, booking, this::show).forEach(this::add));
        if (booking.mayChange(here) || booking.isOf(here)) {
            add(new Pane(getTranslation("means.story.title"), new Story(events.of(here, booking.id()), dates)));
        }
        files(here, booking);
        together(here, booking);
    }

    private void files(Actor here, BookingLine booking) {
        boolean mayChange = booking.mayChange(here);
        List<Documents.Line> files = documents.of(here, booking.id());
        if (mayChange || !files.isEmpty()) {
            add(new Pane(
                    getTranslation("means.documents.title"),
                    new DocumentList(
                            here,
                            files,
                            mayChange,
                            booking.organisation().equals(here.organisation()) || here.isAnimator(),
                            (name, bytes) -> documents.attach(here, booking.id(), name, bytes),
                            file -> documents.remove(here, file),
                            this::show)));
        }
    }

    private void changes(Actor here, BookingLine booking, PageHeader header) {
        if (booking.status().occupies() && !bookings.isInUse(booking)) {
            DragMove move = new DragMove(here, moves, queries, this::show);
            header.action(
                    Buttons.plain(
                            getTranslation("means.move.open"),
                            CvIcon.CALENDAR_CLOCK,
                            () -> new TimeDialog(
                                            here,
                                            booking,
                                            "move",
                                            false,
                                            (from, to, word) ->
                                                    move.move(booking.id(), from, to, null, booking.version()))
                                    .open()),
                    Buttons.danger(
                            getTranslation(
                                    booking.organisation().equals(here.organisation())
                                            ? "means.booking.cancel"
                                            : "means.booking.call-off"),
                            () -> BookingRow.cancel(here, booking, bookings, clock.instant(), this::show)));
        } else if (bookings.mayRestore(here, booking)) {
            header.action(Buttons.primary(getTranslation("means.booking.restore"), () -> {
                BookingRow.restore(here, booking, bookings);
                show();
            }));
        }
    }

    private void together(Actor here, BookingLine booking) {
        if (booking.plan() == null) {
            return;
        }
        Component list = new DayList(queries.ofPlan(here, booking.plan()).stream()
                .filter(other -> !other.id().equals(booking.id()))
                .map(other -> BookingRow.of(here, other, getLocale(), false))
                .toList());
        add(new Pane(getTranslation("means.plan.with"), list));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
