package org.convive.meetings.encounters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who wants to be introduced and who is. Whoever calls has asked whether the actor may. */
@Repository
class IntroductionRows {
    private static final String ITEM = "\u001e";

    private final JdbcClient jdbc;

    IntroductionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A meeting before which people are to be introduced now. */
    record Due(MeetingId meeting, ClusterId cluster, PersonId organiser) {}

    /** Meetings that start before a moment, with two or more who asked and nobody introduced yet. */
    List<Due> due(Instant now, Instant startingBefore) {
        return jdbc.sql("""
                        SELECT t.id, t.cluster_id, t.organiser_id FROM meeting t
                        WHERE t.stage = 'CONFIRMED' AND t.cancelled_at IS NULL AND t.starts > :now AND t.starts < :until
                          AND NOT EXISTS (SELECT 1 FROM meeting_introduction_round r WHERE r.meeting_id = t.id)
                          AND NOT EXISTS (SELECT 1 FROM meeting_introduction i WHERE i.meeting_id = t.id)
                          AND (SELECT COUNT(*) FROM meeting_introduction_wish w JOIN meeting_answer a
                               ON a.meeting_id = w.meeting_id AND a.person_id = w.person_id
                               AND a.answer IN ('YES', 'MAYBE') AND a.arrival IS NULL
                               WHERE w.meeting_id = t.id) > 1
                        ORDER BY t.starts, t.id LIMIT 200""")
                .param("now", Utc.column(now))
                .param("until", Utc.column(startingBefore))
                .query((row, n) -> new Due(
                        new MeetingId(row.getLong("id")),
                        new ClusterId(row.getLong("cluster_id")),
                        new PersonId(row.getLong("organiser_id"))))
                .list();
    }

