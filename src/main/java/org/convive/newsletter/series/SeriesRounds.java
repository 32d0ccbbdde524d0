package org.convive.newsletter.series;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every quarter of an hour whether a letter is due somewhere. */
@Component
class SeriesRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesRounds.class);
    private static final Duration ROUND = Duration.ofMinutes(15);

    private final Series series;
    private volatile CountDownLatch end = new CountDownLatch(0);

    SeriesRounds(Series series) {
        this.series = series;
    }

    @Override
    public void start() {
        var until = new CountDownLatch(1);
        end = until;
        Thread.ofVirtual().name("newsletter-series").start(() -> work(until));
    }

    private void work(CountDownLatch until) {
        try {
            while (!until.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    series.tellWhoIsDue();
                } catch (RuntimeException e) {
                    LOG.warn("letters that are due: the next round tries again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        end.countDown();
    }

    @Override
    public boolean isRunning() {
        return end.getCount() > 0;
    }
}
