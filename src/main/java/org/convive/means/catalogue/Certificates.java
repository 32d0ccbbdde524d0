package org.convive.means.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was shown how to use what a company lends, until when. All means of a company that ask for the same share it. */
@Service
public class Certificates {
    private final JdbcClient jdbc;
    private final MeansQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    Certificates(JdbcClient jdbc, MeansQueries queries, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /** One holder. */
    public record Holder(PersonId person, String name, LocalDate until) {}

    /** The holders of what a means asks for, by name; for its owner. */
    public List<Holder> of(Actor actor, MeansId id) {
        Means means = queries.get(actor, id).means();
        actor.requireVoiceOf(means.owner());
        return jdbc.sql("""
                        SELECT c.person_id, p.name, c.valid_until FROM means_certificate c
                        JOIN person p ON p.id = c.person_id
                        WHERE c.organisation_id = ? AND c.label = ? AND c.cluster_id = ? ORDER BY p.name""")
                .params(
                        means.owner().value(),
                        means.lending().certificate(),
                        actor.cluster().value())
                .query((row, n) -> new Holder(
                        new PersonId(row.getLong("person_id")),
                        row.getString("name"),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    /** Says that a person of the cluster may use it until that day; said again, it is prolonged or ends earlier. */
    @Transactional
    public void grant(Actor actor, MeansId id, PersonId person, LocalDate until) {
        Means means = queries.get(actor, id).means();
        actor.requireVoiceOf(means.owner());
        boolean member = jdbc.sql("SELECT EXISTS (SELECT 1 FROM membership WHERE cluster_id = ? AND person_id = ?)")
                .params(actor.cluster().value(), person.value())
                .query(Boolean.class)
                .single();
        InvalidInput.check()
                .that(member, "person", Message.of("means.error.person"))
                .that(!means.lending().certificate().isBlank(), "person", Message.of("means.error.no-certificate"))
                .that(!until.isBefore(LocalDate.now(clock)), "until", Message.of("means.error.past"))
                .orThrow();
        jdbc.sql("""
                        INSERT INTO means_certificate (cluster_id, organisation_id, label, person_id, valid_until,
                                                       granted_by, granted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE valid_until = VALUE(valid_until), granted_by = VALUE(granted_by),
                                                granted_at = VALUE(granted_at)""")
                .params(
                        actor.cluster().value(),
                        means.owner().value(),
                        means.lending().certificate(),
                        person.value(),
                        until,
                        actor.person().value(),
                        Utc.column(clock.instant()))
                .update();
        audit.record(actor, "means.certified", "means:" + id, "person:" + person + " " + until);
    }

    /** Takes it back; bookings made stay. */
    @Transactional
    public void revoke(Actor actor, MeansId id, PersonId person) {
        Means means = queries.get(actor, id).means();
        actor.requireVoiceOf(means.owner());
        jdbc.sql("DELETE FROM means_certificate WHERE organisation_id = ? AND label = ? AND person_id = ?")
                .params(means.owner().value(), means.lending().certificate(), person.value())
                .update();
        audit.record(actor, "means.certificate-ended", "means:" + id, "person:" + person);
    }
}
