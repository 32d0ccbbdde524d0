package org.convive.means.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks around every half minute and does what is due. Each errand is written so that it may run on any node, twice, or
 * again after a crash: who comes second finds nothing to do.
 */
@Component
@ConditionalOnBooleanProperty(name = "convive.means.rounds", matchIfMissing = true)
class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final List<Errand> errands;
    private final Clock clock;
    private final ConcurrentHashMap<String, Instant> last = new ConcurrentHashMap<>();
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread worker;

    Rounds(List<Errand> errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofPlatform().name("means-rounds").daemon().start(this::work);
    }

    private void work() {
        try {
            while (!bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS) && running) {
                errands.forEach(this::runWhenDue);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runWhenDue(Errand errand) {
        Instant now = clock.instant();
        Instant before = last.get(errand.name());
        if (!running || before != null && now.isBefore(before.plus(errand.every()))) {
            return;
        }
        last.put(errand.name(), now);
        try {
            int done = errand.run();
            if (done > 0) {
                LOG.debug("{}: {}", errand.name(), done);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} waits for the next round", errand.name(), e);
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.release();
        Thread thread = worker;
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(10));
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
