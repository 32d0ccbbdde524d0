package org.convive.meetings;

import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which of the meetings a list or a calendar shows; what is null is not asked.
 *
 * @param mine only those the reader organises, hosts, or answered yes or maybe to
 * @param kind how it takes place
 * @param organisation whose people organise or host it, or at whose site it is
 * @param stage how far it has come now; ideas and polls have no date and stand in no calendar
 */
public record MeetingFilter(
        boolean mine,
        @Nullable Kind kind,
        @Nullable OrganisationId organisation,
        @Nullable Stage stage) {
    /** Everything. */
    public static final MeetingFilter NONE = new MeetingFilter(false, null, null, null);

    /** How a meeting takes place. */
    public enum Kind {
        ON_SITE("(t.place <> '' OR t.site_id IS NOT NULL)"),
        /** Nowhere but online. */
        ONLINE("t.place = '' AND t.site_id IS NULL AND t.link <> ''"),
        /** One date of a meeting that repeats. */
        SERIES("t.series_id IS NOT NULL");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    /** How many things are asked. */
    public int size() {
        return (mine ? 1 : 0) + (kind == null ? 0 : 1) + (organisation == null ? 0 : 1) + (stage == null ? 0 : 1);
    }

    /** A condition on the meeting {@code t} and the answer {@code mine} of :person; begins with AND, or is empty. */
    String sql() {
        var sql = new StringBuilder();
        if (mine) {
            sql.append("""
                    AND (t.organiser_id = :person OR mine.answer IN ('YES', 'MAYBE')
                         OR EXISTS (SELECT 1 FROM meeting_host mh WHERE mh.meeting_id = t.id AND mh.person_id = :person))
                    """);
        }
        if (kind != null) {
            sql.append("AND ").append(kind.sql).append('\n');
        }
        if (organisation != null) {
            sql.append("""
                    AND (EXISTS (SELECT 1 FROM site fs WHERE fs.id = t.site_id AND fs.organisation_id = :of)
                         OR EXISTS (SELECT 1 FROM membership fm
                                    WHERE fm.cluster_id = t.cluster_id AND fm.organisation_id = :of
                                      AND (fm.person_id = t.organiser_id
                                           OR EXISTS (SELECT 1 FROM meeting_host fh
                                                      WHERE fh.meeting_id = t.id AND fh.person_id = fm.person_id))))
                    """);
        }
        if (stage != null) {
            sql.append(
                    switch (stage) {
                        case IDEA, DATES, FOLLOW_UP -> "AND t.stage = '" + stage + "'\n";
                        case CONFIRMED -> "AND t.stage = 'CONFIRMED' AND t.ends > :filterNow\n";
                        case HELD -> "AND t.stage = 'CONFIRMED' AND t.ends <= :filterNow\n";
                    });
        }
        return sql.toString();
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, java.time.LocalDateTime now) {
        return statement
                .param("of", organisation == null ? null : organisation.value())
                .param("filterNow", now);
    }
}
