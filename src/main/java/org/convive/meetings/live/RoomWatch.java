package org.convive.meetings.live;

import java.time.Duration;
import org.convive.shared.clock.Clockwork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks every two seconds, while pages are open on this node, whether other nodes changed something. */
@Component
@ConditionalOnProperty(name = "convive.meetings.clock", havingValue = "on", matchIfMissing = true)
class RoomWatch extends Clockwork {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ROUNDS_TO_TIDY = 300;

    private final MeetingRoom room;
    private int rounds;

    RoomWatch(MeetingRoom room) {
        super("meeting-room", PAUSE, PAUSE);
        this.room = room;
    }

    @Override
    protected void round() {
        if (room.isWatched()) {
            attempt(room::lookAround);
        }
        rounds++;
        if (rounds % ROUNDS_TO_TIDY == 0) {
            attempt(room::tidy);
        }
    }
}
