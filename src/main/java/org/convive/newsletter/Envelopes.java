package org.convive.newsletter;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.newsletter.content.BlockSource;
import org.convive.newsletter.content.Gatherings;
import org.convive.newsletter.readers.Segment;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.StaleEdit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom a draft will go, and in which template. */
@Service
public class Envelopes {
    private final JdbcClient jdbc;
    private final IssueRows rows;
    private final NewsletterQueries queries;
    private final Templates templates;
    private final DirectoryQueries directory;
    private final List<Gatherings> gatherings;
    private final DraftJson json;
    private final AuditTrail audit;

    Envelopes(
            JdbcClient jdbc,
            IssueRows rows,
            NewsletterQueries queries,
            Templates templates,
            DirectoryQueries directory,
            List<Gatherings> gatherings,
            DraftJson json,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.queries = queries;
        this.templates = templates;
        this.directory = directory;
        this.gatherings = gatherings;
        this.json = json;
        this.audit = audit;
    }

    /**
     * Decides it for a draft; a second person's yes to the letter as it was counts no more.
     *
     * @param before what the writer saw
     * @throws StaleEdit when somebody else decided otherwise meanwhile, or the letter has left
     */
    @Transactional
    public void choose(Actor animator, long issue, Envelope before, Envelope after) {
        animator.requireAnimator();
        rows.lock(animator.cluster(), issue);
        Issue stored = queries.forWriting(animator, issue);
        if (stored.isPublished()
                || (!stored.envelope().equals(before) && !stored.envelope().equals(after))) {
            throw new StaleEdit("envelope");
        }
        requireOurs(animator, after);
        if (stored.envelope().equals(after)) {
            return;
        }
        jdbc.sql("""
                        UPDATE newsletter_issue SET segment = ?, template_id = ?, version = version + 1
                        WHERE id = ? AND cluster_id = ? AND state = 'DRAFT'""")
                .param(after.segment().isEverybody() ? null : json.write(after.segment()))
                .param(after.template())
                .param(issue)
                .param(animator.cluster().value())
                .update();
        audit.record(
                animator,
                "newsletter.envelope-chosen",
                NewsletterService.reference(issue),
                after.segment().isEverybody() ? "" : "segment");
    }

    private void requireOurs(Actor animator, Envelope envelope) {
        Segment segment = envelope.segment();
        Long template = envelope.template();
        Set<String> known = segment.competences().isEmpty()
                ? Set.of()
                : directory.competences(animator).stream()
                        .map(DirectoryQueries.Competence::name)
                        .collect(Collectors.toSet());
        InvalidInput.check()
                .that(
                        known.containsAll(segment.competences()),
                        "competences",
                        Message.of("newsletter.error.thing-gone"))
                .that(
                        occasions(animator, segment).size()
                                == segment.occasions().size(),
                        "occasions",
                        Message.of("newsletter.error.thing-gone"))
                .that(
                        template == null
                                || templates.find(animator.cluster(), template).isPresent(),
                        "template",
                        Message.of("newsletter.error.template-gone"))
                .orThrow();
    }

    /** The meetings of a segment by name; those that are gone are left out. */
    public List<BlockSource.Choice> occasions(Actor animator, Segment segment) {
        animator.requireAnimator();
        return gatherings.stream()
                .flatMap(feature -> feature.named(animator.cluster(), segment.occasions()).stream())
                .toList();
    }

    /** Meetings for a segment, those that are over first; for writers. */
    public List<BlockSource.Choice> findOccasions(Actor animator, String text) {
        animator.requireAnimator();
        return gatherings.stream()
                .flatMap(feature -> feature.search(animator, text).stream())
                .toList();
    }

    /** The competences of the cluster by name, for a segment. */
    public List<String> competences(Actor animator) {
        animator.requireAnimator();
        return directory.competences(animator).stream()
                .filter(competence -> competence.organisations() > 0)
                .map(competence -> Objects.requireNonNull(competence.name()))
                .toList();
    }
}
