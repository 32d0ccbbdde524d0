package org.convive.meetings.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Keeps minutes. Whoever calls has asked whether the actor may. */
@Repository
class MinutesRows {
    private static final String ENTRIES = """
            SELECT e.*, a.name AS author_name, COALESCE(o.name, '') AS owner_name FROM meeting_minutes_entry e
            JOIN person a ON a.id = e.author_id LEFT JOIN person o ON o.id = e.owner_id
            """;

    /** Whatever changes, calendars learn that it did. */
    private static final String REVISED = "revised = revised + 1, revised_at = ?";

    private final JdbcClient jdbc;

    MinutesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the minutes are, and since when everybody has them. */
    record Standing(Minutes.State state, @Nullable Instant released) {}

    /** Whoever releases the minutes waits until this transaction ends; others write at the same time. */
    void holdOpen(MeetingId meeting) {
        jdbc.sql("SELECT id FROM meeting WHERE id = ? LOCK IN SHARE MODE")
                .param(meeting.value())
                .query(Long.class)
                .list();
    }

    Standing standing(MeetingId meeting) {
        return jdbc.sql("SELECT state, released_at FROM meeting_minutes WHERE meeting_id = ?")
                .param(meeting.value())
                .query((row, n) -> {
                    LocalDateTime released = row.getObject("released_at", LocalDateTime.class);
                    return new Standing(
                            Minutes.State.valueOf(row.getString("state")),
                            released == null ? null : Utc.moment(released));
                })
                .optional()
                .orElseGet(() -> new Standing(Minutes.State.DRAFT, null));
    }

    void stand(MeetingId meeting, Minutes.State state, @Nullable Instant released) {
        jdbc.sql("""
                        INSERT INTO meeting_minutes (meeting_id, state, released_at) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE state = VALUES(state), released_at = VALUES(released_at)""")
                .param(meeting.value())
                .param(state.name())
                .param(released == null ? null : Utc.column(released))
                .update();
    }

    /** Whether somebody takes part: said yes, or was noted at the door. */
    boolean takesPart(MeetingId meeting, PersonId person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM meeting_answer WHERE meeting_id = :meeting AND person_id = :person
                                       AND answer = 'YES' AND arrival IS NULL)
                            OR EXISTS (SELECT 1 FROM meeting_presence
                                       WHERE meeting_id = :meeting AND person_id = :person)""")
                .param("meeting", meeting.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    List<Entry> entries(MeetingId meeting) {
        return jdbc.sql(ENTRIES + """
                        LEFT JOIN meeting_agenda_item i ON i.id = e.item_id
                        WHERE e.meeting_id = ? AND e.removed_at IS NULL
                        ORDER BY i.position IS NULL, i.position, e.id""")
                .param(meeting.value())
                .query(MinutesRows::entry)
                .list();
    }

    /** With the row locked, so that two changes of its words come one after the other. */
    Optional<Entry> lock(MeetingId meeting, long entry) {
        // The names are read apart: a lock on people could meet the one of somebody who changes their account.
        return jdbc.sql("SELECT id FROM meeting_minutes_entry WHERE meeting_id = ? AND id = ? FOR UPDATE")
                .params(meeting.value(), entry)
                .query(Long.class)
                .optional()
                .flatMap(locked -> jdbc.sql(ENTRIES + "WHERE e.id = ? AND e.removed_at IS NULL")
                        .param(locked)
                        .query(MinutesRows::entry)
                        .optional());
    }

    long add(MeetingId meeting, Entry.Draft draft, PersonId author, Instant now) {
        PersonId owner = draft.owner();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO meeting_minutes_entry
                               (meeting_id, item_id, kind, words, author_id, created_at, owner_id, due)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(meeting.value())
                .param(draft.item())
                .param(draft.kind().name())
                .param(draft.words())
                .param(author.value())
                .param(Utc.column(now))
                .param(owner == null ? null : owner.value())
                .param(draft.due())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        remember(id, 0, draft.words(), author, now);
        return id;
    }

    void reword(long entry, int version, String words, PersonId by, Instant now) {
        jdbc.sql("UPDATE meeting_minutes_entry SET words = ?, version = ?, " + REVISED + " WHERE id = ?")
                .params(words, version, Utc.column(now), entry)
                .update();
        remember(entry, version, words, by, now);
    }

    private void remember(long entry, int version, String words, PersonId by, Instant now) {
        jdbc.sql("INSERT INTO meeting_minutes_version (entry_id, version, words, person_id, at) VALUES (?, ?, ?, ?, ?)")
                .params(entry, version, words, by.value(), Utc.column(now))
                .update();
    }

    Optional<String> wording(long entry, int version) {
        return jdbc.sql("SELECT words FROM meeting_minutes_version WHERE entry_id = ? AND version = ?")
                .params(entry, version)
                .query(String.class)
                .optional();
    }

    void settle(long entry, Entry.Kind kind, @Nullable PersonId owner, @Nullable LocalDate due, Instant now) {
        jdbc.sql("UPDATE meeting_minutes_entry SET kind = ?, owner_id = ?, due = ?, " + REVISED + " WHERE id = ?")
                .param(kind.name())
                .param(owner == null ? null : owner.value())
                .param(due)
                .param(Utc.column(now))
                .param(entry)
                .update();
    }

    boolean remove(MeetingId meeting, long entry, boolean gone, Instant now) {
        return jdbc.sql("UPDATE meeting_minutes_entry SET removed_at = ?, " + REVISED
                                + " WHERE meeting_id = ? AND id = ?")
                        .param(gone ? Utc.column(now) : null)
                        .param(Utc.column(now))
                        .param(meeting.value())
                        .param(entry)
                        .update()
                > 0;
    }

    boolean done(MeetingId meeting, long entry, boolean done, Instant now) {
        return jdbc.sql("UPDATE meeting_minutes_entry SET done_at = ?, " + REVISED
                                + " WHERE meeting_id = ? AND id = ? AND kind = 'ACTION' AND removed_at IS NULL")
                        .param(done ? Utc.column(now) : null)
                        .param(Utc.column(now))
                        .param(meeting.value())
                        .param(entry)
                        .update()
                > 0;
    }

    List<OpenAction> openActions(Actor actor, int limit) {
        return jdbc.sql("""
                        SELECT e.id, e.meeting_id, t.title, e.words, e.due FROM meeting_minutes_entry e
                        JOIN meeting t ON t.id = e.meeting_id AND t.cluster_id = ?
                        WHERE e.owner_id = ? AND e.done_at IS NULL AND e.kind = 'ACTION' AND e.removed_at IS NULL
                        ORDER BY e.due IS NULL, e.due, e.id LIMIT ?""")
                .params(actor.cluster().value(), actor.person().value(), limit)
                .query((row, n) -> new OpenAction(
                        row.getLong("id"),
                        new MeetingId(row.getLong("meeting_id")),
                        row.getString("title"),
                        row.getString("words"),
                        row.getObject("due", LocalDate.class)))
                .list();
    }

    /** @param person whose corrections; null for everybody's */
    List<Minutes.Correction> corrections(MeetingId meeting, @Nullable PersonId person) {
        return jdbc.sql("""
                        SELECT c.id, c.entry_id, c.person_id, p.name, c.words FROM meeting_minutes_correction c
                        JOIN person p ON p.id = c.person_id
                        JOIN meeting_minutes_entry e ON e.id = c.entry_id AND e.removed_at IS NULL
                        WHERE c.meeting_id = :meeting AND c.settled_at IS NULL
                          AND (:all OR c.person_id = :person) ORDER BY c.id""")
                .param("meeting", meeting.value())
                .param("all", person == null)
                .param("person", person == null ? 0 : person.value())
                .query((row, n) -> new Minutes.Correction(
                        row.getLong("id"),
                        row.getLong("entry_id"),
                        new PersonId(row.getLong("person_id")),
                        row.getString("name"),
                        row.getString("words")))
                .list();
    }

    void correct(MeetingId meeting, Entry entry, int base, PersonId by, String words, Instant now) {
        jdbc.sql("""
                        INSERT INTO meeting_minutes_correction (meeting_id, entry_id, person_id, words, base, at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(meeting.value(), entry.id(), by.value(), words, base, Utc.column(now))
                .update();
    }

