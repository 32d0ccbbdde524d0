package org.convive.means;

import java.time.Duration;
import org.convive.shared.clock.Clockwork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Looks around every few seconds on this node: what lapses, and which deeds were not told yet. */
@Component
@ConditionalOnBooleanProperty(name = "convive.means.clock", matchIfMissing = true)
class BookingClock extends Clockwork {
    private final Expiries expiries;
    private final BookingEvents events;

    BookingClock(Expiries expiries, BookingEvents events) {
        super("bookings", Duration.ZERO, Duration.ofSeconds(2));
        this.expiries = expiries;
        this.events = events;
    }

    @Override
    protected void round() {
        attempt(expiries::run);
        attempt(events::tell);
    }
}
