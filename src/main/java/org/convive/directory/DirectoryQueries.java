package org.convive.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.SiteId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads of the directory, each scoped by the actor's cluster. A list is one statement. */
@Service
public class DirectoryQueries {
    private static final String PEOPLE = """
            SELECT p.id, p.name, p.email, p.title, p.picture_id, p.language, m.role, m.organisation_id,
                   COALESCE(o.name, '') AS organisation_name
            FROM membership m
            JOIN person p ON p.id = m.person_id
            LEFT JOIN organisation o ON o.id = m.organisation_id
            WHERE m.cluster_id = ?
            """;

    private static final String ORGANISATIONS = """
            SELECT o.id, o.name, o.kind, o.trade, o.headcount, o.picture_id, s.town, s.latitude, s.longitude,
                   (SELECT GROUP_CONCAT(k.name ORDER BY k.name SEPARATOR '\u001e')
                    FROM organisation_competence ok JOIN competence k ON k.id = ok.competence_id
                    WHERE ok.organisation_id = o.id) AS competences,
                   (SELECT GROUP_CONCAT(CONCAT_WS('\u001f', p.id,
                           REGEXP_REPLACE(p.name, '[[:cntrl:]]', ''), p.picture_id)
                           ORDER BY p.name SEPARATOR '\u001e')
                    FROM membership m JOIN person p ON p.id = m.person_id
                    WHERE m.organisation_id = o.id) AS faces
            FROM organisation o
            LEFT JOIN site s ON s.organisation_id = o.id AND s.is_main
            WHERE o.cluster_id = ?
            """;

    private static final String SITES = """
            SELECT s.id, s.organisation_id, o.name AS organisation_name, s.name, s.town, s.address, s.latitude,
                   s.longitude, s.is_main, s.version
            FROM site s JOIN organisation o ON o.id = s.organisation_id
            WHERE s.cluster_id = ?
            """;

    private final JdbcClient jdbc;

    DirectoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody of the cluster, by name. */
    public List<PersonCard> people(Actor actor) {
        return jdbc.sql(PEOPLE + "ORDER BY p.name, p.id")
                .param(actor.cluster().value())
                .query(DirectoryRows::person)
                .list();
    }

    /** People whose name, title or organisation contain every word; accents and case do not matter. */
    public List<PersonCard> people(Actor actor, String text) {
        var where = new StringBuilder();
        List<Object> params = new ArrayList<>(List.of(actor.cluster().value()));
        for (String word : words(text)) {
            where.append("AND (p.name LIKE ? ESCAPE '!' OR p.title LIKE ? ESCAPE '!' OR p.about LIKE ? ESCAPE '!'"
                    + " OR o.name LIKE ? ESCAPE '!')\n");
            params.addAll(List.of(like(word), like(word), like(word), like(word)));
        }
        return jdbc.sql(PEOPLE + where + "ORDER BY p.name, p.id")
                .params(params)
                .query(DirectoryRows::person)
                .list();
    }

    /** The people of one organisation, by name. */
    public List<PersonCard> peopleOf(Actor actor, OrganisationId organisation) {
        return jdbc.sql(PEOPLE + "AND m.organisation_id = ? ORDER BY p.name, p.id")
                .params(actor.cluster().value(), organisation.value())
                .query(DirectoryRows::person)
                .list();
    }

    /** Who came last, the newest first. */
    public List<PersonCard> newMembers(Actor actor, int limit) {
        return jdbc.sql(PEOPLE + "ORDER BY m.since DESC, p.id DESC LIMIT ?")
                .params(actor.cluster().value(), limit)
                .query(DirectoryRows::person)
                .list();
    }

    /** One member of the cluster, with what they say of themself. */
    public PersonPage person(Actor actor, PersonId id) {
        PersonCard card = jdbc.sql(PEOPLE + "AND p.id = ?")
                .params(actor.cluster().value(), id.value())
                .query(DirectoryRows::person)
                .optional()
                .orElseThrow(() -> new NotFoundException("person"));
        return jdbc.sql("SELECT phone, about FROM person WHERE id = ?")
                .param(id.value())
                .query((row, n) -> new PersonPage(card, row.getString("phone"), row.getString("about")))
                .single();
    }

    /** Every organisation of the cluster, by name. */
    public List<OrganisationCard> organisations(Actor actor) {
        return search(actor, Search.ALL);
    }

