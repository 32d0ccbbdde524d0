package org.convive.mail;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Carries what is due to the mail server, one message after the other. Any number of them share one ledger. */
public class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MAX_ATTEMPTS = 9;

    private final Ledger ledger;
    private final JavaMailSenderImpl server;
    private final MailProperties properties;
    private final MeterRegistry meters;
    private final Clock clock;
    private final String node;
    private volatile boolean stopping;

    Postman(
            Ledger ledger,
            JavaMailSenderImpl server,
            MailProperties properties,
            MeterRegistry meters,
            Clock clock,
            String node) {
        this.ledger = ledger;
        this.server = server;
        this.properties = properties;
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
        int tried = 0;
        long pause = properties.perSecond() <= 0 ? 0 : Duration.ofSeconds(1).toNanos() / properties.perSecond();
        try (var line = new SmtpLine(server, properties.from())) {
            long next = System.nanoTime();
            while (!stopping && (tried > 0 || ledger.oldestDue().isPresent())) {
                open(line);
                Optional<Ledger.Claimed> letter = ledger.claim(node);
                if (letter.isEmpty()) {
                    break;
                }
                settle(letter.get(), line.send(letter.get(), clock.instant()));
                tried++;
                next += pause;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return tried;
    }

    /** After the message in hand, no further one. */
    void stop() {
        stopping = true;
    }

    private static void open(SmtpLine line) {
        try {
            line.open();
        } catch (MessagingException e) {
            throw new MailServerAwayException(e);
        }
    }

    private void settle(Ledger.Claimed letter, SmtpLine.Outcome outcome) {
        DeliveryState state = switch (outcome.ending()) {
            case SENT -> DeliveryState.SENT;
            case REFUSED -> DeliveryState.FAILED;
            case UNKNOWN -> DeliveryState.UNCERTAIN;
            case NOT_NOW -> letter.attempt() < MAX_ATTEMPTS ? DeliveryState.QUEUED : DeliveryState.FAILED;
        };
        ledger.settle(
                letter,
                state,
                outcome.error(),
                state == DeliveryState.QUEUED ? clock.instant().plus(backOff(letter.attempt())) : null);
        meters.counter("convive.mail.messages", "outcome", state.name().toLowerCase(Locale.ROOT))
                .increment();
        if (state != DeliveryState.SENT) {
            LOG.warn("message {} is {}: {}", letter.id(), state, outcome.error());
        }
    }

    /** One minute, two, four, … up to four hours. */
    static Duration backOff(int attempt) {
        return Duration.ofMinutes(Math.min(1L << Math.min(attempt - 1, 20), 240));
    }

    /** Nobody answers at the mail server. */
    public static class MailServerAwayException extends RuntimeException {
        MailServerAwayException(MessagingException cause) {
            super("the mail server does not answer: " + cause.getMessage(), cause);
        }
    }
}
