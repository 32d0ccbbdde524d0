package org.convive.meetings.sharing;

import java.time.Duration;
import org.convive.shared.clock.Clockwork;
import org.springframework.stereotype.Component;

/** Looks around every hour on this node and erases the rides of meetings that are over. */
@Component
class RideEraser extends Clockwork {
    private final Rides rides;

    RideEraser(Rides rides) {
        super("rides", Duration.ZERO, Duration.ofHours(1));
        this.rides = rides;
    }

    @Override
    protected void round() {
        rides.erasePast();
    }
}
