package org.convive.directory;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.identity.Memberships;
import org.convive.identity.Role;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
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
    private final AuditTrail audit;
    private final Clock clock;

    Clusters(JdbcClient jdbc, Memberships memberships, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.audit = audit;
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

    /** Changes what a cluster says of itself; the version is the one that was read. An animator's deed. */
    @Transactional
    public void update(Actor animator, Details details, int version) {
        animator.requireAnimator();
        check(details);
        GeoPoint place = details.place();
        int updated = jdbc.sql("""
                        UPDATE cluster SET name = ?, kind = ?, territory = ?, specialisation = ?, town = ?, latitude = ?,
                               longitude = ?, presentation = ?, website = ?, is_public = ?, version = version + 1
                        WHERE id = ? AND version = ?""")
                .param(details.name().strip())
                .param(details.kind().name())
                .param(details.territory().strip())
                .param(details.specialisation().strip())
                .param(details.town().strip())
                .param(place == null ? null : place.latitude())
                .param(place == null ? null : place.longitude())
                .param(details.presentation().strip())
                .param(details.website().strip())
                .param(details.isPublic())
                .param(animator.cluster().value())
                .param(version)
                .update();
        if (updated == 0) {
            throw new StaleEdit("cluster");
        }
        audit.record(animator, "cluster.changed", "cluster:" + animator.cluster(), details.name());
    }

    private static void check(Details details) {
        GeoPoint place = details.place();
        InvalidInput.check()
                .required(details.name(), 200, "name")
                .atMost(details.territory(), 200, "territory")
                .atMost(details.specialisation(), 200, "specialisation")
                .atMost(details.town(), 200, "town")
                .atMost(details.presentation(), 10_000, "presentation")
                .atMost(details.website(), 500, "website")
                .that(WebAddress.isValid(details.website()), "website", Message.of("directory.error.website"))
                .that(
                        place == null || GeoPoint.isValid(place.latitude(), place.longitude()),
                        "place",
                        Message.of("directory.error.coordinates"))
                .orThrow();
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

    /** What a cluster's settings hold; the presentation is Markdown. */
    public record Details(
            String name,
            ClusterKind kind,
            String territory,
            String specialisation,
            String town,
            @Nullable GeoPoint place,
            String presentation,
            String website,
            boolean isPublic) {}
}
