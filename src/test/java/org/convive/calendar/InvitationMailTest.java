package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.calendar.judge.ByteCheck;
import org.convive.calendar.judge.Judges;
import org.convive.identity.Actor;
import org.convive.mail.Postman;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Invitations as they arrive at a real mail server. The numbers are those of the project's checklist for calendars. */
@PortalTest
class InvitationMailTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private ReplyAddresses addresses;

    @Autowired
    private Postman postman;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private JdbcClient jdbc;

    private final Mailbox mailbox = new Mailbox();
    private Actor camille;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void invite() {
        // Other tests post mail that nobody delivers.
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        mailbox.receiveFrom(sender);
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        supper = meetings.schedule(camille, draft("Souper à l’été", 5, "Être là ; près de la forêt, 20 h"));
    }

    @AfterEach
    void close() {
        mailbox.close();
        sender.setHost("localhost");
        sender.setPort(25);
    }

    @Test
    void point10TextHtmlAndCalendarAreAlternativesAndTheSameOctetsAreAttached() throws Exception {
        Multipart mixed = (Multipart) arrived().getFirst().getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getCount()).isEqualTo(3);
        assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(alternative.getBodyPart(2).getContentType().replaceAll("\\s+", " "))
                .startsWith("text/calendar;")
                .containsIgnoringCase("charset=UTF-8")
                .contains("method=REQUEST");
        assertThat(octets(mixed.getBodyPart(1))).isEqualTo(octets(alternative.getBodyPart(2)));
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invitation.ics");
    }

    @Test
    void point7TheOrganizerIsAMailboxThatThePortalReadsAndEachPersonHasTheirOwn() throws Exception {
        MimeMessage message = arrived().getFirst();
        Matcher organizer = Pattern.compile("ORGANIZER;CN=[^:]*:mailto:(\\S+)").matcher(unfolded(message));
        assertThat(organizer.find()).isTrue();
        assertThat(addresses.read(organizer.group(1)))
                .isEqualTo(new ReplyAddresses.Genuine(new ReplyAddresses.Ticket('m', supper.value(), nadia.person())));
        assertThat(((InternetAddress) message.getReplyTo()[0]).getAddress()).isEqualTo(organizer.group(1));
    }

    @Test
    void points8And9TheMethodStandsTwiceAndTheRecipientIsAskedToAnswer() throws Exception {
        assertThat(unfolded(arrived().getFirst()))
                .contains("METHOD:REQUEST\r\n", "RSVP=TRUE", "PARTSTAT=NEEDS-ACTION")
                .contains("mailto:" + nadia.email().value());
    }

    @Test
    void point5TheSequenceRisesWithTimeAndPlaceAndOnCancelButNotWithWords() throws Exception {
        meetings.change(camille, supper, version(), draft("Autre nom", 5, "Autres mots"));
        meetings.change(camille, supper, version(), draft("Autre nom", 6, "Autres mots"));
        meetings.cancel(camille, supper, "");
        List<String> sequences = new ArrayList<>();
        for (MimeMessage message : arrived()) {
            Matcher sequence = Pattern.compile("METHOD:(\\w+).*SEQUENCE:(\\d+)", Pattern.DOTALL)
                    .matcher(calendar(message));
            assertThat(sequence.find()).isTrue();
            sequences.add(sequence.group(1) + " " + sequence.group(2));
        }
        assertThat(sequences).containsExactlyInAnyOrder("REQUEST 0", "REQUEST 0", "REQUEST 1", "CANCEL 2");
    }

    @Test
    void point11AnUpdateAsksAnewOnlyWhenTimeOrPlaceChanged() throws Exception {
        meetings.answer(nadia, supper, Answer.YES, 0);
        meetings.change(camille, supper, version(), draft("Autre nom", 5, ""));
        assertThat(calendars()).anyMatch(calendar -> unfold(calendar).contains("PARTSTAT=ACCEPTED"));
        meetings.change(camille, supper, version(), draft("Autre nom", 6, ""));
        assertThat(calendars())
                .anyMatch(calendar ->
                        calendar.contains("SEQUENCE:1\r\n") && unfold(calendar).contains("PARTSTAT=NEEDS-ACTION"));
        assertThat(queries.card(nadia, supper).mine().answer()).isEqualTo(Answer.YES);
    }

    @Test
    void point6TheStampIsTheInstantOfTheMessageInUtc() throws Exception {
        Matcher stamp = Pattern.compile("DTSTAMP:(\\d{8}T\\d{6}Z)\r\n")
                .matcher(calendar(arrived().getFirst()));
        assertThat(stamp.find()).isTrue();
        Instant posted = jdbc.sql("SELECT MAX(created_at) FROM mail_letter")
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
        assertThat(stamp.group(1)).isEqualTo(ContentLines.utc(posted));
    }

    @Test
    void whatArrivesSatisfiesTheJudges() throws Exception {
        meetings.change(camille, supper, version(), draft("Autre nom", 6, "😀 ".repeat(80)));
        meetings.cancel(camille, supper, "À bientôt");
        List<String> all = calendars();
        assertThat(all).hasSize(3);
        all.forEach(calendar -> assertThat(ByteCheck.of(calendar)).isEmpty());
        assertThat(Judges.libical(all)).isEmpty();
        assertThat(Judges.icalJs(all)).isEmpty();
    }

    private int version() {
        return queries.get(camille, supper).version();
    }

    private List<MimeMessage> arrived() {
        postman.deliverDue();
        return mailbox.of(nadia.email().value());
    }

    private List<String> calendars() throws Exception {
        List<String> calendars = new ArrayList<>();
        for (MimeMessage message : arrived()) {
            calendars.add(calendar(message));
        }
        return calendars;
    }

    private static String calendar(MimeMessage message) throws Exception {
        Multipart mixed = (Multipart) message.getContent();
        return new String(
                octets(((Multipart) mixed.getBodyPart(0).getContent()).getBodyPart(2)), StandardCharsets.UTF_8);
    }

    private static String unfolded(MimeMessage message) throws Exception {
        return unfold(calendar(message));
    }

    private static String unfold(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private static byte[] octets(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    private static MeetingDraft draft(String title, int days, String words) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(days, ChronoUnit.DAYS);
        return new MeetingDraft(
                title,
                from,
                from.plusSeconds(7200),
                PARIS,
                Place.at("Verrerie"),
                words,
                null,
                null,
                List.of(),
                Invited.wholeCluster());
    }
}
