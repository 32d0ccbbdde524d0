package org.convive.meetings.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.meetings.MeetingId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Keeps the items of agendas and what belongs to them. Whoever calls has asked whether the actor may. */
@Repository
class AgendaRows {
    private final JdbcClient jdbc;

    AgendaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AgendaItem> items(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT i.*, COALESCE(p.name, '') AS owner_name FROM meeting_agenda_item i
                        LEFT JOIN person p ON p.id = i.owner_id
                        WHERE i.meeting_id = ? AND i.removed_at IS NULL ORDER BY i.position, i.id""").param(meeting.value()).query(AgendaRows::item).list();
    }

    Map<Long, List<AgendaItem.Document>> documents(MeetingId meeting) {
        return jdbc
                .sql("SELECT item_id, id, name, link FROM meeting_document WHERE meeting_id = ? ORDER BY id")
                .param(meeting.value())
                .query((row, n) -> Map.entry(
                        row.getLong("item_id"),
                        new AgendaItem.Document(row.getLong("id"), row.getString("name"), row.getString("link"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    long add(MeetingId meeting, ItemDraft draft, int position, @Nullable Long topic) {
        PersonId owner = draft.owner();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO meeting_agenda_item (meeting_id, position, title, minutes, owner_id, notes, topic_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(meeting.value())
                .param(position)
                .param(draft.title())
                .param(draft.minutes())
                .param(owner == null ? null : owner.value())
                .param(draft.notes())
                .param(topic)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    boolean change(MeetingId meeting, long item, int version, ItemDraft draft) {
        PersonId owner = draft.owner();
        return jdbc.sql("""
                                UPDATE meeting_agenda_item SET title = ?, minutes = ?, owner_id = ?, notes = ?,
                                       version = version + 1
                                WHERE meeting_id = ? AND id = ? AND version = ? AND removed_at IS NULL""")
                        .param(draft.title())
                        .param(draft.minutes())
                        .param(owner == null ? null : owner.value())
                        .param(draft.notes())
                        .param(meeting.value())
                        .param(item)
                        .param(version)
                        .update()
                > 0;
    }

    void place(long item, int position) {
        jdbc.sql("UPDATE meeting_agenda_item SET position = ? WHERE id = ? AND position <> ?")
                .params(position, item, position)
                .update();
    }

    boolean remove(MeetingId meeting, long item, @Nullable Instant at) {
        return jdbc.sql("UPDATE meeting_agenda_item SET removed_at = ? WHERE meeting_id = ? AND id = ?")
                        .param(at == null ? null : Utc.column(at))
                        .param(meeting.value())
                        .param(item)
                        .update()
                > 0;
    }

    void end(MeetingId meeting, Instant now) {
        jdbc.sql("""
                        UPDATE meeting_agenda_item SET ended_at = ?
                        WHERE meeting_id = ? AND began_at IS NOT NULL AND ended_at IS NULL""").params(Utc.column(now), meeting.value()).update();
    }

    void begin(long item, @Nullable Instant at) {
        jdbc.sql("UPDATE meeting_agenda_item SET began_at = ?, ended_at = NULL WHERE id = ?")
                .param(at == null ? null : Utc.column(at))
                .param(item)
                .update();
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

    int documentsOf(MeetingId meeting) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting_document WHERE meeting_id = ?")
                .param(meeting.value())
                .query(Integer.class)
                .single();
    }

    void attach(
            MeetingId meeting, long item, String name, String link, byte @Nullable [] bytes, PersonId by, Instant now) {
        jdbc.sql("""
                        INSERT INTO meeting_document (meeting_id, item_id, name, link, bytes, added_by, added_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(meeting.value())
                .param(item)
                .param(name)
                .param(link)
                .param(bytes)
                .param(by.value())
                .param(Utc.column(now))
                .update();
    }

    boolean detach(MeetingId meeting, long document) {
        return jdbc.sql("DELETE FROM meeting_document WHERE meeting_id = ? AND id = ?")
                        .params(meeting.value(), document)
                        .update()
                > 0;
    }

    Optional<AgendaService.DocumentFile> file(MeetingId meeting, long document) {
        return jdbc.sql(
                        "SELECT name, bytes FROM meeting_document WHERE meeting_id = ? AND id = ? AND bytes IS NOT NULL")
                .params(meeting.value(), document)
                .query((row, n) -> new AgendaService.DocumentFile(row.getString("name"), row.getBytes("bytes")))
                .optional();
    }

    private static AgendaItem item(ResultSet row, int number) throws SQLException {
        Long owner = row.getObject("owner_id", Long.class);
        return new AgendaItem(
                row.getLong("id"),
                row.getString("title"),
                row.getInt("minutes"),
                owner == null ? null : new PersonId(owner),
                row.getString("owner_name"),
                row.getString("notes"),
                null,
                moment(row, "began_at"),
                moment(row, "ended_at"),
                row.getObject("topic_id", Long.class),
                List.of(),
                row.getInt("version"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : Utc.moment(value);
    }
}