    /** Whether people were introduced already; asked under the lock of the meeting. */
    boolean wasMade(MeetingId meeting) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM meeting_introduction_round WHERE meeting_id = ?)")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
    }

    Optional<List<String>> wish(MeetingId meeting, PersonId person) {
        return jdbc.sql("SELECT seeks FROM meeting_introduction_wish WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), person.value())
                .query(String.class)
                .optional()
                .map(IntroductionRows::lines);
    }

    void wish(MeetingId meeting, PersonId person, List<String> seeks) {
        jdbc.sql("""
                        INSERT INTO meeting_introduction_wish (meeting_id, person_id, seeks) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE seeks = VALUES(seeks)""")
                .params(meeting.value(), person.value(), String.join("\n", seeks))
                .update();
    }

    void withdraw(MeetingId meeting, PersonId person) {
        jdbc.sql("DELETE FROM meeting_introduction_wish WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), person.value())
                .update();
        jdbc.sql("DELETE FROM meeting_introduction WHERE meeting_id = ? AND (one_id = ? OR other_id = ?)")
                .params(meeting.value(), person.value(), person.value())
                .update();
    }

    int asking(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM meeting_introduction_wish w JOIN meeting_answer a
                         ON a.meeting_id = w.meeting_id AND a.person_id = w.person_id
                         AND a.answer IN ('YES', 'MAYBE') AND a.arrival IS NULL
                        WHERE w.meeting_id = ?""").param(meeting.value()).query(Integer.class).single();
    }

    void save(MeetingId meeting, Collection<MatchMaker.Pair> pairs, Instant now) {
        jdbc.sql("DELETE FROM meeting_introduction WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
        for (MatchMaker.Pair pair : pairs) {
            PersonId seeker = pair.seeker();
            jdbc.sql("""
                            INSERT INTO meeting_introduction
                                   (meeting_id, one_id, other_id, reason, detail, seeker_id, made_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .param(meeting.value())
                    .param(pair.one().value())
                    .param(pair.other().value())
                    .param(pair.reason().name())
                    .param(pair.detail())
                    .param(seeker == null ? null : seeker.value())
                    .param(Utc.column(now))
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO meeting_introduction_round (meeting_id, made_at) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE made_at = VALUES(made_at)""").params(meeting.value(), Utc.column(now)).update();
    }

    List<Introduction> of(Actor actor, MeetingId meeting) {
        return jdbc.sql("""
                        SELECT i.*, i.one_id = :person AS i_am_one, p.id AS person, p.name, p.picture_id, p.about,
                               COALESCE(o.name, '') AS organisation
                        FROM meeting_introduction i
                        JOIN meeting t ON t.id = i.meeting_id
                        JOIN person p ON p.id = IF(i.one_id = :person, i.other_id, i.one_id)
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        WHERE i.meeting_id = :meeting AND (i.one_id = :person OR i.other_id = :person)
                        ORDER BY p.name""")
                .param("person", actor.person().value())
                .param("meeting", meeting.value())
                .query((row, n) -> introduction(actor, row))
                .list();
    }

    /** @return how many rows it concerns; 0 also when nothing changed */
    int say(MeetingId meeting, PersonId person, long introduction, Introduction.@Nullable Outcome outcome) {
        return jdbc.sql("""
                        UPDATE meeting_introduction SET one_says = IF(one_id = :person, :outcome, one_says),
                               other_says = IF(other_id = :person, :outcome, other_says)
                        WHERE meeting_id = :meeting AND id = :id AND (one_id = :person OR other_id = :person)""")
                .param("person", person.value())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("meeting", meeting.value())
                .param("id", introduction)
                .update();
    }

    List<MatchMaker.Candidate> candidates(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT w.person_id, w.seeks, o.id AS organisation, COALESCE(o.name, '') AS name,
                               COALESCE(o.trade, '') AS trade, s.latitude, s.longitude,
                               (SELECT GROUP_CONCAT(c.name SEPARATOR '\u001e') FROM organisation_competence oc
                                JOIN competence c ON c.id = oc.competence_id WHERE oc.organisation_id = o.id) AS offers,
                               (SELECT GROUP_CONCAT(x.wanted_id SEPARATOR '\u001e') FROM meeting_pulse_meet x
                                JOIN meeting e ON e.id = x.meeting_id AND e.cluster_id = t.cluster_id
                                WHERE x.person_id = w.person_id) AS wants
                        FROM meeting_introduction_wish w
                        JOIN meeting t ON t.id = w.meeting_id
                        JOIN meeting_answer a ON a.meeting_id = t.id AND a.person_id = w.person_id
                         AND a.answer IN ('YES', 'MAYBE') AND a.arrival IS NULL
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = w.person_id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        LEFT JOIN site s ON s.organisation_id = o.id AND s.is_main
                        WHERE w.meeting_id = ? ORDER BY w.person_id""")
                .param(meeting.value())
                .query((row, n) -> {
                    Long organisation = row.getObject("organisation", Long.class);
                    return new MatchMaker.Candidate(
                            new PersonId(row.getLong("person_id")),
                            organisation == null ? null : new OrganisationId(organisation),
                            row.getString("name"),
                            row.getString("trade"),
                            items(row.getString("offers")),
                            Set.copyOf(lines(row.getString("seeks"))),
                            items(row.getString("wants")).stream()
                                    .map(id -> new PersonId(Long.parseLong(id)))
                                    .collect(Collectors.toSet()),
                            row.getObject("latitude", Double.class),
                            row.getObject("longitude", Double.class));
                })
                .list();
    }

    /** Who was introduced before, or shared a table, at another meeting of the cluster. */
    Set<Set<PersonId>> met(ClusterId cluster, MeetingId meeting) {
        return jdbc
                .sql("""
                        SELECT i.one_id AS one, i.other_id AS other FROM meeting_introduction i
                        JOIN meeting t ON t.id = i.meeting_id AND t.cluster_id = :cluster
                        WHERE t.id <> :meeting
                        UNION SELECT a.person_id, b.person_id FROM meeting_introduction_wish w
                        JOIN meeting_table_seat a ON a.person_id = w.person_id AND a.meeting_id <> :meeting
                        JOIN meeting_table_seat b ON b.meeting_id = a.meeting_id AND b.course = a.course
                         AND b.table_number = a.table_number AND b.person_id > a.person_id
                        JOIN meeting_table_plan l ON l.meeting_id = a.meeting_id AND l.published_at IS NOT NULL
                        JOIN meeting t ON t.id = a.meeting_id AND t.cluster_id = :cluster
                        WHERE w.meeting_id = :meeting""")
                .param("cluster", cluster.value())
                .param("meeting", meeting.value())
                .query((row, n) -> Set.of(new PersonId(row.getLong("one")), new PersonId(row.getLong("other"))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Companies of which people were introduced or shared a table before, at another meeting of the cluster. */
    Set<Set<OrganisationId>> companiesMet(ClusterId cluster, MeetingId meeting) {
        return jdbc
                .sql("""
                        SELECT a.organisation_id AS one, b.organisation_id AS other FROM meeting_introduction i
                        JOIN meeting t ON t.id = i.meeting_id AND t.cluster_id = :cluster AND t.id <> :meeting
                        JOIN membership a ON a.cluster_id = t.cluster_id AND a.person_id = i.one_id
                        JOIN membership b ON b.cluster_id = t.cluster_id AND b.person_id = i.other_id
                        WHERE a.organisation_id <> b.organisation_id
                        UNION SELECT a.organisation_id, b.organisation_id FROM meeting t
                        JOIN meeting_table_plan l ON l.meeting_id = t.id AND l.published_at IS NOT NULL
                        JOIN meeting_table_seat x ON x.meeting_id = t.id
                        JOIN meeting_table_seat y ON y.meeting_id = x.meeting_id AND y.course = x.course
                         AND y.table_number = x.table_number AND y.person_id > x.person_id
                        JOIN membership a ON a.cluster_id = t.cluster_id AND a.person_id = x.person_id
                        JOIN membership b ON b.cluster_id = t.cluster_id AND b.person_id = y.person_id
                        WHERE t.cluster_id = :cluster AND t.id <> :meeting AND a.organisation_id <> b.organisation_id""")
                .param("cluster", cluster.value())
                .param("meeting", meeting.value())
                .query((row, n) ->
                        Set.of(new OrganisationId(row.getLong("one")), new OrganisationId(row.getLong("other"))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static Introduction introduction(Actor actor, ResultSet row) throws SQLException {
        String says = row.getString(row.getBoolean("i_am_one") ? "one_says" : "other_says");
        Long seeker = row.getObject("seeker_id", Long.class);
        return new Introduction(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                row.getString("name"),
                row.getString("organisation"),
                row.getObject("picture_id", Long.class),
                row.getString("about"),
                row.getString("reason").toUpperCase(Locale.ROOT),
                row.getString("detail"),
                seeker != null && seeker == actor.person().value(),
                says == null ? null : Introduction.Outcome.valueOf(says));
    }

    private static List<String> lines(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\n", -1));
    }

    private static Set<String> items(@Nullable String column) {
        return column == null ? Set.of() : Arrays.stream(column.split(ITEM, -1)).collect(Collectors.toSet());
    }
}
