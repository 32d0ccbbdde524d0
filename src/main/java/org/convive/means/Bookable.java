package org.convive.means;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must be known of a means before it is booked, read in one statement outside the booking's transaction. Its
 * version is checked again under the sequence lock, so rules and units cannot change in between.
 */
record Bookable(
        MeansId means,
        OrganisationId owner,
        int version,
        boolean withdrawn,
        BookingRules rules,
        List<Long> units,
        @Nullable Earlier sameKey) {

    static final String RULE_COLUMNS = "m.time_zone, m.opening_hours, m.set_up_minutes, m.tear_down_minutes,"
            + " m.min_minutes, m.max_minutes, m.notice_minutes, m.horizon_days";

    private static final String SQL = "SELECT m.organisation_id, m.version, m.withdrawn, " + RULE_COLUMNS + ","
            + " (SELECT GROUP_CONCAT(u.id ORDER BY u.position, u.id) FROM means_unit u"
            + " WHERE u.means_id = m.id AND u.retired = 0) AS unit_ids,"
            + " b.id, b.means_id, b.starts_at, b.ends_at, b.units, b.purpose"
            + " FROM means m LEFT JOIN booking b ON b.person_id = ? AND b.idempotency_key = ?"
            + " WHERE m.id = ? AND m.cluster_id = ?";

    /** The booking that this person already made with this key. */
    record Earlier(BookingId id, MeansId means, Instant from, Instant to, int units, String purpose) {
        boolean answers(BookingRequest request) {
            return means.equals(request.means())
                    && from.equals(request.from())
                    && to.equals(request.to())
                    && units == request.units()
                    && purpose.equals(request.purpose().strip());
        }
    }

    Bookable withUnits(List<Long> some) {
        return new Bookable(means, owner, version, withdrawn, rules, some, sameKey);
    }

    static Bookable read(JdbcTemplate jdbc, Actor actor, MeansId means, String key) {
        return jdbc
                .query(
                        SQL,
                        (row, n) -> bookable(row, means),
                        actor.person().value(),
                        key,
                        means.value(),
                        actor.cluster().value())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("means"));
    }

    private static Bookable bookable(ResultSet row, MeansId means) throws SQLException {
        String units = row.getString("unit_ids");
        long earlier = row.getLong("id");
        return new Bookable(
                means,
                new OrganisationId(row.getLong("organisation_id")),
                row.getInt("version"),
                row.getBoolean("withdrawn"),
                rules(row),
                units == null
                        ? List.of()
                        : Arrays.stream(units.split(",", -1)).map(Long::valueOf).toList(),
                earlier == 0
                        ? null
                        : new Earlier(
                                new BookingId(earlier),
                                new MeansId(row.getLong("means_id")),
                                Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                                Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                                row.getInt("units"),
                                row.getString("purpose")));
    }

    static BookingRules rules(ResultSet row) throws SQLException {
        return new BookingRules(
                ZoneId.of(row.getString("time_zone")),
                OpeningHours.read(row.getString("opening_hours")),
                Duration.ofMinutes(row.getInt("set_up_minutes")),
                Duration.ofMinutes(row.getInt("tear_down_minutes")),
                Duration.ofMinutes(row.getInt("min_minutes")),
                Duration.ofMinutes(row.getInt("max_minutes")),
                Duration.ofMinutes(row.getInt("notice_minutes")),
                row.getInt("horizon_days"));
    }
}
