package org.convive.meetings.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.meetings.Called;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingStages.Said;
import org.convive.meetings.Source;
import org.convive.meetings.planning.DateOption.State;
import org.convive.meetings.planning.DateOption.Voter;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the dates that are asked about and what people say to them; nothing said is ever deleted but by its author. */
@Repository
class DateRows {
    private final JdbcClient jdbc;

    DateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An option's time, state and limit, without those who voted. */
    record Row(
            long id,
            Instant from,
            Instant to,
            boolean wholeDays,
            @Nullable Integer capacity,
            State state) {}

    List<DateOption> options(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT o.*,\s""" + Called.NAME + """
                         AS proposer FROM meeting_option o
                        JOIN meeting t ON t.id = o.meeting_id
                        JOIN person p ON p.id = o.proposed_by
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        WHERE o.meeting_id = ? AND o.state <> 'WITHDRAWN' ORDER BY o.starts, o.ends, o.id""")
                .param(meeting.value())
                .query((row, n) -> {
                    Row option = row(row);
                    return new DateOption(
                            option.id(),
                            option.from(),
                            option.to(),
                            option.wholeDays(),
                            option.capacity(),
                            option.state(),
                            row.getString("proposer"),
                            List.of(),
                            null,
                            DateOption.Around.NOTHING);
                })
                .list();
    }

    /** Who said what to which option, in the order they said so. */
    Map<Long, List<Voter>> voters(MeetingId meeting) {
        return jdbc
                .sql("""
                        SELECT v.option_id, v.person_id, v.suits,\s""" + Called.NAME + " AS name, " + Called.PICTURE + """
                         AS picture_id,
                               COALESCE(c.name, g.company, '') AS organisation,
                               (t.organiser_id = p.id OR h.person_id IS NOT NULL) AS host
                        FROM meeting_option o
                        JOIN meeting t ON t.id = o.meeting_id
                        JOIN meeting_vote v ON v.option_id = o.id
                        JOIN person p ON p.id = v.person_id
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN organisation c ON c.id = m.organisation_id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        LEFT JOIN meeting_host h ON h.meeting_id = t.id AND h.person_id = p.id
                        WHERE o.meeting_id = ? ORDER BY v.at, v.person_id""")
                .param(meeting.value())
                .query((row, n) -> Map.entry(
                        row.getLong("option_id"),
                        new Voter(
                                new PersonId(row.getLong("person_id")),
                                row.getString("name"),
                                row.getString("organisation"),
                                row.getObject("picture_id", Long.class),
                                Suits.valueOf(row.getString("suits")),
                                row.getBoolean("host"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** All options ever, withdrawn ones included. */
    List<Row> all(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM meeting_option WHERE meeting_id = ? ORDER BY id")
                .param(meeting.value())
                .query((row, n) -> row(row))
                .list();
    }

    Optional<Row> find(MeetingId meeting, long option) {
        return all(meeting).stream().filter(row -> row.id() == option).findFirst();
    }

    /** Asks about a time, anew when it was withdrawn. */
    long put(MeetingId meeting, OptionDraft draft, State state, PersonId by, Instant now) {
        Instant from = Objects.requireNonNull(draft.from());
        Instant to = Objects.requireNonNull(draft.to());
        jdbc.sql("""
                        INSERT INTO meeting_option (meeting_id, starts, ends, whole_days, capacity, state, proposed_by,
                               created_at)
                        VALUES (:meeting, :from, :to, :whole, :capacity, :state, :by, :now)
                        ON DUPLICATE KEY UPDATE capacity = VALUES(capacity), whole_days = VALUES(whole_days),
                               state = IF(state = 'OPEN', state, VALUES(state))""")
                .param("meeting", meeting.value())
                .param("from", Utc.column(from))
                .param("to", Utc.column(to))
                .param("whole", draft.wholeDays())
                .param("capacity", draft.capacity())
                .param("state", state.name())
                .param("by", by.value())
                .param("now", Utc.column(now))
                .update();
        return jdbc.sql("SELECT id FROM meeting_option WHERE meeting_id = ? AND starts = ? AND ends = ?")
                .params(meeting.value(), Utc.column(from), Utc.column(to))
                .query(Long.class)
                .single();
    }

    void state(long option, State state) {
        jdbc.sql("UPDATE meeting_option SET state = ? WHERE id = ?")
                .params(state.name(), option)
                .update();
    }

    Map<Long, Suits> votes(MeetingId meeting, PersonId person) {
        return jdbc
                .sql("""
                        SELECT v.option_id, v.suits FROM meeting_vote v JOIN meeting_option o ON o.id = v.option_id
                        WHERE o.meeting_id = ? AND v.person_id = ?""")
                .params(meeting.value(), person.value())
                .query((row, n) -> Map.entry(row.getLong("option_id"), Suits.valueOf(row.getString("suits"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int yes(long option, PersonId except) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting_vote WHERE option_id = ? AND suits = 'YES' AND person_id <> ?")
                .params(option, except.value())
                .query(Integer.class)
                .single();
    }

    void vote(long option, PersonId person, Suits suits, Source source, Instant now) {
        jdbc.sql("""
                        INSERT INTO meeting_vote (option_id, person_id, suits, source, at) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE at = IF(suits = VALUES(suits), at, VALUES(at)),
                               suits = VALUES(suits), source = VALUES(source)""")
                .params(option, person.value(), suits.name(), source.name(), Utc.column(now))
                .update();
    }

    void unvote(long option, PersonId person) {
        jdbc.sql("DELETE FROM meeting_vote WHERE option_id = ? AND person_id = ?")
                .params(option, person.value())
                .update();
    }

    /** What everybody said to one option, as answers. */
    Map<PersonId, Said> said(long option) {
        return jdbc
                .sql("SELECT person_id, suits, at FROM meeting_vote WHERE option_id = ?")
                .param(option)
                .query((row, n) -> Map.entry(
                        new PersonId(row.getLong("person_id")),
                        new Said(
                                Suits.valueOf(row.getString("suits")).answer(),
                                Utc.moment(row.getObject("at", LocalDateTime.class)))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Answers to the date that is given up become votes on it, where there were none. */
    void seed(MeetingId meeting, long option) {
        jdbc.sql("""
                        INSERT IGNORE INTO meeting_vote (option_id, person_id, suits, source, at)
                        SELECT :option, person_id, CASE answer WHEN 'YES' THEN 'YES' WHEN 'MAYBE' THEN 'IF_NEEDED' ELSE 'NO' END,
                               source, answered_at
                        FROM meeting_answer WHERE meeting_id = :meeting AND answer <> 'KEEP_POSTED'""").param("option", option).param("meeting", meeting.value()).update();
    }

    /** Until when people may say; they are asked now. */
    void until(MeetingId meeting, @Nullable Instant until, Instant now) {
        jdbc.sql("UPDATE meeting SET poll_until = ?, poll_reminded_at = NULL, asked_at = ? WHERE id = ?")
                .param(until == null ? null : Utc.column(until))
                .param(Utc.column(now))
                .param(meeting.value())
                .update();
    }

    @Nullable
    Instant until(MeetingId meeting) {
        return jdbc.sql("SELECT poll_until FROM meeting WHERE id = ? AND poll_until IS NOT NULL")
                .param(meeting.value())
                .query((row, n) -> Utc.moment(row.getObject("poll_until", LocalDateTime.class)))
                .optional()
                .orElse(null);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                Utc.moment(row.getObject("starts", LocalDateTime.class)),
                Utc.moment(row.getObject("ends", LocalDateTime.class)),
                row.getBoolean("whole_days"),
                row.getObject("capacity", Integer.class),
                State.valueOf(row.getString("state")));
    }
}
