package org.convive.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.SignedIn;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each person wants to be told, and how: a kind of notice at a time, the same in every cluster. */
@Service
public class Choices {
    private final JdbcClient jdbc;
    private final List<NoticeKinds> groups;

    Choices(JdbcClient jdbc, ObjectProvider<NoticeKinds> groups) {
        this.jdbc = jdbc;
        this.groups = groups.orderedStream().toList();
    }

    /** One kind of notice and what the person wants of it. */
    public record Choice(NoticeKind kind, boolean inPortal, boolean byMail) {
        public boolean wants(Way way) {
            return way == Way.MAIL ? byMail : inPortal;
        }
    }

    /** A feature's kinds. */
    public record Group(String titleKey, List<Choice> choices) {}

    /** All kinds with the person's own choices, feature by feature. */
    public List<Group> of(SignedIn person) {
        Map<String, boolean[]> made = made(person.personId());
        var all = new ArrayList<Group>();
        groups.forEach(group -> all.add(new Group(
                group.group(),
                group.kinds().stream().map(kind -> choice(kind, made)).toList())));
        return all;
    }

    /** The kind of this key that a feature declares. */
    public Optional<NoticeKind> kind(String key) {
        return groups.stream()
                .flatMap(group -> group.kinds().stream())
                .filter(kind -> kind.key().equals(key))
                .findFirst();
    }

    /** @throws NotFoundException when no feature declares such a kind */
    public void choose(SignedIn person, String kind, Way way, boolean wanted) {
        choose(person.personId(), kind, way, wanted);
    }

    @Transactional
    void choose(PersonId person, String key, Way way, boolean wanted) {
        NoticeKind kind = kind(key).orElseThrow(() -> new NotFoundException("kind of notice"));
        Choice now = choice(kind, made(person));
        boolean portal = way == Way.PORTAL ? wanted : now.inPortal();
        boolean mail = way == Way.MAIL ? wanted : now.byMail();
        jdbc.sql("""
                        INSERT INTO notice_choice (person_id, kind, in_portal, by_mail) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE in_portal = VALUES(in_portal), by_mail = VALUES(by_mail)""").params(person.value(), key, portal, mail).update();
    }

    /** Whether the person wants this kind that way. */
    public boolean wants(PersonId person, NoticeKind kind, Way way) {
        return wanting(List.of(person), kind, way).contains(person);
    }

    /** Those among the people who want this kind that way: for features that write letters of their own. */
    public Set<PersonId> wanting(Collection<PersonId> people, NoticeKind kind, Way way) {
        if (people.isEmpty()) {
            return Set.of();
        }
        String column = way == Way.MAIL ? "by_mail" : "in_portal";
        Map<Long, Boolean> made = jdbc
                .sql("SELECT person_id, " + column + " AS wanted FROM notice_choice WHERE kind = :kind"
                        + " AND person_id IN (:people)")
                .param("kind", kind.key())
                .param("people", people.stream().map(PersonId::value).toList())
                .query((row, n) -> Map.entry(row.getLong("person_id"), row.getBoolean("wanted")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean usual = way == Way.MAIL ? kind.byMail() : kind.inPortal();
        Set<PersonId> wanting = new HashSet<>();
        people.forEach(person -> {
            if (made.getOrDefault(person.value(), usual)) {
                wanting.add(person);
            }
        });
        return wanting;
    }

    private Map<String, boolean[]> made(PersonId person) {
        var made = new LinkedHashMap<String, boolean[]>();
        jdbc.sql("SELECT kind, in_portal, by_mail FROM notice_choice WHERE person_id = ?")
                .param(person.value())
                .query(row -> {
                    made.put(
                            row.getString("kind"),
                            new boolean[] {row.getBoolean("in_portal"), row.getBoolean("by_mail")});
                });
        return made;
    }

    private static Choice choice(NoticeKind kind, Map<String, boolean[]> made) {
        boolean[] own = made.get(kind.key());
        return own == null ? new Choice(kind, kind.inPortal(), kind.byMail()) : new Choice(kind, own[0], own[1]);
    }
}
