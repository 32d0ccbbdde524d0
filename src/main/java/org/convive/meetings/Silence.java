package org.convive.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps whose silence is not to be disturbed: they were invited only just now, or reminded already. */
@Repository
class Silence {
    private final JdbcClient jdbc;

    Silence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** They were invited later than the others. */
    void invited(MeetingId meeting, List<Reader> readers, Instant now) {
        note("asked_at", meeting, readers, now);
    }

    void reminded(MeetingId meeting, List<Reader> readers, Instant now) {
        note("reminded_at", meeting, readers, now);
    }

    private void note(String column, MeetingId meeting, List<Reader> readers, Instant now) {
        readers.forEach(reader -> jdbc.sql("INSERT INTO meeting_asked (meeting_id, person_id, " + column
                        + ") VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE " + column + " = VALUES(" + column + ")")
                .params(meeting.value(), reader.person().value(), Utc.column(now))
                .update());
    }

    /**
     * Who is not reminded: invited since, reminded of this meeting before, or of another date of its series, or heard
     * of there.
     *
     * @param since whoever was invited after this has had no time to answer
     */
    Set<PersonId> spared(MeetingId meeting, Instant since) {
        return Set.copyOf(jdbc.sql("""
                        SELECT person_id FROM meeting_asked
                        WHERE meeting_id = :meeting AND (asked_at > :since OR reminded_at IS NOT NULL)
                        UNION SELECT r.person_id FROM meeting t
                        JOIN meeting other ON other.series_id = t.series_id
                        JOIN meeting_asked r ON r.meeting_id = other.id AND r.reminded_at IS NOT NULL
                        WHERE t.id = :meeting
                        UNION SELECT a.person_id FROM meeting t
                        JOIN meeting other ON other.series_id = t.series_id
                        JOIN meeting_answer a ON a.meeting_id = other.id
                        WHERE t.id = :meeting""")
                .param("meeting", meeting.value())
                .param("since", Utc.column(since))
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list());
    }
}
