package org.convive.meetings.encounters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.notices.Notice;
import org.convive.notices.NoticeKind;
import org.convive.notices.Notices;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Introductions before a meeting, for those who asked for them, and what they say became of them. */
@Service
public class Introductions {
    static final NoticeKind INTRODUCED = NoticeKind.both("meetings.notice.introduced");
    private static final String ITEM = "\u001e";

    private final MeetingAccess access;
    private final Notices notices;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Introductions(MeetingAccess access, Notices notices, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.notices = notices;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the reader looks for, when they want to be introduced; nothing when they do not. */
    @Transactional(readOnly = true)
    public Optional<List<String>> wish(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        return jdbc.sql("SELECT seeks FROM meeting_introduction_wish WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), actor.person().value())
                .query(String.class)
                .optional()
                .map(Introductions::lines);
    }

    /** Asks to be introduced; whoever comes or may come can. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void ask(Actor actor, MeetingId meeting, Collection<String> seeks) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        List<String> clean = seeks.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && one.indexOf('\n') < 0)
                .distinct()
                .toList();
        InvalidInput.check()
                .that(
                        !seen.hasBegun(clock.instant()) && !seen.cancelled(),
                        "seeks",
                        Message.of("meetings.error.started"))
                .that(clean.size() <= 10, "seeks", Message.of("meetings.encounters.error.seeks", 10))
                .atMost(String.join("\n", clean), 2000, "seeks")
                .orThrow();
        jdbc.sql("""
                        INSERT INTO meeting_introduction_wish (meeting_id, person_id, seeks) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE seeks = VALUES(seeks)""")
                .params(meeting.value(), actor.person().value(), String.join("\n", clean))
                .update();
    }

    /** Does not want to be introduced after all; introductions that were made go too. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void withdraw(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        jdbc.sql("DELETE FROM meeting_introduction_wish WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), actor.person().value())
                .update();
        jdbc.sql("DELETE FROM meeting_introduction WHERE meeting_id = ? AND (one_id = ? OR other_id = ?)")
                .params(meeting.value(), actor.person().value(), actor.person().value())
                .update();
    }

    /** How many who come want to be introduced. */
    @Transactional(readOnly = true)
    public int asking(Actor actor, MeetingId meeting) {
        access.seeToChange(actor, meeting);
        return jdbc.sql("""
                        SELECT COUNT(*) FROM meeting_introduction_wish w JOIN meeting_answer a
                         ON a.meeting_id = w.meeting_id AND a.person_id = w.person_id
                         AND a.answer IN ('YES', 'MAYBE') AND a.arrival IS NULL
                        WHERE w.meeting_id = ?""").param(meeting.value()).query(Integer.class).single();
    }

    /**
     * Decides who is introduced to whom and tells them; introductions that somebody has spoken about stay.
     *
     * @return how many introductions there are
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int introduce(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.lockToChange(actor, meeting);
        InvalidInput.check()
                .that(!seen.isOver(clock.instant()) && !seen.cancelled(), "meeting", Message.of("meetings.error.over"))
                .orThrow();
        List<MatchMaker.Candidate> candidates = candidates(meeting);
        List<MatchMaker.Pair> pairs =
                MatchMaker.introduce(candidates, rivals(actor), met(actor, meeting), companiesMet(actor, meeting));
        InvalidInput.check()
                .that(!pairs.isEmpty(), "meeting", Message.of("meetings.encounters.error.few"))
                .orThrow();
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
                    .param(Utc.column(clock.instant()))
                    .update();
        }
        tell(actor, seen, pairs);
        audit.record(actor, "meeting.introduced", "meeting:" + meeting, Integer.toString(pairs.size()));
        return pairs.size();
    }

    private void tell(Actor actor, MeetingAccess.Seen seen, List<MatchMaker.Pair> pairs) {
        Set<PersonId> people = new HashSet<>();
        pairs.forEach(pair -> people.addAll(List.of(pair.one(), pair.other())));
        notices.tell(people.stream()
                .map(person -> Notice.of(
                                actor.cluster(),
                                person,
                                INTRODUCED,
                                Message.of("meetings.encounters.notice", seen.title()),
                                "c/" + actor.slug() + "/meetings/" + seen.id())
                        .once("introduced:" + seen.id())
                        .about("meeting:" + seen.id()))
                .toList());
    }

    /** Whom the reader is introduced to. */
    @Transactional(readOnly = true)
    public List<Introduction> mine(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
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

    /** Says in one tap what became of an introduction; null takes it back. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void say(Actor actor, MeetingId meeting, long introduction, Introduction.@Nullable Outcome outcome) {
        access.see(actor, meeting);
        int said = jdbc.sql("""
                        UPDATE meeting_introduction SET one_says = IF(one_id = :person, :outcome, one_says),
                               other_says = IF(other_id = :person, :outcome, other_says)
                        WHERE meeting_id = :meeting AND id = :id AND (one_id = :person OR other_id = :person)""")
                .param("person", actor.person().value())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("meeting", meeting.value())
                .param("id", introduction)
                .update();
        if (said == 0 && mine(actor, meeting).stream().noneMatch(one -> one.id() == introduction)) {
            throw new NotFoundException("introduction");
        }
    }

    /** Companies that a company does not want its people to be introduced to; only its managers see them. */
    @Transactional(readOnly = true)
    public Set<OrganisationId> rivals(Actor actor, OrganisationId organisation) {
        actor.requireVoiceOf(organisation);
        return jdbc.sql("""
                        SELECT r.rival_id FROM organisation_rival r JOIN organisation o ON o.id = r.organisation_id
                        WHERE r.organisation_id = ? AND o.cluster_id = ?""").params(organisation.value(), actor.cluster().value()).query(Long.class).list().stream()
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void rivals(Actor actor, OrganisationId organisation, Collection<OrganisationId> rivals) {
        actor.requireVoiceOf(organisation);
        Set<OrganisationId> all = new HashSet<>(rivals);
        all.add(organisation);
        int here = jdbc.sql("SELECT COUNT(*) FROM organisation WHERE cluster_id = :cluster AND id IN (:ids)")
                .param("cluster", actor.cluster().value())
                .param("ids", all.stream().map(OrganisationId::value).toList())
                .query(Integer.class)
                .single();
        if (here != all.size()) {
            throw new NotFoundException("organisation");
        }
        jdbc.sql("DELETE FROM organisation_rival WHERE organisation_id = ?")
                .param(organisation.value())
                .update();
        for (OrganisationId rival : rivals) {
            if (!rival.equals(organisation)) {
                jdbc.sql("INSERT IGNORE INTO organisation_rival (organisation_id, rival_id) VALUES (?, ?)")
                        .params(organisation.value(), rival.value())
                        .update();
            }
        }
        audit.record(actor, "organisation.rivals", "organisation:" + organisation, Integer.toString(rivals.size()));
    }

    private List<MatchMaker.Candidate> candidates(MeetingId meeting) {
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

    private Set<Set<OrganisationId>> rivals(Actor actor) {
        return jdbc
                .sql("""
                        SELECT r.organisation_id, r.rival_id FROM organisation_rival r
                        JOIN organisation o ON o.id = r.organisation_id WHERE o.cluster_id = ?""")
                .param(actor.cluster().value())
                .query((row, n) -> Set.of(
                        new OrganisationId(row.getLong("organisation_id")),
                        new OrganisationId(row.getLong("rival_id"))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Who was introduced before, or shared a table, at another meeting of the cluster. */
    private Set<Set<PersonId>> met(Actor actor, MeetingId meeting) {
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
                .param("cluster", actor.cluster().value())
                .param("meeting", meeting.value())
                .query((row, n) -> Set.of(new PersonId(row.getLong("one")), new PersonId(row.getLong("other"))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private Set<Set<OrganisationId>> companiesMet(Actor actor, MeetingId meeting) {
        return jdbc
                .sql("""
                        SELECT DISTINCT a.organisation_id AS one, b.organisation_id AS other FROM meeting_introduction i
                        JOIN meeting t ON t.id = i.meeting_id AND t.cluster_id = :cluster AND t.id <> :meeting
                        JOIN membership a ON a.cluster_id = t.cluster_id AND a.person_id = i.one_id
                        JOIN membership b ON b.cluster_id = t.cluster_id AND b.person_id = i.other_id
                        WHERE a.organisation_id <> b.organisation_id""")
                .param("cluster", actor.cluster().value())
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
