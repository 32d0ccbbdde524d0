package org.convive.means;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
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
                                        translations.text(locale, "means.kind." + row.getString("kind")),
                                        row.getString("owner"),
                                        row.getString("place"),
                                        row.getString("price"))
                                .filter(line -> !line.isBlank())
                                .toList(),
                        "c/" + row.getString("slug") + "/means/" + row.getLong("id")))
                .optional();
    }
}
