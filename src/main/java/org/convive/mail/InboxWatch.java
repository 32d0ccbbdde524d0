package org.convive.mail;

import jakarta.mail.MessagingException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps an eye on the portal's mailbox: reads what is new, then waits until the server tells (IDLE, RFC 2177) or, where it
 * cannot, looks again after a while. One node at a time; the others take over when it is gone.
 */
class InboxWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    /** Well within the lease of the mailbox and the half hour after which servers end an IDLE. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(2);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final ImapProperties properties;
    private final InboxRows rows;
    private final List<IncomingMailHandler> handlers;
    private final Clock clock;
    private final String node;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable InboxReader reader;
    private @Nullable Thread worker;
    private @Nullable ScheduledExecutorService alarm;

    InboxWatch(
            ImapProperties properties, InboxRows rows, List<IncomingMailHandler> handlers, Clock clock, String node) {
        this.properties = properties;
        this.rows = rows;
        this.handlers = handlers;
        this.clock = clock;
        this.node = node;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("mailbox").start(this::watch);
        alarm = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("mailbox-alarm").factory());
        alarm.scheduleWithFixedDelay(
                this::wake, LONGEST_IDLE.toMillis(), LONGEST_IDLE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch() {
        String mailbox = InboxReader.mailbox(properties);
        while (running) {
            Duration pause = properties.pollEvery();
            try {
                if (rows.hold(mailbox, node)) {
                    pause = read();
                }
            } catch (MessagingException | UncheckedIOException e) {
                LOG.warn("The mailbox cannot be read now: {}", e.getMessage());
                pause = AFTER_TROUBLE;
            } catch (RuntimeException e) {
                LOG.error("Reading the mailbox failed", e);
                pause = AFTER_TROUBLE;
            }
            rest(pause);
        }
        rows.release(mailbox, node);
    }

    /** @return how long to wait before connecting anew */
    private Duration read() throws MessagingException {
        try (var open = new InboxReader(properties, rows, handlers, clock, node)) {
            reader = open;
            do {
                open.readNew();
            } while (running && rows.hold(InboxReader.mailbox(properties), node) && open.awaitNews());
        } finally {
            reader = null;
        }
        return properties.pollEvery();
    }

    private void rest(Duration pause) {
        try {
            if (running && bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void wake() {
        InboxReader open = reader;
        if (open != null) {
            open.wake();
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.release();
        wake();
        Thread thread = worker;
        ScheduledExecutorService clockwork = alarm;
        if (clockwork != null) {
            clockwork.shutdownNow();
        }
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
