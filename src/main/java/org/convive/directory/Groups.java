package org.convive.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Named groups of people, kept by the animators; every member sees them and may invite them. */
@Service
public class Groups {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Groups(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** All groups of the actor's cluster, by name. One statement. */
    public List<GroupCard> list(Actor actor) {
        return jdbc.sql("""
                        SELECT g.id, g.name, g.version,
                               (SELECT GROUP_CONCAT(m.person_id) FROM people_group_member m
                                JOIN membership s ON s.cluster_id = g.cluster_id AND s.person_id = m.person_id
                                WHERE m.group_id = g.id) AS people
                        FROM people_group g WHERE g.cluster_id = ? ORDER BY g.name""")
                .param(actor.cluster().value())
                .query((row, n) -> new GroupCard(
                        row.getLong("id"),
                        row.getString("name"),
                        people(row.getString("people")),
                        row.getInt("version")))
                .list();
    }

    private static Set<PersonId> people(@Nullable String ids) {
        return ids == null
                ? Set.of()
                : Arrays.stream(ids.split(",", -1))
                        .map(id -> new PersonId(Long.parseLong(id)))
                        .collect(Collectors.toSet());
    }

    /**
     * Begins a group, or changes one. An animator's deed.
     *
     * @param known the group as the animator saw it; null for a new one
     * @throws InvalidInput for {@code name}
     * @throws NotFoundException when the group or one of the people is not of the cluster
     * @throws StaleEdit when somebody else changed it meanwhile
     */
    @Transactional
    public long keep(Actor animator, @Nullable GroupCard known, String name, Set<PersonId> people) {
        animator.requireAnimator();
        InvalidInput.check()
                .required(name, 100, "name")
                .that(
                        known != null || list(animator).size() < MOST,
                        "name",
                        Message.of("directory.groups.error.too-many", MOST))
                .orThrow();
        requireHere(animator, people);
        long id = write(animator, known, name.strip());
        jdbc.sql("DELETE FROM people_group_member WHERE group_id = ?").param(id).update();
        people.forEach(person -> jdbc.sql("INSERT INTO people_group_member (group_id, person_id) VALUES (?, ?)")
                .params(id, person.value())
                .update());
        audit.record(animator, "group.kept", "group:" + id, name.strip() + ", " + people.size());
        return id;
    }

    private long write(Actor animator, @Nullable GroupCard known, String name) {
        try {
            if (known == null) {
                var key = new GeneratedKeyHolder();
                jdbc.sql("INSERT INTO people_group (cluster_id, name) VALUES (?, ?)")
                        .params(animator.cluster().value(), name)
                        .update(key, "id");
                return Objects.requireNonNull(key.getKey()).longValue();
            }
            require(animator, known.id());
            int changed = jdbc.sql(
                            "UPDATE people_group SET name = ?, version = version + 1 WHERE id = ? AND version = ?")
                    .params(name, known.id(), known.version())
                    .update();
            if (changed == 0) {
                throw new StaleEdit("group");
            }
            return known.id();
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("name", Message.of("directory.groups.error.name"));
        }
    }

    /** Ends a group; who was invited through it to a meeting and answered stays invited. An animator's deed. */
    @Transactional
    public void end(Actor animator, long id) {
        animator.requireAnimator();
        require(animator, id);
        jdbc.sql("DELETE FROM people_group WHERE id = ?").param(id).update();
        audit.record(animator, "group.ended", "group:" + id, "");
    }

    private void require(Actor actor, long id) {
        boolean here = jdbc.sql("SELECT COUNT(*) FROM people_group WHERE id = ? AND cluster_id = ?")
                .params(id, actor.cluster().value())
                .query(Boolean.class)
                .single();
        if (!here) {
            throw new NotFoundException("group");
        }
    }

    private void requireHere(Actor actor, Set<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        int found = jdbc.sql("SELECT COUNT(*) FROM membership WHERE cluster_id = :cluster AND person_id IN (:people)")
                .param("cluster", actor.cluster().value())
                .param("people", people.stream().map(PersonId::value).toList())
                .query(Integer.class)
                .single();
        if (found != people.size()) {
            throw new NotFoundException("person");
        }
    }
}
