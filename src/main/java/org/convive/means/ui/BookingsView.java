package org.convive.means.ui;

import com.vaadin.flow.component.Component;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Approvals;
import org.convive.means.BookingLine;
import org.convive.means.BookingService;
import org.convive.means.MeansQueries;
import org.convive.means.WaitingList;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** My bookings, my company's, and who has our means; ahead and past. */
@Route("c/:cluster/bookings")
@PermitAll
@StyleSheet("convive/means.css")
class BookingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient BookingService bookings;
    private final transient Approvals approvals;
    private final transient WaitingList waiting;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private Side side = Side.MINE;
    private String title = "";

    /** Whose bookings are shown. */
    private enum Side {
        MINE,
        COMPANY,
        LENT,
        REQUESTS
    }

    BookingsView(
            Actors actors,
            MeansQueries queries,
            BookingService bookings,
            Approvals approvals,
            WaitingList waiting,
            Clock clock) {
        this.approvals = approvals;
        this.waiting = waiting;
        this.actors = actors;
        this.queries = queries;
        this.bookings = bookings;
        this.clock = clock;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.bookings.title"), here.clusterName());
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("of")
                .orElse("")
                .toUpperCase(Locale.ROOT);
        side = List.of(Side.values()).stream()
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElse(Side.MINE);
        show();
    }

    private void show() {
        Actor here = Objects.requireNonNull(actor);
        Instant now = clock.instant();
        List<BookingLine> ahead = switch (side) {
            case MINE -> queries.mine(here, now);
            case COMPANY -> queries.ofMyCompany(here, now);
            case LENT -> queries.lent(here, now);
            case REQUESTS -> queries.toAnswer(here);
        };
        List<BookingLine> past = switch (side) {
            case MINE -> queries.minePast(here, now);
            case COMPANY -> queries.ofMyCompanyPast(here, now);
            case LENT -> queries.lentPast(here, now);
            case REQUESTS -> List.of();
        };
        removeAll();
        add(
                new PageHeader(getTranslation("means.bookings.title"), getTranslation("means.bookings.sentence"))
                        .back(getTranslation("means.title"), MeansPath.all(here))
                        .action(
                                Links.button(
                                        "c/" + here.slug() + "/give-and-take",
                                        getTranslation("means.ledger.title"),
                                        CvIcon.HANDSHAKE),
                                Links.button(
                                        "c/" + here.slug() + "/utilisation",
                                        getTranslation("means.watch.title"),
                                        CvIcon.CHART)),
                sides(here));
        if (side == Side.REQUESTS) {
            add(RequestList.of(here, ahead, new Answering(here, approvals, this::show)));
            return;
        }
        if (side == Side.MINE) {
            add(new WishesPane(here, waiting, getLocale(), this::show));
        }
        add(ahead.isEmpty() ? empty(here) : list("means.bookings.ahead", here, ahead, true));
        if (!past.isEmpty()) {
            add(list("means.bookings.past", here, past, false));
        }
    }

    private Div sides(Actor here) {
        Div chips = new Div();
        chips.addClassName("cv-means-chips");
        chips.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("means.bookings.whose"));
        for (Side one : Side.values()) {
            if (isFor(one, here)) {
                Chip chip = new Chip(getTranslation("means.bookings." + one.name())).setOn(one == side);
                chip.addClickListener(e -> UI.getCurrent()
                        .navigate(
                                MeansPath.bookings(here),
                                QueryParameters.simple(Map.of("of", one.name().toLowerCase(Locale.ROOT)))));
                chips.add(chip);
            }
        }
        return chips;
    }

    /** Requests are for those who may answer them. */
    private static boolean isFor(Side one, Actor here) {
        return switch (one) {
            case MINE -> true;
            case COMPANY, LENT -> here.organisation() != null;
            case REQUESTS -> here.isAnimator() || here.organisation() != null && here.isManagerOf(here.organisation());
        };
    }

    private Component empty(Actor here) {
        return new EmptyState(
                getTranslation("means.bookings.none"),
                getTranslation("means.bookings.none.sentence"),
                Links.primary(MeansPath.all(here), getTranslation("means.bookings.find"), CvIcon.SEARCH));
    }

    private Pane list(String key, Actor here, List<BookingLine> lines, boolean open) {
        boolean lending = side == Side.LENT;
        List<DayRow> rows = lines.stream()
                .map(one -> open
                        ? BookingRow.of(here, one, getLocale(), lending, bookings, clock.instant(), this::show)
                        : BookingRow.of(here, one, getLocale(), lending))
                .toList();
        return new Pane(getTranslation(key), new DayList(rows));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
