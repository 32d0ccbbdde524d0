package org.convive.calendar.busy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the calendars that people linked to again from time to time; several nodes share the work. */
@Component
@ConditionalOnBooleanProperty(name = "convive.mail.delivery", matchIfMissing = true)
class BusyRefresh implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BusyRefresh.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final BusyTimes busy;
    private volatile @Nullable ScheduledExecutorService clockwork;

    BusyRefresh(BusyTimes busy) {
        this.busy = busy;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("busy-calendars").factory());
        started.scheduleWithFixedDelay(this::readDue, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        clockwork = started;
    }

    private void readDue() {
        try {
            while (isRunning() && busy.readNext()) {
                LOG.debug("A linked calendar was read");
            }
        } catch (RuntimeException e) {
            LOG.error("Reading linked calendars failed", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = clockwork;
        clockwork = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
