package org.convive.newsletter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations as cards of an issue. */
@Component
class OrganisationSource implements BlockSource {
    private final DirectoryQueries directory;
    private final JdbcClient jdbc;

    OrganisationSource(DirectoryQueries directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.ORGANISATION;
    }

    @Override
    public List<Choice> search(Actor actor, String text) {
        return directory.search(actor, new DirectoryQueries.Search(text, null, "", "")).stream()
                .limit(20)
                .map(card -> new Choice(card.id().value(), card.name(), card.town()))
                .toList();
    }

    @Override
    public Optional<Card> render(ClusterId cluster, long id, Locale locale) {
        return jdbc.sql("""
                        SELECT o.name, o.trade, COALESCE(s.town, '') AS town, c.slug
                        FROM organisation o JOIN cluster c ON c.id = o.cluster_id
                        LEFT JOIN site s ON s.organisation_id = o.id AND s.is_main
                        WHERE o.id = ? AND o.cluster_id = ?""")
                .params(id, cluster.value())
                .query((row, n) -> new Card(
                        row.getString("name"),
                        Stream.of(row.getString("trade"), row.getString("town"))
                                .filter(line -> !line.isBlank())
                                .toList(),
                        "c/" + row.getString("slug") + "/organisations/" + id))
                .optional();
    }
}
