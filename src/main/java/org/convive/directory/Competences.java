package org.convive.directory;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organisations can do: a list kept by the animators, which organisations may add to in their own words. */
@Service
public class Competences {
    private static final int MOST = 40;

    private final JdbcClient jdbc;
    private final DirectoryQueries queries;
    private final AuditTrail audit;

    Competences(JdbcClient jdbc, DirectoryQueries queries, AuditTrail audit) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
    }

    /** Says what an organisation can do, in place of what it said before. */
    @Transactional
    public void say(Actor actor, OrganisationId organisation, Collection<String> names) {
        var unused = queries.organisation(actor, organisation);
        actor.requireVoiceOf(organisation);
        List<String> wanted = cleaned(names);
        check(wanted);
        jdbc.sql("DELETE FROM organisation_competence WHERE organisation_id = ?")
                .param(organisation.value())
                .update();
        for (String name : wanted) {
            jdbc.sql("INSERT IGNORE INTO organisation_competence (organisation_id, competence_id) VALUES (?, ?)")
                    .params(organisation.value(), known(actor, name))
                    .update();
        }
        forgetUnused(actor);
        audit.record(actor, "organisation.competences", "organisation:" + organisation, String.join(", ", wanted));
    }

    /** The cluster's own list, in place of the former one; what organisations said stays. An animator's deed. */
    @Transactional
    public void manage(Actor animator, Collection<String> names) {
        animator.requireAnimator();
        List<String> wanted = cleaned(names);
        InvalidInput.check()
                .that(wanted.size() <= 500, "competences", Message.of("directory.error.too-many-competences", 500))
                .that(wanted.stream().allMatch(Competences::fits), "competences", tooLong())
                .orThrow();
        jdbc.sql("UPDATE competence SET managed = FALSE WHERE cluster_id = ?")
                .param(animator.cluster().value())
                .update();
        for (String name : wanted) {
            jdbc.sql("""
                            INSERT INTO competence (cluster_id, name, managed) VALUES (?, ?, TRUE)
                            ON DUPLICATE KEY UPDATE name = VALUES(name), managed = TRUE""").params(animator.cluster().value(), name).update();
        }
        forgetUnused(animator);
    }

    private long known(Actor actor, String name) {
        jdbc.sql("INSERT IGNORE INTO competence (cluster_id, name) VALUES (?, ?)")
                .params(actor.cluster().value(), name)
                .update();
        Long id = jdbc.sql("SELECT id FROM competence WHERE cluster_id = ? AND name = ?")
                .params(actor.cluster().value(), name)
                .query(Long.class)
                .single();
        return Objects.requireNonNull(id);
    }

    private void forgetUnused(Actor actor) {
        jdbc.sql("""
                        DELETE FROM competence WHERE cluster_id = ? AND NOT managed
                        AND NOT EXISTS (SELECT 1 FROM organisation_competence ok WHERE ok.competence_id = competence.id)""").param(actor.cluster().value()).update();
    }

    private static List<String> cleaned(Collection<String> names) {
        return names.stream()
                .map(name -> name.strip().replaceAll("\\p{Cntrl}", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static void check(List<String> names) {
        InvalidInput.check()
                .that(names.size() <= MOST, "competences", Message.of("directory.error.too-many-competences", MOST))
                .that(names.stream().allMatch(Competences::fits), "competences", tooLong())
                .orThrow();
    }

    private static boolean fits(String name) {
        return name.codePointCount(0, name.length()) <= 100;
    }

    private static Message tooLong() {
        return Message.of("directory.error.competence-too-long", 100);
    }
}
