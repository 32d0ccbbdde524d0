package org.convive.meetings;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What people do with meetings. Each deed locks the meeting, decides, writes, and tells those concerned. */
@Service
public class MeetingService {
    private final Meetings meetings;
    private final MeetingPost post;
    private final AuditTrail audit;
    private final Clock clock;
    private final String uidHost;

    MeetingService(
            Meetings meetings,
            MeetingPost post,
            AuditTrail audit,
            Clock clock,
            @Value("${convive.public-url}") URI publicUrl) {
        this.meetings = meetings;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
        this.uidHost = Objects.requireNonNullElse(publicUrl.getHost(), "convive");
    }

    /** Puts a meeting on the table and invites to it. Any member may; if they host it, they come. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public MeetingId schedule(Actor actor, MeetingDraft draft) {
        Instant now = now();
        MeetingPolicy.checkNew(draft, now);
        meetings.requireHere(actor.cluster(), draft);
        MeetingId id = meetings.insert(actor, draft, UUID.randomUUID() + "@" + uidHost, now);
        meetings.hosts(id, draft.hosts());
        meetings.invite(id, draft.invited());
        Meeting meeting = meetings.get(actor, id);
        if (draft.hosts().contains(actor.person())) {
            Seating seating = meetings.seating(meeting);
            seating.answer(actor.person(), Answer.YES, 0);
            meetings.save(id, seating, now);
        }
        post.invite(actor, meeting, others(actor, meetings.readers(id)), now);
        audit.record(actor, "meeting.scheduled", "meeting:" + id, draft.title());
        return id;
    }

    /**
     * Changes a meeting. Those invited are told when its time, place or title changed; whoever is invited anew gets
     * an invitation; more seats go to those who wait.
     *
     * @param version of the meeting that the actor saw
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void change(Actor actor, MeetingId id, int version, MeetingDraft draft) {
        Instant now = now();
        Meeting before = meetings.lock(actor, id);
        before.requireChangeableBy(actor);
        if (before.version() != version) {
            throw new StaleEdit("meeting");
        }
        MeetingPolicy.checkChange(draft, before.from(), before.answerBy(), now);
        meetings.requireHere(before.cluster(), draft);
        Set<PersonId> invitedBefore = people(meetings.readers(id));
        Seating seating = meetings.seating(before);
        seating.resize(draft.capacity());
        int sequence = before.sequence() + (before.meetsElsewhereOrAnotherTime(draft) ? 1 : 0);
        meetings.update(id, draft, sequence, now);
        meetings.invite(id, draft.invited().and(formerHosts(before, draft)));
        meetings.hosts(id, draft.hosts());
        meetings.save(id, seating, now);
        Meeting after = meetings.get(actor, id);
        List<Reader> readers = others(actor, meetings.readers(id));
        post.invite(actor, after, newcomers(readers, invitedBefore), now);
        if (before.mattersToThoseInvited(draft)) {
            post.tellChange(actor, before, after, interested(readers, invitedBefore), now);
        }
        post.tellPromoted(actor, after, promoted(meetings.readers(id), seating), now);
        audit.record(actor, "meeting.changed", "meeting:" + id, draft.title());
    }

    /**
     * Calls a meeting off; everybody invited is told unless they said no.
     *
     * @param farewell a word to them, perhaps empty
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void cancel(Actor actor, MeetingId id, String farewell) {
        InvalidInput.check().atMost(farewell, 500, "farewell").orThrow();
        Instant now = now();
        Meeting before = meetings.lock(actor, id);
        before.requireChangeableBy(actor);
        InvalidInput.check()
                .that(now.isBefore(before.to()), "meeting", Message.of("meetings.error.over"))
                .orThrow();
        meetings.cancel(id, farewell.strip(), now);
        Meeting after = meetings.get(actor, id);
        List<Reader> readers = others(actor, meetings.readers(id));
        post.tellCancelled(actor, after, interested(readers, people(readers)), now);
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
                .that(now.isBefore(meeting.to()), "meeting", Message.of("meetings.error.over"))
                .orThrow();
        meetings.requireHere(meeting.cluster(), more.organisations(), more.people());
        Set<PersonId> invitedBefore = people(meetings.readers(id));
        meetings.invite(id, more);
        List<Reader> newcomers = newcomers(others(actor, meetings.readers(id)), invitedBefore);
        post.invite(actor, meeting, newcomers, now);
        audit.record(actor, "meeting.invited", "meeting:" + id, Integer.toString(newcomers.size()));
        return newcomers.size();
    }

    /**
     * Says yes, maybe, no or keep me posted; saying the same again changes nothing. A yes that finds no seats waits
     * for them.
     *
     * @param guests people who come along, only counted with a yes
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Reply answer(Actor actor, MeetingId id, Answer answer, int guests) {
        Instant now = now();
        Meeting meeting = meetings.lock(actor, id);
        Seating seating = meetings.seating(meeting);
        Seating.Party before = seating.partyOf(actor.person());
        meeting.requireAnswerable(answer, before != null && before.answer() == Answer.YES, actor, now);
        seating.answer(actor.person(), answer, guests);
        return settle(actor, meeting, seating, before, now);
    }

    /** Takes the answer back, as if there had been none; for Undo. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void withdraw(Actor actor, MeetingId id) {
        Instant now = now();
        Meeting meeting = meetings.lock(actor, id);
        Seating seating = meetings.seating(meeting);
        Seating.Party before = seating.partyOf(actor.person());
        if (before == null) {
            return;
        }
        meeting.requireAnswerable(Answer.NO, before.answer() == Answer.YES, actor, now);
        seating.withdraw(actor.person());
        meetings.withdraw(id, actor.person(), now);
        settle(actor, meeting, seating, before, now);
    }

    private Reply settle(Actor actor, Meeting meeting, Seating seating, Seating.@Nullable Party before, Instant now) {
        meetings.save(meeting.id(), seating, now);
        if (!seating.promoted().isEmpty()) {
            post.tellPromoted(actor, meeting, promoted(meetings.readers(meeting.id()), seating), now);
        }
        Seating.Party party = seating.partyOf(actor.person());
        return new Reply(
                party == null ? null : party.answer(),
                party == null ? 0 : party.guests(),
                seating.positionOf(actor.person()),
                before == null ? null : before.answer(),
                before == null ? 0 : before.guests());
    }

    /** Who hosted before stays invited. */
    private static Invited formerHosts(Meeting before, MeetingDraft draft) {
        Set<PersonId> former = new HashSet<>(before.hosts());
        draft.hosts().forEach(former::remove);
        return new Invited(false, Set.of(), former);
    }

    private static List<Reader> others(Actor actor, List<Reader> readers) {
        return readers.stream()
                .filter(reader -> !reader.person().equals(actor.person()))
                .toList();
    }

    private static List<Reader> newcomers(List<Reader> readers, Set<PersonId> invitedBefore) {
        return readers.stream()
                .filter(reader -> !invitedBefore.contains(reader.person()))
                .toList();
    }

    private static List<Reader> interested(List<Reader> readers, Set<PersonId> invitedBefore) {
        return readers.stream()
                .filter(reader -> invitedBefore.contains(reader.person()) && reader.answer() != Answer.NO)
                .toList();
    }

    private static List<Reader> promoted(List<Reader> readers, Seating seating) {
        List<Reader> promoted = new ArrayList<>();
        for (Seating.Party party : seating.promoted()) {
            readers.stream()
                    .filter(reader -> reader.person().equals(party.person()))
                    .forEach(promoted::add);
        }
        return promoted;
    }

    private static Set<PersonId> people(List<Reader> readers) {
        return readers.stream().map(Reader::person).collect(Collectors.toSet());
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
