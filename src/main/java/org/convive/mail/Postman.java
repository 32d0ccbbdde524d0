package org.convive.mail;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.convive.mail.Claims.Claimed;
import org.convive.mail.Claims.Settled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.TransactionException;

/**
 * Carries what is due to the mail server, over a few lines when there is much. Any number of postmen, on any number of
 * nodes, share one ledger.
 */
public class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MAX_ATTEMPTS = 9;
    private static final int WORTH_ANOTHER_LINE = 25;

    /** What is claimed together leaves within this time: so much, and no more, is uncertain after a crash. */
    private static final Duration IN_HAND = Duration.ofMillis(150);

    private static final int MOST_IN_HAND = 20;
    private static final long DOMAIN_RESTS = Duration.ofMinutes(1).toNanos();

    /** An outcome that cannot be written down for so long is lost, and its message uncertain. */
    private static final int WRITE_ATTEMPTS = 30;

    private final Claims claims;
    private final JavaMailSenderImpl server;
    private final MailProperties properties;
    private final ReturnPath returnPath;
    private final @Nullable DkimSigner signer;
    private final Throttle throttle;
    private final MeterRegistry meters;
    private final Clock clock;
    private final String node;
    private volatile boolean stopping;

    Postman(
            Claims claims,
            JavaMailSenderImpl server,
            MailProperties properties,
            MeterRegistry meters,
            Clock clock,
            String node) {
        this.claims = claims;
        this.server = server;
        this.properties = properties;
        this.returnPath = new ReturnPath(properties);
        this.signer = properties.dkim() == null ? null : DkimSigner.of(properties.dkim());
        this.throttle = new Throttle(properties.perSecond(), properties.perDomain(), properties.domains());
        this.meters = meters;
        this.clock = clock;
        this.node = node;
    }

    /**
     * Sends everything that is due.
     *
     * @return how many messages were tried
     * @throws MailServerAwayException when nobody answers at the mail server; nothing is claimed then
     */
    public int deliverDue() {
        int due = claims.due(properties.connections() * WORTH_ANOTHER_LINE);
        int lines = Math.min(Math.max(1, properties.connections()), 1 + due / WORTH_ANOTHER_LINE);
        if (due == 0) {
            return 0;
        }
        if (lines == 1) {
            return work();
        }
        try (var threads = Executors.newFixedThreadPool(
                lines, Thread.ofPlatform().name("mail-line-", 0).daemon().factory())) {
            List<Future<Integer>> work = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                work.add(threads.submit(this::work));
            }
            int tried = 0;
            for (Future<Integer> line : work) {
                tried += line.get();
            }
            return tried;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    /** One line, until nothing is due any more. */
    private int work() {
        int tried = 0;
        var pace = new Pace();
        List<Settled> done = List.of();
        try (var line = new SmtpLine(server, properties.from(), returnPath, signer)) {
            while (true) {
                boolean more = !stopping && isOpen(line, done);
                List<Claimed> next = exchange(done, more ? pace.inHand() : 0);
                if (next.isEmpty()) {
                    if (!more || throttle.busy().isEmpty() || claims.due(1) == 0) {
                        return tried;
                    }
                    done = List.of();
                    throttle.awaitFree();
                    continue;
                }
                done = send(line, next, pace);
                tried += next.size();
            }
        }
    }

    private List<Settled> send(SmtpLine line, List<Claimed> next, Pace pace) {
        List<Settled> done = new ArrayList<>(next.size());
        for (Claimed message : next) {
            pace.begin();
            throttle.await(message.turn());
            done.add(outcome(message, line.send(message, clock.instant())));
            pace.end();
        }
        return done;
    }

    /** What was sent is written down even when the database is away for a moment. */
    private List<Claimed> exchange(List<Settled> done, int wanted) {
        for (int attempt = 1; ; attempt++) {
            try {
                return claims.exchange(node, done, wanted, throttle);
            } catch (DataAccessException | TransactionException e) {
                if (done.isEmpty() || attempt == WRITE_ATTEMPTS) {
                    throw e;
                }
                LOG.warn("outcomes cannot be written down now: {}", e.getMessage());
                LockSupport.parkNanos(Duration.ofMillis(Math.min(100L << Math.min(attempt, 6), 4_000))
                        .toNanos());
            }
        }
    }

    /** After the messages in hand, no further one. */
    void stop() {
        stopping = true;
    }

    /** @throws MailServerAwayException when it does not open and nothing waits to be written down */
    private static boolean isOpen(SmtpLine line, List<Settled> done) {
        try {
            line.open();
            return true;
        } catch (MessagingException e) {
            if (done.isEmpty()) {
                throw new MailServerAwayException(e);
            }
            return false;
        }
    }

    private Settled outcome(Claimed letter, SmtpLine.Outcome outcome) {
        DeliveryState state = switch (outcome.ending()) {
            case SENT -> DeliveryState.SENT;
            case REFUSED -> DeliveryState.FAILED;
            case UNKNOWN -> DeliveryState.UNCERTAIN;
            case NOT_NOW, LINE_LOST -> letter.attempt() < MAX_ATTEMPTS ? DeliveryState.QUEUED : DeliveryState.FAILED;
        };
        if (outcome.ending() == SmtpLine.Ending.NOT_NOW) {
            throttle.rest(letter.domain(), DOMAIN_RESTS);
        }
        meters.counter("convive.mail.messages", "outcome", state.name().toLowerCase(Locale.ROOT))
                .increment();
        if (state != DeliveryState.SENT) {
            LOG.warn("message {} is {}: {}", letter.id(), state, outcome.error());
        }
        return new Settled(
                letter,
                state,
                outcome.error(),
                state == DeliveryState.QUEUED ? clock.instant().plus(backOff(letter.attempt())) : null);
    }

    /** One minute, two, four, … up to four hours. */
    static Duration backOff(int attempt) {
        return Duration.ofMinutes(Math.min(1L << Math.min(attempt - 1, 20), 240));
    }

    /** How long messages take on one line, and so how many of them are claimed together. */
    private static final class Pace {
        private double nanos = IN_HAND.toNanos();
        private long begun;

        void begin() {
            begun = System.nanoTime();
        }

        void end() {
            nanos += ((System.nanoTime() - begun) - nanos) / 4;
        }

        int inHand() {
            return (int) Math.clamp(Math.round(IN_HAND.toNanos() / nanos), 1L, (long) MOST_IN_HAND);
        }
    }

    /** Nobody answers at the mail server. */
    public static class MailServerAwayException extends RuntimeException {
        MailServerAwayException(MessagingException cause) {
            super("the mail server does not answer: " + cause.getMessage(), cause);
        }
    }
}
