package org.convive.means;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;

/** The columns that the reads of this module share, and how rows become records. */
final class MeansRows {
    /** Between the units of one row, and between id and name; neither can be typed. */
    private static final String UNIT = "\u001e";

    private static final String FIELD = "\u001f";

    private static final String MEANS_COLUMNS =
            "SELECT m.id, m.kind, m.name, m.organisation_id, o.name AS owner_name, m.place,"
                    + " m.price, m.picture_id, m.capacity, m.latitude, m.longitude, " + Bookable.RULE_COLUMNS + ","
                    + Bookable.LENDING_COLUMNS + ","
                    + " (SELECT GROUP_CONCAT(c.label ORDER BY c.label SEPARATOR '" + UNIT + "') FROM means_capability c"
                    + " WHERE c.means_id = m.id) AS capabilities,"
                    + " (SELECT GROUP_CONCAT(u.id, '" + FIELD + "', u.name ORDER BY u.position, u.id SEPARATOR '" + UNIT
                    + "') FROM means_unit u WHERE u.means_id = m.id AND u.retired = 0) AS units";

    private static final String FROM_MEANS =
            " FROM means m JOIN organisation o ON o.id = m.organisation_id WHERE m.cluster_id = ? ";

    static final String MEANS = MEANS_COLUMNS + FROM_MEANS;
    static final String DETAIL = MEANS_COLUMNS + ", m.description, m.contact, m.withdrawn, m.version,"
            + " (SELECT t.terms FROM means_terms t WHERE t.id = m.terms_id) AS terms" + FROM_MEANS;

    static final String BOOKING = "SELECT b.id, b.means_id, m.name AS means_name, m.kind AS means_kind, m.place,"
            + " m.price, m.organisation_id AS owner_id, own.name AS owner_name, b.person_id, p.name AS person_name,"
            + " b.organisation_id, o.name AS organisation_name, b.starts_at, b.ends_at, b.units,"
            + " (SELECT GROUP_CONCAT(DISTINCT u.name ORDER BY u.position SEPARATOR ', ') FROM occupancy c"
            + " JOIN means_unit u ON u.id = c.unit_id WHERE c.booking_id = b.id) AS unit_names,"
            + " b.kind, b.purpose, b.status, b.changed_at, b.version, b.cost_code, b.word, b.expires_at, b.approved_at,"
            + " b.terms_id, b.plan_id, b.late, m.free_busy"
            + " FROM booking b JOIN means m ON m.id = b.means_id JOIN organisation own ON own.id = m.organisation_id"
            + " JOIN organisation o ON o.id = b.organisation_id JOIN person p ON p.id = b.person_id"
            + " WHERE b.cluster_id = ? ";

    static final String OCCUPIED = "SELECT b.id, b.means_id, x.unit_id, u.name AS unit_name, b.organisation_id,"
            + " o.name AS organisation_name, b.starts_at, b.ends_at, x.starts, x.ends, b.kind, b.purpose,"
            + " m.organisation_id AS owner_id, m.free_busy, b.status, b.version"
            + " FROM occupancy x JOIN booking b ON b.id = x.booking_id JOIN means_unit u ON u.id = x.unit_id"
            + " JOIN means m ON m.id = b.means_id JOIN organisation o ON o.id = b.organisation_id"
            + " WHERE x.cluster_id = ? AND x.ends > ? AND x.ends < ? AND x.starts < ? ";

    /** Stands for an organisation that the reader may not know. */
    static final OrganisationId NOBODY = new OrganisationId(0);

    private MeansRows() {}

