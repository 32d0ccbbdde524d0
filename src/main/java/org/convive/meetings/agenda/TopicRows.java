package org.convive.meetings.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps topics and votes. A topic is on an agenda while an item of a coming meeting names it, treated when such an item
 * began, and open otherwise: what a meeting did not come to is open again by itself, with its votes.
 */
@Repository
class TopicRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    TopicRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Topic> open(Actor actor) {
        return jdbc.sql("""
                        SELECT o.id, o.title, o.why, o.proposed_by, p.name, o.proposed_at,
                               (SELECT COUNT(*) FROM meeting_topic_vote v WHERE v.topic_id = o.id) AS votes,
                               EXISTS (SELECT 1 FROM meeting_topic_vote v
                                       WHERE v.topic_id = o.id AND v.person_id = :person) AS mine,
                               (SELECT COUNT(*) FROM meeting_agenda_item i
                                WHERE i.topic_id = o.id AND i.removed_at IS NULL) AS carried
                        FROM meeting_topic o JOIN person p ON p.id = o.proposed_by
                        WHERE o.cluster_id = :cluster AND o.withdrawn_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM meeting_agenda_item i JOIN meeting t ON t.id = i.meeting_id
                                          WHERE i.topic_id = o.id AND i.removed_at IS NULL
                                            AND (i.began_at IS NOT NULL
                                                 OR (t.cancelled_at IS NULL AND (t.ends IS NULL OR t.ends > :now))))
                        ORDER BY votes DESC, o.proposed_at LIMIT 300""")
                .param("person", actor.person().value())
                .param("cluster", actor.cluster().value())
                .param("now", Utc.column(clock.instant()))
                .query((row, n) -> new Topic(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("why"),
                        new PersonId(row.getLong("proposed_by")),
                        row.getString("name"),
                        Utc.moment(row.getObject("proposed_at", LocalDateTime.class)),
                        row.getInt("votes"),
                        row.getInt("carried"),
                        row.getBoolean("mine"),
                        actor.isAnimator()
                                || row.getLong("proposed_by") == actor.person().value()))
                .list();
    }

    void propose(Actor actor, String title, String why, Instant now) {
        jdbc.sql("INSERT INTO meeting_topic (cluster_id, title, why, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?)")
                .params(actor.cluster().value(), title, why, actor.person().value(), Utc.column(now))
                .update();
    }

    boolean isHere(Actor actor, long topic) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM meeting_topic WHERE id = ? AND cluster_id = ? AND withdrawn_at IS NULL)")
                .params(topic, actor.cluster().value())
                .query(Boolean.class)
                .single();
    }

    void vote(Actor actor, long topic, boolean yes) {
        jdbc.sql(
                        yes
                                ? "INSERT IGNORE INTO meeting_topic_vote (topic_id, person_id) VALUES (?, ?)"
                                : "DELETE FROM meeting_topic_vote WHERE topic_id = ? AND person_id = ?")
                .params(topic, actor.person().value())
                .update();
    }

    /** @return whether there was such a topic of the actor, or of the animator's cluster */
    boolean withdraw(Actor actor, long topic, boolean back, Instant now) {
        return jdbc.sql("""
                                UPDATE meeting_topic SET withdrawn_at = IF(:back, NULL, :now)
                                WHERE id = :id AND cluster_id = :cluster AND (proposed_by = :person OR :animator)""")
                        .param("back", back)
                        .param("now", Utc.column(now))
                        .param("id", topic)
                        .param("cluster", actor.cluster().value())
                        .param("person", actor.person().value())
                        .param("animator", actor.isAnimator())
                        .update()
                > 0;
    }
}
