package org.convive.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to which cluster, for which organisation, as what. */
@Service
public class Memberships {
    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The clusters of a person, by name. */
    public List<Membership> of(PersonId person) {
        return jdbc.sql("""
                        SELECT c.id, c.slug, c.name, m.organisation_id, o.name AS organisation_name, m.role
                        FROM membership m
                        JOIN cluster c ON c.id = m.cluster_id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        WHERE m.person_id = ?
                        ORDER BY c.name""")
                .param(person.value())
                .query((row, n) -> {
                    long organisation = row.getLong("organisation_id");
                    return new Membership(
                            new ClusterId(row.getLong("id")),
                            row.getString("slug"),
                            row.getString("name"),
                            row.wasNull() ? null : new OrganisationId(organisation),
                            row.getString("organisation_name"),
                            Role.valueOf(row.getString("role")));
                })
                .list();
    }

    /** Admits a person, or changes what they are here; an animator's deed. */
    @Transactional
    public void admit(Actor animator, PersonId person, @Nullable OrganisationId organisation, Role role) {
        animator.requireAnimator();
        if (role != Role.ANIMATOR) {
            requireAnotherAnimator(animator.cluster(), person);
        }
        admit(animator.cluster(), person, organisation, role);
    }

    /** Admits the founding animator of a new cluster; called where the cluster is founded. */
    @Transactional
    public void admit(ClusterId cluster, PersonId person, @Nullable OrganisationId organisation, Role role) {
        InvalidInput.check()
                .that(
                        role != Role.MANAGER || organisation != null,
                        "organisation",
                        Message.of("identity.error.manager-needs-organisation"))
                .orThrow();
        if (organisation != null) {
            requireInCluster(cluster, organisation);
        }
        jdbc.sql("""
                        INSERT INTO membership (cluster_id, person_id, organisation_id, role, since)
                        VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE organisation_id = VALUES(organisation_id), role = VALUES(role)""")
                .param(cluster.value())
                .param(person.value())
                .param(organisation == null ? null : organisation.value())
                .param(role.name())
                .param(Utc.column(clock.instant()))
                .update();
    }

    /** Ends a person's membership; what they did stays. A cluster keeps at least one animator. */
    @Transactional
    public Ended dismiss(Actor animator, PersonId person) {
        animator.requireAnimator();
        requireAnotherAnimator(animator.cluster(), person);
        Ended ended = jdbc.sql("""
                        SELECT organisation_id, role, since FROM membership
                        WHERE cluster_id = ? AND person_id = ? FOR UPDATE""")
                .params(animator.cluster().value(), person.value())
                .query((row, n) -> {
                    Long organisation = row.getObject("organisation_id", Long.class);
                    return new Ended(
                            person,
                            organisation == null ? null : new OrganisationId(organisation),
                            Role.valueOf(row.getString("role")),
                            Utc.moment(row.getObject("since", LocalDateTime.class)));
                })
                .optional()
                .orElseThrow(() -> new NotFoundException("member"));
        jdbc.sql("DELETE FROM membership WHERE cluster_id = ? AND person_id = ?")
                .params(animator.cluster().value(), person.value())
                .update();
        return ended;
    }

    /** Takes the end of a membership back, as if it had not been. */
    @Transactional
    public void takeBack(Actor animator, Ended ended) {
        animator.requireAnimator();
        admit(animator.cluster(), ended.person(), ended.organisation(), ended.role());
        jdbc.sql("UPDATE membership SET since = ? WHERE cluster_id = ? AND person_id = ?")
                .params(
                        Utc.column(ended.since()),
                        animator.cluster().value(),
                        ended.person().value())
                .update();
    }

    /** Two animators who leave at once wait for each other here. */
    private void requireAnotherAnimator(ClusterId cluster, PersonId leaving) {
        List<Long> animators = jdbc.sql(
                        "SELECT person_id FROM membership WHERE cluster_id = ? AND role = 'ANIMATOR' FOR UPDATE")
                .param(cluster.value())
                .query(Long.class)
                .list();
        InvalidInput.check()
                .that(!animators.equals(List.of(leaving.value())), "role", Message.of("identity.error.last-animator"))
                .orThrow();
    }

    private void requireInCluster(ClusterId cluster, OrganisationId organisation) {
        boolean here = jdbc.sql("SELECT COUNT(*) FROM organisation WHERE id = ? AND cluster_id = ?")
                        .params(organisation.value(), cluster.value())
                        .query(Integer.class)
                        .single()
                == 1;
        if (!here) {
            throw new NotFoundException("organisation");
        }
    }

    /** A membership that was ended, so that it can be taken back. */
    public record Ended(PersonId person, @Nullable OrganisationId organisation, Role role, Instant since) {}
}
