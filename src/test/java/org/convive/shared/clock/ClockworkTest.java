package org.convive.shared.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockworkTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private final CountDownLatch three = new CountDownLatch(3);
    private Runnable deed = () -> {};

    private final Clockwork clock = new Clockwork("test", AT_ONCE, AT_ONCE) {
        @Override
        protected void round() {
            rounds.incrementAndGet();
            three.countDown();
            deed.run();
        }
    };

    @AfterEach
    void stop() {
        clock.stop();
    }

    @Test
    void aRoundThatFailsIsFollowedByAnother() throws InterruptedException {
        deed = () -> {
            throw new IllegalStateException("no database");
        };
        clock.start();
        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void evenAnErrorEndsNoClock() throws InterruptedException {
        deed = () -> {
            throw new StackOverflowError("too deep");
        };
        clock.start();
        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatFailsKeepsNothingElseOfTheRoundFromBeingDone() throws InterruptedException {
        var second = new CountDownLatch(1);
        deed = () -> {
            clock.attempt(() -> {
                throw new IllegalStateException("no database");
            });
            clock.attempt(second::countDown);
        };
        clock.start();
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoStopsItWaitsForTheRoundThatRunsAndSeesNoOther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var done = new AtomicInteger();
        deed = () -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            done.incrementAndGet();
        };
        clock.start();
        begun.await();
        Thread stopper = Thread.ofPlatform().start(clock::stop);
        await().until(() -> stopper.getState() == Thread.State.TIMED_WAITING);
        assertThat(clock.isRunning()).isFalse();
        assertThat(done).hasValue(0);
        go.countDown();
        stopper.join();
        assertThat(clock.isRunning()).isFalse();
        assertThat(done).hasValue(rounds.get());
    }

    @Test
    void itCanBeStartedAgain() throws InterruptedException {
        clock.start();
        clock.stop();
        clock.start();
        assertThat(clock.isRunning()).isTrue();
        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
