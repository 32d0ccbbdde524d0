package org.convive.meetings.tables;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.meetings.Called;
import org.convive.meetings.MeetingId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps tables, wishes and seats. Whoever calls has asked whether the actor may. */
@Repository
class TableRows {
    private final JdbcClient jdbc;

    TableRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The plan as it is kept; the seats are read apart. */
    record Kept(Layout layout, boolean mixed, boolean published, int version) {}

    Optional<Kept> plan(MeetingId meeting) {
        return jdbc.sql(
                        "SELECT seats, courses, mixed_at, published_at, version FROM meeting_table_plan WHERE meeting_id = ?")
                .param(meeting.value())
                .query((row, n) -> new Kept(
                        Layout.of(row.getString("seats"), row.getInt("courses")),
                        row.getObject("mixed_at") != null,
                        row.getObject("published_at") != null,
                        row.getInt("version")))
                .optional();
    }

    /** Everybody who comes, by name, with their tables. */
    List<Sitter> sitters(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT p.id,\s""" + Called.NAME + " AS name, " + Called.PICTURE + """
                         AS picture_id, a.guests, COALESCE(o.name, g.company) AS organisation,
                               COALESCE(o.id, -p.id) AS company,
                               (SELECT GROUP_CONCAT(s.table_number ORDER BY s.course) FROM meeting_table_seat s
                                WHERE s.meeting_id = a.meeting_id AND s.person_id = p.id) AS tables
                        FROM meeting_answer a
                        JOIN meeting t ON t.id = a.meeting_id
                        JOIN person p ON p.id = a.person_id
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        WHERE a.meeting_id = ? AND a.answer = 'YES' AND a.arrival IS NULL
                        ORDER BY name, p.id""")
                .param(meeting.value())
                .query((row, n) -> new Sitter(
                        new PersonId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("organisation") == null ? "" : row.getString("organisation"),
                        row.getLong("company"),
                        row.getObject("picture_id", Long.class),
                        row.getInt("guests"),
                        numbers(row.getString("tables"))))
                .list();
    }

    List<Wish> wishes(MeetingId meeting) {
        return jdbc.sql("SELECT id, kind, person_id, other_id FROM meeting_table_wish WHERE meeting_id = ? ORDER BY id")
                .param(meeting.value())
                .query((row, n) -> {
                    Long other = row.getObject("other_id", Long.class);
                    return new Wish(
                            row.getLong("id"),
                            Wish.Kind.valueOf(row.getString("kind")),
                            new PersonId(row.getLong("person_id")),
                            other == null ? null : new PersonId(other));
                })
                .list();
    }

    void add(MeetingId meeting, Wish wish) {
        PersonId other = wish.other();
        jdbc.sql("INSERT INTO meeting_table_wish (meeting_id, kind, person_id, other_id) VALUES (?, ?, ?, ?)")
                .param(meeting.value())
                .param(wish.kind().name())
                .param(wish.person().value())
                .param(other == null ? null : other.value())
                .update();
    }

    boolean remove(MeetingId meeting, long wish) {
        return jdbc.sql("DELETE FROM meeting_table_wish WHERE meeting_id = ? AND id = ?")
                        .params(meeting.value(), wish)
                        .update()
                > 0;
    }

    /** Pairs of these people who sat together at one of the last ten meetings with tables of this cluster. */
    List<Set<PersonId>> known(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT DISTINCT one.person_id AS one, other.person_id AS other
                        FROM (SELECT e.id FROM meeting t
                              JOIN meeting e ON e.cluster_id = t.cluster_id AND e.starts < t.starts
                              JOIN meeting_table_plan l ON l.meeting_id = e.id AND l.published_at IS NOT NULL
                              WHERE t.id = :meeting ORDER BY e.starts DESC LIMIT 10) earlier
                        JOIN meeting_table_seat one ON one.meeting_id = earlier.id
                        JOIN meeting_table_seat other ON other.meeting_id = one.meeting_id
                         AND other.course = one.course AND other.table_number = one.table_number
                         AND other.person_id > one.person_id
                        JOIN meeting_answer a ON a.meeting_id = :meeting AND a.person_id = one.person_id
                         AND a.answer = 'YES' AND a.arrival IS NULL
                        JOIN meeting_answer b ON b.meeting_id = :meeting AND b.person_id = other.person_id
                         AND b.answer = 'YES' AND b.arrival IS NULL""")
                .param("meeting", meeting.value())
                .query((row, n) -> Set.of(new PersonId(row.getLong("one")), new PersonId(row.getLong("other"))))
                .list();
    }

    void save(MeetingId meeting, Layout layout, List<Sitter> sitters, Instant now) {
        LocalDateTime at = Utc.column(now);
        jdbc.sql("""
                        INSERT INTO meeting_table_plan (meeting_id, seats, courses, mixed_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE seats = VALUES(seats), courses = VALUES(courses),
                               mixed_at = VALUES(mixed_at), version = version + 1""")
                .params(meeting.value(), layout.column(), layout.courses(), at)
                .update();
        jdbc.sql("DELETE FROM meeting_table_seat WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
        List<String> rows = new ArrayList<>();
        for (Sitter sitter : sitters) {
            for (int course = 0; course < sitter.tables().size(); course++) {
                rows.add("(%d,%d,%d,%d)"
                        .formatted(
                                meeting.value(),
                                course,
                                sitter.person().value(),
                                sitter.tables().get(course)));
            }
        }
        if (!rows.isEmpty()) {
            jdbc.sql("INSERT INTO meeting_table_seat (meeting_id, course, person_id, table_number) VALUES "
                            + String.join(",", rows))
                    .update();
        }
    }

    void seat(MeetingId meeting, int course, PersonId person, int table) {
        jdbc.sql("""
                        INSERT INTO meeting_table_seat (meeting_id, course, person_id, table_number) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE table_number = VALUES(table_number)""").params(meeting.value(), course, person.value(), table).update();
        jdbc.sql("UPDATE meeting_table_plan SET version = version + 1 WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
    }

    void publish(MeetingId meeting, @Nullable Instant at) {
        jdbc.sql("UPDATE meeting_table_plan SET published_at = ?, version = version + 1 WHERE meeting_id = ?")
                .param(at == null ? null : Utc.column(at))
                .param(meeting.value())
                .update();
    }

    private static List<Integer> numbers(@Nullable String column) {
        return column == null
                ? List.of()
                : Arrays.stream(column.split(",", -1)).map(Integer::valueOf).toList();
    }

    /** Names by person, for lists that only have ids. */
    static Map<PersonId, String> names(List<Sitter> sitters) {
        return sitters.stream()
                .collect(Collectors.toMap(Sitter::person, Sitter::name, (one, other) -> one, HashMap::new));
    }
}
