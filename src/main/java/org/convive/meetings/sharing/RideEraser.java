package org.convive.meetings.sharing;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks around every hour on this node and erases the rides of meetings that are over. */
@Component
class RideEraser implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RideEraser.class);
    private static final Duration ROUND = Duration.ofHours(1);

    private final Rides rides;
    private final Object bell = new Object();
    private volatile boolean running;

    RideEraser(Rides rides) {
        this.rides = rides;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("rides").daemon().start(this::work);
    }

    private void work() {
        while (running) {
            try {
                rides.erasePast();
            } catch (RuntimeException e) {
                LOG.warn("rides wait to be erased: {}", e.getMessage());
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
