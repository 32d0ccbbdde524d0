package org.convive.means;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must be known of a means before it is booked, read in one statement outside the booking's transaction. Its
 * version is checked again under the sequence lock, so rules and units cannot change in between.
 */
record Bookable(
        MeansId means,
        String name,
        OrganisationId owner,
        int version,
        boolean withdrawn,
        BookingRules rules,
        Lending lending,
        @Nullable Long terms,
        boolean termsAsked,
        List<Long> units) {

    static final String RULE_COLUMNS = "m.time_zone, m.opening_hours, m.set_up_minutes, m.tear_down_minutes,"
            + " m.min_minutes, m.max_minutes, m.notice_minutes, m.horizon_days, m.slot_minutes, m.holidays, m.exceptions";
    static final String LENDING_COLUMNS = "m.free_busy, m.chosen_only, m.certificate, m.approval, m.answer_minutes,"
            + " m.hold_minutes, m.quota_minutes, m.cancel_minutes, m.deposit, m.terms_asked, m.terms_id,"
            + " (SELECT GROUP_CONCAT(c.organisation_id) FROM means_company c"
            + " WHERE c.means_id = m.id AND c.may_book = 1) AS chosen,"
            + " (SELECT GROUP_CONCAT(c.organisation_id) FROM means_company c"
            + " WHERE c.means_id = m.id AND c.trusted = 1) AS trusted";

    private static final String COLUMNS =
            "SELECT m.id, m.name, m.organisation_id, m.version, m.withdrawn, " + RULE_COLUMNS
                    + ", " + LENDING_COLUMNS + ","
                    + " (SELECT GROUP_CONCAT(u.id ORDER BY u.position, u.id) FROM means_unit u"
                    + " WHERE u.means_id = m.id AND u.retired = 0) AS unit_ids FROM means m ";

    static Bookable read(JdbcTemplate jdbc, ClusterId cluster, MeansId means) {
        return readAll(jdbc, cluster, List.of(means)).getFirst();
    }

    /**
     * In ascending order of id, in one statement.
     *
     * @throws NotFoundException when one of them is not in the cluster
     */
    static List<Bookable> readAll(JdbcTemplate jdbc, ClusterId cluster, Collection<MeansId> some) {
        Set<Long> ids = some.stream().map(MeansId::value).collect(Collectors.toCollection(TreeSet::new));
        var args = new ArrayList<Object>(ids);
        args.add(cluster.value());
        List<Bookable> found = jdbc.query(
                COLUMNS + "WHERE m.id IN (" + BookingRows.marks(ids.size()) + ") AND m.cluster_id = ? ORDER BY m.id",
                (row, n) -> bookable(row),
                args.toArray());
        if (found.size() < ids.size()) {
            throw new NotFoundException("means");
        }
        return found;
    }

    private static Bookable bookable(ResultSet row) throws SQLException {
        long terms = row.getLong("terms_id");
        return new Bookable(
                new MeansId(row.getLong("id")),
                row.getString("name"),
                new OrganisationId(row.getLong("organisation_id")),
                row.getInt("version"),
                row.getBoolean("withdrawn"),
                rules(row),
                lending(row),
                terms == 0 ? null : terms,
                row.getBoolean("terms_asked"),
                numbers(row.getString("unit_ids")));
    }

    private static List<Long> numbers(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(Long::valueOf).toList();
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
                row.getInt("horizon_days"),
                Duration.ofMinutes(row.getInt("slot_minutes")),
                Closures.read(row.getString("holidays"), row.getString("exceptions")));
    }

    static Lending lending(ResultSet row) throws SQLException {
        int quota = row.getInt("quota_minutes");
        return new Lending(
                row.getBoolean("free_busy"),
                row.getBoolean("chosen_only"),
                companies(row.getString("chosen")),
                row.getString("certificate"),
                row.getBoolean("approval"),
                companies(row.getString("trusted")),
                Duration.ofMinutes(row.getInt("answer_minutes")),
                Duration.ofMinutes(row.getInt("hold_minutes")),
                quota == 0 ? null : Duration.ofMinutes(quota),
                Duration.ofMinutes(row.getInt("cancel_minutes")),
                row.getString("deposit"));
    }

    private static Set<OrganisationId> companies(@Nullable String joined) {
        return numbers(joined).stream().map(OrganisationId::new).collect(Collectors.toUnmodifiableSet());
    }

    Bookable withUnits(List<Long> some) {
        return new Bookable(means, name, owner, version, withdrawn, rules, lending, terms, termsAsked, some);
    }
}
