package org.convive.meetings.rivals;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a company counts as competitors. Its people are never introduced to theirs, nor theirs to its, and tables keep
 * them apart where they can. Only who speaks for the company reads or writes its list; nobody learns that they are on one.
 */
@Service
public class Rivals {
    static final int MOST = 50;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Rivals(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @throws org.springframework.security.access.AccessDeniedException unless the actor speaks for the company */
    @Transactional(readOnly = true)
    public Set<OrganisationId> of(Actor actor, OrganisationId organisation) {
        requireVoice(actor, organisation);
        return jdbc
                .sql("SELECT rival_id FROM organisation_rival WHERE organisation_id = ?")
                .param(organisation.value())
                .query(Long.class)
                .list()
                .stream()
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
    }

    /**
     * Says whom a company counts as competitors, in place of what it said before.
     *
     * @throws InvalidInput for the field {@code rivals} when there are too many
     * @throws NotFoundException when one of them is not of the cluster
     * @throws org.springframework.security.access.AccessDeniedException unless the actor speaks for the company
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void say(Actor actor, OrganisationId organisation, Collection<OrganisationId> rivals) {
        requireVoice(actor, organisation);
        Set<OrganisationId> others = new HashSet<>(rivals);
        others.remove(organisation);
        InvalidInput.check()
                .that(others.size() <= MOST, "rivals", Message.of("meetings.rivals.error.many", MOST))
                .orThrow();
        requireHere(actor, others);
        jdbc.sql("DELETE FROM organisation_rival WHERE organisation_id = ?")
                .param(organisation.value())
                .update();
        for (OrganisationId rival : others) {
            jdbc.sql("INSERT INTO organisation_rival (organisation_id, rival_id) VALUES (?, ?)")
                    .params(organisation.value(), rival.value())
                    .update();
        }
        audit.record(actor, "organisation.rivals", "organisation:" + organisation, Integer.toString(others.size()));
    }

    /** Pairs of companies of a cluster that compete, whichever of the two said so. */
    @Transactional(readOnly = true)
    public Set<Set<OrganisationId>> all(ClusterId cluster) {
        return jdbc
                .sql("""
                        SELECT r.organisation_id, r.rival_id FROM organisation_rival r
                        JOIN organisation o ON o.id = r.organisation_id WHERE o.cluster_id = ?""")
                .param(cluster.value())
                .query((row, n) -> Set.of(
                        new OrganisationId(row.getLong("organisation_id")),
                        new OrganisationId(row.getLong("rival_id"))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private void requireVoice(Actor actor, OrganisationId organisation) {
        requireHere(actor, List.of(organisation));
        actor.requireVoiceOf(organisation);
    }

    private void requireHere(Actor actor, Collection<OrganisationId> organisations) {
        if (organisations.isEmpty()) {
            return;
        }
        int here = jdbc.sql("SELECT COUNT(*) FROM organisation WHERE cluster_id = :cluster AND id IN (:ids)")
                .param("cluster", actor.cluster().value())
                .param("ids", organisations.stream().map(OrganisationId::value).toList())
                .query(Integer.class)
                .single();
        if (here != organisations.size()) {
            throw new NotFoundException("organisation");
        }
    }
}
