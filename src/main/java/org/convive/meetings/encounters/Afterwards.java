package org.convive.meetings.encounters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person is asked for a week after a meeting they took part in: how it was, and whether they talked. */
@Service
public class Afterwards {
    private static final Duration ASKED = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    Afterwards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A meeting whose pulse the reader has not given yet. */
    public record Pending(MeetingId meeting, String title) {}

    /** An introduction of which the reader has not said what became of it. */
    public record Unsaid(MeetingId meeting, String title, long introduction, String name) {}

    /** Meetings of the last week whose pulse is missing, the latest first. */
    @Transactional(readOnly = true)
    public List<Pending> pulses(Actor actor, int limit) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT t.id, t.title FROM meeting t
                        WHERE t.cluster_id = :cluster AND t.cancelled_at IS NULL AND t.ends > :since AND t.ends <= :now
                          AND (EXISTS (SELECT 1 FROM meeting_answer a WHERE a.meeting_id = t.id
                                       AND a.person_id = :person AND a.answer = 'YES' AND a.arrival IS NULL)
                               OR EXISTS (SELECT 1 FROM meeting_presence r
                                          WHERE r.meeting_id = t.id AND r.person_id = :person))
                          AND NOT EXISTS (SELECT 1 FROM meeting_pulse p
                                          WHERE p.meeting_id = t.id AND p.person_id = :person)
                        ORDER BY t.ends DESC, t.id LIMIT :limit""")
                .param("cluster", actor.cluster().value())
                .param("person", actor.person().value())
                .param("since", Utc.column(now.minus(ASKED)))
                .param("now", Utc.column(now))
                .param("limit", limit)
                .query((row, n) -> new Pending(new MeetingId(row.getLong("id")), row.getString("title")))
                .list();
    }

    /** Introductions at meetings of the last week about which the reader said nothing. */
    @Transactional(readOnly = true)
    public List<Unsaid> introductions(Actor actor, int limit) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT t.id, t.title, i.id AS introduction, p.name FROM meeting t
                        JOIN meeting_introduction i ON i.meeting_id = t.id
                         AND ((i.one_id = :person AND i.one_says IS NULL) OR (i.other_id = :person AND i.other_says IS NULL))
                        JOIN person p ON p.id = IF(i.one_id = :person, i.other_id, i.one_id)
                        WHERE t.cluster_id = :cluster AND t.cancelled_at IS NULL AND t.ends > :since AND t.ends <= :now
                        ORDER BY t.ends DESC, p.name LIMIT :limit""")
                .param("cluster", actor.cluster().value())
                .param("person", actor.person().value())
                .param("since", Utc.column(now.minus(ASKED)))
                .param("now", Utc.column(now))
                .param("limit", limit)
                .query((row, n) -> new Unsaid(
                        new MeetingId(row.getLong("id")),
                        row.getString("title"),
                        row.getLong("introduction"),
                        row.getString("name")))
                .list();
    }
}
