package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.AnswerRows.Via;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The rules under which the seats of a meeting are given, and the organiser's word where it is wanted. */
@Component
class SeatKeeper {
    private final Meetings meetings;
    private final AnswerRows answers;
    private final MeetingPost post;
    private final AuditTrail audit;
    private final Clock clock;

    SeatKeeper(Meetings meetings, AnswerRows answers, MeetingPost post, AuditTrail audit, Clock clock) {
        this.meetings = meetings;
        this.answers = answers;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says under which rules seats are given. Nobody loses a seat by it.
     *
     * @param perCompany seats for one company; null for no limit
     * @param approval whether a yes waits until somebody who may change the meeting approves it
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void rules(Actor actor, MeetingId id, @Nullable Integer perCompany, boolean approval) {
        InvalidInput.check()
                .that(
                        perCompany == null || (perCompany >= 1 && perCompany <= MeetingPolicy.MAX_CAPACITY),
                        "perCompany",
                        Message.of("meetings.error.capacity", MeetingPolicy.MAX_CAPACITY))
                .orThrow();
        Instant now = now();
        Meeting meeting = meetings.lock(actor, id);
        meeting.requireChangeableBy(actor);
        meetings.rules(id, perCompany, approval);
        Seating seating = answers.seating(meeting);
        if (!approval) {
            seating.approveAll();
        }
        seating.resize(meeting.capacity());
        answers.save(id, seating, Via.of(Source.PORTAL), now);
        post.tellPromoted(actor, meeting, Readers.promoted(meetings.readers(id), seating), now);
        audit.record(actor, "meeting.rules", "meeting:" + id, "per company " + perCompany + ", approval " + approval);
    }

    /** Approves somebody's yes; they get their seats when some are free, and are told. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void approve(Actor actor, MeetingId id, PersonId person) {
        Instant now = now();
        Meeting meeting = meetings.lock(actor, id);
        meeting.requireChangeableBy(actor);
        Seating seating = answers.seating(meeting);
        if (seating.partyOf(person) == null) {
            throw new NotFoundException("answer");
        }
        seating.approve(person);
        answers.save(id, seating, Via.of(Source.PORTAL), now);
        post.tellPromoted(actor, meeting, Readers.promoted(meetings.readers(id), seating), now);
        audit.record(actor, "meeting.approved", "meeting:" + id, person.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
