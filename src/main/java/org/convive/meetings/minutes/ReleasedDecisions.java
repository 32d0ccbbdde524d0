package org.convive.meetings.minutes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.convive.meetings.MeetingId;
import org.convive.shared.ClusterId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What meetings decided, once their minutes are released, for those who tell it to the whole cluster: only decisions of
 * meetings that were for the whole cluster.
 */
@Component
public class ReleasedDecisions {
    private final JdbcClient jdbc;

    ReleasedDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One decision.
     *
     * @param meetingTitle of the meeting that took it
     * @param words plain text
     * @param ownerName who sees to it; empty for nobody
     * @param released when everybody was told
     */
    public record Decision(
            long id, MeetingId meeting, String meetingTitle, String words, String ownerName, Instant released) {}

    /** Decisions that were released from one moment (included) to another, the latest meeting first; one statement. */
    @Transactional(readOnly = true)
    public List<Decision> between(ClusterId cluster, Instant from, Instant to, int limit) {
        return jdbc.sql("""
                        SELECT e.id, e.meeting_id, t.title, e.words, COALESCE(o.name, '') AS owner_name, m.released_at
                        FROM meeting_minutes m
                        JOIN meeting t ON t.id = m.meeting_id AND t.cluster_id = ? AND t.everyone
                        JOIN meeting_minutes_entry e ON e.meeting_id = t.id AND e.kind = 'DECISION'
                         AND e.removed_at IS NULL
                        LEFT JOIN person o ON o.id = e.owner_id
                        WHERE m.state = 'RELEASED' AND m.released_at >= ? AND m.released_at < ?
                        ORDER BY m.released_at DESC, t.id, e.id LIMIT ?""")
                .params(cluster.value(), Utc.column(from), Utc.column(to), limit)
                .query((row, n) -> new Decision(
                        row.getLong("id"),
                        new MeetingId(row.getLong("meeting_id")),
                        row.getString("title"),
                        row.getString("words"),
                        row.getString("owner_name"),
                        Utc.moment(Objects.requireNonNull(row.getObject("released_at", LocalDateTime.class)))))
                .list();
    }
}
