package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import org.convive.identity.ui.TodaySection;
import org.convive.means.BookingId;
import org.convive.means.BookingStatus;
import org.convive.uikit.DayRow;
import org.convive.uikit.EmptyState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class BookingsViewTest extends MeansPages {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    MyBookingsSection section;

    @Test
    void nothingBookedShowsTheWayToWhatIsFree() {
        signIn(helene);
        open(here("bookings"));

        assertThat(_find(EmptyState.class)).hasSize(1);
        assertThat(section.render(helene)).isEmpty();
    }

    @Test
    void aBookingIsGivenBackInOneTapAndTakenAgainWithUndo() {
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(helene);
        open(here("bookings"));
        _click(_get(Button.class, spec -> spec.withText("Give back")));
        assertThat(queries.booking(helene, hers).status()).isEqualTo(BookingStatus.CANCELLED);

        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(queries.booking(helene, hers).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void theOwnerSeesWhoHasItsMeans() {
        bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(sarcelle);
        open(here("bookings?of=lent"));

        assertThat(_find(DayRow.class)).hasSize(1);
        assertThat(page()).contains("Verrerie Saulnaye");
    }

    @Test
    void aLongPastHidesNothingOfWhatIsAhead() {
        jdbc.sql("""
                        INSERT INTO booking (cluster_id, means_id, kind, person_id, organisation_id, starts_at, ends_at,
                                             units, status, idempotency_key, created_at, changed_at)
                        SELECT ?, ?, 'BOOKING', ?, ?, NOW() - INTERVAL seq + 2 HOUR, NOW() - INTERVAL seq + 1 HOUR,
                               1, 'CONFIRMED', CONCAT('past', seq), NOW(6), NOW(6) FROM seq_1_to_600""")
                .params(
                        helene.cluster().value(),
                        scanner.value(),
                        helene.person().value(),
                        helene.requireOrganisation().value())
                .update();
        bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(helene);
        open(here("bookings"));

        assertThat(page()).contains("Give back");
        assertThat(_find(DayRow.class)).as("the one ahead and the last hundred").hasSize(101);
    }

    @Test
    void aColleagueSeesTheCompanysBookings() {
        bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(fixtures.member(camille, "Nadia", helene.organisation()));
        open(here("bookings?of=company"));

        assertThat(_find(DayRow.class)).hasSize(1);
    }

    @Test
    void aBookingHasItsPageAndOthersCannotGiveItBack() {
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(marc);
        open(here("bookings/" + hers));

        assertThat(_get(H1.class).getText()).isEqualTo("Scanner");
        assertThat(page()).doesNotContain("Line review").doesNotContain("Give back");

        signIn(helene);
        open(here("bookings/" + hers + "?again"));
        assertThat(page()).contains("Line review").contains("Give back");
    }

    @Test
    void theNextBookingsStandOnTheHomePage() {
        bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(helene);

        assertThat(section.place()).isEqualTo(TodaySection.Place.SIDE);
        assertThat(section.render(helene)).isPresent();
        assertThat(section.render(marc)).isEmpty();
    }

    @Test
    void ottoFindsNoBookings() {
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 4));
        signIn(otto());

        assertNotFound(here("bookings"));
        assertNotFound(here("bookings/" + hers));
    }
}
