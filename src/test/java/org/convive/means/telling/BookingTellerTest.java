package org.convive.means.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.means.Approvals;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.Expiries;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.convive.means.MeansNotices;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.WaitingList;
import org.convive.notices.Choices;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
import org.convive.notices.Way;
import org.convive.shared.Message;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BookingTellerTest {
    private static final Set<NoticeKind> PORTAL_ONLY = Set.of(MeansNotices.BY_MAIL, MeansNotices.UNTOLD);

    @Autowired
    BookingEvents events;

    @Autowired
    Reminders reminders;

    @Autowired
    Crier crier;

    @Autowired
    MeansNotices kinds;

    @Autowired
    Approvals approvals;

    @Autowired
    WaitingList waiting;

    @Autowired
    Expiries expiries;

    @Autowired
    BookingEntries entries;

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
        assertThat(reminders.remind()).isPositive();
        assertThat(reminders.remind())
                .as("what was told of is not even looked at")
                .isZero();
        assertThat(titles(marc))
                .filteredOn(title -> title.startsWith("Soon: Bench"))
                .hasSize(1);
    }

    @Test
    void whoWantsNoReminderIsNotLookedAtAgainAndAgain() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(1, 9), 2));
        jdbc.sql("UPDATE booking b JOIN occupancy x ON x.booking_id = b.id SET b.created_at = NOW(6) - INTERVAL 5 DAY,"
                        + " b.starts_at = NOW(6) + INTERVAL 20 HOUR, b.ends_at = NOW(6) + INTERVAL 22 HOUR,"
                        + " x.starts = NOW(6) + INTERVAL 20 HOUR, x.ends = NOW(6) + INTERVAL 22 HOUR WHERE b.id = ?")
                .param(id.value())
                .update();
        choices.choose(signedIn(marc), MeansNotices.REMINDER.key(), Way.MAIL, false);
        choices.choose(signedIn(marc), MeansNotices.REMINDER.key(), Way.PORTAL, false);
        assertThat(reminders.remind()).isZero();
        choices.choose(signedIn(marc), MeansNotices.REMINDER.key(), Way.PORTAL, true);
        assertThat(reminders.remind()).isEqualTo(1);
    }

    @Test
    void everyMailAboutABookingToItsBookerCarriesItsCalendarPart() {
        MeansId asked = MeansWorld.share(
                means,
                helene,
                MeansWorld.draft("Oven", "O").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
        BookingId id = bookings.book(marc, MeansWorld.request(asked, MeansWorld.in(3, 9), 2));
        approvals.propose(helene, id, MeansWorld.in(3, 13), MeansWorld.in(3, 15), "");
        tellAll();
        assertThat(calendars(marc)).last().asString().contains("METHOD:REQUEST", "PARTSTAT=TENTATIVE");
        BookingId other = bookings.book(marc, MeansWorld.request(asked, MeansWorld.in(4, 9), 2));
        approvals.refuse(helene, other, "");
        tellAll();
        assertThat(calendars(marc)).last().asString().contains("METHOD:CANCEL", "UID:booking-" + other);

        BookingId hers = bookings.book(helene, MeansWorld.request(bench, MeansWorld.in(5, 9), 2));
        waiting.join(marc, MeansWorld.request(bench, MeansWorld.in(5, 9), 2));
        bookings.cancel(helene, hers);
        tellAll();
        assertThat(calendars(marc)).last().asString().contains("METHOD:REQUEST", "SUMMARY:Bench");
        assertThat(mails(marc))
                .as("no mail to the booker is without one")
                .isEqualTo(calendars(marc).size());
    }

    @Test
    void theOwnersMailsPublishWhenTheirMeansIsOutAndAskForNoAnswer() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        tellAll();
        assertThat(calendars(helene))
                .singleElement()
                .satisfies(part -> assertThat(unfolded(part))
                        .contains(
                                "METHOD:PUBLISH",
                                "UID:booking-" + id + "@" + marc.slug() + ".convive",
                                "SUMMARY:Bench: Moulin",
                                "TRANSP:TRANSPARENT")
                        .as("the mailbox for the booker's answers is the booker's alone")
                        .doesNotContain("ATTENDEE", "RSVP", entries.mailbox(id, marc.person())));
        bookings.cancel(helene, id);
        tellAll();
        assertThat(calendars(helene))
                .as("also for who gave it back")
                .hasSize(2)
                .last()
                .satisfies(part -> assertThat(part).contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:booking-" + id));
        assertThat(titles(helene))
                .as("in the portal nobody is told what they did")
                .hasSize(1);
    }

    @Test
    void whoAskedIsToldThatItWasAskedAndTheOwnerGetsAnEntryOnceItIsAgreed() {
        MeansId asked = oven();
        BookingId id = bookings.book(marc, MeansWorld.request(asked, MeansWorld.in(3, 9), 2));
        tellAll();
        assertThat(subjects(marc)).last().asString().contains("Asked for: Oven").contains("Saulnaye will answer");
        assertThat(calendars(marc)).last().asString().contains("METHOD:REQUEST", "PARTSTAT=TENTATIVE");
        assertThat(titles(helene)).first().asString().startsWith("Moulin would like to book Oven");
        assertThat(calendars(helene)).as("a question is no entry").isEmpty();
        approvals.approve(helene, id, "");
        tellAll();
        assertThat(calendars(helene)).singleElement().asString().contains("METHOD:PUBLISH", "UID:booking-" + id);
    }

    @Test
    void whenNobodyAnsweredInTimeBothSidesAreToldAndOfAHoldTheOwnerHearsNothing() {
        BookingId id = bookings.book(marc, MeansWorld.request(oven(), MeansWorld.in(3, 9), 2));
        BookingId hold = bookings.book(
                marc,
                new BookingRequest(bench, MeansWorld.in(4, 9), MeansWorld.in(4, 11), 1, "", "", null, true, null));
        tellAll();
        jdbc.sql("UPDATE booking SET expires_at = NOW(6) - INTERVAL 1 MINUTE WHERE id IN (?, ?)")
                .params(id.value(), hold.value())
                .update();
        expiries.run();
        tellAll();
        assertThat(titles(helene))
                .filteredOn(title -> title.startsWith("Nobody answered in time: Moulin"))
                .singleElement()
                .asString()
                .contains("Oven");
        assertThat(titles(marc))
                .filteredOn(title -> title.startsWith("Nobody answered in time"))
                .hasSize(2);
    }

    private MeansId oven() {
        return MeansWorld.share(
                means,
                helene,
                MeansWorld.draft("Oven", "O").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
    }

    private List<String> subjects(Actor actor) {
        return jdbc.sql("SELECT l.subject FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id"
                        + " WHERE d.address = ? ORDER BY l.id")
                .param(actor.email().value())
                .query(String.class)
                .list();
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    @Test
    void eachKindIsToldInThePortalAndByMailAndSwitchedOffByThePerson() {
        assertThat(kinds.kinds())
                .filteredOn(kind -> !kind.equals(MeansNotices.CONFIRMATION) && !PORTAL_ONLY.contains(kind))
                .allMatch(kind -> kind.inPortal() && kind.byMail());
        for (NoticeKind kind : kinds.kinds()) {
            crier.tell(
                    camille.cluster(),
                    List.of(marc.person()),
                    null,
                    kind,
                    Message.of("means.told.reminder", "Bench", "soon", "Saulnaye"),
                    "c/" + marc.slug(),
                    notice -> notice);
        }
        int mails = mails(marc);
        int lines = titles(marc).size();
        // What came by mail, and what the portal could not tell, goes to nobody by mail.
        assertThat(mails).isEqualTo(kinds.kinds().size() - PORTAL_ONLY.size());
        assertThat(lines).isEqualTo(kinds.kinds().size() - 1);
        for (NoticeKind kind : kinds.kinds()) {
            choices.choose(signedIn(marc), kind.key(), Way.MAIL, false);
            choices.choose(signedIn(marc), kind.key(), Way.PORTAL, false);
            crier.tell(
                    camille.cluster(),
                    List.of(marc.person()),
                    null,
                    kind,
                    Message.of("means.told.reminder", "Bench", "soon", "Saulnaye"),
                    "c/" + marc.slug(),
                    notice -> notice);
        }
        assertThat(mails(marc)).isEqualTo(mails);
        assertThat(titles(marc)).hasSize(lines);
    }

    private int mails(Actor actor) {
        return jdbc.sql("SELECT COUNT(*) FROM mail_delivery WHERE address = ?")
                .param(actor.email().value())
                .query(Integer.class)
                .single();
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
