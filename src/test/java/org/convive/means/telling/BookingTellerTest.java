package org.convive.means.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansNotices;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.notices.Choices;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
import org.convive.notices.Way;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BookingTellerTest {
    @Autowired
    BookingEvents events;

    @Autowired
    Reminders reminders;

    @Autowired
    MeansService means;

    @Autowired
    BookingService bookings;

    @Autowired
    Notices notices;

    @Autowired
    Choices choices;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private MeansId bench;

    @BeforeEach
    void aBench() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
        tellAll();
    }

    @Test
    void theOwnerHearsOfABookingAndTheBookerGetsItsCalendarEntryByMail() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        tellAll();
        tellAll();
        assertThat(titles(helene)).singleElement().asString().startsWith("Moulin has booked Bench: ");
        assertThat(titles(marc)).isEmpty();
        assertThat(calendars(marc))
                .singleElement()
                .satisfies(part -> assertThat(part)
                        .contains(
                                "METHOD:REQUEST",
                                "UID:booking-" + id + "@" + marc.slug() + ".convive",
                                "PARTSTAT=ACCEPTED"));
    }

    @Test
    void whatIsGivenBackLeavesTheCalendarAgain() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        bookings.cancel(helene, id);
        tellAll();
        assertThat(titles(marc)).singleElement().asString().startsWith("Given back: Bench");
        assertThat(calendars(marc)).last().asString().contains("METHOD:CANCEL", "STATUS:CANCELLED");
    }

    @Test
    void whoWantsNoMailGetsNone() {
        choices.choose(signedIn(marc), MeansNotices.CONFIRMATION.key(), Way.MAIL, false);
        bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        tellAll();
        assertThat(calendars(marc)).isEmpty();
    }

    @Test
    void aDayBeforeABookingItsPersonIsRemindedOnce() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(1, 9), 2));
        jdbc.sql("UPDATE booking SET created_at = created_at - INTERVAL 5 DAY WHERE id = ?")
                .param(id.value())
                .update();
        jdbc.sql("UPDATE booking b JOIN occupancy x ON x.booking_id = b.id"
                        + " SET b.starts_at = NOW(6) + INTERVAL 20 HOUR, b.ends_at = NOW(6) + INTERVAL 22 HOUR,"
                        + " x.starts = NOW(6) + INTERVAL 20 HOUR, x.ends = NOW(6) + INTERVAL 22 HOUR WHERE b.id = ?")
                .param(id.value())
                .update();
        reminders.remind();
        reminders.remind();
        assertThat(titles(marc))
                .filteredOn(title -> title.startsWith("Soon: Bench"))
                .hasSize(1);
    }

    private void tellAll() {
        while (events.tell() > 0) {
            // as long as there is something to tell
        }
    }

    private List<String> titles(Actor actor) {
        return notices.mine(actor, true, 0, 50).stream().map(NoticeLine::title).toList();
    }

    private List<String> calendars(Actor actor) {
        return jdbc.sql("SELECT l.calendar FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id"
                        + " WHERE d.address = ? AND l.calendar IS NOT NULL ORDER BY l.id")
                .param(actor.email().value())
                .query(String.class)
                .list();
    }

    private static org.convive.identity.SignedIn signedIn(Actor actor) {
        return new org.convive.identity.SignedIn() {
            @Override
            public org.convive.shared.PersonId personId() {
                return actor.person();
            }

            @Override
            public boolean isAdmin() {
                return false;
            }
        };
    }
}