    /** The organisations that fit, by name; accents and case do not matter. */
    public List<OrganisationCard> search(Actor actor, Search search) {
        var where = new StringBuilder();
        List<Object> params = new ArrayList<>(List.of(actor.cluster().value()));
        for (String word : words(search.text())) {
            where.append("""
                    AND (o.name LIKE ? ESCAPE '!' OR o.trade LIKE ? ESCAPE '!'
                         OR EXISTS (SELECT 1 FROM site t
                                    WHERE t.organisation_id = o.id AND t.town LIKE ? ESCAPE '!')
                         OR EXISTS (SELECT 1 FROM organisation_competence ok
                                    JOIN competence k ON k.id = ok.competence_id
                                    WHERE ok.organisation_id = o.id AND k.name LIKE ? ESCAPE '!'))
                    """);
            params.addAll(List.of(like(word), like(word), like(word), like(word)));
        }
        if (search.kind() != null) {
            where.append("AND o.kind = ?\n");
            params.add(search.kind().name());
        }
        if (!search.competence().isBlank()) {
            where.append("""
                    AND EXISTS (SELECT 1 FROM organisation_competence ok JOIN competence k ON k.id = ok.competence_id
                                WHERE ok.organisation_id = o.id AND k.name = ?)
                    """);
            params.add(search.competence().strip());
        }
        if (!search.town().isBlank()) {
            where.append("AND EXISTS (SELECT 1 FROM site t WHERE t.organisation_id = o.id AND t.town = ?)\n");
            params.add(search.town().strip());
        }
        return jdbc.sql(ORGANISATIONS + where + "ORDER BY o.name, o.id")
                .params(params)
                .query(DirectoryRows::organisation)
                .list();
    }

    /** What the page of an organisation shows, but for its people. */
    public OrganisationPage organisation(Actor actor, OrganisationId id) {
        OrganisationCard card = jdbc.sql(ORGANISATIONS + "AND o.id = ?")
                .params(actor.cluster().value(), id.value())
                .query(DirectoryRows::organisation)
                .optional()
                .orElseThrow(() -> new NotFoundException("organisation"));
        List<SiteCard> sites = jdbc.sql(SITES + "AND s.organisation_id = ? ORDER BY s.is_main DESC, s.name, s.id")
                .params(actor.cluster().value(), id.value())
                .query(DirectoryRows::site)
                .list();
        return jdbc.sql("SELECT presentation, website, version FROM organisation WHERE id = ?")
                .param(id.value())
                .query((row, n) -> new OrganisationPage(
                        card, row.getString("presentation"), row.getString("website"), sites, row.getInt("version")))
                .single();
    }

    /** Every site of the cluster, by organisation, the main one first. */
    public List<SiteCard> sites(Actor actor) {
        return jdbc.sql(SITES + "ORDER BY o.name, s.is_main DESC, s.name, s.id")
                .param(actor.cluster().value())
                .query(DirectoryRows::site)
                .list();
    }

    /** One site of the cluster. */
    public SiteCard site(Actor actor, SiteId id) {
        return jdbc.sql(SITES + "AND s.id = ?")
                .params(actor.cluster().value(), id.value())
                .query(DirectoryRows::site)
                .optional()
                .orElseThrow(() -> new NotFoundException("site"));
    }

    /** The competences known in the cluster, by name. */
    public List<Competence> competences(Actor actor) {
        return jdbc.sql("""
                        SELECT k.name, k.managed, COUNT(ok.organisation_id) AS organisations
                        FROM competence k LEFT JOIN organisation_competence ok ON ok.competence_id = k.id
                        WHERE k.cluster_id = ?
                        GROUP BY k.id ORDER BY k.name""")
                .param(actor.cluster().value())
                .query((row, n) ->
                        new Competence(row.getString("name"), row.getBoolean("managed"), row.getInt("organisations")))
                .list();
    }

    /** The trades of the cluster, the most frequent first. */
    public List<String> trades(Actor actor) {
        return jdbc.sql("""
                        SELECT MIN(trade) FROM organisation WHERE cluster_id = ? AND trade <> ''
                        GROUP BY trade ORDER BY COUNT(*) DESC, trade""").param(actor.cluster().value()).query(String.class).list();
    }

    /** At most eight words of what was typed; more would only slow the search down. */
    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,;]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .toList();
    }

    private static String like(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /**
     * What organisations are looked for.
     *
     * @param text words that name, trade, town or competence must contain
     * @param competence exactly one competence; empty for any
     * @param town exactly one town; empty for any
     */
    public record Search(String text, @Nullable OrganisationKind kind, String competence, String town) {
        public static final Search ALL = new Search("", null, "", "");
    }

    /** An organisation with what only its own page shows. */
    public record OrganisationPage(
            OrganisationCard card, String presentation, String website, List<SiteCard> sites, int version) {}

    /** A person with what only their own page shows. */
    public record PersonPage(PersonCard card, String phone, String about) {}

    /**
     * Something organisations can do.
     *
     * @param managed on the cluster's own list, not only typed by an organisation
     */
    public record Competence(String name, boolean managed, int organisations) {}
}
