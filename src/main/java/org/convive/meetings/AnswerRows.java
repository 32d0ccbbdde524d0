package org.convive.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who said what to a meeting, now and ever. Read and written under the lock of the meeting's row. */
@Repository
class AnswerRows {
    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where answers come from in one deed. */
    record Via(Source source, @Nullable PersonId by) {
        static Via of(Source source) {
            return new Via(source, null);
        }

        @Nullable
        Long recorder() {
            return by == null ? null : by.value();
        }
    }

    Seating seating(Meeting meeting) {
        List<Seating.Party> parties = jdbc.sql("""
                        SELECT person_id, answer, guests, arrival, approved FROM meeting_answer
                        WHERE meeting_id = ? ORDER BY person_id FOR UPDATE""")
                .param(meeting.id().value())
                .query((row, n) -> new Seating.Party(
                        new PersonId(row.getLong("person_id")),
                        Answer.valueOf(row.getString("answer")),
                        row.getInt("guests"),
                        row.getObject("arrival", Long.class),
                        null,
                        row.getBoolean("approved")))
                .list();
        Map<PersonId, OrganisationId> companies = companies(meeting, parties);
        return new Seating(
                rules(meeting),
                parties.stream()
                        .map(party -> party.standingFor(companies.get(party.person())))
                        .toList());
    }

    /** Read apart: a lock on memberships could meet the one of an animator who changes them. */
    private Map<PersonId, OrganisationId> companies(Meeting meeting, List<Seating.Party> parties) {
        if (parties.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT person_id, organisation_id FROM membership
                        WHERE cluster_id = :cluster AND person_id IN (:people) AND organisation_id IS NOT NULL""")
                .param("cluster", meeting.cluster().value())
                .param(
                        "people",
                        parties.stream().map(party -> party.person().value()).toList())
                .query((row, n) -> Map.entry(
                        new PersonId(row.getLong("person_id")), new OrganisationId(row.getLong("organisation_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Seating.Rules rules(Meeting meeting) {
        return jdbc.sql("SELECT per_company, approval FROM meeting WHERE id = ?")
                .param(meeting.id().value())
                .query((row, n) -> new Seating.Rules(
                        meeting.capacity(), row.getObject("per_company", Integer.class), row.getBoolean("approval")))
                .single();
    }

    /** Writes what changed at the table, and who said what in the history. */
    void save(MeetingId meeting, Seating seating, Via via, Instant now) {
        LocalDateTime at = Utc.column(now);
        for (Seating.Party party : seating.changed()) {
            boolean spoke = seating.spoke(party.person());
            jdbc.sql("""
                            INSERT INTO meeting_answer (meeting_id, person_id, answer, guests, arrival, answered_at, source,
                                   recorded_by, approved)
                            VALUES (:meeting, :person, :answer, :guests, :arrival, :at, :source, :by, :approved)
                            ON DUPLICATE KEY UPDATE answer = VALUES(answer), guests = VALUES(guests),
                                   arrival = VALUES(arrival), approved = VALUES(approved), answered_at = IF(:spoke, VALUES(answered_at), answered_at),
                                   source = IF(:spoke, VALUES(source), source),
                                   recorded_by = IF(:spoke, VALUES(recorded_by), recorded_by)""")
                    .param("meeting", meeting.value())
                    .param("person", party.person().value())
                    .param("answer", party.answer().name())
                    .param("guests", party.guests())
                    .param("arrival", party.arrival())
                    .param("at", at)
                    .param("source", via.source().name())
                    .param("by", via.recorder())
                    .param("approved", party.approved())
                    .param("spoke", spoke)
                    .update();
            history(meeting, party, seating.promoted().contains(party), via, at);
        }
    }

    /** When each person said what they say now. */
    Map<PersonId, Instant> answeredAt(MeetingId meeting) {
        return jdbc
                .sql("SELECT person_id, answered_at FROM meeting_answer WHERE meeting_id = ?")
                .param(meeting.value())
                .query((row, n) -> Map.entry(
                        new PersonId(row.getLong("person_id")),
                        Utc.moment(row.getObject("answered_at", LocalDateTime.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those who wanted to be kept posted when it was an idea. */
    List<PersonId> keptPosted(MeetingId meeting) {
        return jdbc.sql(
                        "SELECT person_id FROM meeting_interest WHERE meeting_id = ? AND interest = 'KEEP_POSTED' ORDER BY at")
                .param(meeting.value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list();
    }

    void withdraw(MeetingId meeting, PersonId person, Via via, Instant now) {
        jdbc.sql("DELETE FROM meeting_answer WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), person.value())
                .update();
        history(meeting, Seating.Party.of(person, Answer.NO, 0, null), "WITHDRAWN", false, via, Utc.column(now));
    }

    private void history(MeetingId meeting, Seating.Party party, boolean promoted, Via via, LocalDateTime at) {
        history(meeting, party, party.answer().name(), promoted, via, at);
    }

    private void history(
            MeetingId meeting, Seating.Party party, String answer, boolean promoted, Via via, LocalDateTime at) {
        jdbc.sql("""
                        INSERT INTO meeting_answer_history (meeting_id, person_id, answer, guests, waiting, promoted, at,
                               source, recorded_by)
                        VALUES (:meeting, :person, :answer, :guests, :waiting, :promoted, :at, :source, :by)""")
                .param("meeting", meeting.value())
                .param("person", party.person().value())
                .param("answer", answer)
                .param("guests", party.guests())
                .param("waiting", party.isWaiting())
                .param("promoted", promoted)
                .param("at", at)
                .param("source", via.source().name())
                .param("by", via.recorder())
                .update();
    }
}
