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
