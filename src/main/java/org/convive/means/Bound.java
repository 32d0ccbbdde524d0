package org.convive.means;

import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What keeps a booking from being given back or moved by hand. */
@Component
class Bound {
    private final JdbcTemplate jdbc;

    Bound(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Under the means' lock.
     *
     * @throws InvalidInput when it was taken and must be checked out, or keeps a damaged unit out of use
     */
    void requireNot(BookingId booking) {
        Boolean blocks = jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM means_unit u JOIN booking b ON b.means_id = u.means_id"
                        + " WHERE b.id = ? AND b.kind = 'BLACKOUT' AND u.blocked_by = b.id)",
                Boolean.class,
                booking.value());
        InvalidInput.check()
                .that(!isInUse(booking), "booking", Message.of("means.error.in-use"))
                .that(!Boolean.TRUE.equals(blocks), "booking", Message.of("means.error.damaged"))
                .orThrow();
    }

    /** Whether it was taken. */
    boolean isInUse(BookingId booking) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM booking_use WHERE booking_id = ? AND checked_in_at IS NOT NULL)",
                Boolean.class,
                booking.value()));
    }
}
