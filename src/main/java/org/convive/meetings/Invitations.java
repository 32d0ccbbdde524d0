package org.convive.meetings;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps whom a meeting is for. */
@Repository
class Invitations {
    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to those invited; nobody is ever uninvited. */
    void add(MeetingId id, Invited invited) {
        if (invited.everyone()) {
            jdbc.sql("UPDATE meeting SET everyone = TRUE WHERE id = ?")
                    .param(id.value())
                    .update();
        }
        invited.organisations()
                .forEach(organisation -> jdbc.sql(
                                "INSERT IGNORE INTO meeting_invited_organisation (meeting_id, organisation_id) VALUES (?, ?)")
                        .params(id.value(), organisation.value())
                        .update());
        invited.groups()
                .forEach(group -> jdbc.sql(
                                "INSERT IGNORE INTO meeting_invited_group (meeting_id, group_id) VALUES (?, ?)")
                        .params(id.value(), group)
                        .update());
        if (!invited.competences().isEmpty()) {
            jdbc.sql("""
                            INSERT IGNORE INTO meeting_invited_competence (meeting_id, competence_id)
                            SELECT t.id, c.id FROM meeting t JOIN competence c ON c.cluster_id = t.cluster_id
                            WHERE t.id = :meeting AND c.name IN (:names)""")
                    .param("meeting", id.value())
                    .param("names", invited.competences())
                    .update();
        }
        invited.people()
                .forEach(person -> jdbc.sql(
                                "INSERT IGNORE INTO meeting_invited_person (meeting_id, person_id) VALUES (?, ?)")
                        .params(id.value(), person.value())
                        .update());
    }

    /** Whom a meeting is for; one statement. */
    Invited of(MeetingId id) {
        Map<String, List<String>> found = jdbc
                .sql("""
                        SELECT 'organisation' AS kind, organisation_id AS value FROM meeting_invited_organisation
                        WHERE meeting_id = :id
                        UNION ALL SELECT 'person', person_id FROM meeting_invited_person WHERE meeting_id = :id
                        UNION ALL SELECT 'group', group_id FROM meeting_invited_group WHERE meeting_id = :id
                        UNION ALL SELECT 'competence', c.name FROM meeting_invited_competence i
                                  JOIN competence c ON c.id = i.competence_id WHERE i.meeting_id = :id
                        UNION ALL SELECT 'everyone', id FROM meeting WHERE id = :id AND everyone""")
                .param("id", id.value())
                .query((row, n) -> Map.entry(row.getString("kind"), row.getString("value")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Invited(
                found.containsKey("everyone"),
                all(found, "organisation", text -> new OrganisationId(Long.parseLong(text))),
                all(found, "person", text -> new PersonId(Long.parseLong(text))),
                all(found, "group", Long::valueOf),
                all(found, "competence", name -> name));
    }

    /** Who hosts a meeting, by name. */
    List<MeetingPage.Person> hosts(MeetingId id) {
        return jdbc.sql("""
                        SELECT p.id, p.name FROM meeting_host h JOIN person p ON p.id = h.person_id
                        WHERE h.meeting_id = ? ORDER BY p.name, p.id""")
                .param(id.value())
                .query((row, n) -> new MeetingPage.Person(new PersonId(row.getLong("id")), row.getString("name")))
                .list();
    }

    private static <T> Set<T> all(Map<String, List<String>> found, String kind, Function<String, T> as) {
        return found.getOrDefault(kind, List.of()).stream().map(as).collect(Collectors.toSet());
    }

    /** @throws NotFoundException when any of these is not of the cluster */
    void requireHere(ClusterId cluster, MeetingDraft draft) {
        Set<PersonId> people = new HashSet<>(draft.hosts());
        people.addAll(draft.invited().people());
        requireHere(cluster, draft.invited().and(new Invited(false, Set.of(), people)));
        SiteId site = draft.place().site();
        if (site != null) {
            requireAll(cluster, "site", "id", Set.of(site.value()));
        }
    }

    /** @throws NotFoundException when any of these is not of the cluster */
    void requireHere(ClusterId cluster, Invited invited) {
        requireAll(
                cluster,
                "organisation",
                "id",
                invited.organisations().stream().map(OrganisationId::value).toList());
        requireAll(
                cluster,
                "membership",
                "person_id",
                invited.people().stream().map(PersonId::value).toList());
        requireAll(cluster, "people_group", "id", invited.groups());
        requireAll(cluster, "competence", "name", invited.competences());
    }

    private void requireAll(ClusterId cluster, String table, String column, Collection<?> ids) {
        if (ids.isEmpty()) {
            return;
        }
        int found = jdbc.sql(
                        "SELECT COUNT(*) FROM %s WHERE cluster_id = :cluster AND %s IN (:ids)".formatted(table, column))
                .param("cluster", cluster.value())
                .param("ids", ids)
                .query(Integer.class)
                .single();
        if (found != ids.size()) {
            throw new NotFoundException(table);
        }
    }
}
