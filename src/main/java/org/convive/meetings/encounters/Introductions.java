package org.convive.meetings.encounters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.rivals.Rivals;
import org.convive.notices.Notice;
import org.convive.notices.NoticeKind;
import org.convive.notices.Notices;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Introductions before a meeting, for those who asked for them, and what they say became of them. */
@Service
public class Introductions {
    /** So long before a meeting people are introduced, unless its organiser did it before. */
    public static final Duration BEFORE = Duration.ofDays(2);

    static final NoticeKind INTRODUCED = NoticeKind.both("meetings.notice.introduced");

    private final MeetingAccess access;
    private final IntroductionRows rows;
    private final Rivals rivals;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Introductions(
            MeetingAccess access,
            IntroductionRows rows,
            Rivals rivals,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.rivals = rivals;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the reader looks for, when they want to be introduced; nothing when they do not. */
    @Transactional(readOnly = true)
    public Optional<List<String>> wish(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        return rows.wish(meeting, actor.person());
    }

    /** Asks to be introduced; whoever comes or may come can. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void ask(Actor actor, MeetingId meeting, Collection<String> seeks) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        List<String> clean = seeks.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && one.indexOf('\n') < 0)
                .distinct()
                .toList();
        InvalidInput.check()
                .that(
                        !seen.hasBegun(clock.instant()) && !seen.cancelled(),
                        "seeks",
                        Message.of("meetings.error.started"))
                .that(clean.size() <= 10, "seeks", Message.of("meetings.encounters.error.seeks", 10))
                .atMost(String.join("\n", clean), 2000, "seeks")
                .orThrow();
        rows.wish(meeting, actor.person(), clean);
    }

    /** Does not want to be introduced after all; introductions that were made go too. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void withdraw(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        rows.withdraw(meeting, actor.person());
    }

    /** How many who come want to be introduced. */
    @Transactional(readOnly = true)
    public int asking(Actor actor, MeetingId meeting) {
        access.seeToChange(actor, meeting);
        return rows.asking(meeting);
    }

    /** When people are introduced without anybody's doing; empty when they are already, or it is too late. */
    @Transactional(readOnly = true)
    public Optional<Instant> byItself(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.seeToChange(actor, meeting);
        Instant starts = seen.starts();
        return starts == null || seen.hasBegun(clock.instant()) || rows.wasMade(meeting)
                ? Optional.empty()
                : Optional.of(starts.minus(BEFORE));
    }

    /**
     * Decides who is introduced to whom and tells them; what was decided before is replaced.
     *
     * @return how many introductions there are
     * @throws InvalidInput when too few of different companies asked for it
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int introduce(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.lockToChange(actor, meeting);
        InvalidInput.check()
                .that(!seen.isOver(clock.instant()) && !seen.cancelled(), "meeting", Message.of("meetings.error.over"))
                .orThrow();
        int made = decide(actor, seen);
        InvalidInput.check()
                .that(made > 0, "meeting", Message.of("meetings.encounters.error.few"))
                .orThrow();
        return made;
    }

    /** The same before the meeting by itself: nothing when it was done already, or nobody fits anybody yet. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int introduceByItself(Actor organiser, MeetingId meeting) {
        MeetingAccess.Seen seen = access.lockToChange(organiser, meeting);
        boolean early = !seen.hasBegun(clock.instant()) && !seen.cancelled();
        return early && !rows.wasMade(meeting) ? decide(organiser, seen) : 0;
    }

    private int decide(Actor actor, MeetingAccess.Seen seen) {
        MeetingId meeting = seen.id();
        List<MatchMaker.Pair> pairs = MatchMaker.introduce(
                rows.candidates(meeting),
                rivals.all(actor.cluster()),
                rows.met(actor.cluster(), meeting),
                rows.companiesMet(actor.cluster(), meeting));
        if (pairs.isEmpty()) {
            return 0;
        }
        rows.save(meeting, pairs, clock.instant());
        tell(actor, seen, pairs);
        audit.record(actor, "meeting.introduced", "meeting:" + meeting, Integer.toString(pairs.size()));
        return pairs.size();
    }

    private void tell(Actor actor, MeetingAccess.Seen seen, List<MatchMaker.Pair> pairs) {
        Set<PersonId> people = new HashSet<>();
        pairs.forEach(pair -> people.addAll(List.of(pair.one(), pair.other())));
        notices.tell(people.stream()
                .map(person -> Notice.of(
                                actor.cluster(),
                                person,
                                INTRODUCED,
                                Message.of("meetings.encounters.notice", seen.title()),
                                "c/" + actor.slug() + "/meetings/" + seen.id())
                        .once("introduced:" + seen.id())
                        .about("meeting:" + seen.id()))
                .toList());
    }

    /** Whom the reader is introduced to. */
    @Transactional(readOnly = true)
    public List<Introduction> mine(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        return rows.of(actor, meeting);
    }

    /** Says in one tap what became of an introduction; null takes it back. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void say(Actor actor, MeetingId meeting, long introduction, Introduction.@Nullable Outcome outcome) {
        access.see(actor, meeting);
        int said = rows.say(meeting, actor.person(), introduction, outcome);
        if (said == 0 && rows.of(actor, meeting).stream().noneMatch(one -> one.id() == introduction)) {
            throw new NotFoundException("introduction");
        }
    }
}
