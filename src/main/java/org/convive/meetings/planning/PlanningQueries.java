package org.convive.meetings.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.meetings.Called;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DateOption.State;
import org.convive.meetings.planning.DateOption.Voter;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads of ideas and polls, as one person may see them. */
@Service
public class PlanningQueries {
    private final JdbcClient jdbc;
    private final MeetingGate gate;
    private final DateRows rows;
    private final Surroundings surroundings;
    private final Clock clock;

    PlanningQueries(JdbcClient jdbc, MeetingGate gate, DateRows rows, Surroundings surroundings, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.rows = rows;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /**
     * The dates that are asked about, with who can and what the reader has at that time.
     *
     * @throws org.convive.shared.NotFoundException when the meeting is not for the actor
     */
    public DatePoll poll(Actor actor, MeetingId id) {
        Meeting meeting = gate.get(actor, id);
        Map<Long, List<Voter>> voters = rows.voters(id);
        List<DateOption> bare = rows.options(id);
        Surroundings.Known around = surroundings.of(actor, meeting, bare);
        List<DateOption> options = bare.stream()
                .map(option -> {
                    List<Voter> said = voters.getOrDefault(option.id(), List.of());
                    return option.with(
                            said,
                            said.stream()
                                    .filter(voter -> voter.person().equals(actor.person()))
                                    .map(Voter::suits)
                                    .findFirst()
                                    .orElse(null),
                            around.at(option));
                })
                .toList();
        int answered = (int) options.stream()
                .filter(option -> option.state() == State.OPEN)
                .flatMap(option -> option.voters().stream())
                .map(Voter::person)
                .distinct()
                .count();
        return new DatePoll(
                meeting.zone(),
                rows.until(id),
                of(options, State.OPEN).toList(),
                of(options, State.PROPOSED).toList(),
                answered);
    }

    /** The name of the public holiday on that day where the cluster is; empty for other days. */
    public Optional<String> holiday(Actor actor, LocalDate day) {
        return surroundings.holiday(actor, day);
    }

    private static Stream<DateOption> of(List<DateOption> options, State state) {
        return options.stream().filter(option -> option.state() == state);
    }

    /** What the reader said to an idea; empty when nothing yet. */
    public Optional<Interest> interest(Actor actor, MeetingId id) {
        return interested(actor, id).stream()
                .filter(one -> one.person().equals(actor.person()))
                .map(Interested::interest)
                .findFirst();
    }

    /** Who said what to an idea, in the order they said so. */
    public List<Interested> interested(Actor actor, MeetingId id) {
        gate.get(actor, id);
        return jdbc.sql("""
                        SELECT i.person_id, i.interest,\s""" + Called.NAME + " AS name, " + Called.PICTURE + """
                         AS picture_id, COALESCE(o.name, g.company, '') AS organisation
                        FROM meeting_interest i
                        JOIN meeting t ON t.id = i.meeting_id
                        JOIN person p ON p.id = i.person_id
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        WHERE i.meeting_id = ? ORDER BY i.at, i.person_id""")
                .param(id.value())
                .query((row, n) -> new Interested(
                        new org.convive.shared.PersonId(row.getLong("person_id")),
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getObject("picture_id", Long.class),
                        Interest.valueOf(row.getString("interest"))))
                .list();
    }

    /** Ideas and polls for this person, polls that wait for them first. */
    public List<InTheMaking> inTheMaking(Actor actor, int limit) {
        var organisation = actor.organisation();
        return jdbc.sql("""
                        SELECT t.id, t.title, t.stage, t.poll_until, t.zone, op.name AS organiser,
                               (SELECT COUNT(*) FROM meeting_option o WHERE o.meeting_id = t.id AND o.state = 'OPEN')
                                 AS options,
                               (SELECT COUNT(DISTINCT v.person_id) FROM meeting_option o JOIN meeting_vote v
                                ON v.option_id = o.id WHERE o.meeting_id = t.id) AS voters,
                               EXISTS (SELECT 1 FROM meeting_option o JOIN meeting_vote v ON v.option_id = o.id
                                       WHERE o.meeting_id = t.id AND v.person_id = :person) AS voted,
                               (SELECT COUNT(*) FROM meeting_interest i WHERE i.meeting_id = t.id
                                AND i.interest <> 'KEEP_POSTED') AS interested,
                               EXISTS (SELECT 1 FROM meeting_interest i
                                       WHERE i.meeting_id = t.id AND i.person_id = :person) AS said
                        FROM meeting t JOIN person op ON op.id = t.organiser_id
                        WHERE t.cluster_id = :cluster AND t.stage IN ('IDEA', 'DATES') AND t.cancelled_at IS NULL
                          AND (:animator OR\s""" + MeetingQueries.INVITED + """
                        )
                        ORDER BY t.stage = 'DATES' AND (t.poll_until IS NULL OR t.poll_until >= :now) AND NOT voted DESC,
                                 t.poll_until IS NULL, t.poll_until, t.id DESC LIMIT :limit""")
                .param("cluster", actor.cluster().value())
                .param("person", actor.person().value())
                .param("organisation", organisation == null ? null : organisation.value())
                .param("animator", actor.isAnimator())
                .param("now", Utc.column(clock.instant()))
                .param("limit", limit)
                .query((row, n) -> {
                    LocalDateTime until = row.getObject("poll_until", LocalDateTime.class);
                    return new InTheMaking(
                            new MeetingId(row.getLong("id")),
                            row.getString("title"),
                            Stage.valueOf(row.getString("stage")),
                            row.getString("organiser"),
                            java.time.ZoneId.of(row.getString("zone")),
                            until == null ? null : Utc.moment(until),
                            row.getInt("options"),
                            row.getInt("voters"),
                            row.getInt("interested"),
                            Stage.valueOf(row.getString("stage")) == Stage.DATES
                                    ? row.getBoolean("voted")
                                    : row.getBoolean("said"));
                })
                .list();
    }

    /** How many polls wait for this person's word. */
    public int awaited(Actor actor) {
        var organisation = actor.organisation();
        return jdbc.sql("""
                        SELECT COUNT(*) FROM meeting t
                        WHERE t.cluster_id = :cluster AND t.stage = 'DATES' AND t.cancelled_at IS NULL
                          AND (t.poll_until IS NULL OR t.poll_until >= :now)
                          AND EXISTS (SELECT 1 FROM meeting_option o WHERE o.meeting_id = t.id AND o.state = 'OPEN')
                          AND NOT EXISTS (SELECT 1 FROM meeting_option o JOIN meeting_vote v ON v.option_id = o.id
                                          WHERE o.meeting_id = t.id AND v.person_id = :person)
                          AND\s""" + MeetingQueries.INVITED)
                .param("cluster", actor.cluster().value())
                .param("person", actor.person().value())
                .param("organisation", organisation == null ? null : organisation.value())
                .param("now", Utc.column(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Somebody who said what they think of an idea. */
    public record Interested(
            org.convive.shared.PersonId person,
            String name,
            String organisation,
            @Nullable Long picture,
            Interest interest) {}

    /**
     * An idea or a poll in a list.
     *
     * @param until until when people may say which dates suit; null for no end
     * @param voters how many people said so
     * @param interested how many would come or could host
     * @param answered whether the reader said something
     */
    public record InTheMaking(
            MeetingId id,
            String title,
            Stage stage,
            String organiser,
            java.time.ZoneId zone,
            @Nullable Instant until,
            int options,
            int voters,
            int interested,
            boolean answered) {

        /** A poll that takes votes and waits for the reader's. */
        public boolean awaitsMe(Instant now) {
            return stage == Stage.DATES && !answered && (until == null || !now.isAfter(until));
        }
    }
}
