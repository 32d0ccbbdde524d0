package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sending process is killed (SIGKILL) again and again while it sends to a real mail server over SMTP. */
@PortalTest
class KillTest {
    private static final int READERS = 2_000;
    private static final int KILLS = 5;
    private static final int MOST_IN_HAND = 2 * 20;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    @Test
    void whenTheSendingProcessIsKilledNobodyGetsTheLetterTwiceAndNobodyIsForgotten() throws Exception {
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        long seed = System.nanoTime();
        var random = new Random(seed);
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            long letter = ledger.post(letter());
            int kills = 0;
            for (int i = 0; i < KILLS; i++) {
                Process node = start(server.getSmtp().getPort());
                int until = server.getReceivedMessages().length + 1 + random.nextInt(READERS / (KILLS + 1));
                server.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(30), until);
                kills += node.isAlive() ? 1 : 0;
                node.destroyForcibly().waitFor();
            }
            Process last = start(server.getSmtp().getPort());
            assertThat(last.waitFor(60, TimeUnit.SECONDS)).as("seed %d", seed).isTrue();
            assertThat(last.exitValue()).isZero();

            Map<String, Long> arrived = Arrays.stream(server.getReceivedMessages())
                    .collect(Collectors.groupingBy(KillTest::recipient, Collectors.counting()));
            Map<String, DeliveryState> told = ledger.deliveries(clusterOf(letter), "test:kill", 0, READERS).stream()
                    .collect(Collectors.toMap(MailLedger.Delivery::address, MailLedger.Delivery::state));
            assertThat(kills).as("kills while it was sending").isGreaterThan(2);
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
                    .isLessThanOrEqualTo(kills * MOST_IN_HAND);
        } finally {
            server.stop();
        }
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

    private static Process start(int port) throws Exception {
        TestDatabase.Address database = TestDatabase.get();
        Path log = Path.of("target", "kill-test.log");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SendingNode.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        Integer.toString(port),
                        "killed-node")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
                .start();
    }

    private static String recipient(MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
