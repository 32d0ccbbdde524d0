package org.convive.meetings;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource.Choice;
import org.convive.newsletter.content.Gatherings;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.convive.uikit.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who comes or came to a meeting for everybody: a letter may go to them alone. */
@Component
class MeetingGatherings implements Gatherings {
    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingGatherings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Choice> search(Actor actor, String text) {
        String like = "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        LocalDateTime now = Utc.column(clock.instant());
        return jdbc.sql("""
                        SELECT id, title, starts, zone FROM meeting
                        WHERE cluster_id = ? AND everyone AND cancelled_at IS NULL AND starts IS NOT NULL
                          AND title LIKE ? ESCAPE '!'
                        ORDER BY starts > ?, ABS(TIMESTAMPDIFF(MINUTE, starts, ?)) LIMIT 20""")
                .params(actor.cluster().value(), like, now, now)
                .query((row, n) -> new Choice(
                        row.getLong("id"),
                        row.getString("title"),
                        Dates.of(actor.locale(), ZoneId.of(row.getString("zone")))
                                .date(Utc.moment(row.getObject("starts", LocalDateTime.class)))))
                .list();
    }

    @Override
    public List<Choice> named(ClusterId cluster, Set<Long> occasions) {
        return occasions.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT id, title FROM meeting WHERE cluster_id = :cluster AND everyone AND id IN (:ids)"
                                + " ORDER BY starts, id")
                        .param("cluster", cluster.value())
                        .param("ids", occasions)
                        .query((row, n) -> new Choice(row.getLong("id"), row.getString("title"), ""))
                        .list();
    }

    /** Who said yes and has a seat, and who was seen at the door. */
    @Override
    public Set<PersonId> people(ClusterId cluster, Set<Long> occasions) {
        return occasions.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                                SELECT a.person_id FROM meeting_answer a JOIN meeting m ON m.id = a.meeting_id
                                WHERE m.cluster_id = :cluster AND m.everyone AND m.id IN (:ids)
                                  AND a.answer = 'YES' AND a.arrival IS NULL
                                UNION
                                SELECT p.person_id FROM meeting_presence p JOIN meeting m ON m.id = p.meeting_id
                                WHERE m.cluster_id = :cluster AND m.everyone AND m.id IN (:ids)
                                  AND p.person_id IS NOT NULL""")
                        .param("cluster", cluster.value())
                        .param("ids", occasions)
                        .query((row, n) -> new PersonId(row.getLong("person_id")))
                        .list());
    }
}
