package org.convive.means;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The statements of the booking protocol, in the order in which a transaction says them. */
@Component
class BookingRows {
    private final JdbcTemplate jdbc;

    BookingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first statement of every transaction that occupies or frees: touches the means' sequence row. With several
     * means, in ascending order of id.
     *
     * @return false when the means changed since it was read
     */
    boolean lock(ClusterId cluster, MeansId means, int version) {
        return jdbc.update(
                        "UPDATE means SET booking_seq = booking_seq + 1 WHERE id = ? AND cluster_id = ? AND version = ?",
                        means.value(),
                        cluster.value(),
                        version)
                == 1;
    }

    /** As above for what only frees: no rule or unit matters then. */
    void lock(ClusterId cluster, MeansId means) {
        jdbc.update(
                "UPDATE means SET booking_seq = booking_seq + 1 WHERE id = ? AND cluster_id = ?",
                means.value(),
                cluster.value());
    }

    /** Which of the units nobody has during the blocked period: one seek a unit, whatever its history. */
    List<Long> free(List<Long> units, TimeSlot blocked) {
        if (units.isEmpty()) {
            return units;
        }
        String sql = "SELECT unit_id FROM occupancy WHERE unit_id IN (" + marks(units.size())
                + ") AND ends > ? AND ends < ? AND starts < ?";
        var args = new ArrayList<Object>(units);
        args.add(Utc.column(blocked.from()));
        args.add(Utc.column(blocked.to().plus(BookingRules.BLOCKED_EVER)));
        args.add(Utc.column(blocked.to()));
        Set<Long> taken = new HashSet<>(jdbc.queryForList(sql, Long.class, args.toArray()));
        return units.stream().filter(unit -> !taken.contains(unit)).toList();
    }

