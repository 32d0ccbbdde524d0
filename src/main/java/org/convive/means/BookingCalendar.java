package org.convive.means;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.CalendarSource;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's bookings in their calendar feed. */
@Component
class BookingCalendar implements CalendarSource {
    private static final Set<String> GONE = Set.of("CANCELLED", "REFUSED", "EXPIRED");
    private static final Set<String> OPEN = Set.of("HELD", "PENDING", "PROPOSED");

    private final JdbcClient jdbc;
    private final String publicUrl;

    BookingCalendar(JdbcClient jdbc, @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<CalendarEntry> entriesOf(PersonId person, Instant endingAfter) {
        return jdbc.sql("""
                        SELECT b.id, b.version, b.starts_at, b.ends_at, b.purpose, b.status, b.changed_at, m.name, m.place,
                               m.time_zone, o.name AS owner_name, c.slug
                        FROM booking b JOIN means m ON m.id = b.means_id
                        JOIN organisation o ON o.id = m.organisation_id JOIN cluster c ON c.id = b.cluster_id
                        JOIN membership s ON s.cluster_id = b.cluster_id AND s.person_id = b.person_id
                        WHERE b.person_id = ? AND b.kind = 'BOOKING' AND b.ends_at > ?
                        ORDER BY b.starts_at LIMIT 1000""")
                .params(person.value(), Utc.column(endingAfter))
                .query((row, n) -> new CalendarEntry(
                                "booking-" + row.getLong("id") + "@" + row.getString("slug") + ".convive",
                                row.getInt("version"),
                                Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                                Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                                ZoneId.of(row.getString("time_zone")),
                                row.getString("name"),
                                row.getString("purpose"),
                                row.getString("place").isBlank()
                                        ? row.getString("owner_name")
                                        : row.getString("owner_name") + ", " + row.getString("place"),
                                publicUrl + "/c/" + row.getString("slug") + "/bookings/" + row.getLong("id"),
                                isCancelled(row.getString("status")),
                                Utc.moment(row.getObject("changed_at", LocalDateTime.class)))
                        .claiming(claim(row.getString("status"))))
                .list();
    }

    @Override
    public String revisionOf(PersonId person, Instant endingAfter) {
        return jdbc.sql("""
                        SELECT CONCAT(COUNT(*), '-', COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', b.id, b.version, b.status,
                               b.changed_at, m.name, m.place))), 0))
                        FROM booking b JOIN means m ON m.id = b.means_id
                        JOIN membership s ON s.cluster_id = b.cluster_id AND s.person_id = b.person_id
                        WHERE b.person_id = ? AND b.kind = 'BOOKING' AND b.ends_at > ?""")
                .params(person.value(), Utc.column(endingAfter))
                .query(String.class)
                .single();
    }

    /** What is held or asked for is not certain yet. */
    static CalendarEntry.Claim claim(String status) {
        return OPEN.contains(status) ? CalendarEntry.Claim.TENTATIVE : CalendarEntry.Claim.FIRM;
    }

    /** Whatever is not, or not any more, going to happen. */
    static boolean isCancelled(String status) {
        return GONE.contains(status);
    }
}
