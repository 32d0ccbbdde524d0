package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;
import static org.convive.means.MeansWorld.share;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingRequest;
import org.convive.means.BookingStatus;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.convive.means.WaitingList;
import org.convive.uikit.Chip;
import org.convive.uikit.Timeline;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests, holds, plans, series and the waiting list, as their people see them. */
class LendingPagesTest extends MeansPages {
    @Autowired
    WaitingList waiting;

    private MeansId asked() {
        return share(
                meansService,
                sarcelle,
                draft("Bench", "P1").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
    }

    private static Button button(String text) {
        return _find(Button.class, spec -> spec.withText(text)).getLast();
    }

    private BookingStatus status(BookingId id) {
        return queries.booking(sarcelle, id).status();
    }

    @Test
    void aBookerAsksAndTheOwnerLendsFromTheInbox() {
        MeansId bench = asked();
        signIn(helene);
        open(here("means?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=08:00&to=10:00&means=" + bench));
        assertThat(page()).contains("The owner answers within 2 days");
        _click(button("Ask for Bench, 08:00 to 10:00"));
        BookingLine hers = queries.mine(helene, in(0, 0)).getFirst();
        assertThat(hers.status()).isEqualTo(BookingStatus.PENDING);

        signIn(sarcelle);
        open(here("bookings?of=requests"));
        assertThat(page()).contains("Bench", "Verrerie Saulnaye");
        _click(button("Lend it"));
        assertThat(status(hers.id())).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(page()).contains("Nobody waits for your answer");
    }

    @Test
    void theOwnerRefusesWithAWordThatTheBookerReads() {
        BookingId hers = bookings.book(helene, request(asked(), in(2, 8), 2));
        signIn(sarcelle);
        open(here("bookings/" + hers));
        _click(button("Say no"));
        _setValue(
                _get(TextArea.class, spec -> spec.withLabel("A word to the booker, if you like")),
                "We need it that day");
        _click(button("Say no"));
        assertThat(status(hers)).isEqualTo(BookingStatus.REFUSED);

        signIn(helene);
        open(here("bookings/" + hers));
        assertThat(page()).contains("We need it that day").contains("Métrologie Sarcelle said no");
    }

    @Test
    void anotherTimeIsProposedAndTaken() {
        BookingId hers = bookings.book(helene, request(asked(), in(2, 8), 2));
        signIn(sarcelle);
        open(here("bookings/" + hers));
        _click(button("Propose another time"));
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("From")), LocalTime.of(13, 0));
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("To")), LocalTime.of(15, 0));
        _click(button("Propose it"));
        assertThat(status(hers)).isEqualTo(BookingStatus.PROPOSED);

        signIn(helene);
        open(here("bookings/" + hers));
        _click(button("Take this time"));
        assertThat(status(hers)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(queries.booking(helene, hers).from()).isEqualTo(in(2, 13));
        assertThat(page()).contains("proposed another time instead of");
    }

    @Test
    void termsAreReadAndAcceptedBeforeBooking() {
        MeansId laser = share(meansService, sarcelle, draft("Laser", "L1").onTerms("Wear your **glasses**."));
        signIn(helene);
        open(here("means?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=08:00&to=10:00&means=" + laser));

        _click(button("Book Laser, 08:00 to 10:00"));
        assertThat(queries.mine(helene, in(0, 0))).isEmpty();
        Checkbox accept = _get(Checkbox.class, spec -> spec.withLabel("I have read the terms and accept them"));
        assertThat(accept.isInvalid()).isTrue();
        _setValue(accept, true);
        _click(button("Book Laser, 08:00 to 10:00"));
        assertThat(queries.mine(helene, in(0, 0))).hasSize(1);
    }

    @Test
    void aHoldIsConfirmedOnItsPage() {
        signIn(helene);
        open(here("means?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=08:00&to=10:00&means=" + scanner));
        _click(button("Hold it for now"));
        BookingId hers = queries.mine(helene, in(0, 0)).getFirst().id();
        assertThat(status(hers)).isEqualTo(BookingStatus.HELD);

        open(here("bookings/" + hers));
        _click(button("Book it"));
        assertThat(status(hers)).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void whoComesTooLateWaitsAndIsOfferedWhatBecomesFree() {
        BookingId hers = bookings.book(helene, request(scanner, in(4, 8), 2));
        signIn(marc);
        open(here("means?day=" + LocalDate.now(PARIS).plusDays(4) + "&from=08:00&to=10:00&means=" + scanner));
        _click(button("Tell me when it becomes free"));
        open(here("bookings"));
        assertThat(page()).contains("You are next");

        bookings.cancel(helene, hers);
        open(here("bookings?of=mine"));
        assertThat(page()).contains("It is free now, and kept for you");
        assertThat(waiting.mine(marc).getFirst().offer()).isNotNull();
    }

    @Test
    void aPlanIsBookedWholeOrNotAtAll() {
        MeansId van = share(meansService, sarcelle, draft("Van", "V1"));
        bookings.book(marc, request(van, in(2, 8), 2));
        var both = new PlanItems(List.of(request(scanner, in(2, 8), 2), request(van, in(2, 9), 2)));
        signIn(helene);
        open(both.address(camille));
        assertThat(page()).contains("One line is not free").contains("Moulin-Fauvel has it");
        assertThat(_find(Button.class, spec -> spec.withText("Book all 2"))).isEmpty();

        Chip instead = _find(Chip.class).stream()
                .filter(chip -> chip.getText().startsWith("10:00"))
                .findFirst()
                .orElseThrow();
        _click(instead);
        _click(button("Book all 2"));
        assertThat(queries.mine(helene, in(0, 0))).hasSize(2);
    }

    @Test
    void aSeriesWithTwoConflictsIsAnsweredOneByOne() {
        bookings.book(marc, request(scanner, in(9, 8), 2));
        bookings.book(marc, request(scanner, in(16, 9), 2));
        signIn(helene);
        open(RepeatState.address(camille, request(scanner, in(2, 8), 2)) + "&until="
                + LocalDate.now(PARIS).plusDays(24));
        assertThat(page()).contains("4 times, 2 of them not free").contains("2 times need your decision");
        assertThat(_find(
                        Button.class,
                        spec -> spec.withPredicate(one -> one.getText().startsWith("Book "))))
                .isEmpty();

        _click(_find(Button.class, spec -> spec.withText("Leave it out")).getFirst());
        assertThat(page()).contains("One time needs your decision");
        _click(_find(Chip.class).getFirst());
        _click(button("Book all 3 times"));

        List<BookingLine> booked = queries.mine(helene, in(0, 0));
        assertThat(booked).hasSize(3);
        assertThat(booked)
                .extracting(BookingLine::plan)
                .doesNotContainNull()
                .containsOnly(booked.getFirst().plan());
        assertThat(booked.get(1).from()).isNotEqualTo(in(16, 8));
    }

    @Test
    void aBarIsDraggedAndTheMoveCanBeUndone() {
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 2));
        String unit = String.valueOf(
                queries.get(helene, scanner).means().units().getFirst().id());
        signIn(helene);
        open(here("means?day=" + LocalDate.now(PARIS).plusDays(2)));
        Timeline timeline = _get(Timeline.class);
        String from = LocalDate.now(PARIS).plusDays(2) + "T13:00:00";
        String to = LocalDate.now(PARIS).plusDays(2) + "T15:00:00";
        ComponentUtil.fireEvent(timeline, new Timeline.MoveEvent(timeline, true, hers + "/" + unit, unit, from, to));

        assertThat(queries.booking(helene, hers).from()).isEqualTo(in(2, 13));
        _click(button("Undo"));
        assertThat(queries.booking(helene, hers).from()).isEqualTo(in(2, 8));
    }

    @Test
    void strangersFindNothing() {
        BookingId hers = bookings.book(helene, new BookingRequest(scanner, in(2, 8), in(2, 10), 1, "", null));
        signIn(otto());
        assertNotFound(here("bookings/" + hers));
        assertNotFound(RepeatState.address(camille, request(scanner, in(2, 8), 2)));
        assertNotFound(here("means/plan"));
    }

    @Test
    void frenchReadersReadFrenchHereToo() {
        BookingId hers = bookings.book(helene, request(asked(), in(2, 8), 2));
        signIn(sarcelle);
        UI.getCurrent().setLocale(Locale.FRENCH);
        open(here("bookings?of=requests"));
        assertThat(page()).contains("À répondre").doesNotContain("!means.");
        open(here("bookings/" + hers));
        assertThat(page()).contains("Proposer un autre moment").doesNotContain("!means.");
        open(new PlanItems(List.of(request(scanner, in(2, 8), 2))).address(camille));
        assertThat(page()).contains("Tout ou rien").doesNotContain("!means.");
        open(RepeatState.address(camille, request(scanner, in(2, 8), 2)));
        assertThat(page()).contains("régulièrement").doesNotContain("!means.");
    }
}