    /** A correction that waits, with its row locked. */
    record Waiting(long entry, String words, int base) {}

    Optional<Waiting> waiting(MeetingId meeting, long correction) {
        return jdbc.sql("""
                        SELECT entry_id, words, base FROM meeting_minutes_correction
                        WHERE meeting_id = ? AND id = ? AND settled_at IS NULL FOR UPDATE""")
                .params(meeting.value(), correction)
                .query((row, n) -> new Waiting(row.getLong("entry_id"), row.getString("words"), row.getInt("base")))
                .optional();
    }

    void settle(long correction, boolean accepted, Instant now) {
        jdbc.sql("UPDATE meeting_minutes_correction SET settled_at = ?, accepted = ? WHERE id = ?")
                .params(Utc.column(now), accepted, correction)
                .update();
    }

    boolean isItem(MeetingId meeting, long item) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM meeting_agenda_item WHERE meeting_id = ? AND id = ?)")
                .params(meeting.value(), item)
                .query(Boolean.class)
                .single();
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

    /** Who gets the minutes: whoever said yes, maybe or "keep me posted", and whoever was there. */
    List<Addressee> addressees(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT p.name, p.email, p.language FROM person p
                        WHERE p.id IN (SELECT a.person_id FROM meeting_answer a WHERE a.meeting_id = :meeting
                                       AND a.answer IN ('YES', 'MAYBE', 'KEEP_POSTED')
                                       UNION SELECT r.person_id FROM meeting_presence r
                                       WHERE r.meeting_id = :meeting AND r.person_id IS NOT NULL
                                       UNION SELECT t.organiser_id FROM meeting t WHERE t.id = :meeting)
                        UNION SELECT r.name, r.email, NULL FROM meeting_presence r
                        WHERE r.meeting_id = :meeting AND r.person_id IS NULL AND r.email IS NOT NULL""")
                .param("meeting", meeting.value())
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

    private static Entry entry(ResultSet row, int number) throws SQLException {
        Long owner = row.getObject("owner_id", Long.class);
        LocalDateTime done = row.getObject("done_at", LocalDateTime.class);
        return new Entry(
                row.getLong("id"),
                row.getObject("item_id", Long.class),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                new PersonId(row.getLong("author_id")),
                row.getString("author_name"),
                owner == null ? null : new PersonId(owner),
                row.getString("owner_name"),
                row.getObject("due", LocalDate.class),
                done == null ? null : Utc.moment(done),
                row.getInt("version"));
    }
}
