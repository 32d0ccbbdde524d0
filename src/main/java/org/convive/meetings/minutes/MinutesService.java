package org.convive.meetings.minutes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.live.MeetingRoom;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Minutes of meetings. Everybody who takes part writes while they are a draft; each entry stands for itself, and two who
 * change the same words at once both keep what they wrote. Then those who took part may ask for corrections, until the
 * organiser releases the minutes to everybody concerned.
 */
@Service
public class MinutesService {
    static final int LONGEST = 4000;
    private static final int MOST_ENTRIES = 500;

    private final MeetingAccess access;
    private final MinutesRows rows;
    private final MinutesLetters letters;
    private final MeetingRoom room;
    private final AuditTrail audit;
    private final Clock clock;

    MinutesService(
            MeetingAccess access,
            MinutesRows rows,
            MinutesLetters letters,
            MeetingRoom room,
            AuditTrail audit,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.letters = letters;
        this.room = room;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The minutes as the actor may see them: a draft only who writes it, a text to be corrected only who took part,
     * released ones everybody invited.
     */
    @Transactional(readOnly = true)
    public Minutes minutes(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        MinutesRows.Standing standing = rows.standing(meeting);
        boolean keeper = seen.mayChange();
        boolean takesPart = keeper || rows.takesPart(meeting, actor.person());
        boolean sees = takesPart || standing.state() == Minutes.State.RELEASED;
        return new Minutes(
                standing.state(),
                sees ? rows.entries(meeting) : List.of(),
                takesPart ? rows.corrections(meeting, keeper ? null : actor.person()) : List.of(),
                writes(standing.state(), keeper, takesPart),
                takesPart && standing.state() == Minutes.State.REVIEW,
                keeper,
                standing.released());
    }

    private static boolean writes(Minutes.State state, boolean keeper, boolean takesPart) {
        return switch (state) {
            case DRAFT -> takesPart;
            case REVIEW -> keeper;
            case RELEASED -> false;
        };
    }

    /** Adds an entry at the end; everybody may do so at the same time. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public long add(Actor actor, MeetingId meeting, Entry.Draft draft) {
        requireWriter(actor, meeting);
        check(draft.words());
        requireHere(meeting, draft.item(), draft.owner());
        InvalidInput.check()
                .that(
                        rows.entries(meeting).size() < MOST_ENTRIES,
                        "words",
                        Message.of("meetings.minutes.error.many", MOST_ENTRIES))
                .orThrow();
        long id = rows.add(meeting, draft, actor.person(), clock.instant());
        room.changed(meeting, MeetingRoom.Part.MINUTES);
        return id;
    }

    /**
     * Changes the words of an entry. When somebody else changed them since, both changes are brought together.
     *
     * @param version of the words that the actor began with
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Reworded reword(Actor actor, MeetingId meeting, long entry, int version, String words) {
        requireWriter(actor, meeting);
        check(words);
        return merge(actor, meeting, entry, version, words.strip());
    }

    private Reworded merge(Actor actor, MeetingId meeting, long entry, int version, String words) {
        Entry now = rows.lock(meeting, entry).orElseThrow(MinutesService::noEntry);
        String base = rows.wording(entry, version).orElseThrow(MinutesService::noEntry);
        WordMerge.Merged merged = WordMerge.merge(base, now.words(), words);
        if (!merged.words().equals(now.words())) {
            check(merged.words());
            rows.reword(entry, now.version() + 1, merged.words(), actor.person(), clock.instant());
            room.changed(meeting, MeetingRoom.Part.MINUTES);
        }
        return new Reworded(merged.words(), merged.bothKept());
    }

    /** Says what an entry is, who sees to it and until when. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void settle(
            Actor actor,
            MeetingId meeting,
            long entry,
            Entry.Kind kind,
            @Nullable PersonId owner,
            @Nullable LocalDate due) {
        requireWriter(actor, meeting);
        requireHere(meeting, null, owner);
        requireEntry(meeting, entry);
        rows.settle(entry, kind, owner, due, clock.instant());
        room.changed(meeting, MeetingRoom.Part.MINUTES);
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void remove(Actor actor, MeetingId meeting, long entry) {
        requireWriter(actor, meeting);
        requireEntry(meeting, entry);
        rows.remove(meeting, entry, true, clock.instant());
        room.changed(meeting, MeetingRoom.Part.MINUTES);
    }

    /** Puts back what was removed; for Undo. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void restore(Actor actor, MeetingId meeting, long entry) {
        requireWriter(actor, meeting);
        if (!rows.remove(meeting, entry, false, clock.instant())) {
            throw noEntry();
        }
        room.changed(meeting, MeetingRoom.Part.MINUTES);
    }

    /** Marks an action as done, or not; its owner may at any time, and whoever may change the meeting. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void done(Actor actor, MeetingId meeting, long entry, boolean done) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        Entry action = rows.lock(meeting, entry).orElseThrow(MinutesService::noEntry);
        actor.require(
                seen.mayChange() || actor.person().equals(action.owner()),
                "only its owner or the organiser may do this");
        if (!rows.done(meeting, entry, done, clock.instant())) {
            throw noEntry();
        }
        room.changed(meeting, MeetingRoom.Part.MINUTES);
    }

    /** What the actor said they would do in this cluster and has not done, the most urgent first. */
    @Transactional(readOnly = true)
    public List<OpenAction> openActions(Actor actor, int limit) {
        return rows.openActions(actor, limit);
    }

    /** Lets those who took part read and correct. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void review(Actor actor, MeetingId meeting) {
        change(actor, meeting, Minutes.State.DRAFT, Minutes.State.REVIEW);
    }

    /** Back to writing. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void reopen(Actor actor, MeetingId meeting) {
        change(actor, meeting, Minutes.State.REVIEW, Minutes.State.DRAFT);
    }

    private void change(Actor actor, MeetingId meeting, Minutes.State from, Minutes.State to) {
        MeetingAccess.Seen seen = access.lockToChange(actor, meeting);
        requireState(meeting, from);
        rows.stand(meeting, to, null);
        if (to == Minutes.State.REVIEW) {
            letters.toCorrect(actor, seen, rows.addressees(meeting));
        }
        audit.record(
                actor, "meeting.minutes." + to.name().toLowerCase(java.util.Locale.ROOT), "meeting:" + meeting, "");
        room.changed(meeting, MeetingRoom.Part.MINUTES);
    }

    /**
     * Asks for a correction while the minutes are being corrected.
     *
     * @param version of the words that the actor read
     * @param words how the entry should read
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void correct(Actor actor, MeetingId meeting, long entry, int version, String words) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        actor.require(seen.mayChange() || rows.takesPart(meeting, actor.person()), "only who took part may correct");
        requireState(meeting, Minutes.State.REVIEW);
        check(words);
        Entry now = rows.lock(meeting, entry).orElseThrow(MinutesService::noEntry);
        var unused = rows.wording(entry, version).orElseThrow(MinutesService::noEntry);
        rows.correct(meeting, now, version, actor.person(), words.strip(), clock.instant());
        room.changed(meeting, MeetingRoom.Part.MINUTES);
    }

    /** Takes a correction into the minutes, or leaves it. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void answer(Actor actor, MeetingId meeting, long correction, boolean accept) {
        access.lockToChange(actor, meeting);
        requireState(meeting, Minutes.State.REVIEW);
        MinutesRows.Waiting waiting =
                rows.waiting(meeting, correction).orElseThrow(() -> new NotFoundException("correction"));
        if (accept) {
            var unused = merge(actor, meeting, waiting.entry(), waiting.base(), waiting.words());
        }
        rows.settle(correction, accept, clock.instant());
        room.changed(meeting, MeetingRoom.Part.MINUTES);
    }

    /**
     * Gives the minutes to everybody concerned, "keep me posted" included; they do not change any more.
     *
     * @return how many people are written to
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int release(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.lockToChange(actor, meeting);
        if (rows.standing(meeting).state() == Minutes.State.RELEASED) {
            return 0;
        }
        List<Entry> entries = rows.entries(meeting);
        InvalidInput.check()
                .that(!entries.isEmpty(), "minutes", Message.of("meetings.minutes.error.empty"))
                .that(
                        rows.corrections(meeting, null).isEmpty(),
                        "minutes",
                        Message.of("meetings.minutes.error.corrections"))
                .orThrow();
        rows.stand(meeting, Minutes.State.RELEASED, clock.instant());
        int told = letters.released(actor, seen, entries, rows.addressees(meeting));
        audit.record(actor, "meeting.minutes.released", "meeting:" + meeting, Integer.toString(told));
        room.changed(meeting, MeetingRoom.Part.MINUTES);
        return told;
    }

    private void requireWriter(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        boolean takesPart = seen.mayChange() || rows.takesPart(meeting, actor.person());
        rows.holdOpen(meeting);
        Minutes.State state = rows.standing(meeting).state();
        if (!takesPart) {
            throw new AccessDeniedException("only who takes part writes the minutes");
        }
        InvalidInput.check()
                .that(writes(state, seen.mayChange(), true), "words", Message.of("meetings.minutes.error." + state))
                .orThrow();
    }

    private void requireState(MeetingId meeting, Minutes.State wanted) {
        Minutes.State state = rows.standing(meeting).state();
        InvalidInput.check()
                .that(state == wanted, "minutes", Message.of("meetings.minutes.error." + state))
                .orThrow();
    }

    private void requireHere(MeetingId meeting, @Nullable Long item, @Nullable PersonId owner) {
        if (item != null && !rows.isItem(meeting, item)) {
            throw new NotFoundException("agenda item");
        }
        if (owner != null && !rows.isMember(meeting, Objects.requireNonNull(owner))) {
            throw new NotFoundException("person");
        }
    }

    private void requireEntry(MeetingId meeting, long entry) {
        var unused = rows.lock(meeting, entry).orElseThrow(MinutesService::noEntry);
    }

    private static void check(String words) {
        InvalidInput.check().required(words, LONGEST, "words").orThrow();
    }

    private static NotFoundException noEntry() {
        return new NotFoundException("entry");
    }
}
