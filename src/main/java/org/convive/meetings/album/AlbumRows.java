package org.convive.meetings.album;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.Called;
import org.convive.meetings.MeetingId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Keeps photos, who is in them and who agreed. Whoever calls has asked whether the actor may. */
@Repository
class AlbumRows {
    /** Whether everybody in the photo {@code f} has agreed. */
    private static final String AGREED = """
            NOT EXISTS (SELECT 1 FROM meeting_photo_person w
                        LEFT JOIN meeting_photo_consent c ON c.meeting_id = f.meeting_id AND c.person_id = w.person_id
                        WHERE w.photo_id = f.id AND c.agrees IS NOT TRUE)""";

    /** Whether :person sees the photo {@code f}. */
    private static final String SEEN = """
            f.removed_at IS NULL AND (f.by_id = :person OR (f.told_at IS NOT NULL AND (
                EXISTS (SELECT 1 FROM meeting_photo_person v WHERE v.photo_id = f.id AND v.person_id = :person)
                OR\s""" + AGREED + ")))\n";

    private final JdbcClient jdbc;

    AlbumRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long id, String caption, PersonId by, String byName, int width, int height, boolean told) {}

    private record Named(PersonId id, String name, boolean agrees) {}

    /** @param limit the newest so many; they come in the order in which they were added */
    List<Photo> photos(Actor actor, MeetingId meeting, boolean keeper, int limit) {
        Map<Row, List<Named>> found = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT f.*, b.name AS by_name, w.person_id,\s""" + Called.NAME + """
                         AS name, c.agrees FROM (
                            SELECT f.* FROM meeting_photo f WHERE f.meeting_id = :meeting AND\s""" + SEEN + """
                            ORDER BY f.id DESC LIMIT :limit) f
                        JOIN person b ON b.id = f.by_id
                        LEFT JOIN meeting_photo_person w ON w.photo_id = f.id
                        LEFT JOIN person p ON p.id = w.person_id
                        JOIN meeting t ON t.id = f.meeting_id
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        LEFT JOIN meeting_photo_consent c ON c.meeting_id = f.meeting_id AND c.person_id = w.person_id
                        ORDER BY f.id, name, p.id""")
                .param("meeting", meeting.value())
                .param("person", actor.person().value())
                .param("limit", limit)
                .query(row -> {
                    var photo = new Row(
                            row.getLong("id"),
                            row.getString("caption"),
                            new PersonId(row.getLong("by_id")),
                            row.getString("by_name"),
                            row.getInt("width"),
                            row.getInt("height"),
                            row.getObject("told_at") != null);
                    List<Named> people = found.computeIfAbsent(photo, any -> new ArrayList<>());
                    if (row.getObject("person_id") != null) {
                        people.add(new Named(
                                new PersonId(row.getLong("person_id")),
                                row.getString("name"),
                                row.getBoolean("agrees")));
                    }
                });
        return found.entrySet().stream()
                .map(entry -> photo(actor, entry.getKey(), entry.getValue(), keeper))
                .toList();
    }

    private static Photo photo(Actor actor, Row row, List<Named> people, boolean keeper) {
        List<String> waits =
                people.stream().filter(one -> !one.agrees()).map(Named::name).toList();
        boolean mine = row.by().equals(actor.person());
        return new Photo(
                row.id(),
                row.caption(),
                row.by(),
                row.byName(),
                row.width(),
                row.height(),
                !row.told() ? Photo.State.NEW : waits.isEmpty() ? Photo.State.SHOWN : Photo.State.WAITING,
                people.stream()
                        .map(one -> new Photo.Person(one.id(), one.name()))
                        .toList(),
                waits,
                mine,
                mine || keeper);
    }

    /** The number of the picture, for somebody who sees the photo now. */
    Optional<Long> picture(Actor actor, MeetingId meeting, long photo, boolean small) {
        return jdbc.sql("SELECT " + (small ? "f.small_id" : "f.large_id")
                        + " FROM meeting_photo f WHERE f.meeting_id = :meeting AND f.id = :photo AND " + SEEN)
                .param("meeting", meeting.value())
                .param("photo", photo)
                .param("person", actor.person().value())
                .query(Long.class)
                .optional();
    }

    int count(MeetingId meeting) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting_photo WHERE meeting_id = ? AND removed_at IS NULL")
                .param(meeting.value())
                .query(Integer.class)
                .single();
    }

    long add(MeetingId meeting, PersonId by, long large, long small, int width, int height, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO meeting_photo (meeting_id, by_id, large_id, small_id, width, height, added_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(meeting.value(), by.value(), large, small, width, height, Utc.column(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void tell(long photo, String caption, Collection<PersonId> people, Instant now) {
        jdbc.sql("UPDATE meeting_photo SET caption = ?, told_at = COALESCE(told_at, ?) WHERE id = ?")
                .params(caption, Utc.column(now), photo)
                .update();
        jdbc.sql("DELETE FROM meeting_photo_person WHERE photo_id = ?")
                .param(photo)
                .update();
        for (PersonId person : people) {
            jdbc.sql("INSERT INTO meeting_photo_person (photo_id, person_id) VALUES (?, ?)")
                    .params(photo, person.value())
                    .update();
        }
    }

    void remove(long photo, PersonId by, Instant now) {
        jdbc.sql("UPDATE meeting_photo SET removed_at = ?, removed_by = ? WHERE id = ?")
                .params(Utc.column(now), by.value(), photo)
                .update();
    }

    /** @return whether there was one that this person had taken down */
    boolean restore(MeetingId meeting, long photo, PersonId by) {
        return jdbc.sql("""
                                UPDATE meeting_photo SET removed_at = NULL, removed_by = NULL
                                WHERE meeting_id = ? AND id = ? AND removed_by = ? AND large_id IS NOT NULL""").params(meeting.value(), photo, by.value()).update() > 0;
    }

    Optional<Boolean> consent(MeetingId meeting, PersonId person) {
        return jdbc.sql("SELECT agrees FROM meeting_photo_consent WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), person.value())
                .query(Boolean.class)
                .optional();
    }

    void consent(MeetingId meeting, PersonId person, @Nullable Boolean agrees, Instant now) {
        if (agrees == null) {
            jdbc.sql("DELETE FROM meeting_photo_consent WHERE meeting_id = ? AND person_id = ?")
                    .params(meeting.value(), person.value())
                    .update();
            return;
        }
        jdbc.sql("""
                        INSERT INTO meeting_photo_consent (meeting_id, person_id, agrees, said_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE agrees = VALUES(agrees), said_at = VALUES(said_at)""")
                .params(meeting.value(), person.value(), agrees, Utc.column(now))
                .update();
    }

    /** Whether somebody takes part: said yes, or was noted at the door. */
    boolean takesPart(MeetingId meeting, PersonId person) {
        return people(meeting).stream().anyMatch(one -> one.id().equals(person));
    }

    /** Who said yes or was noted at the door, by name. */
    List<Photo.Person> people(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT p.id,\s""" + Called.NAME + """
                         AS name FROM meeting t
                        JOIN person p
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        WHERE t.id = :meeting AND p.id IN (
                            SELECT person_id FROM meeting_answer
                            WHERE meeting_id = :meeting AND answer = 'YES' AND arrival IS NULL
                            UNION SELECT person_id FROM meeting_presence WHERE meeting_id = :meeting
                            UNION SELECT organiser_id FROM meeting WHERE id = :meeting)
                        ORDER BY name, p.id""")
                .param("meeting", meeting.value())
                .query((row, n) -> new Photo.Person(new PersonId(row.getLong("id")), row.getString("name")))
                .list();
    }

    /** Pictures of photos that were taken down before a moment, or that waited in vain since another. */
    List<Long> toErase(Instant removedBefore, Instant addedBefore) {
        return jdbc
                .sql("""
                        SELECT f.large_id, f.small_id FROM meeting_photo f
                        WHERE f.large_id IS NOT NULL AND (f.removed_at < :removed
                            OR (f.added_at < :added AND (f.told_at IS NULL OR NOT (""" + AGREED + """
                        )))) LIMIT 200""")
                .param("removed", Utc.column(removedBefore))
                .param("added", Utc.column(addedBefore))
                .query((row, n) -> List.of(row.getLong("large_id"), row.getLong("small_id")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Photos whose pictures were erased. */
    void forgetErased() {
        jdbc.sql("DELETE FROM meeting_photo WHERE large_id IS NULL").update();
    }
}
