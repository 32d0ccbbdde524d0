package org.convive.meetings.encounters;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How it was, in one tap, and what a meeting led to. Single answers are read by nobody but their author; the organiser
 * sees counts from three answers on.
 */
@Service
public class Pulse {
    static final int FEWEST = 3;

    private final MeetingAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pulse(MeetingAccess access, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What one person says.
     *
     * @param how from 1, not for me, to 3, very good
     * @param again whether they would come again; null when not said
     * @param wants whom they would like to meet next time
     */
    public record Said(int how, @Nullable Boolean again, String words, Set<PersonId> wants) {
        public Said {
            wants = Set.copyOf(wants);
        }
    }

    /**
     * What a meeting was and led to, for those who organised it.
     *
     * @param expected who said yes
     * @param came who was noted at the door
     * @param missing who said yes and was not noted
     * @param pulse how many answered the pulse
     * @param good how many found it very good; null with fewer than three answers
     * @param again how many would come again; null with fewer than three answers
     * @param words what they added, in no order that tells who; empty with fewer than three answers
     */
    public record Facts(
            int expected,
            int came,
            int walkIns,
            int missing,
            int pulse,
            @Nullable Integer good,
            @Nullable Integer again,
            List<String> words,
            int introductions,
            int talked,
            int goOn) {
        public Facts {
            words = List.copyOf(words);
        }
    }

    /** Whether the reader may say how it was: it is over, and they came or said they would. */
    @Transactional(readOnly = true)
    public boolean isAsked(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        return seen.isOver(clock.instant()) && !seen.cancelled() && tookPart(meeting, actor.person());
    }

    @Transactional(readOnly = true)
    public Optional<Said> mine(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        Set<PersonId> wants = jdbc
                .sql("SELECT wanted_id FROM meeting_pulse_meet WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), actor.person().value())
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
        return jdbc.sql("SELECT how, again, words FROM meeting_pulse WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), actor.person().value())
                .query((row, n) -> new Said(
                        row.getInt("how"),
                        row.getObject("again") == null ? null : row.getBoolean("again"),
                        row.getString("words"),
                        wants))
                .optional();
    }

    /** Says how it was; saying it anew replaces what was said. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void say(Actor actor, MeetingId meeting, Said said) {
        actor.require(isAsked(actor, meeting), "only who took part says how it was, after the end");
        InvalidInput.check()
                .that(said.how() >= 1 && said.how() <= 3, "how", Message.of("shared.error.required"))
                .atMost(said.words(), 500, "words")
                .that(said.wants().size() <= 10, "wants", Message.of("meetings.encounters.error.wants", 10))
                .orThrow();
        requireHere(actor, said.wants());
        jdbc.sql("""
                        INSERT INTO meeting_pulse (meeting_id, person_id, how, again, words) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE how = VALUES(how), again = VALUES(again), words = VALUES(words)""")
                .param(meeting.value())
                .param(actor.person().value())
                .param(said.how())
                .param(said.again())
                .param(said.words().strip())
                .update();
        forgetWants(actor, meeting);
        for (PersonId wanted : said.wants()) {
            jdbc.sql("INSERT INTO meeting_pulse_meet (meeting_id, person_id, wanted_id) VALUES (?, ?, ?)")
                    .params(meeting.value(), actor.person().value(), wanted.value())
                    .update();
        }
    }

    /** Takes back what was said; for Undo. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void forget(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        jdbc.sql("DELETE FROM meeting_pulse WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), actor.person().value())
                .update();
        forgetWants(actor, meeting);
    }

    /** For the organiser, hosts and animators. */
    @Transactional(readOnly = true)
    public Facts facts(Actor actor, MeetingId meeting) {
        access.seeToChange(actor, meeting);
        Facts counted = jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM meeting_answer a WHERE a.meeting_id = t.id AND a.answer = 'YES'
                                AND a.arrival IS NULL) AS expected,
                               (SELECT COUNT(*) FROM meeting_presence r WHERE r.meeting_id = t.id) AS came,
                               (SELECT COUNT(*) FROM meeting_presence r WHERE r.meeting_id = t.id AND NOT EXISTS
                                (SELECT 1 FROM meeting_answer a WHERE a.meeting_id = t.id AND a.person_id = r.person_id
                                 AND a.answer = 'YES' AND a.arrival IS NULL)) AS walk_ins,
                               COUNT(p.person_id) AS pulse, SUM(p.how = 3) AS good, SUM(p.again) AS again,
                               (SELECT COUNT(*) FROM meeting_introduction i WHERE i.meeting_id = t.id) AS introductions,
                               (SELECT COUNT(*) FROM meeting_introduction i WHERE i.meeting_id = t.id
                                AND (i.one_says IN ('TALKED', 'GOES_ON') OR i.other_says IN ('TALKED', 'GOES_ON')))
                               AS talked,
                               (SELECT COUNT(*) FROM meeting_introduction i WHERE i.meeting_id = t.id
                                AND (i.one_says = 'GOES_ON' OR i.other_says = 'GOES_ON')) AS go_on
                        FROM meeting t LEFT JOIN meeting_pulse p ON p.meeting_id = t.id WHERE t.id = ?""")
                .param(meeting.value())
                .query((row, n) -> {
                    boolean enough = row.getInt("pulse") >= FEWEST;
                    int came = row.getInt("came");
                    return new Facts(
                            row.getInt("expected"),
                            came,
                            row.getInt("walk_ins"),
                            came == 0 ? 0 : Math.max(0, row.getInt("expected") - came + row.getInt("walk_ins")),
                            row.getInt("pulse"),
                            enough ? row.getInt("good") : null,
                            enough ? row.getInt("again") : null,
                            List.of(),
                            row.getInt("introductions"),
                            row.getInt("talked"),
                            row.getInt("go_on"));
                })
                .single();
        return counted.good() == null ? counted : withWords(counted, meeting);
    }

    private Facts withWords(Facts facts, MeetingId meeting) {
        List<String> words = jdbc.sql(
                        "SELECT words FROM meeting_pulse WHERE meeting_id = ? AND words <> '' ORDER BY words")
                .param(meeting.value())
                .query(String.class)
                .list();
        return new Facts(
                facts.expected(),
                facts.came(),
                facts.walkIns(),
                facts.missing(),
                facts.pulse(),
                facts.good(),
                facts.again(),
                words,
                facts.introductions(),
                facts.talked(),
                facts.goOn());
    }

    private void forgetWants(Actor actor, MeetingId meeting) {
        jdbc.sql("DELETE FROM meeting_pulse_meet WHERE meeting_id = ? AND person_id = ?")
                .params(meeting.value(), actor.person().value())
                .update();
    }

    private boolean tookPart(MeetingId meeting, PersonId person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM meeting_answer WHERE meeting_id = :meeting AND person_id = :person
                                       AND answer = 'YES' AND arrival IS NULL)
                            OR EXISTS (SELECT 1 FROM meeting_presence
                                       WHERE meeting_id = :meeting AND person_id = :person)""")
                .param("meeting", meeting.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private void requireHere(Actor actor, Collection<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        int here = jdbc.sql("SELECT COUNT(*) FROM membership WHERE cluster_id = :cluster AND person_id IN (:ids)")
                .param("cluster", actor.cluster().value())
                .param(
                        "ids",
                        new HashSet<>(people).stream().map(PersonId::value).toList())
                .query(Integer.class)
                .single();
        if (here != people.size()) {
            throw new NotFoundException("person");
        }
    }
}
