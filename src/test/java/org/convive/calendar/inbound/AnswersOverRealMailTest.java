package org.convive.calendar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.identity.Actor;
import org.convive.local.LocalMail;
import org.convive.mail.BenchMailbox;
import org.convive.mail.IncomingMailHandler;
import org.convive.mail.Postman;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.Source;
import org.convive.meetings.desk.MeetingDesk;
import org.convive.meetings.desk.Segment;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The whole way: an invitation leaves by SMTP, a calendar program answers by SMTP, the portal reads it by IMAP. */
@PortalTest
class AnswersOverRealMailTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private MeetingDesk desk;

    @Autowired
    private Postman postman;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private List<IncomingMailHandler> handlers;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private LocalMail mail;
    private Actor helene;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void invite() {
        // Other tests post mail that nobody delivers.
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        mail = LocalMail.start(folder, 0, 0);
        sender.setHost("127.0.0.1");
        sender.setPort(mail.smtpPort());
        Actor camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie");
        nadia = fixtures.member(camille, "Nadia", null);
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(9, ChronoUnit.DAYS);
        supper = meetings.schedule(
                helene,
                MeetingDraft.of(
                        "Souper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Verrerie"),
                        Invited.wholeCluster()));
        postman.deliverDue();
    }

    @AfterEach
    void close() {
        mail.close();
        sender.setHost("localhost");
        sender.setPort(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "gmail", "apple"})
    void anAnswerFromACalendarIsRecordedAndTheOrganiserSeesThatItCameFromThere(String program) throws Exception {
        answer(program, "ACCEPTED");
        assertThat(read()).isEqualTo(1);
        assertThat(queries.card(nadia, supper).mine().answer()).isEqualTo(Answer.YES);
        assertThat(desk.rows(helene, supper, Segment.EVERYBODY))
                .filteredOn(row -> row.person().equals(nadia.person()))
                .singleElement()
                .satisfies(row -> assertThat(row.source()).isEqualTo(Source.CALENDAR));
        assertThat(read()).isZero();
    }

    @Test
    void aDamagedMessageBeforeItDoesNotHoldItBack() throws Exception {
        send("BEGIN:VCALENDAR, but no", organizer());
        answer("gmail", "DECLINED");
        read();
        assertThat(queries.card(nadia, supper).mine().answer()).isEqualTo(Answer.NO);
    }

    private int read() throws MessagingException {
        return BenchMailbox.read(context, mail.imapPort(), handlers);
    }

    private void answer(String program, String participation) throws Exception {
        Matcher uid = Pattern.compile("UID:(\\S+)").matcher(invitation());
        assertThat(uid.find()).isTrue();
        ReplyMail reply = ReplyMail.of(program)
                .from(nadia.email().value())
                .to(organizer())
                .with("uid", uid.group(1))
                .with("partstat", participation)
                .stamped(Instant.now());
        send(new String(reply.bytes(), StandardCharsets.UTF_8), organizer());
    }

    private void send(String message, String recipient) throws MessagingException {
        RealMail.send(mail.smtpPort(), message.getBytes(StandardCharsets.UTF_8), recipient);
    }

    /** The calendar that Nadia's program got. */
    private String invitation() {
        return mail.messages(nadia.email().value()).stream()
                .map(stored -> Mailbox.part(stored.getMimeMessage(), "text/calendar")
                        .orElseThrow()
                        .replace("\r\n ", ""))
                .findFirst()
                .orElseThrow();
    }

    private String organizer() {
        Matcher organizer = Pattern.compile("ORGANIZER;[^\\r]*mailto:(\\S+)").matcher(invitation());
        assertThat(organizer.find()).isTrue();
        return organizer.group(1);
    }
}
