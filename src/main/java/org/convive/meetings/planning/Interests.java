package org.convive.meetings.planning;

import java.time.Clock;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What people say to an idea. */
@Service
public class Interests {
    private final JdbcClient jdbc;
    private final MeetingGate gate;
    private final PlanningQueries queries;
    private final Clock clock;

    Interests(JdbcClient jdbc, MeetingGate gate, PlanningQueries queries, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Says whether one would come, could host, or only wants to hear of it.
     *
     * @return what was said before
     * @throws InvalidInput when it is no idea any more
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Optional<Interest> say(Actor actor, MeetingId id, Interest interest, Source source) {
        requireIdea(gate.lock(actor, id));
        Optional<Interest> before = queries.interest(actor, id);
        jdbc.sql("""
                        INSERT INTO meeting_interest (meeting_id, person_id, interest, source, at) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE interest = VALUES(interest), source = VALUES(source), at = VALUES(at)""")
                .params(id.value(), actor.person().value(), interest.name(), source.name(), Utc.column(clock.instant()))
                .update();
        return before;
    }

    /** Takes it back. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void unsay(Actor actor, MeetingId id) {
        requireIdea(gate.lock(actor, id));
        jdbc.sql("DELETE FROM meeting_interest WHERE meeting_id = ? AND person_id = ?")
                .params(id.value(), actor.person().value())
                .update();
    }

    private static void requireIdea(Meeting meeting) {
        meeting.requireNotCancelled();
        InvalidInput.check()
                .that(meeting.stage() == Stage.IDEA, "interest", Message.of("meetings.idea.error.over"))
                .orThrow();
    }
}
