package org.convive.newsletter;

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

/** Looks every few seconds on this node which letters are due to leave, and which monthly mails. */
@Component
@ConditionalOnBooleanProperty(name = "convive.mail.delivery", matchIfMissing = true)
class NewsletterClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NewsletterClock.class);
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Schedule schedule;
    private final MonthlyLetters monthly;
    private @Nullable ScheduledExecutorService clockwork;

    NewsletterClock(Schedule schedule, MonthlyLetters monthly) {
        this.schedule = schedule;
        this.monthly = monthly;
    }

    @Override
    public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("newsletter").daemon().factory());
        fresh.scheduleWithFixedDelay(this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
        clockwork = fresh;
    }

    private void round() {
        attempt(schedule::publishDue);
        attempt(monthly::postDue);
    }

    /** What cannot be done now neither keeps the other from being done, nor ends the clock. */
    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.warn("letters wait: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService old = clockwork;
        clockwork = null;
        if (old != null) {
            old.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
