package org.convive.means.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convive.calendar.ReplyAddresses;
import org.convive.calendar.ReplyAddresses.Ticket;
import org.convive.calendar.inbound.InboundAnswers;
import org.convive.calendar.inbound.InboundCalendar;
import org.convive.calendar.inbound.InboundItem;
import org.convive.calendar.inbound.ReceivedMail;
import org.convive.identity.Actor;
import org.convive.means.Approvals;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingService;
import org.convive.means.BookingStatus;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes by mail in answer to the mails about bookings. */
@PortalTest
class BookingRepliesTest {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Autowired
    InboundCalendar inbound;

    @Autowired
    InboundAnswers answers;

    @Autowired
    ReplyAddresses addresses;

    @Autowired
    ReplyErrand errand;

    @Autowired
    BookingEvents events;

    @Autowired
    BookingService bookings;

    @Autowired
    Approvals approvals;

    @Autowired
    MeansService means;

    @Autowired
    MeansQueries queries;

    @Autowired
    Notices notices;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private MeansId bench;
    private BookingId his;

    @BeforeEach
    void aBooking() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
        his = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
    }

    @Test
    void theMailNamesAnAddressForTheBookersAnswersAsOrganiserAndForReplies() {
        tellAll();
        String address = addresses.of(new Ticket('b', his.value(), marc.person()));
        assertThat(jdbc.sql(
                                "SELECT CONCAT(reply_to, ' ', REPLACE(REPLACE(calendar, '\r', ''), '\n ', '')) FROM mail_letter"
                                        + " WHERE subject_ref = ? AND calendar IS NOT NULL AND reply_to IS NOT NULL")
                        .param("booking:" + his)
                        .query(String.class)
                        .single())
                .startsWith(address + " ")
                .contains("mailto:" + address);
    }

    @Test
    void whoDeclinesWhatTheyBookedGivesItBackOnceAndTheOwnerIsTold() {
        ReceivedMail no = reply(his, marc, "DECLINED", 0);
        inbound.take(no);
        inbound.take(no);
        errand.carryOut();
        assertThat(booking().status()).isEqualTo(BookingStatus.CANCELLED);
        tellAll();
        assertThat(titles(helene)).anyMatch(title -> title.startsWith("Moulin has given back Bench"));
        assertThat(answers.waitingCount(camille)).isZero();

        // Taken again: the answer that was carried out is not carried out again.
        bookings.restore(marc, his);
        inbound.take(reply(his, marc, "DECLINED", 0));
        assertThat(errand.carryOut()).isZero();
        assertThat(booking().status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void whatChangedBeforeTheAnswerIsCarriedOutIsLeftAlone() {
        inbound.take(reply(his, marc, "DECLINED", 0));
        bookings.cancel(marc, his);
        bookings.restore(marc, his);
        errand.carryOut();
        assertThat(booking().status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void whoAcceptsOrWaversLosesNothing() {
        inbound.take(reply(his, marc, "ACCEPTED", 0));
        inbound.take(reply(his, marc, "TENTATIVE", 0));
        assertThat(errand.carryOut()).isZero();
        assertThat(booking().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(answers.waitingCount(camille)).isZero();
    }

    @Test
    void whatHasBegunOrIsInUseStaysAndTheBookerIsToldWhy() {
        inbound.take(reply(his, marc, "DECLINED", 0));
        jdbc.sql("INSERT INTO booking_use (booking_id, cluster_id, means_id, checked_in_at, checked_in_by)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(), ?)")
                .params(
                        his.value(),
                        camille.cluster().value(),
                        bench.value(),
                        marc.person().value())
                .update();
        errand.carryOut();
        assertThat(booking().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(titles(marc)).anyMatch(title -> title.startsWith("Still booked: Bench"));

        jdbc.sql("UPDATE booking SET starts_at = UTC_TIMESTAMP() - INTERVAL 10 MINUTE WHERE id = ?")
                .param(his.value())
                .update();
        inbound.take(reply(his, marc, "DECLINED", 0));
        assertThat(errand.carryOut()).isZero();
        assertThat(titles(marc)).anyMatch(title -> title.startsWith("It has begun"));
        assertThat(titles(helene)).anyMatch(title -> title.contains("wrote about the booking of Bench"));
    }

    @Test
    void aProposedTimeIsTakenByAcceptingItInTheCalendar() {
        MeansId oven = MeansWorld.share(
                means,
                helene,
                MeansWorld.draft("Oven", "O").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
        BookingId asked = bookings.book(marc, MeansWorld.request(oven, MeansWorld.in(3, 9), 2));
        approvals.propose(helene, asked, MeansWorld.in(3, 13), MeansWorld.in(3, 15), "");
        inbound.take(reply(asked, marc, "ACCEPTED", queries.booking(marc, asked).version()));
        errand.carryOut();
        assertThat(queries.booking(marc, asked).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aHumanAnswerStandsOnTheBookingForItsOwnerAndGoesToNobodyByMail() {
        tellAll();
        int before = mails();
        inbound.take(new ReceivedMail(
                UUID.randomUUID().toString(),
                marc.email().value(),
                "Marc",
                List.of(addresses.of(new Ticket('b', his.value(), marc.person()))),
                "Re: Booked",
                Instant.now(),
                null,
                "",
                false,
                "May I bring my own clamps?"));
        assertThat(answers.about(helene, 'b', his.value()))
                .singleElement()
                .extracting(InboundItem::words)
                .isEqualTo("May I bring my own clamps?");
        assertThat(titles(helene)).anyMatch(title -> title.contains("wrote about the booking of Bench"));
        assertThat(mails()).isEqualTo(before);
        Actor paul = fixtures.managerOf(camille, "Brunel");
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Brenner");
        assertThat(answers.about(paul, 'b', his.value())).isEmpty();
        assertThat(answers.about(otto, 'b', his.value())).isEmpty();
    }

    @Test
    void whoeverElseAnswersWaitsForAnAnimator() {
        ReceivedMail forged = reply(his, helene, "DECLINED", 0);
        inbound.take(forged);
        assertThat(errand.carryOut()).isZero();
        assertThat(booking().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(answers.waitingCount(camille)).isEqualTo(1);
    }

    private BookingLine booking() {
        return queries.booking(marc, his);
    }

    private ReceivedMail reply(BookingId booking, Actor author, String participation, int sequence) {
        String calendar = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Test//EN",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "UID:booking-" + booking + "@" + camille.slug() + ".convive",
                "SEQUENCE:" + sequence,
                "DTSTAMP:" + STAMP.format(Instant.now().plusSeconds(stamps++)),
                "DTSTART:" + STAMP.format(MeansWorld.in(3, 9)),
                "DTEND:" + STAMP.format(MeansWorld.in(3, 11)),
                "ATTENDEE;PARTSTAT=" + participation + ":mailto:"
                        + author.email().value(),
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        return new ReceivedMail(
                UUID.randomUUID().toString(),
                author.email().value(),
                author.name(),
                List.of(addresses.of(new Ticket('b', booking.value(), marc.person()))),
                "Declined",
                Instant.now(),
                calendar.getBytes(StandardCharsets.UTF_8),
                "REPLY",
                false,
                "");
    }

    private int stamps = 1;

    private int mails() {
        return jdbc.sql("SELECT COUNT(*) FROM mail_letter WHERE cluster_id = ?")
                .param(camille.cluster().value())
                .query(Integer.class)
                .single();
    }

    private List<String> titles(Actor actor) {
        return notices.mine(actor, true, 0, 50).stream().map(NoticeLine::title).toList();
    }

    private void tellAll() {
        while (events.tell() > 0) {
            // as long as there is something to tell
        }
    }
}
