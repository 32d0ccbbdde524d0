package org.convive.directory;

import java.time.Clock;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers and keeps the organisations of a cluster. */
@Service
public class Organisations {
    private final JdbcClient jdbc;
    private final DirectoryQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    Organisations(JdbcClient jdbc, DirectoryQueries queries, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers an organisation; an animator's deed. */
    @Transactional
    public OrganisationId register(Actor animator, String name, OrganisationKind kind) {
        animator.requireAnimator();
        InvalidInput.check().required(name, 200, "name").orThrow();
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("INSERT INTO organisation (cluster_id, kind, name, since) VALUES (?, ?, ?, ?)")
                    .params(animator.cluster().value(), kind.name(), name.strip(), Utc.column(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("name", Message.of("directory.error.name-taken"));
        }
        var id = new OrganisationId(Objects.requireNonNull(key.getKey()).longValue());
        audit.record(animator, "organisation.registered", "organisation:" + id, name);
        return id;
    }

    /** Changes what an organisation says of itself; the version is the one that was read. */
    @Transactional
    public void update(Actor actor, OrganisationId id, Details details, int version) {
        var unused = queries.organisation(actor, id);
        actor.requireVoiceOf(id);
        check(details);
        try {
            int updated = jdbc.sql("""
                            UPDATE organisation SET name = ?, kind = ?, trade = ?, presentation = ?, website = ?,
                                   headcount = ?, version = version + 1
                            WHERE id = ? AND cluster_id = ? AND version = ?""")
                    .param(details.name().strip())
                    .param(details.kind().name())
                    .param(details.trade().strip())
                    .param(details.presentation().strip())
                    .param(details.website().strip())
                    .param(details.headcount())
                    .param(id.value())
                    .param(actor.cluster().value())
                    .param(version)
                    .update();
            if (updated == 0) {
                throw new StaleEdit("organisation");
            }
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("name", Message.of("directory.error.name-taken"));
        }
        audit.record(actor, "organisation.changed", "organisation:" + id, details.name());
    }

    /** Sets or removes its picture, one of the cluster's. */
    @Transactional
    public void picture(Actor actor, OrganisationId id, @Nullable Long picture) {
        var unused = queries.organisation(actor, id);
        actor.requireVoiceOf(id);
        if (picture != null) {
            boolean here = jdbc.sql("SELECT COUNT(*) FROM picture WHERE id = ? AND cluster_id = ?")
                            .params(picture, actor.cluster().value())
                            .query(Integer.class)
                            .single()
                    == 1;
            if (!here) {
                throw new NotFoundException("picture");
            }
        }
        jdbc.sql("UPDATE organisation SET picture_id = ? WHERE id = ?")
                .param(picture)
                .param(id.value())
                .update();
    }

    private static void check(Details details) {
        Integer headcount = details.headcount();
        InvalidInput.check()
                .required(details.name(), 200, "name")
                .atMost(details.trade(), 200, "trade")
                .atMost(details.presentation(), 10_000, "presentation")
                .atMost(details.website(), 500, "website")
                .that(WebAddress.isValid(details.website()), "website", Message.of("directory.error.website"))
                .that(
                        headcount == null || (headcount >= 0 && headcount <= 1_000_000),
                        "headcount",
                        Message.of("directory.error.headcount"))
                .orThrow();
    }

    /** What the form of an organisation holds; the presentation is Markdown. */
    public record Details(
            String name,
            OrganisationKind kind,
            String trade,
            String presentation,
            String website,
            @Nullable Integer headcount) {}
}
