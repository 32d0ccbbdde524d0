package org.convive.meetings.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every two seconds, while pages are open on this node, whether other nodes changed something. */
@Component
@ConditionalOnProperty(name = "convive.meetings.clock", havingValue = "on", matchIfMissing = true)
class RoomWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RoomWatch.class);
    private static final int SECONDS = 2;

    private final MeetingRoom room;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("meeting-room").daemon().factory());
    private volatile boolean running;

    RoomWatch(MeetingRoom room) {
        this.room = room;
    }

    @Override
    public void start() {
        running = true;
        var unused = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        var unusedToo = timer.scheduleWithFixedDelay(this::tidy, 10, 10, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            if (room.isWatched()) {
                room.lookAround();
            }
        } catch (RuntimeException e) {
            LOG.warn("open pages wait for news of other nodes: {}", e.getMessage());
        }
    }

    private void tidy() {
        try {
            room.tidy();
        } catch (RuntimeException e) {
            LOG.warn("news of open pages wait to be tidied: {}", e.getMessage());
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
