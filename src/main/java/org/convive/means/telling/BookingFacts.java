package org.convive.means.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.convive.means.BookingId;
import org.convive.means.BookingRules;
import org.convive.means.MeansNotices;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must be known of a booking to tell people about it, in one statement. */
@Component
class BookingFacts {
    private static final String SELECT = """
            SELECT b.id, b.cluster_id, c.slug, c.name AS cluster_name, b.version, b.kind, b.starts_at, b.ends_at,
                   b.purpose, b.word, b.status, b.changed_at, m.name AS means_name, m.place, m.time_zone,
                   m.organisation_id AS owner_id, own.name AS owner_name, b.organisation_id, o.name AS company,
                   b.person_id, p.name AS person_name, p.email
            FROM booking b JOIN means m ON m.id = b.means_id JOIN organisation own ON own.id = m.organisation_id
            JOIN organisation o ON o.id = b.organisation_id JOIN person p ON p.id = b.person_id
            JOIN cluster c ON c.id = b.cluster_id\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A booking as it stands now. */
    record Facts(
            BookingId id,
            ClusterId cluster,
            String slug,
            String clusterName,
            int version,
            boolean blackout,
            TimeSlot slot,
            ZoneId zone,
            String purpose,
            String word,
            String status,
            Instant changed,
            String means,
            String place,
            OrganisationId ownerId,
            String owner,
            OrganisationId companyId,
            String company,
            PersonId person,
            String personName,
            String email) {

        String href() {
            return "c/" + slug + "/bookings/" + id;
        }
    }

    Optional<Facts> of(ClusterId cluster, BookingId id) {
        return jdbc.sql(SELECT + "WHERE b.id = ? AND b.cluster_id = ?")
                .params(id.value(), cluster.value())
                .query(BookingFacts::facts)
                .optional();
    }

    /** Whether the owner was asked for it. */
    boolean wasRequested(BookingId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM booking_event WHERE booking_id = ? AND deed = 'REQUESTED')")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** For who knows only its number: the portal's mailbox. */
    Optional<Facts> of(BookingId id) {
        return jdbc.sql(SELECT + "WHERE b.id = ?")
                .param(id.value())
                .query(BookingFacts::facts)
                .optional();
    }

    /**
     * Agreed bookings that begin within a day and were made before that, of people who were not reminded of that time and
     * want to be: found through what holds their units, so that the cost does not grow with the years.
     */
    List<Facts> beginning() {
        Instant now = clock.instant();
        Instant soon = now.plus(Duration.ofDays(1));
        return jdbc.sql(SELECT + """
                        WHERE b.kind = 'BOOKING' AND b.status = 'CONFIRMED' AND b.created_at < b.starts_at - INTERVAL 1 DAY
                          AND b.id IN (SELECT x.booking_id FROM cluster k JOIN occupancy x ON x.cluster_id = k.id
                              AND x.ends > :now AND x.ends < :latest AND x.starts < :soon)
                          AND b.starts_at > :now AND b.starts_at <= :soon
                          AND EXISTS (SELECT 1 FROM membership s WHERE s.person_id = b.person_id
                              AND s.cluster_id = b.cluster_id)
                          AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.person_id = b.person_id AND n.once_key =
                              CONVERT(CONCAT('reminder:', b.id, ':', TIMESTAMPDIFF(SECOND, '1970-01-01', b.starts_at))
                              USING ascii))
                          AND NOT EXISTS (SELECT 1 FROM notice_choice h WHERE h.person_id = b.person_id
                              AND h.kind = :kind AND NOT h.in_portal AND NOT h.by_mail)
                        ORDER BY b.starts_at LIMIT 2000""")
                .param("now", Utc.column(now))
                .param("kind", MeansNotices.REMINDER.key())
                .param("soon", Utc.column(soon))
                .param("latest", Utc.column(soon.plus(BookingRules.LONGEST_EVER).plus(Duration.ofDays(2))))
                .query(BookingFacts::facts)
                .list();
    }

    private static Facts facts(ResultSet row, int number) throws SQLException {
        return new Facts(
                new BookingId(row.getLong("id")),
                new ClusterId(row.getLong("cluster_id")),
                row.getString("slug"),
                row.getString("cluster_name"),
                row.getInt("version"),
                row.getString("kind").equals("BLACKOUT"),
                new TimeSlot(
                        Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                        Utc.moment(row.getObject("ends_at", LocalDateTime.class))),
                ZoneId.of(row.getString("time_zone")),
                row.getString("purpose"),
                row.getString("word"),
                row.getString("status"),
                Utc.moment(row.getObject("changed_at", LocalDateTime.class)),
                row.getString("means_name"),
                row.getString("place"),
                new OrganisationId(row.getLong("owner_id")),
                row.getString("owner_name"),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("company"),
                new PersonId(row.getLong("person_id")),
                row.getString("person_name"),
                row.getString("email"));
    }
}
