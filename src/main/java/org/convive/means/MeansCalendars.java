package org.convive.means;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.FreeBusy;
import org.convive.calendar.FreeBusy.Taken;
import org.convive.calendar.SharedCalendarSource;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calendars that several people follow: who has a means, for every member; what a company borrows and lends, for its own
 * people and the animators. What a booking is for stands in it only for who may know that.
 */
@Configuration(proxyBeanMethods = false)
class MeansCalendars {
    private static final int MOST = 2000;

    private static final String FROM = """
            b JOIN means m ON m.id = b.means_id
            JOIN organisation own ON own.id = m.organisation_id
            JOIN organisation o ON o.id = b.organisation_id
            JOIN cluster c ON c.id = b.cluster_id
            WHERE b.cluster_id = :cluster\s""";

    private static final String OF_MEANS = "(SELECT * FROM booking WHERE means_id = :id AND ends_at > :after)";

    /** What it borrows and what it lends, each by the index of its side; what it has of its own is in both. */
    private static final String OF_COMPANY = """
            (SELECT * FROM booking WHERE organisation_id = :id AND ends_at > :after
             UNION SELECT l.* FROM means w JOIN booking l ON l.means_id = w.id AND l.ends_at > :after
             WHERE w.organisation_id = :id)""";

    private final JdbcClient jdbc;
    private final Translations translations;
    private final String publicUrl;

    MeansCalendars(JdbcClient jdbc, Translations translations, @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.translations = translations;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Bean
    SharedCalendarSource meansCalendar() {
        return new Source("means", OF_MEANS) {
            @Override
            public Optional<String> name(Actor reader, long id) {
                return text("SELECT name FROM means WHERE id = ? AND cluster_id = ?", id, reader);
            }

            @Override
            public List<Taken> taken(Actor reader, long id, Instant from, Instant to) {
                return allUnits(reader, id, from, to);
            }
        };
    }

    @Bean
    SharedCalendarSource companyCalendar() {
        return new Source("company", OF_COMPANY) {
            @Override
            public Optional<String> name(Actor reader, long id) {
                return reader.isAnimator() || new OrganisationId(id).equals(reader.organisation())
                        ? text("SELECT name FROM organisation WHERE id = ? AND cluster_id = ?", id, reader)
                        : Optional.empty();
            }
        };
    }

    /** A means is taken when none of its units is free, set-up and tear-down included. */
    private List<Taken> allUnits(Actor reader, long id, Instant from, Instant to) {
        int units = jdbc.sql("""
                        SELECT COUNT(*) FROM means m JOIN means_unit u ON u.means_id = m.id AND NOT u.retired
                        WHERE m.id = ? AND m.cluster_id = ?""")
                .params(id, reader.cluster().value())
                .query(Integer.class)
                .single();
        List<Taken> taken = jdbc.sql("""
                        SELECT x.starts, x.ends, b.status FROM means_unit u
                        JOIN occupancy x ON x.unit_id = u.id AND x.ends > ? AND x.starts < ?
                        JOIN booking b ON b.id = x.booking_id
                        WHERE u.means_id = ? AND NOT u.retired AND x.cluster_id = ?""")
                .params(Utc.column(from), Utc.column(to), id, reader.cluster().value())
                .query((row, n) -> new Taken(
                        Utc.moment(row.getObject("starts", LocalDateTime.class)),
                        Utc.moment(row.getObject("ends", LocalDateTime.class)),
                        BookingCalendar.claim(row.getString("status"))))
                .list();
        return units == 0 ? List.of() : FreeBusy.merged(taken, units, from, to);
    }

    private Optional<String> text(String sql, long id, Actor reader) {
        return jdbc.sql(sql)
                .params(id, reader.cluster().value())
                .query(String.class)
                .optional();
    }

    private abstract class Source implements SharedCalendarSource {
        private final String kind;
        private final String from;

        Source(String kind, String from) {
            this.kind = kind;
            this.from = from;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public List<CalendarEntry> entries(Actor reader, long id, Instant endingAfter) {
            return select("""
                    SELECT b.id, b.kind, b.version, b.starts_at, b.ends_at, b.purpose, b.status, b.changed_at,
                           b.organisation_id, m.organisation_id AS owner_id, m.free_busy, m.name, m.place, m.time_zone,
                           own.name AS owner_name, o.name AS holder_name, c.slug\s""", reader, id, endingAfter, " ORDER BY b.starts_at, b.id LIMIT " + MOST)
                    .query((row, n) -> entry(row, reader))
                    .list();
        }

        @Override
        public String revision(Actor reader, long id, Instant endingAfter) {
            return select("""
                    SELECT CONCAT(COUNT(*), '-', COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', b.id, b.version, b.status,
                           b.changed_at, m.name, m.place, m.free_busy))), 0))\s""", reader, id, endingAfter, "").query(String.class).single();
        }

        private JdbcClient.StatementSpec select(
                String columns, Actor reader, long id, Instant endingAfter, String order) {
            return jdbc.sql(columns + "FROM " + from + FROM + order)
                    .param("cluster", reader.cluster().value())
                    .param("after", Utc.column(endingAfter))
                    .param("id", id);
        }

        private CalendarEntry entry(ResultSet row, Actor reader) throws SQLException {
            boolean hidden = MeansRows.isHidden(row, reader);
            String who = who(row, reader, hidden);
            String summary = kind.equals("means") ? who : row.getString("name") + " · " + who;
            String place = row.getString("place");
            return new CalendarEntry(
                            "booking-" + row.getLong("id") + "@" + row.getString("slug") + ".convive",
                            row.getInt("version"),
                            Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                            Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                            ZoneId.of(row.getString("time_zone")),
                            summary,
                            mayKnow(row, reader) ? row.getString("purpose") : "",
                            place.isBlank() ? row.getString("owner_name") : row.getString("owner_name") + ", " + place,
                            hidden
                                    ? null
                                    : publicUrl + "/c/" + row.getString("slug") + "/bookings/" + row.getLong("id"),
                            BookingCalendar.isCancelled(row.getString("status")),
                            Utc.moment(row.getObject("changed_at", LocalDateTime.class)))
                    .claiming(BookingCalendar.claim(row.getString("status")));
        }

        /** Who has it; only that it is taken where the owner shows no more. */
        private String who(ResultSet row, Actor reader, boolean hidden) throws SQLException {
            if (row.getString("kind").equals(Claim.BLACKOUT)) {
                return translations.text(reader.locale(), "means.calendar.blackout");
            }
            return hidden ? translations.text(reader.locale(), "means.calendar.taken") : row.getString("holder_name");
        }

        private static boolean mayKnow(ResultSet row, Actor reader) throws SQLException {
            OrganisationId organisation = reader.organisation();
            return reader.isAnimator()
                    || (organisation != null
                            && (organisation.value() == row.getLong("owner_id")
                                    || organisation.value() == row.getLong("organisation_id")));
        }
    }
}
