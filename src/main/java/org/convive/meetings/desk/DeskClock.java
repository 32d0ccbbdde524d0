package org.convive.meetings.desk;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every ten minutes for reminders that are due, answers to be erased, and the chores of other parts. */
@Component
@ConditionalOnProperty(name = "convive.meetings.clock", havingValue = "on", matchIfMissing = true)
class DeskClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeskClock.class);
    private static final int MINUTES = 10;

    private final Reminders reminders;
    private final Questions questions;
    private final List<MeetingChore> chores;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("meetings").daemon().factory());
    private volatile boolean running;

    DeskClock(Reminders reminders, Questions questions, List<MeetingChore> chores) {
        this.reminders = reminders;
        this.questions = questions;
        this.chores = List.copyOf(chores);
    }

    @Override
    public void start() {
        running = true;
        var unused = timer.scheduleWithFixedDelay(this::round, 1, MINUTES, TimeUnit.MINUTES);
    }

    private void round() {
        try {
            int letters = reminders.remindDue();
            int erased = questions.eraseDue();
            if (letters + erased > 0) {
                LOG.info("{} reminders written, {} answers about diet erased", letters, erased);
            }
        } catch (RuntimeException e) {
            LOG.warn("reminders wait: {}", e.getMessage());
        }
        chores.forEach(DeskClock::round);
    }

    private static void round(MeetingChore chore) {
        try {
            chore.round();
        } catch (RuntimeException e) {
            LOG.warn("{} waits: {}", chore.getClass().getSimpleName(), e.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
