package org.convive.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads about clusters: what the world may see of those that wish it, and the reference entries. */
@Service
public class ClusterQueries {
    private static final String CLUSTERS = """
            SELECT c.slug, c.name, c.kind, c.country, c.town, c.latitude, c.longitude, c.specialisation, c.territory,
                   (SELECT COUNT(*) FROM organisation o WHERE o.cluster_id = c.id) AS organisations
            FROM cluster c
            """;

    private final JdbcClient jdbc;

    ClusterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clusters that have a public page, by country and name. */
    public List<ClusterCard> publicClusters() {
        return jdbc.sql(CLUSTERS + "WHERE c.is_public ORDER BY c.country, c.name")
                .query(ClusterQueries::card)
                .list();
    }

    /** The public page of a cluster, if it wants one. */
    @Transactional(readOnly = true)
    public Optional<PublicPage> publicPage(String slug) {
        return jdbc.sql(CLUSTERS + "WHERE c.is_public AND c.slug = ?")
                .param(slug)
                .query(ClusterQueries::card)
                .optional()
                .map(this::page);
    }

    /** A cluster somebody asks to join: whoever was told its address may know its name. */
    public Optional<ClusterCard> named(String slug) {
        return jdbc.sql(CLUSTERS + "WHERE c.slug = ?")
                .param(slug)
                .query(ClusterQueries::card)
                .optional();
    }

    /** What the animators' settings show. */
    public Settings settings(Actor animator) {
        animator.requireAnimator();
        return jdbc.sql("""
                        SELECT name, kind, territory, specialisation, town, latitude, longitude, presentation, website,
                               is_public, version
                        FROM cluster WHERE id = ?""")
                .param(animator.cluster().value())
                .query((row, n) -> new Settings(
                        new Clusters.Details(
                                row.getString("name"),
                                ClusterKind.valueOf(row.getString("kind")),
                                row.getString("territory"),
                                row.getString("specialisation"),
                                row.getString("town"),
                                place(row),
                                row.getString("presentation"),
                                row.getString("website"),
                                row.getBoolean("is_public")),
                        row.getInt("version")))
                .optional()
                .orElseThrow(() -> new NotFoundException("cluster"));
    }

    /** Clusters known from public sources, which do not use the portal. */
    public List<Reference> references() {
        return jdbc.sql("""
                        SELECT country, name, kind, town, latitude, longitude, specialisation FROM reference_cluster
                        ORDER BY country, name""")
                .query((row, n) -> new Reference(
                        row.getString("country"),
                        row.getString("name"),
                        ClusterKind.valueOf(row.getString("kind")),
                        row.getString("town"),
                        new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")),
                        row.getString("specialisation")))
                .list();
    }

    /** How many clusters each country had identified in 2002. */
    public List<Count> counts2002() {
        return jdbc.sql("SELECT country, kind, identified FROM reference_count ORDER BY country, kind")
                .query((row, n) -> new Count(row.getString("country"), row.getString("kind"), row.getInt("identified")))
                .list();
    }

    private PublicPage page(ClusterCard card) {
        List<PublicOrganisation> organisations = jdbc.sql("""
                        SELECT o.id, o.name, o.kind, o.trade, o.picture_id, COALESCE(s.town, '') AS town
                        FROM organisation o
                        JOIN cluster c ON c.id = o.cluster_id
                        LEFT JOIN site s ON s.organisation_id = o.id AND s.is_main
                        WHERE c.slug = ? ORDER BY o.name""")
                .param(card.slug())
                .query((row, n) -> new PublicOrganisation(
                        new OrganisationId(row.getLong("id")),
                        row.getString("name"),
                        OrganisationKind.valueOf(row.getString("kind")),
                        row.getString("trade"),
                        row.getString("town"),
                        row.getObject("picture_id", Long.class)))
                .list();
        return jdbc.sql("""
                        SELECT c.presentation, c.website,
                               (SELECT COALESCE(SUM(o.headcount), 0) FROM organisation o WHERE o.cluster_id = c.id) AS jobs
                        FROM cluster c WHERE c.slug = ?""")
                .param(card.slug())
                .query((row, n) -> new PublicPage(
                        card,
                        row.getString("presentation"),
                        row.getString("website"),
                        row.getLong("jobs"),
                        organisations))
                .single();
    }

    private static ClusterCard card(ResultSet row, int number) throws SQLException {
        return new ClusterCard(
                row.getString("slug"),
                row.getString("name"),
                ClusterKind.valueOf(row.getString("kind")),
                row.getString("country"),
                row.getString("town"),
                place(row),
                row.getString("territory"),
                row.getString("specialisation"),
                row.getInt("organisations"));
    }

    private static @Nullable GeoPoint place(ResultSet row) throws SQLException {
        return GeoPoint.of(row.getObject("latitude", Double.class), row.getObject("longitude", Double.class));
    }

    /** A cluster of the portal as lists and maps show it. */
    public record ClusterCard(
            String slug,
            String name,
            ClusterKind kind,
            String country,
            String town,
            @Nullable GeoPoint place,
            String territory,
            String specialisation,
            int organisations) {}

    /** What everybody may see of a cluster: its organisations, none of its people. */
    public record PublicPage(
            ClusterCard cluster,
            String presentation,
            String website,
            long jobs,
            List<PublicOrganisation> organisations) {}

    /** An organisation on a public page. */
    public record PublicOrganisation(
            OrganisationId id,
            String name,
            OrganisationKind kind,
            String trade,
            String town,
            @Nullable Long picture) {}

    /** What an animator edits, and the version they read. */
    public record Settings(Clusters.Details details, int version) {}

    /** A cluster from a public source. */
    public record Reference(
            String country, String name, ClusterKind kind, String town, GeoPoint place, String specialisation) {}

    /** Clusters identified in a country; the kind is the source's English word. */
    public record Count(String country, String kind, int identified) {}
}
