package org.convive.means;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.convive.uikit.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shared means as cards of a newsletter: what it is, whose, where and at what price. */
@Component
class MeansBlocks implements BlockSource {
    private static final int CHOICES = 20;

    private final JdbcClient jdbc;
    private final Translations translations;

    MeansBlocks(JdbcClient jdbc, Translations translations) {
        this.jdbc = jdbc;
        this.translations = translations;
    }

    @Override
    public Kind kind() {
        return Kind.MEANS;
    }

    @Override
    public List<Choice> search(Actor actor, String text) {
        String like = "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return jdbc.sql("""
                        SELECT m.id, m.name, o.name AS owner FROM means m
                        JOIN organisation o ON o.id = m.organisation_id
                        WHERE m.cluster_id = ? AND NOT m.withdrawn AND m.name LIKE ? ESCAPE '!'
                        ORDER BY m.created_at DESC, m.id DESC LIMIT ?""")
                .params(actor.cluster().value(), like, CHOICES)
                .query((row, n) -> new Choice(row.getLong("id"), row.getString("name"), row.getString("owner")))
                .list();
    }

    @Override
    public Optional<Card> render(ClusterId cluster, long id, Locale locale) {
        return jdbc.sql("""
                        SELECT m.id, m.name, m.kind, m.place, m.price, o.name AS owner, c.slug FROM means m
                        JOIN organisation o ON o.id = m.organisation_id
                        JOIN cluster c ON c.id = m.cluster_id
                        WHERE m.cluster_id = ? AND m.id = ? AND NOT m.withdrawn""")
                .params(cluster.value(), id)
                .query((row, n) -> new Card(
                        row.getString("name"),
                        Stream.of(
                                        translations.text(locale, "means.kind.one." + row.getString("kind")),
                                        row.getString("owner"),
                                        row.getString("place"),
                                        row.getString("price"))
                                .filter(line -> !line.isBlank())
                                .toList(),
                        "c/" + row.getString("slug") + "/means/" + row.getLong("id")))
                .optional();
    }

    /** What is shared since, and what somebody gave back and is free again. */
    @Override
    public List<Candidate> candidates(ClusterId cluster, Period period) {
        return jdbc.sql("""
                        SELECT m.id, m.name, o.name AS owner, c.slug, m.time_zone, m.created_at AS at,
                               NULL AS starts_at, NULL AS ends_at
                        FROM means m JOIN organisation o ON o.id = m.organisation_id JOIN cluster c ON c.id = m.cluster_id
                        WHERE m.cluster_id = ? AND NOT m.withdrawn AND m.created_at >= ? AND m.created_at < ?
                        UNION ALL
                        SELECT m.id, m.name, o.name, c.slug, m.time_zone, b.changed_at, MIN(b.starts_at), MIN(b.ends_at)
                        FROM means m JOIN organisation o ON o.id = m.organisation_id JOIN cluster c ON c.id = m.cluster_id
                        JOIN booking b ON b.means_id = m.id AND b.ends_at >= ? AND b.status = 'CANCELLED'
                        WHERE m.cluster_id = ? AND NOT m.withdrawn AND m.created_at < ? AND b.changed_at >= ?
                          AND b.starts_at >= ? AND b.starts_at < ?
                          AND NOT EXISTS (SELECT 1 FROM booking n WHERE n.means_id = m.id AND n.ends_at > b.starts_at
                              AND n.starts_at < b.ends_at AND n.status NOT IN ('CANCELLED', 'REFUSED', 'EXPIRED'))
                        GROUP BY m.id LIMIT 30""")
                .params(
                        cluster.value(),
                        Utc.column(period.since()),
                        Utc.column(period.now()),
                        Utc.column(period.now()),
                        cluster.value(),
                        Utc.column(period.since()),
                        Utc.column(period.since()),
                        Utc.column(period.now()),
                        Utc.column(period.until()))
                .query((row, n) -> {
                    String name = row.getString("name");
                    String owner = row.getString("owner");
                    ZoneId zone = ZoneId.of(row.getString("time_zone"));
                    LocalDateTime starts = row.getObject("starts_at", LocalDateTime.class);
                    LocalDateTime ends = row.getObject("ends_at", LocalDateTime.class);
                    return new Candidate(
                            starts == null ? Topic.MEANS : Topic.OPEN,
                            Kind.MEANS,
                            row.getLong("id"),
                            Utc.moment(row.getObject("at", LocalDateTime.class)),
                            name,
                            locale -> starts == null || ends == null
                                    ? translations.text(locale, "means.letter.new", name, owner)
                                    : translations.text(
                                            locale,
                                            "means.letter.freed",
                                            name,
                                            Dates.of(locale, zone).range(Utc.moment(starts), Utc.moment(ends))),
                            "c/" + row.getString("slug") + "/means/" + row.getLong("id"),
                            starts == null ? 50 : 30);
                })
                .list();
    }
}
