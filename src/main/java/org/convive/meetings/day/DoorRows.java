package org.convive.meetings.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.meetings.Called;
import org.convive.meetings.MeetingId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who was there. Whoever calls has asked whether the actor may. */
@Repository
class DoorRows {
    private final JdbcClient jdbc;

    DoorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody expected and everybody who came, by name; one statement. */
    List<Attendee> attendees(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT r.id AS presence, p.id AS person,\s""" + Called.NAME + " AS name, " + Called.PICTURE + """
                         AS picture_id, IF(m.person_id IS NULL, '', p.about) AS about, a.guests,
                               COALESCE(o.name, g.company, '') AS organisation, a.answer IS NOT NULL AS expected, r.arrived_at,
                               r.signature
                        FROM (SELECT person_id FROM meeting_answer
                              WHERE meeting_id = :meeting AND answer = 'YES' AND arrival IS NULL
                              UNION SELECT person_id FROM meeting_presence
                              WHERE meeting_id = :meeting AND person_id IS NOT NULL) somebody
                        JOIN meeting t ON t.id = :meeting
                        JOIN person p ON p.id = somebody.person_id
                        LEFT JOIN meeting_presence r ON r.meeting_id = t.id AND r.person_id = p.id
                        LEFT JOIN meeting_answer a ON a.meeting_id = t.id AND a.person_id = p.id
                         AND a.answer = 'YES' AND a.arrival IS NULL
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        UNION ALL
                        SELECT r.id, NULL, r.name, NULL, '', 0, r.company, FALSE, r.arrived_at, r.signature
                        FROM meeting_presence r WHERE r.meeting_id = :meeting AND r.person_id IS NULL
                        ORDER BY name, presence""")
                .param("meeting", meeting.value())
                .query(DoorRows::attendee)
                .list();
    }

    boolean isMember(MeetingId meeting, PersonId person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM meeting t
                                       JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = ?
                                       WHERE t.id = ?)""")
                .params(person.value(), meeting.value())
                .query(Boolean.class)
                .single();
    }

    /** Notes a member; the first note stays. */
    boolean arrive(MeetingId meeting, PersonId person, String way, PersonId by, Instant now) {
        return jdbc.sql("""
                        INSERT IGNORE INTO meeting_presence (meeting_id, person_id, name, way, arrived_at, noted_by)
                        SELECT ?, p.id, p.name, ?, ?, ? FROM person p WHERE p.id = ?""")
                        .params(meeting.value(), way, Utc.column(now), by.value(), person.value())
                        .update()
                > 0;
    }

    int walkIns(MeetingId meeting) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting_presence WHERE meeting_id = ? AND person_id IS NULL")
                .param(meeting.value())
                .query(Integer.class)
                .single();
    }

    void walkIn(MeetingId meeting, WalkIn somebody, PersonId by, Instant now) {
        jdbc.sql("""
                        INSERT INTO meeting_presence (meeting_id, name, company, email, way, arrived_at, noted_by)
                        VALUES (?, ?, ?, ?, 'WALK_IN', ?, ?)""")
                .param(meeting.value())
                .param(somebody.name())
                .param(somebody.company())
                .param(somebody.email().isEmpty() ? null : somebody.email())
                .param(Utc.column(now))
                .param(by.value())
                .update();
    }

    boolean leave(MeetingId meeting, long presence) {
        return jdbc.sql("DELETE FROM meeting_presence WHERE meeting_id = ? AND id = ?")
                        .params(meeting.value(), presence)
                        .update()
                > 0;
    }

    boolean sign(MeetingId meeting, long presence, @Nullable String strokes, Instant now) {
        return jdbc.sql("UPDATE meeting_presence SET signature = ?, signed_at = ? WHERE meeting_id = ? AND id = ?")
                        .param(strokes)
                        .param(strokes == null ? null : Utc.column(now))
                        .param(meeting.value())
                        .param(presence)
                        .update()
                > 0;
    }

    Optional<Instant> arrivalOf(MeetingId meeting, PersonId person) {
        return jdbc.sql("SELECT arrived_at FROM meeting_presence WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), person.value())
                .query(LocalDateTime.class)
                .optional()
                .map(Utc::moment);
    }

    /** Everybody who is there and can be written to. */
    List<Addressee> addressees(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT COALESCE(p.name, r.name) AS name, COALESCE(p.email, r.email) AS email, p.language
                        FROM meeting_presence r LEFT JOIN person p ON p.id = r.person_id
                        WHERE r.meeting_id = ? AND COALESCE(p.email, r.email) IS NOT NULL ORDER BY r.id""")
                .param(meeting.value())
                .query((row, n) -> {
                    String language = row.getString("language");
                    return new Addressee(
                            row.getString("name"),
                            row.getString("email"),
                            language == null ? Locale.ENGLISH : Translations.nearest(Locale.of(language)));
                })
                .list();
    }

    /** Somebody who can be written to. */
    record Addressee(String name, String email, Locale locale) {}

    private static Attendee attendee(ResultSet row, int number) throws SQLException {
        Long person = row.getObject("person", Long.class);
        LocalDateTime arrived = row.getObject("arrived_at", LocalDateTime.class);
        return new Attendee(
                row.getObject("presence", Long.class),
                person == null ? null : new PersonId(person),
                row.getString("name"),
                row.getString("organisation"),
                row.getObject("picture_id", Long.class),
                row.getBoolean("expected"),
                row.getInt("guests"),
                row.getString("about"),
                arrived == null ? null : Utc.moment(arrived),
                row.getString("signature"));
    }
}
