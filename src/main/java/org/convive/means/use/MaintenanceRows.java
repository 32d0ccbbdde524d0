package org.convive.means.use;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.calendar.Recurrence;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.means.use.MaintenancePlan.Occurrence;
import org.convive.means.use.MaintenancePlan.State;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The statements of maintenance plans. */
@Component
class MaintenanceRows {
    private final JdbcClient jdbc;

    MaintenanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan to be written. */
    record New(
            MeansId means,
            @Nullable Long unit,
            String title,
            Recurrence recurrence,
            int minutes,
            @Nullable String key) {}

    /** @return its number; empty when the same request was written before */
    Optional<Long> insert(Actor actor, New plan, Instant now) {
        var made = new GeneratedKeyHolder();
        int written = jdbc.sql("""
                        INSERT INTO maintenance_plan (cluster_id, means_id, unit_id, title, zone, first_start, minutes,
                                                      recurrence, person_id, created_at, once_key)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id""")
                .param(actor.cluster().value())
                .param(plan.means().value())
                .param(plan.unit())
                .param(plan.title())
                .param(plan.recurrence().zone().getId())
                .param(plan.recurrence().start())
                .param(plan.minutes())
                .param(plan.recurrence().stored())
                .param(actor.person().value())
                .param(Utc.column(now))
                .param(plan.key())
                .update(made, "id");
        Number key = made.getKey();
        return written == 1 && key != null ? Optional.of(key.longValue()) : Optional.empty();
    }

    Optional<Long> earlier(PersonId person, MeansId means, @Nullable String key) {
        return jdbc.sql("SELECT id FROM maintenance_plan WHERE person_id = ? AND means_id = ? AND once_key = ?")
                .param(person.value())
                .param(means.value())
                .param(key)
                .query(Long.class)
                .optional();
    }

    List<MaintenancePlan> of(ClusterId cluster, MeansId means, Instant after) {
        return plans(
                "p.cluster_id = ? AND p.means_id = ? AND p.ended_at IS NULL", cluster.value(), means.value(), after);
    }

    Optional<MaintenancePlan> find(ClusterId cluster, long plan, Instant after) {
        return plans("p.cluster_id = ? AND p.id = ?", cluster.value(), plan, after).stream()
                .findFirst();
    }

    private List<MaintenancePlan> plans(String where, long one, long other, Instant after) {
        Map<Long, List<Occurrence>> times = jdbc
                .sql("SELECT o.plan_id, o.starts_at, o.booking_id, o.state, p.minutes FROM maintenance_occurrence o"
                        + " JOIN maintenance_plan p ON p.id = o.plan_id WHERE " + where
                        + " AND o.starts_at > ? ORDER BY o.starts_at")
                .params(one, other, Utc.column(after))
                .query((row, n) -> Map.entry(row.getLong("plan_id"), occurrence(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("SELECT p.*, COALESCE(u.name, '') AS unit_name FROM maintenance_plan p"
                        + " LEFT JOIN means_unit u ON u.id = p.unit_id WHERE " + where
                        + " ORDER BY p.first_start LIMIT 50")
                .params(one, other)
                .query((row, n) -> {
                    long unit = row.getLong("unit_id");
                    LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
                    return new MaintenancePlan(
                            row.getLong("id"),
                            new MeansId(row.getLong("means_id")),
                            unit == 0 ? null : unit,
                            row.getString("unit_name"),
                            row.getString("title"),
                            Recurrence.stored(
                                    row.getObject("first_start", LocalDateTime.class),
                                    ZoneId.of(row.getString("zone")),
                                    row.getString("recurrence")),
                            row.getInt("minutes"),
                            ended == null ? null : Utc.moment(ended),
                            times.getOrDefault(row.getLong("id"), List.of()));
                })
                .list();
    }

    private static Occurrence occurrence(ResultSet row) throws SQLException {
        long booking = row.getLong("booking_id");
        Instant from = Utc.moment(row.getObject("starts_at", LocalDateTime.class));
        return new Occurrence(
                new TimeSlot(from, from.plus(Duration.ofMinutes(row.getInt("minutes")))),
                State.valueOf(row.getString("state")),
                booking == 0 ? null : new BookingId(booking));
    }

    /**
     * Writes down which blackout stands for a time, in its transaction: two nodes never make two.
     *
     * @param again whether the time is known, as taken or left out
     * @return false when it is blocked already, somebody was quicker, or the plan ended
     */
    boolean block(long plan, Instant from, BookingId booking, boolean again) {
        String sql = again
                ? "UPDATE maintenance_occurrence o JOIN maintenance_plan p ON p.id = o.plan_id"
                        + " SET o.state = 'BLOCKED', o.booking_id = ?"
                        + " WHERE o.starts_at = ? AND o.plan_id = ? AND o.state <> 'BLOCKED' AND p.ended_at IS NULL"
                : "INSERT INTO maintenance_occurrence (booking_id, starts_at, plan_id, state)"
                        + " SELECT ?, ?, p.id, 'BLOCKED' FROM maintenance_plan p WHERE p.id = ? AND p.ended_at IS NULL";
        try {
            return jdbc.sql(sql).params(booking.value(), Utc.column(from), plan).update() == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The time cannot be had; one that is blocked, or was left out, stays so. */
    void taken(long plan, Instant from) {
        jdbc.sql("INSERT IGNORE INTO maintenance_occurrence (plan_id, starts_at, state)"
                        + " SELECT p.id, ?, 'TAKEN' FROM maintenance_plan p WHERE p.id = ? AND p.ended_at IS NULL")
                .params(Utc.column(from), plan)
                .update();
    }

    boolean isBlocked(long plan, Instant from) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM maintenance_occurrence"
                        + " WHERE plan_id = ? AND starts_at = ? AND state = 'BLOCKED')")
                .params(plan, Utc.column(from))
                .query(Boolean.class)
                .single();
    }

    /** Leaves a time out, under the means' lock. @return the blackout that stood for it */
    List<BookingId> skip(long plan, Instant from) {
        List<BookingId> stood = bookings("starts_at = ?", plan, from);
        jdbc.sql("UPDATE maintenance_occurrence SET state = 'SKIPPED', booking_id = NULL"
                        + " WHERE plan_id = ? AND starts_at = ?")
                .params(plan, Utc.column(from))
                .update();
        return stood;
    }

    /** The blackouts that stand for the times after a moment. */
    List<BookingId> ahead(long plan, Instant after) {
        return bookings("starts_at > ?", plan, after);
    }

    private List<BookingId> bookings(String which, long plan, Instant moment) {
        return jdbc.sql("SELECT booking_id FROM maintenance_occurrence WHERE plan_id = ? AND " + which
                        + " AND booking_id IS NOT NULL ORDER BY booking_id")
                .params(plan, Utc.column(moment))
                .query((row, n) -> new BookingId(row.getLong("booking_id")))
                .list();
    }

    void end(long plan, Instant now) {
        jdbc.sql("UPDATE maintenance_plan SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
                .params(Utc.column(now), plan)
                .update();
    }

    /** A plan that goes on, and who made it. */
    record Standing(long id, PersonId person, ClusterId cluster) {}

    List<Standing> standing() {
        return jdbc.sql("SELECT id, person_id, cluster_id FROM maintenance_plan WHERE ended_at IS NULL")
                .query((row, n) -> new Standing(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        new ClusterId(row.getLong("cluster_id"))))
                .list();
    }
}
