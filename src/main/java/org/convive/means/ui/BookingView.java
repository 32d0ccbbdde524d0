package org.convive.means.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingService;
import org.convive.means.BookingStatus;
import org.convive.means.MeansQueries;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Facts;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;
import org.jspecify.annotations.Nullable;

/** One booking: what, when, for whom; giving it back, taking it again. */
@Route("c/:cluster/bookings/:booking([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/means.css")
class BookingView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient BookingService bookings;
    private final transient Clock clock;
    private final transient List<MeansPart> parts;
    private transient @Nullable Actor actor;
    private transient @Nullable BookingId id;
    private String title = "";

    BookingView(Actors actors, MeansQueries queries, BookingService bookings, Clock clock, List<MeansPart> parts) {
        this.actors = actors;
        this.queries = queries;
        this.bookings = bookings;
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
        if (booking.mayChange(here) && booking.to().isAfter(clock.instant())) {
            header.action(
                    booking.status() == BookingStatus.CONFIRMED
                            ? Buttons.danger(
                                    getTranslation("means.booking.cancel"),
                                    () -> BookingRow.cancel(here, booking, bookings, this::show))
                            : Buttons.primary(getTranslation("means.booking.restore"), () -> {
                                BookingRow.restore(here, booking, bookings);
                                show();
                            }));
        }
        removeAll();
        add(header, facts(here, booking));
        parts.forEach(part -> part.ofBooking(here, booking, this::show).forEach(this::add));
    }

    private Pane facts(Actor here, BookingLine booking) {
        Facts facts = new Facts()
                .with(
                        CvIcon.BUILDING,
                        getTranslation("means.booking.by", booking.personName(), booking.organisationName()))
                .with(CvIcon.BOX, Links.to(MeansPath.of(here, booking.means()), booking.meansName()))
                .with(CvIcon.HANDSHAKE, getTranslation("means.booking.owner", booking.ownerName()));
        facts.addClassName("cv-facts-column");
        if (!booking.unitNames().isEmpty()) {
            facts.with(CvIcon.TAG, booking.unitNames());
        }
        if (!booking.place().isBlank()) {
            facts.with(CvIcon.MAP_PIN, booking.place());
        }
        Pane pane = Pane.of(
                booking.status() == BookingStatus.CONFIRMED
                        ? Status.ok(getTranslation(
                                booking.blackout() ? "means.timeline.maintenance" : "means.booking.confirmed"))
                        : Status.quiet(CvIcon.CIRCLE_X, getTranslation("means.booking.cancelled")),
                facts);
        if (!booking.purpose().isEmpty()) {
            pane.add(new Paragraph(booking.purpose()));
        }
        return pane;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
