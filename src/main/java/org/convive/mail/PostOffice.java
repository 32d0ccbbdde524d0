package org.convive.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The working day of this node's postman: wakes up when a letter was committed, and looks around every few seconds. */
class PostOffice implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Claims claims;
    private final Postman postman;
    private final String node;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread worker;

    PostOffice(Claims claims, Postman postman, String node) {
        this.claims = claims;
        this.postman = postman;
        this.node = node;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void posted(Ledger.LetterPosted event) {
        bell.release();
    }

    @Override
    public void start() {
        int lost = claims.abandon(node);
        if (lost > 0) {
            LOG.warn("{} messages were on their way when this node stopped: they are uncertain now", lost);
        }
        running = true;
        worker = Thread.ofPlatform().name("mail").daemon().start(this::work);
    }

    private void work() {
        Duration pause = ROUND;
        while (running) {
            try {
                bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
                if (running) {
                    claims.abandonExpired();
                    postman.deliverDue();
                }
                pause = ROUND;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("mail waits: {}", e.getMessage());
                pause = longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    @Override
    public void stop() {
        running = false;
        postman.stop();
        bell.release();
        Thread thread = worker;
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