    static Means means(ResultSet row, int number) throws SQLException {
        long picture = row.getLong("picture_id");
        return new Means(
                new MeansId(row.getLong("id")),
                MeansKind.valueOf(row.getString("kind")),
                row.getString("name"),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("owner_name"),
                row.getString("place"),
                row.getString("price"),
                picture == 0 ? null : picture,
                split(row.getString("capabilities")),
                units(row.getString("units")),
                Bookable.rules(row),
                Bookable.lending(row),
                number(row, "capacity"),
                point(row));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable GeoPoint point(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new GeoPoint(latitude, row.getDouble("longitude"));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return id == 0 ? null : id;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : Utc.moment(at);
    }

    static MeansDetail detail(ResultSet row, int number) throws SQLException {
        return new MeansDetail(
                means(row, number),
                row.getString("description"),
                row.getString("contact"),
                row.getBoolean("withdrawn"),
                row.getInt("version"),
                id(row, "terms_id"),
                row.getString("terms") == null ? "" : row.getString("terms"));
    }

    /** Whether the owner shows others only that it is taken, and the reader is one of them. */
    static boolean isHidden(ResultSet row, Actor actor) throws SQLException {
        return row.getBoolean("free_busy")
                && !mayKnow(
                        actor,
                        new OrganisationId(row.getLong("owner_id")),
                        new OrganisationId(row.getLong("organisation_id")));
    }

    static BookingLine booking(ResultSet row, Actor actor) throws SQLException {
        var owner = new OrganisationId(row.getLong("owner_id"));
        var organisation = new OrganisationId(row.getLong("organisation_id"));
        String units = row.getString("unit_names");
        return new BookingLine(
                new BookingId(row.getLong("id")),
                new MeansId(row.getLong("means_id")),
                row.getString("means_name"),
                MeansKind.valueOf(row.getString("means_kind")),
                row.getString("place"),
                row.getString("price"),
                owner,
                row.getString("owner_name"),
                new PersonId(row.getLong("person_id")),
                row.getString("person_name"),
                organisation,
                row.getString("organisation_name"),
                Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                row.getInt("units"),
                units == null ? "" : units,
                row.getString("kind").equals(Claim.BLACKOUT),
                mayKnow(actor, owner, organisation) ? row.getString("purpose") : "",
                BookingStatus.valueOf(row.getString("status")),
                Utc.moment(row.getObject("changed_at", LocalDateTime.class)),
                row.getInt("version"),
                actor.isAnimator() || organisation.equals(actor.organisation()) ? row.getString("cost_code") : "",
                mayKnow(actor, owner, organisation) ? row.getString("word") : "",
                moment(row, "expires_at"),
                moment(row, "approved_at"),
                id(row, "terms_id"),
                id(row, "plan_id"),
                row.getBoolean("late"));
    }

    static Occupied occupied(ResultSet row, Actor actor) throws SQLException {
        var owner = new OrganisationId(row.getLong("owner_id"));
        var organisation = new OrganisationId(row.getLong("organisation_id"));
        return new Occupied(
                new BookingId(row.getLong("id")),
                new MeansId(row.getLong("means_id")),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                isHidden(row, actor) ? NOBODY : organisation,
                isHidden(row, actor) ? "" : row.getString("organisation_name"),
                Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                Utc.moment(row.getObject("starts", LocalDateTime.class)),
                Utc.moment(row.getObject("ends", LocalDateTime.class)),
                row.getString("kind").equals(Claim.BLACKOUT),
                mayKnow(actor, owner, organisation) ? row.getString("purpose") : "",
                BookingStatus.valueOf(row.getString("status")),
                isHidden(row, actor),
                owner,
                row.getInt("version"));
    }

    /** What a booking is for is told to the booker's company, the owner and the animators. */
    static boolean mayKnow(Actor actor, OrganisationId owner, OrganisationId organisation) {
        return actor.isAnimator() || owner.equals(actor.organisation()) || organisation.equals(actor.organisation());
    }

    private static List<Unit> units(@Nullable String joined) {
        var units = new ArrayList<Unit>();
        for (String unit : split(joined)) {
            int at = unit.indexOf(FIELD);
            units.add(new Unit(Long.parseLong(unit.substring(0, at)), unit.substring(at + 1)));
        }
        return List.copyOf(units);
    }

    private static List<String> split(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(UNIT, -1));
    }
}
