package org.convive.meetings.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.Answer;
import org.convive.meetings.Called;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.Source;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What the organiser sees and does about those whom a meeting concerns. Only organiser, hosts and animators. */
@Service
public class MeetingDesk {
    private final JdbcClient jdbc;
    private final MeetingGate gate;
    private final Questions questions;
    private final DeskLetters letters;
    private final AuditTrail audit;
    private final Clock clock;

    MeetingDesk(
            JdbcClient jdbc,
            MeetingGate gate,
            Questions questions,
            DeskLetters letters,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.questions = questions;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody of a segment, by company and name. Two statements, however many people. */
    public List<DeskRow> rows(Actor actor, MeetingId id, Segment segment) {
        require(actor, id);
        Map<PersonId, Map<Long, String>> replies = questions.replies(id);
        return jdbc.sql("""
                        SELECT p.id,\s""" + Called.NAME + """
                         AS name, p.email, COALESCE(o.name, g.company, '') AS organisation,
                               m.person_id IS NULL AS outside, a.answer, a.guests, a.arrival, a.approved, a.source,
                               a.answered_at, COALESCE(r.name, '') AS recorded_by,
                               (SELECT COUNT(*) FROM meeting_answer w
                                WHERE w.meeting_id = t.id AND w.arrival <= a.arrival) AS position
                        FROM meeting t
                        JOIN (SELECT person_id FROM membership WHERE cluster_id = :cluster
                              UNION SELECT person_id FROM meeting_guest WHERE meeting_id = :id) everybody
                        JOIN person p ON p.id = everybody.person_id
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
                        LEFT JOIN meeting_answer a ON a.meeting_id = t.id AND a.person_id = p.id
                        LEFT JOIN person r ON r.id = a.recorded_by
                        WHERE t.id = :id AND t.cluster_id = :cluster AND (a.answer IS NOT NULL OR\s"""
                        + MeetingQueries.INVITED
                                .replace(":person", "p.id")
                                .replace(":organisation", "m.organisation_id")
                        + ") AND (" + segment.sql() + ") ORDER BY organisation, name, p.id")
                .param("id", id.value())
                .param("cluster", actor.cluster().value())
                .query((row, n) -> {
                    String answer = row.getString("answer");
                    LocalDateTime at = row.getObject("answered_at", LocalDateTime.class);
                    return new DeskRow(
                                    new PersonId(row.getLong("id")),
                                    row.getString("name"),
                                    new EmailAddress(row.getString("email")),
                                    row.getString("organisation"),
                                    row.getBoolean("outside"),
                                    answer == null ? null : Answer.valueOf(answer),
                                    row.getInt("guests"),
                                    row.getObject("arrival") == null ? null : row.getInt("position"),
                                    answer == null || row.getBoolean("approved"),
                                    answer == null ? null : Source.valueOf(row.getString("source")),
                                    row.getString("recorded_by"),
                                    at == null ? null : Utc.moment(at),
                                    Map.of())
                            .with(replies.getOrDefault(new PersonId(row.getLong("id")), Map.of()));
                })
                .list();
    }

    /** What is asked of those who come, for the heads of the columns. */
    public List<Question> questions(Actor actor, MeetingId id) {
        require(actor, id);
        return questions.of(actor, id);
    }

    /**
     * Writes to everybody of a segment.
     *
     * @return how many letters
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int write(Actor actor, MeetingId id, Segment segment, String subject, String words) {
        Meeting meeting = require(actor, id);
        InvalidInput.check()
                .required(subject, 200, "subject")
                .required(words, 5_000, "words")
                .orThrow();
        List<DeskRow> rows = rows(actor, id, segment).stream()
                .filter(row -> !row.person().equals(actor.person()))
                .toList();
        InvalidInput.check()
                .that(!rows.isEmpty(), "segment", Message.of("meetings.desk.error.nobody"))
                .orThrow();
        letters.message(actor, meeting, rows, subject.strip(), words.strip());
        audit.record(actor, "meeting.message", "meeting:" + id, segment + ": " + subject.strip());
        return rows.size();
    }

    /** The rules under which seats are given. */
    public Rules rules(Actor actor, MeetingId id) {
        gate.get(actor, id);
        return jdbc.sql("SELECT per_company, approval FROM meeting WHERE id = ?")
                .param(id.value())
                .query((row, n) -> new Rules(row.getObject("per_company", Integer.class), row.getBoolean("approval")))
                .single();
    }

    private Meeting require(Actor actor, MeetingId id) {
        Meeting meeting = gate.get(actor, id);
        actor.require(meeting.mayBeChangedBy(actor), "only the organiser, a host or an animator has this desk");
        return meeting;
    }

    /**
     * @param perCompany how many seats one company gets at most; null for no limit
     * @param approval whether the organiser approves who comes
     */
    public record Rules(@Nullable Integer perCompany, boolean approval) {}
}
