package org.convive.means;

import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.means.Plans.Booked;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The statements of what is booked together. */
@Component
class PlanRows {
    private final JdbcTemplate jdbc;

    PlanRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the key was used already */
    long insert(Actor actor, OrganisationId company, String key, String rule, Instant now) {
        var holder = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement("""
                            INSERT INTO booking_plan (cluster_id, person_id, organisation_id, rule, idempotency_key,
                                                      created_at)
                            VALUES (?, ?, ?, ?, ?, ?)""", Statement.RETURN_GENERATED_KEYS);
                    insert.setLong(1, actor.cluster().value());
                    insert.setLong(2, actor.person().value());
                    insert.setLong(3, company.value());
                    insert.setString(4, rule);
                    insert.setString(5, key);
                    insert.setObject(6, Utc.column(now));
                    return insert;
                },
                holder);
        return Objects.requireNonNull(holder.getKey()).longValue();
    }

    /** The plan of a booking; 0 when it was booked by itself. */
    long of(BookingId booking) {
        Long plan = jdbc.queryForObject("SELECT plan_id FROM booking WHERE id = ?", Long.class, booking.value());
        return plan == null ? 0 : plan;
    }

    /** What this person already booked with this key. */
    Optional<Booked> earlier(Actor actor, String key) {
        List<Long> plan = jdbc.queryForList(
                "SELECT id FROM booking_plan WHERE person_id = ? AND idempotency_key = ? AND cluster_id = ?",
                Long.class,
                actor.person().value(),
                key,
                actor.cluster().value());
        return plan.stream()
                .findFirst()
                .map(id -> new Booked(
                        id,
                        jdbc.query(
                                "SELECT id FROM booking WHERE plan_id = ? ORDER BY id",
                                (row, n) -> new BookingId(row.getLong("id")),
                                id)));
    }

    /** How a series recurs; empty for several means at once. */
    String rule(ClusterId cluster, long plan) {
        return jdbc
                .queryForList(
                        "SELECT rule FROM booking_plan WHERE id = ? AND cluster_id = ?",
                        String.class,
                        plan,
                        cluster.value())
                .stream()
                .findFirst()
                .orElse("");
    }
}
