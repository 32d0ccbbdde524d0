package org.convive.directory;

import java.time.Clock;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers and keeps the organisations of a cluster. */
@Service
public class Organisations {
    private final JdbcClient jdbc;
    private final Clock clock;

    Organisations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
        return new OrganisationId(Objects.requireNonNull(key.getKey()).longValue());
    }
}
