package org.convive.newsletter;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of a cluster beside its usual one; each letter chooses. */
@Service
public class Templates {
    private static final int NAME = 100;
    private static final int SIGNATURE = 2_000;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Templates(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A template that is kept. */
    public record Kept(long id, Template template, int version) {}

    /** Those a writer may choose from, by name. */
    public List<Kept> all(Actor animator) {
        animator.requireAnimator();
        return jdbc.sql("""
                        SELECT * FROM newsletter_template WHERE cluster_id = ? AND retired_at IS NULL
                        ORDER BY name, id LIMIT ?""")
                .params(animator.cluster().value(), MOST)
                .query(Templates::kept)
                .list();
    }

    /** One template of a cluster, also when it was put away: letters that wear it keep it. */
    Optional<Template> find(ClusterId cluster, long id) {
        return jdbc.sql("SELECT * FROM newsletter_template WHERE id = ? AND cluster_id = ?")
                .params(id, cluster.value())
                .query((row, n) -> kept(row, n).template())
                .optional();
    }

    /** Adds a template and gives its number. */
    @Transactional
    public long add(Actor animator, Template template) {
        requireGood(animator, template);
        InvalidInput.check()
                .that(all(animator).size() < MOST, "name", Message.of("newsletter.error.too-many-templates", MOST))
                .orThrow();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO newsletter_template (cluster_id, name, accent, logo_id, signature_en, signature_fr)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .param(animator.cluster().value())
                .param(template.name().strip())
                .param(template.accent().name())
                .param(template.logo())
                .param(template.signatureEnglish().strip())
                .param(template.signatureFrench().strip())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        audit.record(animator, "newsletter.template-added", "newsletter.template:" + id, template.name());
        return id;
    }

    /**
     * Changes a template, and so every letter in it that has not left yet; the version is the one that was read.
     *
     * @throws StaleEdit when somebody else changed it meanwhile
     */
    @Transactional
    public void change(Actor animator, long id, Template template, int version) {
        requireGood(animator, template);
        if (find(animator.cluster(), id).isEmpty()) {
            throw new NotFoundException("template");
        }
        int changed = jdbc.sql("""
                        UPDATE newsletter_template SET name = ?, accent = ?, logo_id = ?, signature_en = ?,
                               signature_fr = ?, version = version + 1
                        WHERE id = ? AND cluster_id = ? AND version = ?""")
                .param(template.name().strip())
                .param(template.accent().name())
                .param(template.logo())
                .param(template.signatureEnglish().strip())
                .param(template.signatureFrench().strip())
                .param(id)
                .param(animator.cluster().value())
                .param(version)
                .update();
        if (changed == 0) {
            throw new StaleEdit("template");
        }
        audit.record(animator, "newsletter.template-changed", "newsletter.template:" + id, template.name());
    }

    /** Nobody chooses it any more; letters that wear it keep it. */
    @Transactional
    public void putAway(Actor animator, long id) {
        retire(animator, id, Utc.column(clock.instant()));
    }

    /** It was not meant so. */
    @Transactional
    public void bringBack(Actor animator, long id) {
        retire(animator, id, null);
    }

    private void retire(Actor animator, long id, @Nullable LocalDateTime at) {
        animator.requireAnimator();
        int changed = jdbc.sql("UPDATE newsletter_template SET retired_at = ? WHERE id = ? AND cluster_id = ?")
                .param(at)
                .param(id)
                .param(animator.cluster().value())
                .update();
        if (changed == 0) {
            throw new NotFoundException("template");
        }
        audit.record(
                animator,
                at == null ? "newsletter.template-brought-back" : "newsletter.template-put-away",
                "newsletter.template:" + id,
                "");
    }

    private void requireGood(Actor animator, Template template) {
        animator.requireAnimator();
        Long logo = template.logo();
        InvalidInput.check()
                .required(template.name(), NAME, "name")
                .atMost(template.signatureEnglish(), SIGNATURE, "signatureEnglish")
                .atMost(template.signatureFrench(), SIGNATURE, "signatureFrench")
                .that(logo == null || isOurs(animator, logo), "logo", Message.of("newsletter.error.picture-gone"))
                .orThrow();
    }

    private boolean isOurs(Actor animator, long picture) {
        return jdbc.sql("SELECT COUNT(*) FROM picture WHERE id = ? AND cluster_id = ?")
                        .params(picture, animator.cluster().value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new Template(
                        row.getString("name"),
                        Look.Accent.valueOf(row.getString("accent")),
                        row.getObject("logo_id", Long.class),
                        row.getString("signature_en"),
                        row.getString("signature_fr")),
                row.getInt("version"));
    }
}
