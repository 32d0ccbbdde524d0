package org.convive.meetings.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.desk.Question.Kind;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of those who come, and what they say. Answers about diet are erased 30 days after the meeting. */
@Service
public class Questions {
    static final int MOST = 12;
    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final MeetingGate gate;
    private final AuditTrail audit;
    private final Clock clock;

    Questions(JdbcClient jdbc, MeetingGate gate, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /** The questions, with what the reader said. */
    public List<Question> of(Actor actor, MeetingId id) {
        gate.get(actor, id);
        return jdbc.sql("""
                        SELECT q.id, q.kind, q.words, q.choices, a.words AS mine FROM meeting_question q
                        LEFT JOIN meeting_question_answer a ON a.question_id = q.id AND a.person_id = ?
                        WHERE q.meeting_id = ? AND NOT q.removed ORDER BY q.place, q.id""")
                .params(actor.person().value(), id.value())
                .query((row, n) -> new Question(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getString("choices").lines().toList(),
                        row.getString("mine")))
                .list();
    }

    /**
     * Asks these questions, in this order. One that is left out is asked no more; its answers are kept for the organiser.
     *
     * @throws InvalidInput for {@code questions.<place, from 0>}
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void ask(Actor actor, MeetingId id, List<Question.Draft> drafts) {
        Meeting meeting = gate.lock(actor, id);
        meeting.requireChangeableBy(actor);
        check(drafts);
        Set<Long> kept = new HashSet<>();
        for (int place = 0; place < drafts.size(); place++) {
            Long known = drafts.get(place).id();
            if (known == null) {
                insert(id, drafts.get(place), place);
            } else {
                kept.add(known);
                update(id, known, drafts.get(place), place);
            }
        }
        jdbc.sql(
                        "UPDATE meeting_question SET removed = TRUE WHERE meeting_id = :id AND id NOT IN (:kept) AND place < 1000")
                .param("id", id.value())
                .param("kept", withNew(id, kept, drafts))
                .update();
        audit.record(actor, "meeting.questions", "meeting:" + id, Integer.toString(drafts.size()));
    }

    /** The ids that are asked now: those kept, and those just written. */
    private Set<Long> withNew(MeetingId id, Set<Long> kept, List<Question.Draft> drafts) {
        Set<Long> all = new HashSet<>(kept);
        all.add(-1L);
        int fresh = (int) drafts.stream().filter(draft -> draft.id() == null).count();
        all.addAll(jdbc.sql("SELECT id FROM meeting_question WHERE meeting_id = ? ORDER BY id DESC LIMIT ?")
                .params(id.value(), fresh)
                .query(Long.class)
                .list());
        return all;
    }

    private void insert(MeetingId id, Question.Draft draft, int place) {
        jdbc.sql("INSERT INTO meeting_question (meeting_id, kind, words, choices, place) VALUES (?, ?, ?, ?, ?)")
                .params(id.value(), draft.kind().name(), draft.words().strip(), choices(draft), place)
                .update();
    }

    private void update(MeetingId id, long question, Question.Draft draft, int place) {
        int found = jdbc.sql("""
                        UPDATE meeting_question SET words = ?, choices = ?, place = ?, removed = FALSE
                        WHERE id = ? AND meeting_id = ?""")
                .params(draft.words().strip(), choices(draft), place, question, id.value())
                .update();
        if (found == 0) {
            throw new NotFoundException("question");
        }
    }

    private static String choices(Question.Draft draft) {
        return draft.kind() == Kind.CHOICE
                ? draft.choices().stream()
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .collect(Collectors.joining("\n"))
                : "";
    }

    private static void check(List<Question.Draft> drafts) {
        var check = InvalidInput.check()
                .that(drafts.size() <= MOST, "questions", Message.of("meetings.question.error.too-many", MOST));
        for (int i = 0; i < drafts.size(); i++) {
            Question.Draft draft = drafts.get(i);
            check.required(draft.words(), 300, "questions." + i)
                    .that(
                            draft.kind() != Kind.CHOICE
                                    || choices(draft).lines().count() >= 2,
                            "questions." + i,
                            Message.of("meetings.question.error.choices"))
                    .atMost(choices(draft), 1000, "questions." + i);
        }
        check.orThrow();
    }

    /**
     * Says something to a question; an empty text takes it back.
     *
     * @param consent to keep what is said about diet until some weeks after the meeting
     * @throws InvalidInput for {@code question.<id>}
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void reply(Actor actor, MeetingId id, long question, String words, boolean consent) {
        Meeting meeting = gate.lock(actor, id);
        meeting.requireNotCancelled();
        Question asked = of(actor, id).stream()
                .filter(one -> one.id() == question)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("question"));
        String field = "question." + question;
        InvalidInput.check()
                .atMost(words, 500, field)
                .that(
                        words.isBlank() || asked.kind() != Kind.DIET || consent,
                        field,
                        Message.of("meetings.question.error.consent"))
                .that(
                        words.isBlank()
                                || asked.kind() != Kind.CHOICE
                                || asked.choices().contains(words),
                        field,
                        Message.of("meetings.link.error.choose"))
                .orThrow();
        if (words.isBlank()) {
            jdbc.sql("DELETE FROM meeting_question_answer WHERE question_id = ? AND person_id = ?")
                    .params(question, actor.person().value())
                    .update();
            return;
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO meeting_question_answer (question_id, person_id, words, consent_at, at)
                        VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE words = VALUES(words), consent_at = VALUES(consent_at), at = VALUES(at)""")
                .param(question)
                .param(actor.person().value())
                .param(words.strip())
                .param(consentAt(asked, now))
                .param(Utc.column(now))
                .update();
    }

    private static java.time.@Nullable LocalDateTime consentAt(Question asked, Instant now) {
        return asked.kind() == Kind.DIET ? Utc.column(now) : null;
    }

    /** What everybody said, by person and question; for the organiser. */
    Map<PersonId, Map<Long, String>> replies(MeetingId id) {
        return jdbc
                .sql("""
                        SELECT a.person_id, a.question_id, a.words FROM meeting_question_answer a
                        JOIN meeting_question q ON q.id = a.question_id WHERE q.meeting_id = ?""")
                .param(id.value())
                .query((row, n) -> new Reply(
                        new PersonId(row.getLong("person_id")), row.getLong("question_id"), row.getString("words")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reply::person, Collectors.toMap(Reply::question, Reply::words)));
    }

    /** Erases what was said about diet when its time is over. @return how many answers */
    int eraseDue() {
        return jdbc.sql("""
                        DELETE a FROM meeting_question_answer a
                        JOIN meeting_question q ON q.id = a.question_id AND q.kind = 'DIET'
                        JOIN meeting t ON t.id = q.meeting_id
                        WHERE COALESCE(t.ends, a.at) < ?""").param(Utc.column(clock.instant().minus(KEPT))).update();
    }

    private record Reply(PersonId person, long question, String words) {}
}
