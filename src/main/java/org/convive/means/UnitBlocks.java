package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Takes a damaged unit out of use and gives it back, in the transactions of the booking protocol. Must not be called inside
 * a transaction; who may do it is decided by the caller.
 */
@Service
public class UnitBlocks {
    /** A damaged unit is taken out of use for so long, or until it is released. */
    static final Duration BLOCKED_FOR = Duration.ofDays(3 * 366);

    private final JdbcTemplate jdbc;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final Offers offers;
    private final AuditTrail audit;
    private final Clock clock;

    UnitBlocks(
            JdbcTemplate jdbc,
            BookingTransactions transactions,
            BookingRows rows,
            Offers offers,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.offers = offers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Blocks a unit from now on. Bookings that stand keep their time, so that people can decide what becomes of them;
     * everything between and after them is taken, and what they give back is taken too.
     *
     * @param together writes why, in the same transaction; gets the blackout that holds the unit, the one there is when it is
     *     blocked already
     * @return what that gives
     */
    public long block(Actor actor, Means means, long unit, String reason, ToLongFunction<BookingId> together) {
        return transactions.run(() -> together.applyAsLong(blocked(actor, means, unit, reason)), done -> true);
    }

    private BookingId blocked(Actor actor, Means means, long unit, String reason) {
        rows.lock(actor.cluster(), means.id());
        Long standing = jdbc.queryForObject(
                "SELECT COALESCE(blocked_by, 0) FROM means_unit WHERE id = ? AND means_id = ?",
                Long.class,
                unit,
                means.id().value());
        if (standing != null && standing != 0) {
            return new BookingId(standing);
        }
        Instant now = clock.instant();
        BookingId block = rows.insert(claim(actor, means, reason, now), now);
        List<TimeSlot> gaps = gaps(unit, new TimeSlot(now, now.plus(BLOCKED_FOR)));
        if (!gaps.isEmpty()) {
            rows.occupy(actor.cluster(), block, List.of(unit), gaps);
        }
        jdbc.update("UPDATE means_unit SET blocked_by = ? WHERE id = ?", block.value(), unit);
        audit.record(actor, "unit.blocked", "means:" + means.id(), reason);
        return block;
    }

    private static Claim claim(Actor actor, Means means, String reason, Instant now) {
        String words = reason.length() > 500 ? reason.substring(0, 500) : reason;
        var request = new BookingRequest(means.id(), now, now.plus(BLOCKED_FOR), 1, words, null);
        return new Claim(
                actor.cluster(),
                actor.person(),
                means.owner(),
                Claim.BLACKOUT,
                request,
                BookingStatus.CONFIRMED,
                null,
                null,
                null,
                UUID.randomUUID().toString());
    }

    /** The time of a unit that nobody has within the window, in pieces no longer than the queries look back. */
    private List<TimeSlot> gaps(long unit, TimeSlot window) {
        List<TimeSlot> taken = jdbc.query(
                "SELECT starts, ends FROM occupancy WHERE unit_id = ? AND ends > ? AND starts < ? ORDER BY starts",
                (row, n) -> new TimeSlot(
                        Utc.moment(row.getObject("starts", LocalDateTime.class)),
                        Utc.moment(row.getObject("ends", LocalDateTime.class))),
                unit,
                Utc.column(window.from()),
                Utc.column(window.to()));
        var gaps = new ArrayList<TimeSlot>();
        Instant from = window.from();
        for (TimeSlot one : taken) {
            if (one.from().isAfter(from)) {
                gaps.addAll(Taking.pieces(new TimeSlot(from, one.from())));
            }
            from = one.to().isAfter(from) ? one.to() : from;
        }
        if (window.to().isAfter(from)) {
            gaps.addAll(Taking.pieces(new TimeSlot(from, window.to())));
        }
        return gaps;
    }

    /**
     * Gives a blocked unit back: what the block holds of the future is free again.
     *
     * @param last writes why, in the same transaction, and says whether nothing else blocks the unit
     */
    public void unblock(Actor actor, MeansId means, BookingId block, BooleanSupplier last) {
        transactions.run(
                () -> {
                    rows.lock(actor.cluster(), means);
                    if (!last.getAsBoolean()) {
                        return true;
                    }
                    LocalDateTime now = Utc.column(clock.instant());
                    jdbc.update(
                            "UPDATE means_unit SET blocked_by = NULL WHERE means_id = ? AND blocked_by = ?",
                            means.value(),
                            block.value());
                    jdbc.update("DELETE FROM occupancy WHERE booking_id = ? AND starts >= ?", block.value(), now);
                    jdbc.update(
                            "UPDATE occupancy SET ends = ? WHERE booking_id = ? AND ends > ?", now, block.value(), now);
                    jdbc.update(
                            "UPDATE booking SET ends_at = GREATEST(?, starts_at + INTERVAL 1 SECOND), changed_at = ?,"
                                    + " version = version + 1 WHERE id = ?",
                            now,
                            now,
                            block.value());
                    audit.record(actor, "unit.released", "means:" + means, "");
                    offers.of(
                            actor.cluster(),
                            means,
                            clock.instant(),
                            clock.instant().plus(BLOCKED_FOR));
                    return true;
                },
                done -> true);
    }
}
