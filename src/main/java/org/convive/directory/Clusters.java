package org.convive.directory;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import org.convive.identity.Memberships;
import org.convive.identity.Role;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds and keeps clusters. */
@Service
public class Clusters {
    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Clock clock;

    Clusters(JdbcClient jdbc, Memberships memberships, Clock clock) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** Founds a cluster with its first animator; for the site's operator (checked by the callers' role). */
    @Transactional
    public ClusterId found(Founding founding, PersonId animator) {
        InvalidInput.check()
                .required(founding.name(), 200, "name")
                .that(
                        founding.slug().matches("[a-z0-9]+(-[a-z0-9]+)*")
                                && founding.slug().length() <= 60,
                        "slug",
                        Message.of("directory.error.slug"))
                .that(isZone(founding.timeZone()), "timeZone", Message.of("directory.error.time-zone"))
                .orThrow();
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("INSERT INTO cluster (slug, name, kind, country, time_zone, created_at) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            founding.slug(),
                            founding.name().strip(),
                            founding.kind().name(),
                            founding.country(),
                            founding.timeZone(),
                            Utc.column(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("slug", Message.of("directory.error.slug-taken"));
        }
        var cluster = new ClusterId(Objects.requireNonNull(key.getKey()).longValue());
        memberships.admit(cluster, animator, null, Role.ANIMATOR);
        return cluster;
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * What is needed to found a cluster.
     *
     * @param slug its name in URLs: lower case letters, digits and hyphens
     * @param country ISO 3166-1 alpha-2
     * @param timeZone an IANA zone id
     */
    public record Founding(String slug, String name, ClusterKind kind, String country, String timeZone) {}
}
