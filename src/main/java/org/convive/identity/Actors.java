package org.convive.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns "this person, in this cluster" into an {@link Actor}; the one gate between clusters. */
@Component
public class Actors {
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;

    Actors(JdbcClient jdbc, CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
    }

    /**
     * The current user in the cluster with this slug.
     *
     * @throws NotFoundException when there is no such cluster, or the person does not belong to it: who is outside
     *     does not learn what is inside
     */
    public Actor in(String slug) {
        SignedIn user = currentUser.require();
        return find(user.personId(), "c.slug = ?", slug, user.isAdmin())
                .orElseThrow(() -> new NotFoundException("cluster"));
    }

    /** Whether whoever looks belongs to the cluster with this slug; nobody who has not signed in does. */
    public boolean areIn(String slug) {
        return currentUser
                .find()
                .flatMap(user -> find(user.personId(), "c.slug = ?", slug, user.isAdmin()))
                .isPresent();
    }

    /** A given member in a given cluster, for work done on their behalf (feeds, mails, demo data). */
    public Optional<Actor> member(PersonId person, ClusterId cluster) {
        return find(person, "c.id = ?", cluster.value(), false);
    }

    private Optional<Actor> find(PersonId person, String where, Object cluster, boolean admin) {
        return jdbc.sql("""
                        SELECT p.id AS person_id, p.name, p.email, p.language, c.id AS cluster_id, c.slug,
                               c.name AS cluster_name, c.time_zone, m.organisation_id, o.name AS organisation_name,
                               m.role
                        FROM cluster c
                        JOIN person p ON p.id = ?
                        LEFT JOIN membership m ON m.cluster_id = c.id AND m.person_id = p.id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        WHERE\s""" + where)
                .params(person.value(), cluster)
                .query((row, n) -> actor(row, admin))
                .optional()
                .filter(actor -> actor.role() != null)
                .map(Candidate::toActor);
    }

    private static Candidate actor(ResultSet row, boolean admin) throws SQLException {
        String role = row.getString("role");
        long organisation = row.getLong("organisation_id");
        return new Candidate(
                new PersonId(row.getLong("person_id")),
                row.getString("name"),
                new EmailAddress(row.getString("email")),
                new ClusterId(row.getLong("cluster_id")),
                row.getString("slug"),
                row.getString("cluster_name"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("language"),
                organisation == 0 ? null : new OrganisationId(organisation),
                row.getString("organisation_name"),
                admin ? Role.ANIMATOR : role == null ? null : Role.valueOf(role));
    }

    private record Candidate(
            PersonId person,
            String name,
            EmailAddress email,
            ClusterId cluster,
            String slug,
            String clusterName,
            ZoneId zone,
            @Nullable String language,
            @Nullable OrganisationId organisation,
            @Nullable String organisationName,
            @Nullable Role role) {

        Actor toActor() {
            Locale locale = language == null
                    ? Translations.nearest(LocaleContextHolder.getLocale())
                    : Translations.nearest(Locale.of(language));
            return new Actor(
                    person,
                    name,
                    email,
                    cluster,
                    slug,
                    clusterName,
                    zone,
                    locale,
                    organisation,
                    organisationName,
                    role == null ? Role.MEMBER : role);
        }
    }
}
