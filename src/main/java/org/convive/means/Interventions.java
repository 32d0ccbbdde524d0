package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.ClusterId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * What interrupts the plan: a booking that nobody takes or that ends early gives its time back, a booking changes to
 * another unit. All in the transactions of the booking protocol: the first statement
 * touches the means' sequence row. Must not be called inside a transaction; who may do it is decided by the caller.
 */
@Service
public class Interventions {
    private final JdbcTemplate jdbc;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final BookingEvents events;
    private final Offers offers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Interventions(
            JdbcTemplate jdbc,
            BookingTransactions transactions,
            BookingRows rows,
            BookingEvents events,
            Offers offers,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.events = events;
        this.offers = offers;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Gives back what somebody booked and did not come for.
     *
     * @return false when they came meanwhile, or it was given back already
     */
    public boolean noShow(ClusterId cluster, MeansId means, BookingId booking, String meansName) {
        return transactions.run(
                () -> {
                    rows.lock(cluster, means);
                    LocalDateTime now = Utc.column(clock.instant());
                    int released = jdbc.update("""
                            UPDATE booking b SET b.status = 'CANCELLED', b.changed_at = ?, b.version = b.version + 1
                            WHERE b.id = ? AND b.status = 'CONFIRMED' AND b.ends_at > ? AND NOT EXISTS (
                                SELECT 1 FROM booking_use u WHERE u.booking_id = b.id
                                AND (u.checked_in_at IS NOT NULL OR u.no_show_at IS NOT NULL))""", now, booking.value(), now);
                    if (released == 0) {
                        return false;
                    }
                    jdbc.update(
                            "INSERT INTO booking_use (booking_id, cluster_id, means_id, no_show_at) VALUES (?, ?, ?, ?)"
                                    + " ON DUPLICATE KEY UPDATE no_show_at = VALUES(no_show_at)",
                            booking.value(),
                            cluster.value(),
                            means.value(),
                            now);
                    rows.release(booking);
                    offers.isOver(booking);
                    events.record(cluster, means, booking, Deed.CANCELLED, null, "no-show");
                    audit.recordByPortal(cluster, "booking.no-show", "booking:" + booking, meansName);
                    publisher.publishEvent(new NobodyCame(cluster, means, booking));
                    offers.of(cluster, means, booking);
                    return true;
                },
                done -> done);
    }

    /**
     * Writes that somebody took a booking, under the means' lock: it is not given back at the same moment.
     *
     * @param together called again when the transaction is repeated
     */
    public void during(ClusterId cluster, MeansId means, Runnable together) {
        transactions.run(
                () -> {
                    rows.lock(cluster, means);
                    together.run();
                    return true;
                },
                done -> true);
    }

    /**
     * Gives back the rest of a booking that ended early; the clear-up time after it stays blocked.
     *
     * @param together writes that it ended, in the same transaction, before the rest is given back; called again when the
     *     transaction is repeated
     */
    public void endEarly(Actor actor, Means means, BookingId booking, Runnable together) {
        transactions.run(
                () -> {
                    rows.lock(actor.cluster(), means.id());
                    together.run();
                    LocalDateTime end =
                            Utc.column(clock.instant().plus(means.rules().tearDown()));
                    List<Object[]> rests = jdbc.query(
                            "SELECT x.id, x.unit_id, x.ends, u.blocked_by FROM occupancy x"
                                    + " JOIN means_unit u ON u.id = x.unit_id"
                                    + " WHERE x.booking_id = ? AND x.starts < ? AND x.ends > ?",
                            (row, n) -> new Object[] {
                                row.getLong("id"),
                                row.getLong("unit_id"),
                                row.getObject("ends", LocalDateTime.class),
                                row.getLong("blocked_by")
                            },
                            booking.value(),
                            end,
                            end);
                    for (Object[] rest : rests) {
                        jdbc.update("UPDATE occupancy SET ends = ? WHERE id = ?", end, rest[0]);
                        if ((long) rest[3] != 0) {
                            jdbc.update(
                                    "INSERT INTO occupancy (cluster_id, unit_id, starts, ends, booking_id)"
                                            + " VALUES (?, ?, ?, ?, ?)",
                                    actor.cluster().value(),
                                    rest[1],
                                    end,
                                    rest[2],
                                    rest[3]);
                        }
                    }
                    if (!rests.isEmpty()) {
                        offers.of(
                                actor.cluster(),
                                means.id(),
                                Utc.moment(end),
                                rests.stream()
                                        .map(rest -> Utc.moment((LocalDateTime) rest[2]))
                                        .max(Instant::compareTo)
                                        .orElseThrow());
                        audit.record(actor, "booking.ended-early", "booking:" + booking, means.name());
                    }
                    return true;
                },
                done -> true);
    }

    /**
     * Moves a booking from one unit to another of the same means, at the same time.
     *
     * @return false when no other unit is free all the time
     */
    public boolean changeUnit(Actor actor, Means means, BookingId booking, long from) {
        try {
            return transactions.run(
                    () -> {
                        rows.lock(actor.cluster(), means.id());
                        List<TimeSlot> held = jdbc.query(
                                "SELECT starts, ends FROM occupancy WHERE booking_id = ? AND unit_id = ?",
                                (row, n) -> new TimeSlot(
                                        Utc.moment(row.getObject("starts", LocalDateTime.class)),
                                        Utc.moment(row.getObject("ends", LocalDateTime.class))),
                                booking.value(),
                                from);
                        if (held.isEmpty()) {
                            return false;
                        }
                        // As they are under the lock: a unit may have been retired since the page was drawn.
                        List<Long> others = Bookable.read(jdbc, actor.cluster(), means.id()).units().stream()
                                .filter(unit -> unit != from)
                                .toList();
                        List<Long> free = rows.free(others, held.getFirst());
                        if (free.isEmpty()) {
                            return false;
                        }
                        leave(booking, from);
                        rows.occupy(actor.cluster(), booking, free.subList(0, 1), held);
                        jdbc.update(
                                "UPDATE booking SET changed_at = ?, version = version + 1 WHERE id = ?",
                                Utc.column(clock.instant()),
                                booking.value());
                        String unit = name(free.getFirst());
                        audit.record(actor, "booking.unit-changed", "booking:" + booking, unit);
                        events.record(actor.cluster(), means.id(), booking, Deed.UNIT_CHANGED, actor.person(), unit);
                        offers.of(
                                actor.cluster(),
                                means.id(),
                                held.getFirst().from(),
                                held.getLast().to());
                        return true;
                    },
                    done -> done);
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Leaves a unit: to the blackout that blocks it, or to everybody. */
    private void leave(BookingId booking, long unit) {
        jdbc.update("""
                UPDATE occupancy x JOIN means_unit u ON u.id = x.unit_id SET x.booking_id = u.blocked_by
                WHERE x.booking_id = ? AND x.unit_id = ? AND u.blocked_by IS NOT NULL""", booking.value(), unit);
        jdbc.update("DELETE FROM occupancy WHERE booking_id = ? AND unit_id = ?", booking.value(), unit);
    }

    private String name(long unit) {
        return jdbc.queryForList("SELECT name FROM means_unit WHERE id = ?", String.class, unit).stream()
                .findFirst()
                .orElse("");
    }
}
