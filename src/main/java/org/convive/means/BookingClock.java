package org.convive.means;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks around every few seconds on this node: what lapses, and which deeds were not told yet. */
@Component
@ConditionalOnBooleanProperty(name = "convive.means.clock", matchIfMissing = true)
class BookingClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BookingClock.class);
    private static final Duration ROUND = Duration.ofSeconds(2);

    private final Expiries expiries;
    private final BookingEvents events;
    private final Object bell = new Object();
    private volatile boolean running;

    BookingClock(Expiries expiries, BookingEvents events) {
        this.expiries = expiries;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("bookings").daemon().start(this::work);
    }

    private void work() {
        while (running) {
            try {
                expiries.run();
                events.tell();
            } catch (RuntimeException e) {
                LOG.warn("bookings wait: {}", e.getMessage());
            }
            synchronized (bell) {
                try {
                    if (running) {
                        bell.wait(ROUND.toMillis());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public void stop() {
        synchronized (bell) {
            running = false;
            bell.notifyAll();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
