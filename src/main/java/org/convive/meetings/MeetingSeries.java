package org.convive.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.convive.calendar.Recurrence;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingLine;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings that take place again and again. Each time is a meeting of its own, with its own answers, seats, agenda and
 * minutes, and may be moved, changed or called off by itself; a change may also be for all that follow, or for all.
 */
@Service
public class MeetingSeries {
    /** No series holds more. */
    public static final int MOST = 60;

    private final Meetings meetings;
    private final SeriesRows rows;
    private final MeetingStages stages;
    private final MeetingService service;
    private final BookedMeans booked;
    private final SeriesPost post;
    private final AuditTrail audit;
    private final Clock clock;

    MeetingSeries(
            Meetings meetings,
            SeriesRows rows,
            MeetingStages stages,
            MeetingService service,
            BookedMeans booked,
            SeriesPost post,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.rows = rows;
        this.stages = stages;
        this.service = service;
        this.booked = booked;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a change is for. */
    public enum Scope {
        THIS,
        /** This one and all that follow. */
        FOLLOWING,
        /** All that are not over yet. */
        ALL
    }

    /**
     * Puts a meeting on the table that repeats, in the local time of its place. Those invited get one letter that names
     * the dates.
     *
     * @param first the first time; an answer-by date keeps its distance to each
     * @return the meetings, the first first
     * @throws InvalidInput for {@code recurrence}, or as for a single meeting
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public List<MeetingId> schedule(Actor actor, MeetingDraft first, RepeatRule rule) {
        Instant now = now();
        MeetingPolicy.checkNew(first, now);
        ZoneId zone = first.zone();
        Instant from = Objects.requireNonNull(first.from());
        LocalDateTime start = LocalDateTime.ofInstant(from, zone);
        Duration length = Duration.between(start, LocalDateTime.ofInstant(Objects.requireNonNull(first.to()), zone));
        Recurrence recurrence = Recurrence.of(start, zone, rule);
        recurrence.requireSound(MOST);
        String uid = stages.newUid();
        long series = rows.insert(actor.cluster(), start, zone, recurrence.stored(), now);
        List<MeetingId> ids = new ArrayList<>();
        List<Meeting> all = new ArrayList<>();
        for (LocalDateTime local : recurrence.starts(MOST)) {
            MeetingId id = stages.begin(actor, at(first, local, length), Stage.CONFIRMED, true);
            rows.join(id, series, recurrence.moment(local), new Meeting.Occurrence(uid, local, zone));
            ids.add(id);
            all.add(meetings.get(actor, id));
        }
        post.announce(actor, all, recurrence, Readers.others(actor, meetings.readers(ids.getFirst())), now);
        audit.record(actor, "meeting.series", "meeting:" + ids.getFirst(), rule.written(zone));
        return ids;
    }

    private static MeetingDraft at(MeetingDraft first, LocalDateTime local, Duration length) {
        ZoneId zone = first.zone();
        Instant from = local.atZone(zone).toInstant();
        Instant answerBy = first.answerBy();
        return first.at(
                from,
                local.plus(length).atZone(zone).toInstant(),
                answerBy == null ? null : from.minus(Duration.between(answerBy, Objects.requireNonNull(first.from()))));
    }

    /**
     * Changes one meeting, this and those that follow, or all. The others get the same words, place, seats, hosts and
     * invited, and their time moves as this one's does, unless they were moved by themselves. Answers stay; what is
     * booked with each moves along.
     *
     * @param version of the meeting that the actor saw
     * @throws org.convive.meetings.means.MeansStay naming what is booked and cannot move; then nothing was changed
     */
    public void change(Actor actor, MeetingId id, int version, MeetingDraft draft, Scope scope) {
        List<BookedMeans.Move> moves = moves(actor, id, draft, scope);
        if (moves.size() == 1) {
            service.change(actor, id, version, draft);
        } else {
            booked.moving(actor, moves, draft.title(), () -> changeAll(actor, id, version, draft, scope));
        }
    }

    private void changeAll(Actor actor, MeetingId id, int version, MeetingDraft draft, Scope scope) {
        List<MeetingId> others = others(actor, id, scope);
        Meeting base = meetings.lock(actor, id);
        base.requireChangeableBy(actor);
        if (base.version() != version) {
            throw new StaleEdit("meeting");
        }
        Instant now = now();
        News news = new News();
        change(actor, base, draft, news);
        rows.settle(id);
        for (MeetingId other : others) {
            Meeting before = meetings.lock(actor, other);
            boolean moved = rows.isMoved(other);
            change(actor, before, like(draft, base, before, moved), news);
            if (!moved) {
                rows.settle(other);
            }
        }
        post.invite(actor, news.invited, now);
        post.tellChanged(actor, base.title(), news.changed, now);
        audit.record(actor, "meeting.series-changed", "meeting:" + id, scope + ", " + (1 + others.size()));
    }

    private void change(Actor actor, Meeting before, MeetingDraft draft, News news) {
        Set<PersonId> invitedBefore = Readers.people(meetings.readers(before.id()));
        Meeting after = service.changeQuietly(actor, before.id(), draft);
        List<Reader> readers = Readers.others(actor, meetings.readers(before.id()));
        news.invited.add(new SeriesPost.Dated(after, Readers.newcomers(readers, invitedBefore)));
        if (before.mattersToThoseInvited(draft)) {
            // Calendars ask again when what was answered is no longer what is asked; the portal keeps the answer.
            List<Reader> told = Readers.interested(readers, invitedBefore).stream()
                    .map(reader -> before.sequence() == after.sequence() ? reader : reader.unanswered())
                    .toList();
            news.changed.add(new SeriesPost.Dated(after, told));
        }
    }

    /** Who is to be told what about a change of several dates. */
    private static final class News {
        private final List<SeriesPost.Dated> invited = new ArrayList<>();
        private final List<SeriesPost.Dated> changed = new ArrayList<>();
    }

    /** Which meetings a change is for, this one first, and when they would take place; without changing anything. */
    private List<BookedMeans.Move> moves(Actor actor, MeetingId id, MeetingDraft draft, Scope scope) {
        Meeting base = meetings.get(actor, id);
        List<BookedMeans.Move> moves = new ArrayList<>();
        moves.add(new BookedMeans.Move(id, draft.from(), draft.to()));
        if (scope != Scope.THIS) {
            for (MeetingId other : ahead(base, scope)) {
                Meeting before = meetings.get(actor, other);
                MeetingDraft then = like(draft, base, before, rows.isMoved(other));
                moves.add(new BookedMeans.Move(other, then.from(), then.to()));
            }
        }
        return moves;
    }

    /** The meetings that a scope means, this one first. */
    private List<MeetingId> concerned(Actor actor, MeetingId id, Scope scope) {
        Meeting base = meetings.get(actor, id);
        List<MeetingId> all = new ArrayList<>();
        all.add(id);
        if (scope != Scope.THIS) {
            all.addAll(ahead(base, scope));
        }
        return all;
    }

    private static MeetingDraft like(MeetingDraft draft, Meeting base, Meeting other, boolean moved) {
        Instant from = draft.from();
        Instant to = draft.to();
        if (moved || from == null || to == null) {
            return draft.at(other.from(), other.to(), other.answerBy());
        }
        ZoneId zone = draft.zone();
        LocalDateTime former = LocalDateTime.ofInstant(base.from(), base.zone());
        LocalDateTime wanted = LocalDateTime.ofInstant(from, zone);
        long days = ChronoUnit.DAYS.between(former.toLocalDate(), wanted.toLocalDate());
        LocalDateTime local = LocalDateTime.ofInstant(other.from(), other.zone())
                .toLocalDate()
                .plusDays(days)
                .atTime(wanted.toLocalTime());
        Duration length = Duration.between(wanted, LocalDateTime.ofInstant(to, zone));
        Instant start = local.atZone(zone).toInstant();
        Instant answerBy = draft.answerBy();
        return draft.at(
                start,
                local.plus(length).atZone(zone).toInstant(),
                answerBy == null ? null : start.minus(Duration.between(answerBy, from)));
    }

    /**
     * Calls off one meeting, this and those that follow, or all; those invited get one letter, and what is booked with each
     * is given back.
     *
     * @return what stays booked, since another company booked it
     */
    public List<BookingLine> cancel(Actor actor, MeetingId id, String farewell, Scope scope) {
        List<MeetingId> concerned = concerned(actor, id, scope);
        if (concerned.size() == 1) {
            return service.cancel(actor, id, farewell);
        }
        InvalidInput.check().atMost(farewell, 500, "farewell").orThrow();
        return booked.freeing(actor, concerned, () -> cancelAll(actor, id, farewell, scope));
    }

    private void cancelAll(Actor actor, MeetingId id, String farewell, Scope scope) {
        List<MeetingId> others = others(actor, id, scope);
        Instant now = now();
        List<SeriesPost.Dated> cancelled = new ArrayList<>();
        List<MeetingId> all = new ArrayList<>(others);
        all.addFirst(id);
        for (MeetingId one : all) {
            Meeting before = meetings.lock(actor, one);
            before.requireChangeableBy(actor);
            InvalidInput.check()
                    .that(!before.isOver(now), "meeting", Message.of("meetings.error.over"))
                    .orThrow();
            meetings.cancel(one, farewell.strip(), now);
            List<Reader> readers = Readers.others(actor, meetings.readers(one));
            cancelled.add(new SeriesPost.Dated(
                    meetings.get(actor, one), Readers.interested(readers, Readers.people(readers))));
        }
        post.tellCancelled(actor, cancelled, now);
        audit.record(actor, "meeting.series-cancelled", "meeting:" + id, scope + ", " + cancelled.size());
    }

    /** The others that a scope means, all of them locked in the order of their ids. */
    private List<MeetingId> others(Actor actor, MeetingId id, Scope scope) {
        if (scope == Scope.THIS) {
            return List.of();
        }
        Set<Long> found = new TreeSet<>();
        ahead(meetings.get(actor, id), scope).forEach(one -> found.add(one.value()));
        found.add(id.value());
        found.forEach(one -> meetings.lock(actor, new MeetingId(one)));
        found.remove(id.value());
        return found.stream().map(MeetingId::new).toList();
    }

    /** The others that a scope means, in the order of their ids. */
    private List<MeetingId> ahead(Meeting base, Scope scope) {
        Instant now = now();
        return rows.ahead(base.id(), scope == Scope.FOLLOWING && base.isDated() ? base.from() : now, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
