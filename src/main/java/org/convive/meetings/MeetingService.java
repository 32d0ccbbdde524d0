package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingLine;
import org.convive.meetings.AnswerRows.Via;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What people do with meetings. Each deed locks the meeting, decides, writes, and tells those concerned. */
@Service
public class MeetingService {
    private final Meetings meetings;
    private final Invitations invitations;
    private final AnswerRows answers;
    private final Voices voices;
    private final MeetingPost post;
    private final MeetingStages stages;
    private final SeatKeeper seats;
    private final BookedMeans booked;
    private final List<Regrets> regrets;
    private final AuditTrail audit;
    private final Clock clock;

    MeetingService(
            Meetings meetings,
            Invitations invitations,
            AnswerRows answers,
            Voices voices,
            MeetingPost post,
            MeetingStages stages,
            SeatKeeper seats,
            BookedMeans booked,
            List<Regrets> regrets,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.answers = answers;
        this.voices = voices;
        this.post = post;
        this.stages = stages;
        this.seats = seats;
        this.booked = booked;
        this.regrets = List.copyOf(regrets);
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts a meeting on the table and invites to it. Any member may; if they host it, they come. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public MeetingId schedule(Actor actor, MeetingDraft draft) {
        MeetingPolicy.checkNew(draft, now());
        return stages.begin(actor, draft, Stage.CONFIRMED);
    }

    /**
     * Changes a meeting. Those invited are told when its time, place or title changed; whoever is invited anew gets
     * an invitation; more seats go to those who wait; what is booked with it moves along.
     *
     * @param version of the meeting that the actor saw
     * @throws org.convive.meetings.means.MeansStay naming what is booked with it and cannot move; nothing was changed
     */
    public void change(Actor actor, MeetingId id, int version, MeetingDraft wanted) {
        booked.moving(
                actor,
                List.of(new BookedMeans.Move(id, wanted.from(), wanted.to())),
                wanted.title(),
                () -> changeOne(actor, id, version, wanted));
    }

    private void changeOne(Actor actor, MeetingId id, int version, MeetingDraft wanted) {
        Instant now = now();
        Meeting before = meetings.lock(actor, id);
        MeetingDraft draft = before.isDated() ? wanted : wanted.undated();
        before.requireChangeableBy(actor);
        if (before.version() != version) {
            throw new StaleEdit("meeting");
        }
        Set<PersonId> invitedBefore = Readers.people(meetings.readers(id));
        Meeting after = write(actor, before, draft, now);
        List<Reader> readers = Readers.others(actor, meetings.readers(id));
        post.inviteLate(actor, after, Readers.newcomers(readers, invitedBefore), now);
        if (before.isDated() && before.mattersToThoseInvited(draft)) {
            post.tellChange(actor, before, after, Readers.interested(readers, invitedBefore), now);
        }
        audit.record(actor, "meeting.changed", "meeting:" + id, draft.title());
    }

    /** Changes a meeting whose lock is held; only who gets a seat by it is told. */
    Meeting changeQuietly(Actor actor, MeetingId id, MeetingDraft draft) {
        Meeting before = meetings.lock(actor, id);
        before.requireChangeableBy(actor);
        return write(actor, before, draft, now());
    }

    private Meeting write(Actor actor, Meeting before, MeetingDraft draft, Instant now) {
        MeetingId id = before.id();
        MeetingPolicy.checkChange(before, draft, now);
        invitations.requireHere(before.cluster(), draft);
        Seating seating = answers.seating(before);
        seating.resize(draft.capacity());
        int sequence = before.sequence() + (before.meetsElsewhereOrAnotherTime(draft) ? 1 : 0);
        meetings.update(id, draft, sequence, now);
        invitations.add(id, draft.invited().and(formerHosts(before, draft)));
        meetings.hosts(id, draft.hosts());
        answers.save(id, seating, Via.of(Source.PORTAL), now);
        Meeting after = meetings.get(actor, id);
        post.tellPromoted(actor, after, Readers.promoted(meetings.readers(id), seating), now);
        return after;
    }

    /**
     * Calls a meeting off; everybody invited is told unless they said no, and what is booked with it is given back.
     *
     * @param farewell a word to them, perhaps empty
     * @return what stays booked, since another company booked it
     */
    public List<BookingLine> cancel(Actor actor, MeetingId id, String farewell) {
        InvalidInput.check().atMost(farewell, 500, "farewell").orThrow();
        return booked.freeing(actor, List.of(id), () -> cancelOne(actor, id, farewell));
    }

    private void cancelOne(Actor actor, MeetingId id, String farewell) {
        Instant now = now();
        Meeting before = meetings.lock(actor, id);
        before.requireChangeableBy(actor);
        InvalidInput.check()
                .that(!before.isOver(now), "meeting", Message.of("meetings.error.over"))
                .orThrow();
        meetings.cancel(id, farewell.strip(), now);
        Meeting after = meetings.get(actor, id);
        List<Reader> readers = Readers.others(actor, meetings.readers(id));
        post.tellCancelled(actor, after, Readers.interested(readers, Readers.people(readers)), now);
        audit.record(actor, "meeting.cancelled", "meeting:" + id, farewell.strip());
    }

    /**
     * Invites more organisations or people.
     *
     * @return how many people got an invitation now
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int invite(Actor actor, MeetingId id, Invited more) {
        Instant now = now();
        Meeting meeting = meetings.lock(actor, id);
        meeting.requireChangeableBy(actor);
        InvalidInput.check()
                .that(!more.isNobody(), "invited", Message.of("meetings.error.nobody-invited"))
                .that(!meeting.isOver(now), "meeting", Message.of("meetings.error.over"))
                .orThrow();
        invitations.requireHere(meeting.cluster(), more);
        Set<PersonId> invitedBefore = Readers.people(meetings.readers(id));
        invitations.add(id, more);
        List<Reader> newcomers = Readers.newcomers(Readers.others(actor, meetings.readers(id)), invitedBefore);
        post.inviteLate(actor, meeting, newcomers, now);
        audit.record(actor, "meeting.invited", "meeting:" + id, Integer.toString(newcomers.size()));
        return newcomers.size();
    }

    /** As {@link #answer(Actor, MeetingId, Answer, int, Source)}, said on a page of the portal. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Reply answer(Actor actor, MeetingId id, Answer answer, int guests) {
        return record(actor, id, answer, guests, Via.of(Source.PORTAL));
    }

    /**
     * Says yes, maybe, no or keep me posted; saying the same again changes nothing. A yes that finds no seats waits
     * for them.
     *
     * @param guests people who come along, only counted with a yes
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Reply answer(Actor actor, MeetingId id, Answer answer, int guests, Source source) {
        return record(actor, id, answer, guests, Via.of(source));
    }

    /**
     * Records what somebody else said, on the telephone or in the corridor. An animator may, and whoever may change the
     * meeting; it is shown who recorded it.
     *
     * @throws org.convive.shared.NotFoundException when the meeting is not for that person
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Reply answerFor(Actor actor, MeetingId id, PersonId who, Answer answer, int guests) {
        Meeting meeting = meetings.lock(actor, id);
        meeting.requireChangeableBy(actor);
        Actor person = voices.of(id, who).orElseThrow(() -> new NotFoundException("person"));
        Reply reply = record(person, id, answer, guests, new Via(Source.PHONE, actor.person()));
        audit.record(actor, "meeting.answered-for", "meeting:" + id, person.name() + ": " + answer);
        return reply;
    }

    private Reply record(Actor person, MeetingId id, Answer answer, int guests, Via via) {
        Instant now = now();
        Meeting meeting = meetings.lock(person, id);
        Seating seating = answers.seating(meeting);
        Seating.Party before = seating.partyOf(person.person());
        meeting.requireAnswerable(answer, before != null && before.answer() == Answer.YES, person, now);
        seating.answer(person.person(), answer, guests, person.organisation(), meeting.mayBeChangedBy(person));
        return settle(person, meeting, seating, before, via, now);
    }

    /**
     * Says under which rules seats are given. Nobody loses a seat by it.
     *
     * @param perCompany seats for one company; null for no limit
     * @param approval whether a yes waits until somebody who may change the meeting approves it
     */
    public void rules(Actor actor, MeetingId id, @Nullable Integer perCompany, boolean approval) {
        seats.rules(actor, id, perCompany, approval);
    }

    /** Approves somebody's yes; they get their seats when some are free, and are told. */
    public void approve(Actor actor, MeetingId id, PersonId person) {
        seats.approve(actor, id, person);
    }

    /** Takes the answer back, as if there had been none; for Undo. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void withdraw(Actor actor, MeetingId id) {
        Instant now = now();
        Meeting meeting = meetings.lock(actor, id);
        Seating seating = answers.seating(meeting);
        Seating.Party before = seating.partyOf(actor.person());
        if (before == null) {
            return;
        }
        meeting.requireAnswerable(Answer.NO, before.answer() == Answer.YES, actor, now);
        seating.withdraw(actor.person());
        Via via = Via.of(Source.PORTAL);
        answers.withdraw(id, actor.person(), via, now);
        settle(actor, meeting, seating, before, via, now);
    }

    private Reply settle(
            Actor actor, Meeting meeting, Seating seating, Seating.@Nullable Party before, Via via, Instant now) {
        answers.save(meeting.id(), seating, via, now);
        if (!seating.promoted().isEmpty()) {
            post.tellPromoted(actor, meeting, Readers.promoted(meetings.readers(meeting.id()), seating), now);
        }
        Seating.Party party = seating.partyOf(actor.person());
        if (mayCome(before) && !mayCome(party)) {
            regrets.forEach(one -> one.regretted(actor, meeting));
        }
        return new Reply(
                party == null ? null : party.answer(),
                party == null ? 0 : party.guests(),
                seating.positionOf(actor.person()),
                before == null ? null : before.answer(),
                before == null ? 0 : before.guests());
    }

    private static boolean mayCome(Seating.@Nullable Party party) {
        return party != null && (party.answer() == Answer.YES || party.answer() == Answer.MAYBE);
    }

    /** Who hosted before stays invited. */
    private static Invited formerHosts(Meeting before, MeetingDraft draft) {
        Set<PersonId> former = new HashSet<>(before.hosts());
        draft.hosts().forEach(former::remove);
        return new Invited(false, Set.of(), former);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What an answer led to, and what was said before it, so that it can be taken back.
     *
     * @param answer null after a withdrawal
     * @param waitingPosition 1 for the first on the waiting list; null for somebody who does not wait
     * @param formerAnswer null when this was the first
     */
    public record Reply(
            @Nullable Answer answer,
            int guests,
            @Nullable Integer waitingPosition,
            @Nullable Answer formerAnswer,
            int formerGuests) {}
}
