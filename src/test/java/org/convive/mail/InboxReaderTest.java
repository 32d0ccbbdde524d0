package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Against a real IMAP server. */
@PortalTest
class InboxReaderTest {
    private static int number;

    @Autowired
    private InboxRows rows;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final List<String> seen = new ArrayList<>();
    private String address;

    @BeforeEach
    void open() {
        server.start();
        address = "portal" + ++number + "@convive.example";
        server.setUser(address, address, "secret");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void everyMessageIsOfferedOnceInTheOrderItCame() throws MessagingException {
        send("one", "two", "three");
        assertThat(read("a", this::note)).isEqualTo(3);
        send("four");
        assertThat(read("b", this::note)).isEqualTo(0);
        release("a");
        assertThat(read("b", this::note)).isEqualTo(1);
        assertThat(seen).containsExactly("one", "two", "three", "four");
    }

    @Test
    void afterACrashTheMessageInHandIsOfferedAgainAndNoneIsMissed() throws MessagingException {
        send("one", "two", "three");
        read("a", mail -> {
            note(mail);
            if (subject(mail).equals("two")) {
                throw new IllegalStateException("the power went out");
            }
        });
        assertThat(read("a", this::note)).isEqualTo(2);
        assertThat(seen).containsExactly("one", "two", "two", "three");
    }

    @Test
    void aMessageThatCanNeverBeHandledIsPassedByAndTheMailboxGoesOn() throws MessagingException {
        send("one", "poison", "three");
        for (int i = 0; i < InboxReader.ATTEMPTS; i++) {
            read("a", mail -> {
                if (subject(mail).equals("poison")) {
                    throw new IllegalStateException("cannot be handled");
                }
                note(mail);
            });
        }
        assertThat(seen).containsExactly("one", "three");
    }

    @Test
    void moreThanAreHandledTogetherAreAllOfferedInTheirOrder() throws MessagingException {
        String[] subjects = IntStream.range(0, 60).mapToObj(i -> "message " + i).toArray(String[]::new);
        send(subjects);
        assertThat(read("a", mail -> {
                    if (subject(mail).equals("message 40")
                            && TransactionSynchronizationManager.isSynchronizationActive()) {
                        throw new IllegalStateException("not together with others");
                    }
                    note(mail);
                }))
                .isEqualTo(60);
        assertThat(seen).containsExactly(subjects);
    }

    @Test
    void aHugeMessageIsNotFetched() throws MessagingException {
        GreenMailUtil.sendTextEmail(
                address,
                "a@test.example",
                "huge",
                "x".repeat(200_000),
                server.getSmtp().getServerSetup());
        send("small");
        List<Boolean> huge = new ArrayList<>();
        read("a", mail -> {
            note(mail);
            huge.add(mail.huge());
        });
        assertThat(seen).containsExactly("huge", "small");
        assertThat(huge).containsExactly(true, false);
    }

    @Test
    void handlersAreAskedInTheirOrderUntilOneTakesIt() throws MessagingException {
        send("one");
        List<String> asked = new ArrayList<>();
        try (var reader = new InboxReader(
                properties(),
                rows,
                List.of(handler(3, false, asked), handler(1, false, asked), handler(2, true, asked)),
                Clock.systemUTC(),
                "a")) {
            reader.readNew();
        }
        assertThat(asked).containsExactly("1", "2");
    }

    @Test
    void theWatchHearsOfNewMailByItself() throws Exception {
        var arrived = new CountDownLatch(2);
        var watch = new InboxWatch(
                properties(), rows, List.of(taking(mail -> arrived.countDown())), Clock.systemUTC(), "watch");
        watch.start();
        try {
            send("one");
            send("two");
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            watch.stop();
        }
        assertThat(read("another", this::note)).isZero();
    }

    private int read(String node, Consumer<IncomingMail> handler) throws MessagingException {
        if (!rows.hold(InboxReader.mailbox(properties()), node)) {
            return 0;
        }
        try (var reader = new InboxReader(properties(), rows, List.of(taking(handler)), Clock.systemUTC(), node)) {
            return reader.readNew();
        }
    }

    private void release(String node) {
        rows.release(InboxReader.mailbox(properties()), node);
    }

    private ImapProperties properties() {
        return new ImapProperties(
                "127.0.0.1",
                server.getImap().getPort(),
                address,
                "secret",
                "imap",
                "INBOX",
                Duration.ofMillis(200),
                100_000);
    }

    private void send(String... subjects) {
        for (String subject : subjects) {
            GreenMailUtil.sendTextEmail(
                    address,
                    "a@test.example",
                    subject,
                    "Bonjour",
                    server.getSmtp().getServerSetup());
        }
    }

    /** What is written in a transaction counts once it is committed. */
    private void note(IncomingMail mail) {
        String subject = subject(mail);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    seen.add(subject);
                }
            });
        } else {
            seen.add(subject);
        }
    }

    private static String subject(IncomingMail mail) {
        try {
            return Objects.requireNonNull(mail.message().getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IncomingMailHandler taking(Consumer<IncomingMail> handler) {
        return new IncomingMailHandler() {
            @Override
            public int order() {
                return 0;
            }

            @Override
            public boolean take(IncomingMail mail) {
                handler.accept(mail);
                return true;
            }
        };
    }

    private static IncomingMailHandler handler(int order, boolean takes, List<String> asked) {
        return new IncomingMailHandler() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public boolean take(IncomingMail mail) {
                asked.add(Integer.toString(order));
                return takes;
            }
        };
    }
}
