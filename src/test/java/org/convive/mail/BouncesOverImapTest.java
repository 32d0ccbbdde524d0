package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The whole way of a letter that comes back: out over SMTP with its own return path, a report (RFC 3464) into the portal's
 * mailbox, read from there over IMAP, noted in the ledger, and minded when the next letter is posted.
 */
@PortalTest
class BouncesOverImapTest {
    private static int number;

    @Autowired
    Ledger ledger;

    @Autowired
    Claims claims;

    @Autowired
    BounceHandler bounces;

    @Autowired
    InboxRows rows;

    @Autowired
    Suppressions suppressions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final List<String> leftForOthers = new ArrayList<>();
    private Actor camille;
    private String portal;
    private String reader;

    @BeforeEach
    void aMailServer() {
        server.start();
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        camille = fixtures.animatorOfNewCluster();
        portal = "letters" + ++number + "x" + System.nanoTime() + "@test.example";
        reader = "reader" + number + "x" + System.nanoTime() + "@test.example";
        server.setUser(portal, portal, "secret");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aMailboxThatDoesNotExistIsNotedAndGetsNoListMailAnyMore() throws Exception {
        long letter = send(true);
        report("5.1.1", "550 5.1.1 no such person");
        assertThat(read()).isEqualTo(1);
        assertThat(ledger.progress(letter).bounced()).isEqualTo(1);
        assertThat(ledger.deliveries(camille.cluster(), "test:imap", 0, 10))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.state()).isEqualTo(DeliveryState.BOUNCED);
                    assertThat(row.error()).contains("5.1.1", "no such person");
                });
        assertThat(suppressions.among(List.of(reader)).get(reader).reason()).isEqualTo(Suppressions.Reason.HARD_BOUNCE);
        assertThat(ledger.progress(ledger.post(letter(true))).failed())
                .as("list mail fails at once")
                .isEqualTo(1);
        assertThat(ledger.progress(ledger.post(letter(false))).queued())
                .as("what one person waits for is tried")
                .isEqualTo(1);
        assertThat(leftForOthers).isEmpty();
    }

    @Test
    void aFullMailboxIsSuppressedWhenItWasFullFiveTimes() throws Exception {
        for (int i = 1; i <= BouncePolicy.SOFT_BOUNCES; i++) {
            assertThat(suppressions.among(List.of(reader)))
                    .as("after %d", i - 1)
                    .isEmpty();
            long letter = send(true);
            report("4.2.2", "452 4.2.2 mailbox full");
            read();
            assertThat(ledger.progress(letter).bounced()).isEqualTo(1);
        }
        assertThat(suppressions.among(List.of(reader)).get(reader).reason())
                .isEqualTo(Suppressions.Reason.SOFT_BOUNCES);
    }

    @Test
    void aServerThatDoesNotLikeOurLetterSaysNothingAboutTheMailbox() throws Exception {
        long letter = send(true);
        report("5.7.1", "550 5.7.1 message refused by policy");
        read();
        assertThat(ledger.progress(letter).bounced()).isEqualTo(1);
        assertThat(suppressions.among(List.of(reader))).isEmpty();
    }

    @Test
    void whatAPersonAnswersIsLeftForTheOthersWhoReadTheMailbox() throws Exception {
        send(true);
        deliver("From: " + reader + "\r\nTo: " + portal + "\r\nSubject: Thank you\r\n\r\nA fine letter.\r\n");
        assertThat(read()).isEqualTo(1);
        assertThat(leftForOthers).containsExactly("Thank you");
        assertThat(suppressions.among(List.of(reader))).isEmpty();
    }

    private int read() throws MessagingException {
        var imap = new ImapProperties(
                "127.0.0.1",
                server.getImap().getPort(),
                portal,
                "secret",
                "imap",
                "INBOX",
                Duration.ofSeconds(60),
                1_000_000);
        IncomingMailHandler others = new IncomingMailHandler() {
            @Override
            public int order() {
                return 10;
            }

            @Override
            public boolean take(IncomingMail mail) {
                try {
                    return leftForOthers.add(mail.message().getSubject());
                } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try (var inbox = new InboxReader(imap, rows, List.of(others, bounces), Clock.systemUTC(), "a")) {
            return inbox.readNew();
        }
    }

    private long send(boolean list) {
        long letter = ledger.post(letter(list));
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        new Postman(
                        claims,
                        sender,
                        MailProperties.plain(portal, 1),
                        new io.micrometer.core.instrument.simple.SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        "a")
                .deliverDue();
        return letter;
    }

    private Letter letter(boolean list) {
        return new Letter(
                camille.cluster(),
                "test",
                "test:imap",
                "Camille",
                null,
                "Letter",
                "Words",
                null,
                null,
                list ? Map.of("List-Unsubscribe", "<https://test.example/u>") : Map.of(),
                List.of(Letter.Recipient.of(reader, "Reader")));
    }

    /** The other side's mail server says to the return path what became of the last letter. */
    private void report(String status, String diagnostic) throws Exception {
        MimeMessage sent = Arrays.stream(server.getReceivedMessages())
                .filter(message -> isFor(message, reader))
                .reduce((first, second) -> second)
                .orElseThrow();
        String returnPath = sent.getHeader("Return-Path", null).replaceAll("[<>]", "");
        assertThat(returnPath).matches("letters[0-9x]+\\+bounce-[0-9a-z]+-[0-9a-v]{16}@test\\.example");
        deliver("""
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
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s

                --b--
                """.formatted(returnPath, reader, status, diagnostic).replace("\n", "\r\n"));
    }

    /** Into the portal's mailbox, over SMTP; a mail server that knows the plus does the same. */
    private void deliver(String text) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        settings.setProperty("mail.smtp.from", "mailer@mx.example");
        Session session = Session.getInstance(settings);
        Transport.send(
                new MimeMessage(session, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                new InternetAddress[] {new InternetAddress(portal)});
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