    /**
     * The whole transaction of one booking in one round trip.
     *
     * @return the booking's id; 0 when the means changed since it was read, -1 when too few units are free
     * @throws org.springframework.dao.DuplicateKeyException when the key was used already (1062)
     */
    long bookFree(Claim claim, Bookable means, Instant now) {
        BookingRequest asked = claim.request();
        TimeSlot blocked = claim.blocked(means.rules());
        Long booked = jdbc.queryForObject(
                "CALL book_free(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Long.class,
                claim.cluster().value(),
                asked.means().value(),
                means.version(),
                means.units().size() == 1 ? means.units().getFirst() : null,
                claim.person().value(),
                claim.company().value(),
                Utc.column(asked.from()),
                Utc.column(asked.to()),
                Utc.column(blocked.from()),
                Utc.column(blocked.to()),
                Utc.column(blocked.to().plus(BookingRules.BLOCKED_EVER)),
                asked.units(),
                asked.purpose(),
                asked.costCode(),
                claim.key(),
                claim.status().name(),
                column(claim.expires()),
                claim.terms(),
                claim.deed().name(),
                Utc.column(now));
        return booked == null ? 0 : booked;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the key was used already (1062) */
    BookingId insert(Claim claim, Instant now) {
        var holder = new GeneratedKeyHolder();
        BookingRequest asked = claim.request();
        Object[] args = {
            claim.cluster().value(),
            asked.means().value(),
            claim.kind(),
            claim.person().value(),
            claim.company().value(),
            Utc.column(asked.from()),
            Utc.column(asked.to()),
            asked.units(),
            asked.purpose(),
            asked.costCode(),
            claim.status().name(),
            column(claim.expires()),
            claim.terms(),
            claim.plan(),
            claim.key(),
            Utc.column(now),
            Utc.column(now)
        };
        jdbc.update(
                connection -> {
                    PreparedStatement insert = connection.prepareStatement("""
                            INSERT INTO booking (cluster_id, means_id, kind, person_id, organisation_id, starts_at,
                                                 ends_at, units, purpose, cost_code, status, expires_at, terms_id,
                                                 plan_id, idempotency_key, created_at, changed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", Statement.RETURN_GENERATED_KEYS);
                    for (int i = 0; i < args.length; i++) {
                        insert.setObject(i + 1, args[i]);
                    }
                    return insert;
                },
                holder);
        return new BookingId(Objects.requireNonNull(holder.getKey()).longValue());
    }

    /** One row a unit and period, all in one statement; the database refuses what overlaps (1062). */
    void occupy(ClusterId cluster, BookingId booking, List<Long> units, List<TimeSlot> periods) {
        var args = new ArrayList<Object>();
        for (long unit : units) {
            for (TimeSlot period : periods) {
                Collections.addAll(
                        args,
                        cluster.value(),
                        unit,
                        Utc.column(period.from()),
                        Utc.column(period.to()),
                        booking.value());
            }
        }
        String rows = String.join(", ", Collections.nCopies(args.size() / 5, "(?, ?, ?, ?, ?)"));
        jdbc.update(
                "INSERT INTO occupancy (cluster_id, unit_id, starts, ends, booking_id) VALUES " + rows, args.toArray());
    }

    /**
     * Frees what a booking holds, row by row of the primary key, so that no gap between rows is locked. What it holds of
     * a damaged unit falls to the blackout that blocks the unit.
     *
     * @return the units it held, in order; empty when it held none
     */
    List<Long> release(BookingId booking) {
        var units = new ArrayList<Long>();
        var free = new ArrayList<Long>();
        var blocked = new ArrayList<Object[]>();
        jdbc.query(
                "SELECT x.id, x.unit_id, u.blocked_by FROM occupancy x JOIN means_unit u ON u.id = x.unit_id"
                        + " WHERE x.booking_id = ? ORDER BY x.id",
                row -> {
                    units.add(row.getLong("unit_id"));
                    long block = row.getLong("blocked_by");
                    if (block == 0 || block == booking.value()) {
                        free.add(row.getLong("id"));
                    } else {
                        blocked.add(new Object[] {block, row.getLong("id")});
                    }
                },
                booking.value());
        if (!blocked.isEmpty()) {
            jdbc.batchUpdate("UPDATE occupancy SET booking_id = ? WHERE id = ?", blocked);
        }
        if (!free.isEmpty()) {
            jdbc.update("DELETE FROM occupancy WHERE id IN (" + marks(free.size()) + ")", free.toArray());
        }
        return units.stream().distinct().toList();
    }

    /**
     * Moves a booking from one state to another.
     *
     * @param dueAfter when the former state lapses, the new one is reached only from one that is not over by then
     * @return false when it stands in none of the former states any more
     */
    boolean become(
            BookingId booking,
            Collection<BookingStatus> former,
            BookingStatus status,
            @Nullable Instant expires,
            @Nullable Instant dueAfter,
            Instant now) {
        var args = new ArrayList<Object>(Arrays.asList(status.name(), column(expires), Utc.column(now)));
        args.add(booking.value());
        former.forEach(one -> args.add(one.name()));
        String sql = "UPDATE booking SET status = ?, expires_at = ?, changed_at = ?, version = version + 1"
                + " WHERE id = ? AND status IN (" + marks(former.size()) + ")";
        if (dueAfter != null) {
            sql += " AND (expires_at IS NULL OR expires_at > ?)";
            args.add(Utc.column(dueAfter));
        }
        return jdbc.update(sql, args.toArray()) == 1;
    }

    /** The owner's word, and that it was given. */
    void approve(BookingId booking, String word, Instant now) {
        jdbc.update(
                "UPDATE booking SET approved_at = ?, word = ? WHERE id = ?", Utc.column(now), word, booking.value());
    }

    void word(BookingId booking, String word) {
        jdbc.update("UPDATE booking SET word = ? WHERE id = ?", word, booking.value());
    }

    void terms(BookingId booking, @Nullable Long terms) {
        jdbc.update("UPDATE booking SET terms_id = ? WHERE id = ?", terms, booking.value());
    }

    /** @return false when somebody changed the booking since that version */
    boolean times(BookingId booking, Instant from, Instant to, int version, Instant now) {
        return jdbc.update(
                        "UPDATE booking SET starts_at = ?, ends_at = ?, changed_at = ?, version = version + 1"
                                + " WHERE id = ? AND version = ?",
                        Utc.column(from),
                        Utc.column(to),
                        Utc.column(now),
                        booking.value(),
                        version)
                == 1;
    }

    /** What this person already booked with this key. */
    Optional<Earlier> earlier(PersonId person, String key) {
        return jdbc
                .query(
                        "SELECT id, means_id, starts_at, ends_at, units, purpose FROM booking"
                                + " WHERE person_id = ? AND idempotency_key = ?",
                        (row, n) -> new Earlier(
                                new BookingId(row.getLong("id")),
                                new MeansId(row.getLong("means_id")),
                                Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                                Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                                row.getInt("units"),
                                row.getString("purpose")),
                        person.value(),
                        key)
                .stream()
                .findFirst();
    }

    /** The booking that this person already made with this key. */
    record Earlier(BookingId id, MeansId means, Instant from, Instant to, int units, String purpose) {
        boolean answers(BookingRequest request) {
            return means.equals(request.means())
                    && from.equals(request.from())
                    && to.equals(request.to())
                    && units == request.units()
                    && purpose.equals(request.purpose());
        }
    }

    private static @Nullable LocalDateTime column(@Nullable Instant moment) {
        return moment == null ? null : Utc.column(moment);
    }

    static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
