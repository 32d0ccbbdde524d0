package org.convive.newsletter;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The template of a cluster's letters, and who said yes to a letter. */
@Service
public class Looks {
    private static final int SIGNATURE = 2_000;

    private final JdbcClient jdbc;
    private final Templates templates;
    private final AuditTrail audit;
    private final Clock clock;

    Looks(JdbcClient jdbc, Templates templates, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    public Look of(ClusterId cluster) {
        return jdbc.sql("SELECT * FROM newsletter_look WHERE cluster_id = ?")
                .param(cluster.value())
                .query((row, n) -> new Look(
                        Look.Accent.valueOf(row.getString("accent")),
                        row.getObject("logo_id", Long.class),
                        row.getString("signature_en"),
                        row.getString("signature_fr"),
                        row.getBoolean("approval"),
                        row.getBoolean("public_archive"),
                        row.getInt("version")))
                .optional()
                .orElse(Look.PLAIN);
    }

    /** How a letter looks: in its own template, or in the usual one. */
    Look of(ClusterId cluster, Envelope envelope) {
        Look usual = of(cluster);
        Long template = envelope.template();
        return template == null
                ? usual
                : templates.find(cluster, template).map(usual::in).orElse(usual);
    }

    /**
     * Changes the usual template; the version is the one that was read.
     *
     * @throws StaleEdit when somebody else changed it meanwhile
     */
    @Transactional
    public void change(Actor animator, Look look) {
        animator.requireAnimator();
        Long logo = look.logo();
        InvalidInput.check()
                .atMost(look.signatureEnglish(), SIGNATURE, "signatureEnglish")
                .atMost(look.signatureFrench(), SIGNATURE, "signatureFrench")
                .that(logo == null || isOurs(animator, logo), "logo", Message.of("newsletter.error.picture-gone"))
                .orThrow();
        List<Object> values = java.util.Arrays.asList(
                look.accent().name(),
                logo,
                look.signatureEnglish().strip(),
                look.signatureFrench().strip(),
                look.approval(),
                look.publicArchive());
        int updated = jdbc.sql("""
                        UPDATE newsletter_look SET accent = ?, logo_id = ?, signature_en = ?, signature_fr = ?,
                               approval = ?, public_archive = ?, version = version + 1
                        WHERE cluster_id = ? AND version = ?""")
                .params(values)
                .param(animator.cluster().value())
                .param(look.version())
                .update();
        if (updated == 0 && (look.version() > 0 || !inserted(animator, values))) {
            throw new StaleEdit("look");
        }
        audit.record(
                animator,
                "newsletter.look-changed",
                "newsletter.look",
                look.accent().name());
    }

    private boolean inserted(Actor animator, List<Object> values) {
        try {
            jdbc.sql("""
                            INSERT INTO newsletter_look (accent, logo_id, signature_en, signature_fr, approval,
                                   public_archive, cluster_id, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)""").params(values).param(animator.cluster().value()).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * A second person says yes to the issue as it stands.
     *
     * @throws InvalidInput when the one who says yes wrote it alone
     */
    @Transactional
    public void approve(Actor animator, Issue issue) {
        animator.requireAnimator();
        if (!ours(animator, issue)) {
            throw new org.convive.shared.NotFoundException("issue");
        }
        InvalidInput.check()
                .that(!isOwn(animator, issue), "approval", Message.of("newsletter.error.own-approval"))
                .orThrow();
        jdbc.sql("""
                        INSERT IGNORE INTO newsletter_approval (issue_id, version, person_id, approved_at)
                        VALUES (?, ?, ?, ?)""")
                .params(issue.id(), issue.version(), animator.person().value(), Utc.column(clock.instant()))
                .update();
        audit.record(
                animator,
                "newsletter.approved",
                NewsletterService.reference(issue.id()),
                issue.content().title());
    }

    /** Who said yes to the issue exactly as it stands. */
    public Optional<Approval> approval(Issue issue) {
        return jdbc.sql("""
                        SELECT p.name, a.approved_at FROM newsletter_approval a JOIN person p ON p.id = a.person_id
                        WHERE a.issue_id = ? AND a.version = ? ORDER BY a.approved_at LIMIT 1""")
                .params(issue.id(), issue.version())
                .query((row, n) -> new Approval(
                        row.getString("name"),
                        Utc.moment(Objects.requireNonNull(row.getObject("approved_at", LocalDateTime.class)))))
                .optional();
    }

    /** Whether the actor is the one who wrote the issue as it stands: their word is not a second one. */
    public boolean isOwn(Actor animator, Issue issue) {
        return lastWriter(issue).equals(animator.person());
    }

    /** Who made the issue what it is now. */
    public PersonId lastWriter(Issue issue) {
        return jdbc.sql("SELECT person_id FROM newsletter_history WHERE issue_id = ? ORDER BY id DESC LIMIT 1")
                .param(issue.id())
                .query(Long.class)
                .optional()
                .map(PersonId::new)
                .orElse(issue.summary().author());
    }

    /** @throws InvalidInput when the cluster wants a second person's yes and nobody said it */
    void requireApproved(ClusterId cluster, Issue issue) {
        InvalidInput.check()
                .that(
                        !of(cluster).approval() || approval(issue).isPresent(),
                        "approval",
                        Message.of("newsletter.error.approval"))
                .orThrow();
    }

    private boolean ours(Actor animator, Issue issue) {
        return count("SELECT COUNT(*) FROM newsletter_issue WHERE id = ? AND cluster_id = ?", issue.id(), animator)
                == 1;
    }

    private boolean isOurs(Actor animator, long picture) {
        return count("SELECT COUNT(*) FROM picture WHERE id = ? AND cluster_id = ?", picture, animator) == 1;
    }

    private int count(String sql, long id, Actor actor) {
        return jdbc.sql(sql)
                .params(id, actor.cluster().value())
                .query(Integer.class)
                .single();
    }

    /** A second person's yes. */
    public record Approval(String by, java.time.Instant at) {}
}
