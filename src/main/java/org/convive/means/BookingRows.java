package org.convive.means;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The statements of the booking protocol, in the order in which a transaction says them. */
@Component
class BookingRows {
    static final String BOOKING = "BOOKING";
    static final String BLACKOUT = "BLACKOUT";

    /**
     * The whole transaction of a booking without a choice of units in one round trip, rolled back on any error. The
     * same statements in the same order as {@link #lock}, {@link #insert} and {@link #occupy}.
     */
    private static final String AT_ONCE = """
            BEGIN NOT ATOMIC
              DECLARE booked BIGINT DEFAULT 0;
              DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
              START TRANSACTION;
              UPDATE means SET booking_seq = booking_seq + 1 WHERE id = ? AND cluster_id = ? AND version = ?;
              IF ROW_COUNT() = 0 THEN
                ROLLBACK;
              ELSE
                INSERT INTO booking (cluster_id, means_id, kind, person_id, organisation_id, starts_at, ends_at, units,
                                     purpose, status, idempotency_key, created_at, changed_at)
                VALUES (?, ?, 'BOOKING', ?, ?, ?, ?, ?, ?, 'CONFIRMED', ?, ?, ?);
                SET booked = LAST_INSERT_ID();
                INSERT INTO occupancy (cluster_id, unit_id, starts, ends, booking_id) VALUES %s;
                COMMIT;
              END IF;
              SELECT booked;
            END""";

    private final JdbcTemplate jdbc;

    BookingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first statement of every transaction that occupies or frees: touches the means' sequence row.
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

    BookingId insert(
            Actor actor, OrganisationId organisation, String kind, BookingRequest request, String key, Instant now) {
        var holder = new GeneratedKeyHolder();
        LocalDateTime at = Utc.column(now);
        jdbc.update(
                connection -> {
                    PreparedStatement insert = connection.prepareStatement("""
                            INSERT INTO booking (cluster_id, means_id, kind, person_id, organisation_id, starts_at,
                                                 ends_at, units, purpose, status, idempotency_key, created_at,
                                                 changed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'CONFIRMED', ?, ?, ?)""", Statement.RETURN_GENERATED_KEYS);
                    insert.setLong(1, actor.cluster().value());
                    insert.setLong(2, request.means().value());
                    insert.setString(3, kind);
                    insert.setLong(4, actor.person().value());
                    insert.setLong(5, organisation.value());
                    insert.setObject(6, Utc.column(request.from()));
                    insert.setObject(7, Utc.column(request.to()));
                    insert.setInt(8, request.units());
                    insert.setString(9, request.purpose());
                    insert.setString(10, key);
                    insert.setObject(11, at);
                    insert.setObject(12, at);
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
     * Books all units of a means in one round trip.
     *
     * @return nothing when the means changed since it was read
     * @throws org.springframework.dao.DuplicateKeyException when a unit is taken or the key was used (1062)
     */
    Optional<BookingId> bookAll(
            Actor actor, Bookable means, BookingRequest request, String key, TimeSlot blocked, Instant now) {
        LocalDateTime at = Utc.column(now);
        long cluster = actor.cluster().value();
        var args = new ArrayList<Object>();
        Collections.addAll(args, means.means().value(), cluster, means.version());
        Collections.addAll(args, cluster, means.means().value(), actor.person().value());
        Collections.addAll(args, actor.requireOrganisation().value(), Utc.column(request.from()));
        Collections.addAll(args, Utc.column(request.to()), request.units(), request.purpose(), key, at, at);
        for (long unit : means.units()) {
            Collections.addAll(args, cluster, unit, Utc.column(blocked.from()), Utc.column(blocked.to()));
        }
        String rows = String.join(", ", Collections.nCopies(means.units().size(), "(?, ?, ?, ?, booked)"));
        Long booked = jdbc.queryForObject(AT_ONCE.formatted(rows), Long.class, args.toArray());
        return Optional.ofNullable(booked).filter(id -> id != 0).map(BookingId::new);
    }

    /** Frees what a booking holds, row by row of the primary key, so that no gap between rows is locked. */
    void release(BookingId booking) {
        List<Long> rows =
                jdbc.queryForList("SELECT id FROM occupancy WHERE booking_id = ?", Long.class, booking.value());
        if (!rows.isEmpty()) {
            jdbc.update("DELETE FROM occupancy WHERE id IN (" + marks(rows.size()) + ")", rows.toArray());
        }
    }

    /** @return false when the booking already was what it should become */
    boolean status(BookingId booking, BookingStatus status, Instant now) {
        return jdbc.update("""
                        UPDATE booking SET status = ?, changed_at = ?, version = version + 1
                        WHERE id = ? AND status <> ?""", status.name(), Utc.column(now), booking.value(), status.name()) == 1;
    }

    static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
