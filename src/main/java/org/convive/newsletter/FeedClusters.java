package org.convive.newsletter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actors;
import org.convive.identity.SignedLinks;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose letters an address without sign-in may show: a cluster that publishes them, or a member's own address. */
@Component
class FeedClusters {
    private final JdbcClient jdbc;
    private final SignedLinks links;
    private final Actors actors;

    FeedClusters(JdbcClient jdbc, SignedLinks links, Actors actors) {
        this.jdbc = jdbc;
        this.links = links;
        this.actors = actors;
    }

    /** @param name the cluster's name in addresses, or a member's token */
    Optional<Source> find(String name) {
        return open(name).or(() -> member(name));
    }

    /** A cluster that has a public page and wants everybody to read its letters. */
    Optional<Source> open(String slug) {
        return cluster("c.slug = ? AND c.is_public AND l.public_archive", slug, true);
    }

    /** A member's own address works as long as they are a member. */
    private Optional<Source> member(String token) {
        return links.good(Purposes.FEED, token)
                .flatMap(good -> actors.member(new PersonId(good.payloadId()), new ClusterId(good.subjectId())))
                .flatMap(member ->
                        cluster("c.id = ?", member.cluster().value(), false).map(source -> source.in(member.locale())));
    }

    private Optional<Source> cluster(String where, Object value, boolean everybody) {
        return jdbc.sql("""
                        SELECT c.id, c.slug, c.name, c.country, c.created_at FROM cluster c
                        LEFT JOIN newsletter_look l ON l.cluster_id = c.id WHERE\s""" + where)
                .param(value)
                .query((row, n) -> new Source(
                        new ClusterId(row.getLong("id")),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("country").equals("FR") ? Locale.FRENCH : Locale.ENGLISH,
                        Utc.moment(Objects.requireNonNull(row.getObject("created_at", LocalDateTime.class))),
                        everybody))
                .optional();
    }

    /**
     * Where letters come from.
     *
     * @param locale the language of what stands around them, and of the edition where there are two
     * @param everybody whether who is no member reads it
     */
    record Source(ClusterId id, String slug, String name, Locale locale, Instant since, boolean everybody) {
        Source in(Locale language) {
            return new Source(id, slug, name, language, since, everybody);
        }
    }
}
