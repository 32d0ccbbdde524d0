package org.convive.newsletter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations as cards of an issue. */
@Component
class OrganisationSource implements BlockSource {
    private final DirectoryQueries directory;
    private final JdbcClient jdbc;
    private final Translations texts;

    OrganisationSource(DirectoryQueries directory, JdbcClient jdbc, Translations texts) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.texts = texts;
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

    /** Organisations that joined since. */
    @Override
    public List<Candidate> candidates(ClusterId cluster, Period period) {
        return jdbc.sql("""
                        SELECT o.id, o.name, o.trade, o.since, COALESCE(s.town, '') AS town, c.slug
                        FROM organisation o JOIN cluster c ON c.id = o.cluster_id
                        LEFT JOIN site s ON s.organisation_id = o.id AND s.is_main
                        WHERE o.cluster_id = ? AND o.since >= ? AND o.since < ? ORDER BY o.since DESC LIMIT 30""")
                .params(cluster.value(), Utc.column(period.since()), Utc.column(period.now()))
                .query((row, n) -> {
                    String name = row.getString("name");
                    String trade = row.getString("trade");
                    String town = row.getString("town");
                    return new Candidate(
                            Topic.WELCOME,
                            Kind.ORGANISATION,
                            row.getLong("id"),
                            Utc.moment(row.getObject("since", java.time.LocalDateTime.class)),
                            name,
                            locale -> texts.text(
                                    locale,
                                    trade.isBlank()
                                            ? "newsletter.draft.organisation"
                                            : town.isBlank()
                                                    ? "newsletter.draft.organisation-trade"
                                                    : "newsletter.draft.organisation-town",
                                    name,
                                    trade,
                                    town),
                            "c/" + row.getString("slug") + "/organisations/" + row.getLong("id"),
                            60);
                })
                .list();
    }
}
