package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class PostmanTest {
    @Autowired
    Ledger ledger;

    @Autowired
    Claims claims;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transaction;

    private final Mailbox mailbox = new Mailbox();
    private Actor camille;

    @BeforeEach
    void emptyQueue() {
        // Other tests post mail that nobody delivers.
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        camille = fixtures.animatorOfNewCluster();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void eachRecipientGetsTheLetterExactlyOnce() {
        long letter = ledger.post(letter("Bonjour {{name}}", recipients("once", 7)));
        assertThat(postman(mailbox.port(), "a").deliverDue()).isEqualTo(7);
        assertThat(postman(mailbox.port(), "a").deliverDue()).isZero();
        for (int i = 0; i < 7; i++) {
            assertThat(mailbox.of("once" + i + "@test.example")).hasSize(1);
        }
        assertThat(ledger.progress(letter)).isEqualTo(new Outbox.Progress(0, 0, 0, 7, 0, 0, 0));
    }

    @Test
    void aPersonNamedTwiceGetsOneMessage() {
        var twice =
                List.of(Letter.Recipient.of("twice@test.example", "A"), Letter.Recipient.of("twice@test.example", "B"));
        ledger.post(letter("Hello", twice));
        postman(mailbox.port(), "a").deliverDue();
        assertThat(mailbox.of("twice@test.example")).hasSize(1);
    }

    @Test
    void aLetterOfARolledBackTransactionIsNeverSent() {
        transaction.executeWithoutResult(status -> {
            ledger.post(letter("Hello", recipients("rolledback", 1)));
            status.setRollbackOnly();
        });
        assertThat(postman(mailbox.port(), "a").deliverDue()).isZero();
    }

    @Test
    void manyWorkersShareTheWorkWithoutDoubling() throws Exception {
        long letter = ledger.post(letter("Shared", recipients("shared", 120)));
        List<Callable<Integer>> workers = IntStream.range(0, 6)
                .mapToObj(n -> (Callable<Integer>)
                        () -> postman(mailbox.port(), "node-" + n).deliverDue())
                .toList();
        int tried = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> done : threads.invokeAll(workers)) {
                tried += done.get();
            }
        }
        assertThat(tried).isEqualTo(120);
        for (int i = 0; i < 120; i++) {
            assertThat(mailbox.of("shared" + i + "@test.example")).hasSize(1);
        }
        assertThat(ledger.progress(letter).sent()).isEqualTo(120);
    }

    @Test
    void afterACrashAClaimedMessageIsUncertainAndNotSentAgainByItself() {
        long letter = ledger.post(letter("Crash", recipients("crash", 1)));
        assertThat(claims.claim("crashed-node")).isPresent();
        assertThat(claims.abandon("crashed-node")).isEqualTo(1);
        assertThat(postman(mailbox.port(), "crashed-node").deliverDue()).isZero();
        assertThat(ledger.progress(letter).uncertain()).isEqualTo(1);
    }

    @Test
    void theClaimOfANodeThatNeverCameBackBecomesUncertain() {
        long letter = ledger.post(letter("Lost", recipients("lost", 1)));
        claims.claim("lost-node");
        assertThat(claims.abandonExpired()).isZero();
        jdbc.sql("UPDATE mail_delivery SET lease_until = '2020-01-01' WHERE letter_id = ?")
                .param(letter)
                .update();
        claims.abandonExpired();
        assertThat(ledger.progress(letter).uncertain()).isEqualTo(1);
    }

    @Test
    void anUncertainMessageIsSentAgainOnAPersonsWordWithTheSameMessageId() throws Exception {
        ledger.post(letter("Again", recipients("again", 1)));
        Claims.Claimed first = claims.claim("gone").orElseThrow();
        claims.abandon("gone");
        assertThatThrownBy(() -> ledger.resend(fixtures.animatorOfNewCluster().cluster(), first.id()))
                .isInstanceOf(NotFoundException.class);
        ledger.resend(camille.cluster(), first.id());
        postman(mailbox.port(), "a").deliverDue();
        List<MimeMessage> arrived = mailbox.of("again0@test.example");
        assertThat(arrived).hasSize(1);
        assertThat(arrived.getFirst().getMessageID()).isEqualTo(first.messageId());
    }

    @Test
    void aLateAnswerDoesNotOverwriteAMessageThatWasPutBackInTheQueue() {
        long letter = ledger.post(letter("Late", recipients("late", 1)));
        Claims.Claimed first = claims.claim("slow").orElseThrow();
        claims.abandon("slow");
        ledger.resend(camille.cluster(), first.id());
        claims.settle(first, DeliveryState.FAILED, "late", null);
        assertThat(ledger.progress(letter).queued()).isEqualTo(1);
    }

    @Test
    void aServerThatIsAwayClaimsNothing() {
        long letter = ledger.post(letter("Away", recipients("away", 1)));
        assertThatThrownBy(() -> postman(1, "a").deliverDue()).isInstanceOf(Postman.MailServerAwayException.class);
        assertThat(ledger.progress(letter).queued()).isEqualTo(1);
    }

    @Test
    void aTemporaryRefusalIsTriedAgainLater() throws Exception {
        long letter = ledger.post(letter("Busy", recipients("busy", 1)));
        try (var server = new ScriptedServer("451 4.7.1 come back later", false)) {
            postman(server.port(), "a").deliverDue();
        }
        assertThat(ledger.progress(letter).queued()).isEqualTo(1);
        assertThat(postman(mailbox.port(), "a").deliverDue()).isZero();
        jdbc.sql("UPDATE mail_delivery SET next_attempt_at = '2020-01-01' WHERE letter_id = ?")
                .param(letter)
                .update();
        postman(mailbox.port(), "a").deliverDue();
        assertThat(mailbox.of("busy0@test.example")).hasSize(1);
        assertThat(Postman.backOff(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Postman.backOff(40)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aPermanentRefusalIsNotTriedAgain() throws Exception {
        long letter = ledger.post(letter("Unknown", recipients("unknown", 1)));
        try (var server = new ScriptedServer("550 5.1.1 no such person", false)) {
            postman(server.port(), "a").deliverDue();
        }
        assertThat(ledger.progress(letter).failed()).isEqualTo(1);
        assertThat(ledger.deliveries(camille.cluster(), "test:1", 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.error()).contains("no such person"));
    }

    @Test
    void aServerThatTakesTheLetterAndGoesSilentLeavesItUncertain() throws Exception {
        long letter = ledger.post(letter("Silent", recipients("silent", 1)));
        try (var server = new ScriptedServer("250 ok", true)) {
            postman(server.port(), "a").deliverDue();
        }
        assertThat(ledger.progress(letter).uncertain()).isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneFailsAtOnce() {
        long letter = ledger.post(letter("Hello", List.of(Letter.Recipient.of("nobody", "Nobody"))));
        assertThat(ledger.progress(letter).failed()).isEqualTo(1);
    }

    @Test
    void lineBreaksInNamesAndSubjectsMakeNoHeaders() throws Exception {
        var evil = new Letter.Recipient(
                "evil@test.example", "Eve\r\nBcc: x@test.example", Map.of("who", "you\r\nX-Evil: 1"));
        ledger.post(new Letter(
                camille.cluster(),
                "test",
                "test:1",
                "Camille\r\nX-Evil: 2",
                null,
                "Hello {{who}}\nX-Evil: 3",
                "Hi",
                null,
                null,
                Map.of("X-Note", "a\r\nX-Evil: 4"),
                List.of(evil)));
        postman(mailbox.port(), "a").deliverDue();
        MimeMessage arrived = mailbox.of("evil@test.example").getFirst();
        assertThat(arrived.getHeader("X-Evil")).isNull();
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getSubject()).isEqualTo("Hello you X-Evil: 1 X-Evil: 3");
        assertThatThrownBy(() -> ledger.post(new Letter(
                        null, "t", "t", "n", null, "s", "t", null, null, Map.of("X: y\r\nZ", "v"), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accentsEmojiAndOtherScriptsArriveAsWritten() throws Exception {
        String words = "Verre d’Orsenne : été à 18 h 30, שלום 🔥";
        var recipient = new Letter.Recipient("utf8@test.example", "Hélène 🔥", Map.of("name", "<b>Zoë</b>"));
        ledger.post(new Letter(
                camille.cluster(),
                "test",
                "test:1",
                words,
                null,
                words,
                words + " {{name}}",
                "<p>" + words + " {{name}}</p>",
                new Letter.CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nSUMMARY:" + words + "\r\nEND:VCALENDAR\r\n"),
                Map.of(),
                List.of(recipient)));
        postman(mailbox.port(), "a").deliverDue();
        MimeMessage arrived = mailbox.of("utf8@test.example").getFirst();
        assertThat(arrived.getSubject()).isEqualTo(words);
        assertThat(Mailbox.part(arrived, "text/plain").orElseThrow()).startsWith(words + " <b>Zoë</b>");
        assertThat(Mailbox.part(arrived, "text/html").orElseThrow()).contains(words + " &lt;b&gt;Zoë&lt;/b&gt;");
        assertThat(Mailbox.part(arrived, "text/calendar").orElseThrow())
                .isEqualTo(Mailbox.part(arrived, "application/ics").orElseThrow())
                .contains("SUMMARY:" + words);
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aLetterThatOnePersonWaitsForOvertakesALongList() {
        ledger.post(letter("Bulk", recipients("bulk", 30)));
        ledger.post(letter("Prompt", recipients("prompt", 1)));
        assertThat(claims.claim("a").orElseThrow().recipient().address()).isEqualTo("prompt0@test.example");
    }

    private Postman postman(int port, String node) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        var properties = MailProperties.plain("portal@test.example", 2);
        return new Postman(claims, sender, properties, new SimpleMeterRegistry(), Clock.systemUTC(), node);
    }

    private Letter letter(String subject, List<Letter.Recipient> recipients) {
        return new Letter(
                camille.cluster(),
                "test",
                "test:1",
                "Camille",
                null,
                subject,
                "Text",
                "<p>Text</p>",
                null,
                Map.of(),
                recipients);
    }

    private static List<Letter.Recipient> recipients(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Letter.Recipient.of(name + i + "@test.example", name + i))
                .toList();
    }

    /** A mail server that answers every recipient the same and, when told so, hangs up instead of accepting. */
    private static final class ScriptedServer implements AutoCloseable {
        private final ServerSocket socket;
        private final List<Thread> threads = new ArrayList<>();

        ScriptedServer(String toRecipient, boolean hangUp) throws IOException {
            socket = new ServerSocket(0);
            threads.add(Thread.startVirtualThread(() -> serve(() -> toRecipient, hangUp)));
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(Supplier<String> toRecipient, boolean hangUp) {
            while (!socket.isClosed()) {
                try (Socket line = socket.accept()) {
                    talk(line, toRecipient, hangUp);
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private static void talk(Socket line, Supplier<String> toRecipient, boolean hangUp) throws IOException {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            say(line, "220 test");
            boolean data = false;
            String heard = in.readLine();
            while (heard != null) {
                if (data && heard.equals(".")) {
                    if (hangUp) {
                        return;
                    }
                    data = false;
                    say(line, "250 taken");
                } else if (heard.startsWith("RCPT")) {
                    say(line, toRecipient.get());
                } else if (heard.equals("DATA")) {
                    data = true;
                    say(line, "354 go on");
                } else if (!data) {
                    say(line, heard.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
                heard = in.readLine();
            }
        }

        private static void say(Socket line, String words) throws IOException {
            line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
            line.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
