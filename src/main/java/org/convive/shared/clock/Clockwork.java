package org.convive.shared.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again on this node, on a thread of its own, from the start of the portal to its end. Whatever
 * fails is written in the log and tried again at the next round: an outage ends no clock.
 */
public abstract class Clockwork implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Duration first;
    private final Duration pause;
    private @Nullable ScheduledExecutorService hands;

    /**
     * @param name of the thread
     * @param first how long after the start the first round begins
     * @param pause from the end of a round to the next
     */
    protected Clockwork(String name, Duration first, Duration pause) {
        this.name = name;
        this.first = first;
        this.pause = pause;
    }

    /** What is done; may throw. */
    protected abstract void round();

    /** One of several things of a round: what fails keeps nothing else from being done. */
    protected final void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException | Error e) {
            // An error too: a thread that ended would do nothing for ever, and nobody would know.
            log.warn("{} waits for the next round", name, e);
        }
    }

    @Override
    public final synchronized void start() {
        if (hands == null) {
            var fresh = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name(name).daemon().factory());
            var unused = fresh.scheduleWithFixedDelay(
                    () -> attempt(this::round), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
            hands = fresh;
        }
    }

    /** As {@link #stop()}; the clocks of a portal end side by side, however long their last rounds take. */
    @Override
    public final void stop(Runnable callback) {
        Thread.ofVirtual().name(name + "-stop").start(() -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        });
    }

    /** Begins no further round, and waits a while for the one that runs: it may hold what is closed next. */
    @Override
    public final void stop() {
        ScheduledExecutorService old;
        synchronized (this) {
            old = hands;
            hands = null;
        }
        if (old != null) {
            old.shutdown();
            try {
                if (!old.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    old.shutdownNow();
                }
            } catch (InterruptedException e) {
                old.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return hands != null;
    }
}
