package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether a booking is given back after the owner's term for giving back freely; noted for the owner to see. */
@Component
class LateCancelling {
    private final JdbcTemplate jdbc;
    private final KnownMeans known;
    private final Clock clock;

    LateCancelling(JdbcTemplate jdbc, KnownMeans known, Clock clock) {
        this.jdbc = jdbc;
        this.known = known;
        this.clock = clock;
    }

    /** Until when the booker may give it back without it being late; nothing where the owner has no term. */
    Optional<Instant> freeUntil(Actor actor, BookingLine booking) {
        Duration term = known.read(actor.cluster(), booking.means()).lending().freeCancelling();
        return booking.blackout() || term.isZero() || booking.organisation().equals(booking.owner())
                ? Optional.empty()
                : Optional.of(booking.from().minus(term));
    }

    /**
     * Within the transaction that gives it back: only what was agreed counts, and only when the booker's own company
     * gives it back.
     */
    void note(Actor actor, BookingLine booking) {
        if (booking.status() != BookingStatus.CONFIRMED
                || !booking.organisation().equals(actor.organisation())) {
            return;
        }
        jdbc.update(
                "UPDATE booking b JOIN means m ON m.id = b.means_id SET b.late = 1 WHERE b.id = ?"
                        + " AND b.kind = 'BOOKING' AND m.cancel_minutes > 0 AND b.organisation_id <> m.organisation_id"
                        + " AND b.starts_at < ? + INTERVAL m.cancel_minutes MINUTE",
                booking.id().value(),
                Utc.column(clock.instant()));
    }

    /** It stands again. */
    void forget(BookingId booking) {
        jdbc.update("UPDATE booking SET late = 0 WHERE id = ? AND late = 1", booking.value());
    }
}
