package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.mail.DeliveryState;
import org.convive.mail.MailLedger;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalProcess;
import org.convive.testing.PortalTest;
import org.convive.testing.TokenIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A letter to 2,000 readers leaves over SMTP for a real mail server while the whole portal, a process as an operator
 * starts it, is killed (SIGKILL) at random moments and started again.
 */
@PortalTest
class KillTest {
    private static final int READERS = 2_000;
    private static final int KILLS = 3;

    /** Two lines with at most twenty messages each. */
    private static final int MOST_IN_HAND = 2 * 20;

    /** So that the mail lasts longer than the kills. */
    private static final int PER_SECOND = 250;

    private static final String NODE = "the-one-that-dies";

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    MailLedger ledger;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private TokenIssuer issuer;
    private final long seed = System.nanoTime();
    private Actor camille;
    private long issue;

    @BeforeEach
    void aLetterToTwoThousandReaders() throws Exception {
        // Other tests post mail that nobody delivers.
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        server.start();
        issuer = new TokenIssuer();
        camille = fixtures.animatorOfNewCluster();
        newsletter.subscribe(camille, false);
        jdbc.sql("""
                        INSERT INTO newsletter_outsider (cluster_id, email, name, language, state, asked_at, changed_at)
                        SELECT ?, CONCAT('kill', seq, '@test.example'), CONCAT('Reader ', seq), IF(MOD(seq, 2), 'en', 'fr'),
                               'CONFIRMED', UTC_TIMESTAMP(), UTC_TIMESTAMP()
                        FROM seq_1_to_%d""".formatted(READERS)).param(camille.cluster().value()).update();
        issue = newsletter.begin(camille);
        int version = newsletter.save(
                camille,
                issue,
                new Draft("The river", "It is **low**.", Locale.ENGLISH, List.of(Block.text("Pumps", "Who has one?"))),
                0);
        newsletter.publish(camille, issue, version);
    }

    @AfterEach
    void close() {
        server.stop();
        issuer.close();
    }

    @Test
    void whenThePortalIsKilledWhileItSendsNobodyGetsTheLetterTwiceAndNobodyIsForgotten() throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            try (var portal = start()) {
                int more = 1 + random.nextInt(READERS / (KILLS + 1));
                assertThat(server.waitForIncomingEmail(
                                TimeUnit.SECONDS.toMillis(60), server.getReceivedMessages().length + more))
                        .as("it sends, seed %d", seed)
                        .isTrue();
                portal.kill();
                assertThat(portal.diedOfAKill()).isTrue();
                assertThat(queries.progress(camille, issue).toGo())
                        .as("in the middle of it, seed %d", seed)
                        .isPositive();
            }
        }
        try (var portal = start()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                assertThat(portal.isAlive()).isTrue();
                return queries.progress(camille, issue).toGo() == 0;
            });
        }

        Map<String, Long> arrived = Arrays.stream(server.getReceivedMessages())
                .collect(Collectors.groupingBy(KillTest::recipient, Collectors.counting()));
        Map<String, DeliveryState> told =
                ledger.deliveries(camille.cluster(), NewsletterService.reference(issue), 0, 2 * READERS).stream()
                        .collect(Collectors.toMap(MailLedger.Delivery::address, MailLedger.Delivery::state));
        assertThat(told).hasSize(READERS);
        assertThat(told.keySet()).as("to readers only").containsAll(arrived.keySet());
        assertThat(arrived.values()).as("nobody twice, seed %d", seed).allMatch(count -> count == 1);
        assertThat(told.values()).containsOnly(DeliveryState.SENT, DeliveryState.UNCERTAIN);
        told.forEach((address, state) -> {
            if (state == DeliveryState.SENT) {
                assertThat(arrived).as("said to be sent, seed %d", seed).containsKey(address);
            }
        });
        assertThat(queries.progress(camille, issue).uncertain())
                .as("only what was on the line is uncertain")
                .isLessThanOrEqualTo(KILLS * MOST_IN_HAND);
    }

    private PortalProcess start() throws Exception {
        return PortalProcess.start(
                issuer.issuer(),
                "convive.mail.delivery=true",
                "convive.mail.node=" + NODE,
                "convive.mail.per-second=" + PER_SECOND,
                "convive.mail.per-domain=0",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + server.getSmtp().getPort(),
                // What else the portal does by itself is not to be seen here; what nobody asks for is not made.
                "convive.meetings.clock=off",
                "convive.means.clock=false",
                "convive.means.rounds=off",
                "spring.flyway.enabled=false",
                "spring.main.lazy-initialization=true",
                "vaadin.productionMode=true");
    }

    private static String recipient(MimeMessage message) {
        try {
            return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
