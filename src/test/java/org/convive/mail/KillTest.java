package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convive.shared.ClusterId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.convive.testing.TestDatabase;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.convive.Convive;
import org.junit.jupiter.api.AfterEach;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Portals are killed (SIGKILL) one after the other while they send to a real mail server over SMTP: the whole application
 * as it is deployed, without its pages, several nodes sharing the work.
 */
@PortalTest
class KillTest {
    private static final int READERS = 2_000;
    private static final int VICTIMS = 3;
    private static final int PER_SECOND = 90;
    private static final int MOST_IN_HAND = 2 * 20;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Fixtures fixtures;

    private final List<Process> portals = new ArrayList<>();

    @AfterEach
    void end() {
        portals.forEach(Process::destroyForcibly);
    }

    @Test
    void whenPortalsAreKilledWhileTheySendNobodyGetsTheLetterTwiceAndNobodyIsForgotten() throws Exception {
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        long seed = System.nanoTime();
        var random = new Random(seed);
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            for (int i = 0; i <= VICTIMS; i++) {
                portals.add(start("portal-" + i, server.getSmtp().getPort()));
            }
            for (int i = 0; i <= VICTIMS; i++) {
                awaitStart("portal-" + i);
            }
            long letter = ledger.post(letter());
            for (int i = 0; i < VICTIMS; i++) {
                Process victim = portals.get(i);
                // In the middle of something: it holds messages, and some more arrive meanwhile.
                awaitClaim("portal-" + i);
                server.waitForIncomingEmail(
                        TimeUnit.SECONDS.toMillis(20),
                        server.getReceivedMessages().length + 1 + random.nextInt(READERS / 8));
                assertThat(victim.isAlive()).isTrue();
                victim.destroyForcibly().waitFor();
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ledger.progress(letter).queued() == 0
                            && claimed("portal-" + VICTIMS) == 0);
            // Whoever never came back has no claim any more once its lease is over.
            Clock later = Clock.offset(Clock.systemUTC(), Claims.LEASE.plusSeconds(1));
            new Claims(jdbc, json, later, transactions).abandonExpired();

            Map<String, Long> arrived = Arrays.stream(server.getReceivedMessages())
                    .collect(Collectors.groupingBy(KillTest::recipient, Collectors.counting()));
            Map<String, DeliveryState> told = ledger.deliveries(clusterOf(letter), "test:kill", 0, READERS).stream()
                    .collect(Collectors.toMap(MailLedger.Delivery::address, MailLedger.Delivery::state));
            assertThat(told).hasSize(READERS);
            assertThat(arrived.values()).as("nobody twice, seed %d", seed).allMatch(count -> count == 1);
            assertThat(told.values()).containsOnly(DeliveryState.SENT, DeliveryState.UNCERTAIN);
            told.forEach((address, state) -> {
                if (state == DeliveryState.SENT) {
                    assertThat(arrived).as("said to be sent, seed %d", seed).containsKey(address);
                }
            });
            assertThat(ledger.progress(letter).uncertain())
                    .as("only what was on the line is uncertain")
                    .isLessThanOrEqualTo(VICTIMS * MOST_IN_HAND);
        } finally {
            server.stop();
        }
    }

    private void awaitClaim(String node) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> claimed(node) > 0);
    }

    private int claimed(String node) {
        return jdbc.sql("SELECT COUNT(*) FROM mail_delivery WHERE claimed_by = ? AND state = 'CLAIMED'")
                .param(node)
                .query(Integer.class)
                .single();
    }

    private ClusterId clusterOf(long letter) {
        return new ClusterId(jdbc.sql("SELECT cluster_id FROM mail_letter WHERE id = ?")
                .param(letter)
                .query(Long.class)
                .single());
    }

    private Letter letter() {
        List<Letter.Recipient> readers = IntStream.range(0, READERS)
                .mapToObj(i -> Letter.Recipient.of("kill" + i + "@test.example", "Reader " + i))
                .toList();
        return new Letter(
                fixtures.animatorOfNewCluster().cluster(),
                "test",
                "test:kill",
                "Camille",
                null,
                "Letter",
                "Words",
                null,
                null,
                Map.of(),
                readers);
    }

    /** The portal itself, as another process; beans that nobody asks for are not made, so that it starts quickly. */
    private static Process start(String node, int port) throws Exception {
        TestDatabase.Address database = TestDatabase.get();
        Files.deleteIfExists(log(node));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Convive.class.getName(),
                        "--spring.main.web-application-type=none",
                        "--spring.main.lazy-initialization=true",
                        "--spring.flyway.enabled=false",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.maximum-pool-size=6",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + port,
                        "--convive.mail.node=" + node,
                        "--convive.mail.per-second=" + PER_SECOND,
                        "--convive.mail.per-domain=0",
                        "--convive.meetings.clock=off",
                        "--convive.means.clock=false",
                        "--convive.means.rounds=off",
                        "--convive.check-configuration=false",
                        "--convive.public-url=http://localhost:8080",
                        "--convive.issuer-uri=http://localhost:1/realms/convive",
                        "--convive.client-secret=unused",
                        "--management.server.port=-1")
                .redirectErrorStream(true)
                .redirectOutput(log(node).toFile())
                .start();
    }

    private void awaitStart(String node) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    String log = Files.readString(log(node));
                    assertThat(portals).as(log).allMatch(Process::isAlive);
                    return log.contains("Started Convive");
                });
    }

    private static Path log(String node) {
        return Path.of("target", "kill-test-" + node + ".log");
    }

    private static String recipient(MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
