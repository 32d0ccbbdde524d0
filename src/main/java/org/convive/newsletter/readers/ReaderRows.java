package org.convive.newsletter.readers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import org.convive.shared.Translations;
import org.convive.shared.Utc;

/** Members and outsiders of a cluster as rows of one kind. An outsider who became a member is a member. */
final class ReaderRows {
    /** Of the cluster {@code :cluster}; to be followed by WHERE. */
    static final String ALL = """
            SELECT * FROM (
              SELECT TRUE AS member, p.id, p.name, p.email, COALESCE(s.language, p.language, 'en') AS language,
                     COALESCE(s.frequency, 'EACH') AS frequency, COALESCE(s.topics, '') AS topics, m.organisation_id,
                     CASE WHEN COALESCE(s.subscribed, TRUE) THEN 'CONFIRMED' ELSE 'LEFT' END AS state, s.changed_at
              FROM membership m JOIN person p ON p.id = m.person_id
              LEFT JOIN newsletter_subscription s ON s.cluster_id = m.cluster_id AND s.person_id = m.person_id
              WHERE m.cluster_id = :cluster
              UNION ALL
              SELECT FALSE, o.id, o.name, o.email, o.language, o.frequency, o.topics, NULL, o.state, o.changed_at
              FROM newsletter_outsider o
              WHERE o.cluster_id = :cluster
                AND NOT EXISTS (SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
                                WHERE m.cluster_id = o.cluster_id AND p.email = o.email)
            ) AS readers\s""";

    private ReaderRows() {}

    static Reader reader(ResultSet row, int n) throws SQLException {
        LocalDateTime changed = row.getObject("changed_at", LocalDateTime.class);
        String state = row.getString("state");
        long organisation = row.getLong("organisation_id");
        boolean none = row.wasNull();
        Set<Topic> topics = Topic.read(row.getString("topics"));
        return new Reader(
                new ReaderId(row.getBoolean("member"), row.getLong("id")),
                row.getString("name"),
                row.getString("email"),
                new Preferences(
                        state.equals("CONFIRMED"),
                        Frequency.valueOf(row.getString("frequency")),
                        Translations.nearest(Locale.of(row.getString("language"))),
                        topics),
                none ? null : organisation,
                switch (state) {
                    case "CONFIRMED" -> Reader.State.READS;
                    case "PENDING" -> Reader.State.PENDING;
                    default -> Reader.State.LEFT;
                },
                changed == null ? null : Utc.moment(changed));
    }
}
