package org.convive.means;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who has the units of many means in a window. What is the same for many bars (the means, its units, its owner, the names of
 * companies) is known before or read once; each bar is one entry of the window's index and one booking.
 */
final class TimelineRows {
    /** The window first, then each booking by its key: the optimizer would sometimes begin with all bookings. */
    private static final String BARS =
            "SELECT STRAIGHT_JOIN x.unit_id, x.starts, x.ends, b.id, b.organisation_id, b.starts_at, b.ends_at, b.kind,"
                    + " b.purpose, b.status, b.version"
                    + " FROM occupancy x FORCE INDEX (occupancy_window) JOIN booking b ON b.id = x.booking_id"
                    + " WHERE x.cluster_id = ? AND x.ends > ? AND x.ends < ? AND x.starts < ?";

    private final Actor actor;
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Long, String> companies = new HashMap<>();

    private TimelineRows(Actor actor) {
        this.actor = actor;
    }

    private record Place(Means means, Unit unit) {}

    /** In order of time; two statements. */
    static List<Occupied> read(JdbcClient jdbc, Actor actor, List<Means> means, List<Object> window) {
        var rows = new TimelineRows(actor);
        means.forEach(one -> one.units().forEach(unit -> rows.places.put(unit.id(), new Place(one, unit))));
        jdbc.sql("SELECT id, name FROM organisation WHERE cluster_id = ?")
                .param(actor.cluster().value())
                .query(row -> {
                    rows.companies.put(row.getLong(1), row.getString(2));
                });
        var bars = new ArrayList<Occupied>();
        jdbc.sql(BARS).params(window).query(row -> {
            Place place = rows.places.get(row.getLong(1));
            // A unit that is no longer lent has no row on the timeline.
            if (place != null) {
                bars.add(rows.bar(place, row));
            }
        });
        bars.sort(Comparator.comparing(Occupied::blockedFrom).thenComparingLong(Occupied::unit));
        return bars;
    }

    /** By the places of the columns: there are thousands of rows, and names would be looked up for each. */
    private Occupied bar(Place place, ResultSet row) throws SQLException {
        Means means = place.means();
        var organisation = new OrganisationId(row.getLong(5));
        boolean mayKnow = MeansRows.mayKnow(actor, means.owner(), organisation);
        boolean hidden = means.lending().freeBusy() && !mayKnow;
        return new Occupied(
                new BookingId(row.getLong(4)),
                means.id(),
                place.unit().id(),
                place.unit().name(),
                hidden ? MeansRows.NOBODY : organisation,
                hidden ? "" : companies.getOrDefault(organisation.value(), ""),
                Utc.moment(row.getObject(6, LocalDateTime.class)),
                Utc.moment(row.getObject(7, LocalDateTime.class)),
                Utc.moment(row.getObject(2, LocalDateTime.class)),
                Utc.moment(row.getObject(3, LocalDateTime.class)),
                row.getString(8).equals(Claim.BLACKOUT),
                mayKnow ? row.getString(9) : "",
                BookingStatus.valueOf(row.getString(10)),
                hidden,
                means.owner(),
                row.getInt(11));
    }
}
