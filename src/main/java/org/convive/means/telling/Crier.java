package org.convive.means.telling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.convive.notices.Notice;
import org.convive.notices.NoticeKind;
import org.convive.notices.Notices;
import org.convive.shared.ClusterId;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the people of a company, and people by name, about means; never the one who did it. */
@Component
public class Crier {
    private final Notices notices;
    private final JdbcClient jdbc;

    Crier(Notices notices, JdbcClient jdbc) {
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** A company's managers in a cluster; all its members where it has no manager. */
    public List<PersonId> voices(ClusterId cluster, OrganisationId organisation) {
        var managers = new ArrayList<PersonId>();
        var others = new ArrayList<PersonId>();
        jdbc.sql(
                        "SELECT person_id, role FROM membership WHERE cluster_id = ? AND organisation_id = ? ORDER BY person_id")
                .params(cluster.value(), organisation.value())
                .query(row -> {
                    var person = new PersonId(row.getLong("person_id"));
                    (row.getString("role").equals("MANAGER") ? managers : others).add(person);
                });
        return managers.isEmpty() ? others : managers;
    }

    /** Who looks after a cluster. */
    List<PersonId> animators(ClusterId cluster) {
        return jdbc.sql("SELECT person_id FROM membership WHERE cluster_id = ? AND role = 'ANIMATOR'")
                .param(cluster.value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list();
    }

    /**
     * @param but who did it and need not be told; null for nobody
     * @param finish adds words, a key, a calendar part
     */
    public void tell(
            ClusterId cluster,
            Collection<PersonId> people,
            @Nullable PersonId but,
            NoticeKind kind,
            Message title,
            String href,
            UnaryOperator<Notice> finish) {
        Set<PersonId> told = new HashSet<>(people);
        if (but != null) {
            told.remove(but);
        }
        notices.tell(told.stream()
                .map(person -> finish.apply(Notice.of(cluster, person, kind, title, href)))
                .toList());
    }
}
