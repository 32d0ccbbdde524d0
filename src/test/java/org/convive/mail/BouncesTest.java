package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.convive.identity.Actor;
import org.convive.shared.EmailAddress;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@PortalTest
class BouncesTest {
    private static int number;

    @Autowired
    Ledger ledger;

    @Autowired
    Claims claims;

    @Autowired
    Bounces bounces;

    @Autowired
    Suppressions suppressions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    private final Mailbox mailbox = new Mailbox();
    private Actor camille;
    private String reader;

    @BeforeEach
    void emptyQueue() {
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        camille = fixtures.animatorOfNewCluster();
        reader = "bounced" + System.nanoTime() + number++ + "@test.example";
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void aMailboxThatDoesNotExistIsBouncedAndGetsNoListMailAgain() throws Exception {
        long letter = send();
        String returnPath = returnPath();
        assertThat(returnPath).matches("portal\\+bounce-[0-9a-z]+-[0-9a-v]{16}@test\\.example");
        assertThat(note(report(returnPath, "failed", "5.1.1", "550 no such person")))
                .isTrue();
        assertThat(ledger.progress(letter).bounced()).isEqualTo(1);
        assertThat(suppressions.among(List.of(reader)).get(reader).reason()).isEqualTo(Suppressions.Reason.HARD_BOUNCE);
        long next = ledger.post(letter(true));
        assertThat(ledger.progress(next).failed()).isEqualTo(1);
        assertThat(ledger.progress(ledger.post(letter(false))).queued()).isEqualTo(1);
        suppressions.lift(new EmailAddress(reader));
        assertThat(ledger.progress(ledger.post(letter(true))).queued()).isEqualTo(1);
    }

    @Test
    void aFullMailboxIsSuppressedOnlyWhenItStaysFull() throws Exception {
        for (int i = 1; i <= BouncePolicy.SOFT_BOUNCES; i++) {
            assertThat(suppressions.among(List.of(reader))).isEmpty();
            send();
            MimeMessage report = report(returnPath(), "failed", "4.2.2", "452 mailbox full");
            note(report);
            note(report);
        }
        assertThat(suppressions.among(List.of(reader)).get(reader).reason())
                .isEqualTo(Suppressions.Reason.SOFT_BOUNCES);
    }

    @Test
    void aDelayChangesNothing() throws Exception {
        long letter = send();
        assertThat(note(report(returnPath(), "delayed", "4.4.1", "still trying")))
                .isTrue();
        assertThat(ledger.progress(letter).sent()).isEqualTo(1);
    }

    @Test
    void aReturnPathThatNobodyGotIsNotBelieved() throws Exception {
        long letter = send();
        String forged = returnPath().replaceFirst("-[0-9a-v]{16}@", "-0000000000000000@");
        assertThat(note(report(forged, "failed", "5.1.1", "550 no"))).isFalse();
        assertThat(ledger.progress(letter).sent()).isEqualTo(1);
    }

    @Test
    void withoutAPlusTheMessageThatCameBackNamesItself() throws Exception {
        long letter = send();
        String id = mailbox.of(reader).getLast().getMessageID();
        String report = text("portal@test.example", "failed", "5.1.1", "550 no")
                .replace("Subject: Letter", "Message-ID: " + id + "\r\nSubject: Letter");
        assertThat(note(mime(report))).isTrue();
        assertThat(ledger.progress(letter).bounced()).isEqualTo(1);
    }

    @Test
    void aServerThatReportsInWordsOnlyIsUnderstood() throws Exception {
        long letter = send();
        assertThat(note(mime("From: MAILER-DAEMON@mx.example\r\nTo: " + returnPath()
                        + "\r\nSubject: failure\r\n\r\nThe mailbox is gone: 550 5.1.1 unknown.\r\n")))
                .isTrue();
        assertThat(ledger.progress(letter).bounced()).isEqualTo(1);
    }

    @Test
    void anOutOfOfficeReplyIsNoBounce() throws Exception {
        send();
        assertThat(DeliveryReport.of(mime("From: " + reader + "\r\nTo: " + returnPath()
                        + "\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nBack on Monday.\r\n")))
                .isEmpty();
    }

    private long send() {
        long letter = ledger.post(letter(true));
        var sender = new JavaMailSenderImpl();
        mailbox.receiveFrom(sender);
        new Postman(
                        claims,
                        sender,
                        MailProperties.plain("portal@test.example", 1),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        "a")
                .deliverDue();
        return letter;
    }

    private String returnPath() throws Exception {
        return mailbox.of(reader).getLast().getHeader("Return-Path", null).replaceAll("[<>]", "");
    }

    private boolean note(MimeMessage message) throws Exception {
        return bounces.note(DeliveryReport.of(message).orElseThrow());
    }

    private Letter letter(boolean list) {
        return new Letter(
                camille.cluster(),
                "test",
                "test:bounce",
                "Camille",
                null,
                "Letter",
                "Words",
                null,
                null,
                list ? Map.of("List-Unsubscribe", "<https://test.example/u>") : Map.of(),
                List.of(Letter.Recipient.of(reader, "Reader")));
    }

    private MimeMessage report(String to, String action, String status, String diagnostic) throws Exception {
        return mime(text(to, action, status, diagnostic));
    }

    private String text(String to, String action, String status, String diagnostic) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I am sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; %s

                --b
                Content-Type: text/rfc822-headers

                Subject: Letter

                --b--
                """.formatted(to, reader, action, status, diagnostic).replace("\n", "\r\n");
    }

    private static MimeMessage mime(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
