package org.convive.newsletter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members as portraits in an issue; only among members, never on public pages. */
@Component
class PersonSource implements BlockSource {
    private static final int CHOICES = 20;

    private final JdbcClient jdbc;
    private final Translations texts;

    PersonSource(JdbcClient jdbc, Translations texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public Kind kind() {
        return Kind.PERSON;
    }

    @Override
    public List<Choice> search(Actor actor, String text) {
        String like = "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return jdbc.sql("""
                        SELECT p.id, p.name, COALESCE(o.name, '') AS organisation FROM membership m
                        JOIN person p ON p.id = m.person_id LEFT JOIN organisation o ON o.id = m.organisation_id
                        WHERE m.cluster_id = ? AND p.name LIKE ? ESCAPE '!' ORDER BY m.since DESC, p.name LIMIT ?""")
                .params(actor.cluster().value(), like, CHOICES)
                .query((row, n) -> new Choice(row.getLong("id"), row.getString("name"), row.getString("organisation")))
                .list();
    }

    @Override
    public Optional<Card> render(ClusterId cluster, long id, Locale locale) {
        return jdbc.sql("""
                        SELECT p.name, p.title, p.picture_id, COALESCE(o.name, '') AS organisation, c.slug
                        FROM membership m JOIN person p ON p.id = m.person_id JOIN cluster c ON c.id = m.cluster_id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        WHERE m.cluster_id = ? AND p.id = ?""")
                .params(cluster.value(), id)
                .query((row, n) -> new Card(
                        row.getString("name"),
                        Stream.of(row.getString("title"), row.getString("organisation"))
                                .filter(line -> !line.isBlank())
                                .toList(),
                        "c/" + row.getString("slug") + "/people/" + id,
                        row.getObject("picture_id", Long.class)))
                .optional();
    }

    /** Who joined since, of organisations that were there before: new organisations are told by themselves. */
    @Override
    public List<Candidate> candidates(ClusterId cluster, Period period) {
        return jdbc.sql("""
                        SELECT p.id, p.name, p.title, m.since, COALESCE(o.name, '') AS organisation, c.slug
                        FROM membership m JOIN person p ON p.id = m.person_id JOIN cluster c ON c.id = m.cluster_id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        WHERE m.cluster_id = ? AND m.since >= ? AND m.since < ? AND (o.id IS NULL OR o.since < ?)
                        ORDER BY m.since DESC LIMIT 30""")
                .params(
                        cluster.value(),
                        Utc.column(period.since()),
                        Utc.column(period.now()),
                        Utc.column(period.since()))
                .query((row, n) -> {
                    String name = row.getString("name");
                    String organisation = row.getString("organisation");
                    return new Candidate(
                            Topic.WELCOME,
                            Kind.PERSON,
                            row.getLong("id"),
                            Utc.moment(row.getObject("since", java.time.LocalDateTime.class)),
                            name,
                            locale -> texts.text(
                                    locale,
                                    organisation.isEmpty() ? "newsletter.draft.person" : "newsletter.draft.person-of",
                                    name,
                                    organisation),
                            "c/" + row.getString("slug") + "/people/" + row.getLong("id"),
                            20);
                })
                .list();
    }
}
