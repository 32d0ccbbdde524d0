package org.convive.meetings;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingLine;
import org.convive.meetings.AnswerRows.Via;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a meeting from stage to stage: idea, dates, confirmed, held, follow-up. Every stage may be skipped and one may
 * go back. What people said is never touched, only added to.
 */
@Service
public class MeetingStages {
    private final Meetings meetings;
    private final Invitations invitations;
    private final AnswerRows answers;
    private final MeetingPost post;
    private final BookedMeans booked;
    private final AuditTrail audit;
    private final Clock clock;
    private final String uidHost;

    MeetingStages(
            Meetings meetings,
            Invitations invitations,
            AnswerRows answers,
            MeetingPost post,
            BookedMeans booked,
            AuditTrail audit,
            Clock clock,
            @Value("${convive.public-url}") URI publicUrl) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.answers = answers;
        this.post = post;
        this.booked = booked;
        this.audit = audit;
        this.clock = clock;
        this.uidHost = Objects.requireNonNullElse(publicUrl.getHost(), "convive");
    }

    /** What somebody said about a date before it was chosen, and when. */
    public record Said(Answer answer, Instant at) {}

    /** Puts an idea on the table and asks who would come. Any member may. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public MeetingId imagine(Actor actor, MeetingDraft draft) {
        return beginUndated(actor, draft, Stage.IDEA);
    }

    /** Puts a meeting on the table that has no date yet, and tells those invited. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public MeetingId beginUndated(Actor actor, MeetingDraft draft, Stage stage) {
        MeetingPolicy.checkUndated(draft);
        return begin(actor, draft.undated(), stage);
    }

    MeetingId begin(Actor actor, MeetingDraft draft, Stage stage) {
        return begin(actor, draft, stage, false);
    }

    /** @param quiet writes no letters: the caller tells */
    MeetingId begin(Actor actor, MeetingDraft draft, Stage stage, boolean quiet) {
        Instant now = now();
        invitations.requireHere(actor.cluster(), draft);
        MeetingId id = meetings.insert(actor, draft, stage, newUid(), now);
        meetings.hosts(id, draft.hosts());
        invitations.add(id, draft.invited());
        Meeting meeting = meetings.get(actor, id);
        if (stage.isDated() && draft.hosts().contains(actor.person())) {
            Seating seating = answers.seating(meeting);
            seating.answer(actor.person(), Answer.YES, 0);
            answers.save(id, seating, Via.of(Source.PORTAL), now);
        }
        if (!quiet) {
            post.invite(actor, meeting, Readers.others(actor, meetings.readers(id)), now);
        }
        audit.record(actor, stage.isDated() ? "meeting.scheduled" : "meeting.proposed", "meeting:" + id, draft.title());
        return id;
    }

    /**
     * Gives a meeting without a date its date, without asking which suits.
     *
     * @throws InvalidInput when it has a date already, or this one is no good
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void setDate(Actor actor, MeetingId id, @Nullable Instant from, @Nullable Instant to) {
        confirm(actor, id, from, to, Map.of());
    }

    /**
     * Gives a meeting its date. What was said about that date becomes the answer of whoever has not answered since;
     * everybody invited gets an invitation, but those who want to be kept posted.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void confirm(
            Actor actor, MeetingId id, @Nullable Instant from, @Nullable Instant to, Map<PersonId, Said> said) {
        Instant now = now();
        Meeting before = changeable(actor, id);
        InvalidInput.check()
                .that(!before.isDated(), "from", Message.of("meetings.error.has-date"))
                .orThrow();
        MeetingPolicy.checkTime(from, to, now);
        var time = new TimeSlot(Objects.requireNonNull(from), Objects.requireNonNull(to));
        meetings.stage(id, Stage.CONFIRMED, time, true, now);
        meetings.askedAnew(id, now);
        Meeting meeting = meetings.get(actor, id);
        carry(meeting, said, now);
        post.invite(actor, meeting, toAsk(actor, id), now);
        audit.record(actor, "meeting.date-set", "meeting:" + id, time.from().toString());
    }

    /** What was said earlier becomes the answer, in the order it was said, unless a later answer is there. */
    private void carry(Meeting meeting, Map<PersonId, Said> said, Instant now) {
        Map<PersonId, Instant> answered = answers.answeredAt(meeting.id());
        Seating polled = answers.seating(meeting);
        if (meeting.hosts().contains(meeting.organiser()) && polled.partyOf(meeting.organiser()) == null) {
            polled.answer(meeting.organiser(), Answer.YES, 0);
        }
        said.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<PersonId, Said> one) -> one.getValue().at()))
                .filter(one -> isLater(one.getValue().at(), answered.get(one.getKey())))
                .forEach(one -> polled.answer(one.getKey(), one.getValue().answer(), 0));
        answers.save(meeting.id(), polled, Via.of(Source.POLL), now);
        Seating imagined = answers.seating(meeting);
        answers.keptPosted(meeting.id()).stream()
                .filter(person -> imagined.partyOf(person) == null)
                .forEach(person -> imagined.answer(person, Answer.KEEP_POSTED, 0));
        answers.save(meeting.id(), imagined, Via.of(Source.IDEA), now);
    }

    private static boolean isLater(Instant said, @Nullable Instant answered) {
        return answered == null || said.isAfter(answered);
    }

    /**
     * Takes the date away: back to looking for one, or to the idea. Answers stay; a meeting that had a date leaves the
     * calendars of those invited, and what is booked with it is given back.
     *
     * @return what stays booked, since another company booked it
     */
    public List<BookingLine> undate(Actor actor, MeetingId id, Stage stage) {
        return undate(actor, id, stage, before -> {});
    }

    /**
     * As {@link #undate(Actor, MeetingId, Stage)}, and does something else in the same transaction.
     *
     * @param together gets the meeting as it was; called again when the transaction is repeated
     */
    public List<BookingLine> undate(Actor actor, MeetingId id, Stage stage, Consumer<Meeting> together) {
        if (stage.isDated()) {
            throw new IllegalArgumentException("a stage without a date");
        }
        return booked.freeing(actor, List.of(id), () -> together.accept(undateOne(actor, id, stage)));
    }

    private Meeting undateOne(Actor actor, MeetingId id, Stage stage) {
        Instant now = now();
        Meeting before = changeable(actor, id);
        if (before.stage() == stage) {
            return before;
        }
        meetings.stage(id, stage, null, before.isDated(), now);
        meetings.askedAnew(id, now);
        Meeting after = meetings.get(actor, id);
        List<Reader> readers = toAsk(actor, id);
        if (before.isDated() && !before.isOver(now)) {
            post.tellUndated(actor, before, after, readers, now);
        } else if (stage == Stage.DATES) {
            post.invite(actor, after, readers, now);
        }
        audit.record(actor, "meeting.stage", "meeting:" + id, stage.name());
        return before;
    }

    private List<Reader> toAsk(Actor actor, MeetingId id) {
        return Readers.asked(Readers.others(actor, meetings.readers(id)), answers.keptPosted(id));
    }

    /** Starts, or ends, the gathering of what a meeting that was held led to. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void followUp(Actor actor, MeetingId id, boolean wanted) {
        Instant now = now();
        Meeting meeting = changeable(actor, id);
        InvalidInput.check()
                .that(meeting.isOver(now), "meeting", Message.of("meetings.error.not-held"))
                .orThrow();
        Stage stage = wanted ? Stage.FOLLOW_UP : Stage.CONFIRMED;
        if (meeting.stage() != stage) {
            meetings.stage(id, stage, new TimeSlot(meeting.from(), meeting.to()), false, now);
            audit.record(actor, "meeting.stage", "meeting:" + id, stage.name());
        }
    }

    /** Takes back the calling off. Those invited are told that it takes place after all. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void revive(Actor actor, MeetingId id) {
        Instant now = now();
        Meeting before = meetings.lock(actor, id);
        actor.require(
                before.mayBeChangedBy(actor), "only the organiser, a host or an animator may change this meeting");
        InvalidInput.check()
                .that(!before.isOver(now), "meeting", Message.of("meetings.error.over"))
                .orThrow();
        if (before.cancelled()) {
            meetings.revive(id, now);
            meetings.askedAnew(id, now);
            Meeting meeting = meetings.get(actor, id);
            List<Reader> readers = Readers.others(actor, meetings.readers(id));
            post.invite(actor, meeting, Readers.interested(readers, Readers.people(readers)), now);
            audit.record(actor, "meeting.revived", "meeting:" + id, before.title());
        }
    }

    /** A new identity for calendars, never used again. */
    String newUid() {
        return UUID.randomUUID() + "@" + uidHost;
    }

    private Meeting changeable(Actor actor, MeetingId id) {
        Meeting meeting = meetings.lock(actor, id);
        meeting.requireChangeableBy(actor);
        return meeting;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
