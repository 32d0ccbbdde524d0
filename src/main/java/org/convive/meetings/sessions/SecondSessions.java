package org.convive.meetings.sessions;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.Invited;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.OutsideGuests;
import org.convive.meetings.sessions.SecondSession.Offer;
import org.convive.meetings.sessions.SecondSession.State;
import org.convive.notices.Notice;
import org.convive.notices.NoticeKind;
import org.convive.notices.Notices;
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

/**
 * A long queue proposes a second session when somebody offers to host: any of those invited may offer, the organiser
 * accepts, a new meeting like the first is scheduled, and those who wait are asked first; the others later.
 */
@Service
public class SecondSessions {
    static final NoticeKind OFFERED = NoticeKind.both("meetings.notice.second-session");

    private final JdbcClient jdbc;
    private final MeetingGate gate;
    private final MeetingService meetings;
    private final MeetingQueries queries;
    private final OutsideGuests outside;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    SecondSessions(
            JdbcClient jdbc,
            MeetingGate gate,
            MeetingService meetings,
            MeetingQueries queries,
            OutsideGuests outside,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.meetings = meetings;
        this.queries = queries;
        this.outside = outside;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFoundException when the meeting is not for the actor */
    public SecondSession of(Actor actor, MeetingId id) {
        Meeting meeting = gate.get(actor, id);
        Waiting waiting = waiting(id);
        boolean wanted = isAhead(meeting) && QueuePolicy.isLong(meeting.capacity(), waiting.seats());
        return new SecondSession(waiting.people(), wanted, offers(actor, id), meeting.mayBeChangedBy(actor));
    }

    private boolean isAhead(Meeting meeting) {
        return meeting.isDated() && !meeting.cancelled() && clock.instant().isBefore(meeting.from());
    }

    private Waiting waiting(MeetingId id) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS people, COALESCE(SUM(1 + guests), 0) AS seats FROM meeting_answer
                        WHERE meeting_id = ? AND arrival IS NOT NULL AND approved""")
                .param(id.value())
                .query((row, n) -> new Waiting(row.getInt("people"), row.getInt("seats")))
                .single();
    }

    private List<Offer> offers(Actor actor, MeetingId id) {
        return jdbc.sql("""
                        SELECT s.id, s.person_id, s.words, s.state, s.next_meeting, p.name, COALESCE(o.name, '') AS organisation
                        FROM meeting_second_session s
                        JOIN meeting t ON t.id = s.meeting_id
                        JOIN person p ON p.id = s.person_id
                        LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
                        LEFT JOIN organisation o ON o.id = m.organisation_id
                        WHERE s.meeting_id = ? AND s.state <> 'DECLINED' ORDER BY s.offered_at, s.id""")
                .param(id.value())
                .query((row, n) -> new Offer(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getString("words"),
                        State.valueOf(row.getString("state")),
                        row.getLong("person_id") == actor.person().value(),
                        visible(actor, row.getObject("next_meeting", Long.class))))
                .list();
    }

    private @Nullable MeetingId visible(Actor actor, @Nullable Long next) {
        if (next == null) {
            return null;
        }
        try {
            return gate.get(actor, new MeetingId(next)).id();
        } catch (NotFoundException e) {
            return null;
        }
    }

    /**
     * Offers to host the meeting once more; again, with other words, when one did before. The organiser is told.
     *
     * @param words e.g. when and where it would suit; may be empty
     * @throws InvalidInput when not so many wait, or the meeting began
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void offer(Actor actor, MeetingId id, String words) {
        Meeting meeting = gate.lock(actor, id);
        meeting.requireNotCancelled();
        InvalidInput.check()
                .atMost(words, 500, "words")
                .that(
                        isAhead(meeting)
                                && QueuePolicy.isLong(
                                        meeting.capacity(), waiting(id).seats()),
                        "words",
                        Message.of("meetings.second.error.not-wanted"))
                .orThrow();
        jdbc.sql("""
                        INSERT INTO meeting_second_session (meeting_id, person_id, words, state, offered_at)
                        VALUES (?, ?, ?, 'OFFERED', ?)
                        ON DUPLICATE KEY UPDATE words = VALUES(words), state = IF(state = 'ACCEPTED', state, 'OFFERED')""")
                .params(
                        id.value(),
                        actor.person().value(),
                        words.strip(),
                        Utc.column(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
        if (!meeting.organiser().equals(actor.person())) {
            boolean unused = notices.tell(Notice.of(
                            actor.cluster(),
                            meeting.organiser(),
                            OFFERED,
                            Message.of("meetings.second.notice", actor.name(), meeting.title()),
                            "c/" + actor.slug() + "/meetings/" + id)
                    .once("second:" + id + ":" + actor.person())
                    .about("meeting:" + id));
        }
        audit.record(actor, "meeting.second-offered", "meeting:" + id, words.strip());
    }

    /** Takes one's own offer back, unless it was accepted. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void takeBack(Actor actor, MeetingId id) {
        Meeting unused = gate.lock(actor, id);
        jdbc.sql("DELETE FROM meeting_second_session WHERE meeting_id = ? AND person_id = ? AND state = 'OFFERED'")
                .params(id.value(), actor.person().value())
                .update();
    }

    /** The organiser's no to an offer; it is not shown any more. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void decline(Actor actor, MeetingId id, long offer) {
        gate.lock(actor, id).requireChangeableBy(actor);
        open(id, offer);
        state(offer, State.DECLINED, null);
        audit.record(actor, "meeting.second-declined", "meeting:" + id, Long.toString(offer));
    }

    /** Takes a no back. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void restore(Actor actor, MeetingId id, long offer) {
        gate.lock(actor, id).requireChangeableBy(actor);
        jdbc.sql("UPDATE meeting_second_session SET state = 'OFFERED'"
                        + " WHERE id = ? AND meeting_id = ? AND state = 'DECLINED'")
                .params(offer, id.value())
                .update();
    }

    /** Who made an offer that is still open, for the form in which the second session is planned. */
    public PersonId offering(Actor actor, MeetingId id, long offer) {
        gate.get(actor, id).requireChangeableBy(actor);
        return open(id, offer);
    }

    /**
     * Accepts an offer: schedules the second session, invites those who wait and whoever hosts, and nobody else yet.
     *
     * @param draft of the second session; whom it invites is left aside
     * @return the second session
     * @throws InvalidInput as for any new meeting
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public MeetingId accept(Actor actor, MeetingId id, long offer, MeetingDraft draft) {
        Meeting meeting = gate.lock(actor, id);
        meeting.requireChangeableBy(actor);
        PersonId host = open(id, offer);
        Set<PersonId> members = new HashSet<>(members(meeting, waitingPeople(id)));
        members.add(host);
        Set<PersonId> hosts = new HashSet<>(draft.hosts());
        hosts.add(host);
        MeetingId next =
                meetings.schedule(actor, draft.hostedBy(List.copyOf(hosts), new Invited(false, Set.of(), members)));
        outside.copy(actor, id, next, waitingPeople(id));
        state(offer, State.ACCEPTED, next);
        audit.record(actor, "meeting.second-accepted", "meeting:" + id, "meeting:" + next);
        return next;
    }

    /** The meeting that this one is the second session of; empty when it is none. */
    public Optional<MeetingId> firstOf(Actor actor, MeetingId next) {
        MeetingId here = gate.get(actor, next).id();
        return jdbc.sql("SELECT meeting_id FROM meeting_second_session WHERE next_meeting = ?")
                .param(here.value())
                .query((row, n) -> new MeetingId(row.getLong("meeting_id")))
                .optional();
    }

    /**
     * Once those who waited were asked: invites everybody else who was invited to the first session.
     *
     * @return how many people got an invitation now
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int inviteOthers(Actor actor, MeetingId next) {
        MeetingId first = firstOf(actor, next).orElseThrow(() -> new NotFoundException("meeting"));
        return meetings.invite(actor, next, queries.get(actor, first).invited());
    }

    private List<PersonId> waitingPeople(MeetingId id) {
        return jdbc.sql(
                        "SELECT person_id FROM meeting_answer WHERE meeting_id = ? AND arrival IS NOT NULL ORDER BY arrival")
                .param(id.value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list();
    }

    private Set<PersonId> members(Meeting meeting, List<PersonId> people) {
        return gate.readers(meeting.id()).stream()
                .filter(reader -> !reader.guest() && people.contains(reader.person()))
                .map(reader -> reader.person())
                .collect(Collectors.toSet());
    }

    private PersonId open(MeetingId id, long offer) {
        return jdbc.sql("SELECT person_id FROM meeting_second_session"
                        + " WHERE id = ? AND meeting_id = ? AND state = 'OFFERED'")
                .params(offer, id.value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .optional()
                .orElseThrow(() -> new NotFoundException("offer"));
    }

    private void state(long offer, State state, @Nullable MeetingId next) {
        jdbc.sql("UPDATE meeting_second_session SET state = ?, next_meeting = ? WHERE id = ?")
                .param(state.name())
                .param(next == null ? null : next.value())
                .param(offer)
                .update();
    }

    private record Waiting(int people, int seats) {}
}
