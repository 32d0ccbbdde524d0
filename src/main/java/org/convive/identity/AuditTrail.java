package org.convive.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who did what when; written in the transaction of the deed, never changed. */
@Service
public class AuditTrail {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param deed a past tense word, e.g. {@code booking.cancelled}
     * @param subject what it was done to, e.g. {@code booking:42}
     * @param detail a few words for the reader, at most 500 characters
     */
    public void record(Actor actor, String deed, String subject, String detail) {
        write(actor.cluster(), actor.person(), deed, subject, detail);
    }

    /** A deed of the portal itself, done because its time had come: a slot that nobody took is given back. */
    public void recordByPortal(ClusterId cluster, String deed, String subject, String detail) {
        write(cluster, null, deed, subject, detail);
    }

    private void write(ClusterId cluster, @Nullable PersonId person, String deed, String subject, String detail) {
        jdbc.sql("INSERT INTO audit (cluster_id, person_id, at, deed, subject, detail) VALUES (?, ?, ?, ?, ?, ?)")
                .param(cluster.value())
                .param(person == null ? null : person.value())
                .param(Utc.column(clock.instant()))
                .param(deed)
                .param(subject)
                .param(detail.length() > 500 ? detail.substring(0, 500) : detail)
                .update();
    }

    /** What happened to one thing, newest first. */
    public List<Entry> of(Actor actor, String subject) {
        return jdbc.sql("""
                        SELECT a.at, a.person_id, COALESCE(p.name, '') AS name, a.deed, a.detail FROM audit a
                        LEFT JOIN person p ON p.id = a.person_id
                        WHERE a.cluster_id = ? AND a.subject = ? ORDER BY a.id DESC LIMIT 200""")
                .params(actor.cluster().value(), subject)
                .query((row, n) -> new Entry(
                        Utc.moment(row.getObject("at", LocalDateTime.class)),
                        row.getLong("person_id") == 0 ? null : new PersonId(row.getLong("person_id")),
                        row.getString("name"),
                        row.getString("deed"),
                        row.getString("detail")))
                .list();
    }

    /**
     * One line of the trail.
     *
     * @param person null, and the name empty, for what the portal did by itself
     */
    public record Entry(Instant at, @Nullable PersonId person, String name, String deed, String detail) {}
}
