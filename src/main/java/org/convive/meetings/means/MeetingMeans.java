package org.convive.meetings.means;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.PartsOfPlans;
import org.convive.means.PlanRefused;
import org.convive.means.Plans;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.StaleEdit;
import org.springframework.stereotype.Service;

/**
 * Room, screen, minibus: booked with a meeting in one transaction, moved when it moves, given back when it is called off or
 * loses its date; for one date of a series or for several at once. Either all of it happens or nothing. Not to be called
 * inside a transaction (see the decision record "Booking protocol").
 */
@Service
public class MeetingMeans {
    private final MeetingGate gate;
    private final MeetingSeries series;
    private final MeetingPlans rows;
    private final Plans plans;
    private final PartsOfPlans parts;
    private final MeansQueries means;
    private final Clock clock;

    MeetingMeans(
            MeetingGate gate,
            MeetingSeries series,
            MeetingPlans rows,
            Plans plans,
            PartsOfPlans parts,
            MeansQueries means,
            Clock clock) {
        this.gate = gate;
        this.series = series;
        this.rows = rows;
        this.plans = plans;
        this.parts = parts;
        this.means = means;
        this.clock = clock;
    }

    /** What is booked with the meeting and not given back. */
    public List<BookingLine> lines(Actor actor, MeetingId id) {
        gate.get(actor, id);
        return rows.lines(actor, id);
    }

    /**
     * Says which means the meeting has, one unit of each: those new are booked for its time, those left out given back.
     *
     * @throws MeansStay naming each that cannot be booked, with what is in the way and what is free instead; then nothing
     *     was changed
     */
    public void set(Actor actor, MeetingId id, Set<MeansId> wanted) {
        Meeting meeting = gate.get(actor, id);
        meeting.requireChangeableBy(actor);
        InvalidInput.check()
                .that(meeting.isDated(), "means", Message.of("meetings.error.no-date"))
                .orThrow();
        List<BookingLine> lines = rows.lines(actor, id);
        Set<MeansId> had = means(lines);
        List<BookingRequest> more = wanted.stream()
                .filter(one -> !had.contains(one))
                .map(one -> new BookingRequest(one, meeting.from(), meeting.to(), 1, meeting.title(), null))
                .toList();
        if (!more.isEmpty()) {
            book(actor, more, plan -> {
                Meeting locked = gate.lock(actor, id);
                locked.requireChangeableBy(actor);
                requireAsSeen(locked, meeting);
                rows.link(id, plan, meeting.from());
            });
        }
        List<BookingLine> left =
                lines.stream().filter(line -> !wanted.contains(line.means())).toList();
        if (!left.isEmpty()) {
            parts.cancel(actor, left, () -> {});
        }
    }

    private void book(Actor actor, List<BookingRequest> requests, LongConsumer together) {
        try {
            var unused = plans.book(actor, requests, null, "", together);
        } catch (PlanRefused e) {
            throw new MeansStay(
                    e.lines().entrySet().stream()
                            .map(line -> stuck(actor, requests.get(line.getKey()), line.getValue()))
                            .sorted(Comparator.comparing(MeansStay.Stuck::from))
                            .toList(),
                    e);
        }
    }

    private MeansStay.Stuck stuck(Actor actor, BookingRequest request, PlanRefused.Reason reason) {
        String name = means.get(actor, request.means()).means().name();
        return new MeansStay.Stuck(request.means(), name, request.from(), request.to(), reason);
    }

    private static void requireAsSeen(Meeting now, Meeting seen) {
        if (!now.isDated() || !now.from().equals(seen.from()) || !now.to().equals(seen.to())) {
            throw new StaleEdit("meeting");
        }
    }

    /** As {@link #change(Actor, MeetingId, int, MeetingDraft, Scope)}, for this meeting only. */
    public void change(Actor actor, MeetingId id, int version, MeetingDraft draft) {
        change(actor, id, version, draft, Scope.THIS);
    }

    /**
     * Changes a meeting, or several of a series, and moves what is booked with each whose time changes.
     *
     * @throws MeansStay naming each means that cannot move; then nothing was changed
     */
    public void change(Actor actor, MeetingId id, int version, MeetingDraft draft, Scope scope) {
        gate.get(actor, id).requireChangeableBy(actor);
        List<Moving> moving = series.moves(actor, id, draft, scope).stream()
                .flatMap(move -> moving(actor, move).stream())
                .toList();
        Runnable change = () -> series.change(actor, id, version, draft, scope);
        if (moving.isEmpty()) {
            change.run();
            return;
        }
        requireOwn(actor, moving);
        List<BookingRequest> requests = moving.stream()
                .flatMap(one -> means(one.lines()).stream()
                        .map(wanted -> new BookingRequest(wanted, one.from(), one.to(), 1, draft.title(), null)))
                .toList();
        List<BookingLine> former =
                moving.stream().flatMap(one -> one.lines().stream()).toList();
        book(actor, requests, plan -> {
            change.run();
            parts.giveBack(actor, former);
            moving.forEach(one -> {
                if (!gate.get(actor, one.meeting()).from().equals(one.from())) {
                    throw new StaleEdit("meeting");
                }
                rows.unlink(one.meeting());
                rows.link(one.meeting(), plan, one.from());
            });
        });
        parts.offer(actor, former);
    }

    /** What another company booked with the meeting cannot be moved by the actor. */
    private static void requireOwn(Actor actor, List<Moving> moving) {
        List<MeansStay.Stuck> stuck = moving.stream()
                .flatMap(one -> one.lines().stream()
                        .filter(line -> !line.mayChange(actor))
                        .map(line -> new MeansStay.Stuck(
                                line.means(),
                                line.meansName(),
                                one.from(),
                                one.to(),
                                new PlanRefused.Reason(
                                        Map.of(
                                                "means",
                                                Message.of("meetings.means.not-yours", line.organisationName())),
                                        List.of(),
                                        List.of()))))
                .toList();
        if (!stuck.isEmpty()) {
            throw new MeansStay(stuck, null);
        }
    }

    /** A meeting that gets another time, with what is booked with it; empty when nothing has to move. */
    private List<Moving> moving(Actor actor, MeetingSeries.Move move) {
        Instant from = move.from();
        Instant to = move.to();
        Meeting meeting = gate.get(actor, move.meeting());
        boolean moves = meeting.isDated()
                && from != null
                && to != null
                && to.isAfter(from)
                && (!meeting.from().equals(from) || !meeting.to().equals(to));
        List<BookingLine> lines = moves ? rows.lines(actor, move.meeting()) : List.of();
        return lines.isEmpty() || from == null || to == null
                ? List.of()
                : List.of(new Moving(move.meeting(), from, to, lines));
    }

    private record Moving(MeetingId meeting, Instant from, Instant to, List<BookingLine> lines) {}

    /**
     * Calls off a meeting, or several of a series, and gives back what is booked with each in the same transaction.
     *
     * @return what stays booked, since the actor may not give it back
     */
    public List<BookingLine> cancel(Actor actor, MeetingId id, String farewell, Scope scope) {
        return freeing(actor, series.concerned(actor, id, scope), () -> series.cancel(actor, id, farewell, scope));
    }

    /**
     * Does what takes a meeting's time away (looking for another date), and gives back what is booked with it in the same
     * transaction.
     *
     * @return what stays booked, since the actor may not give it back
     */
    public List<BookingLine> freeing(Actor actor, MeetingId id, Runnable deed) {
        return freeing(actor, List.of(id), deed);
    }

    private List<BookingLine> freeing(Actor actor, List<MeetingId> ids, Runnable deed) {
        Instant now = clock.instant();
        List<BookingLine> own = new ArrayList<>();
        List<BookingLine> others = new ArrayList<>();
        for (MeetingId id : ids) {
            lines(actor, id).stream()
                    .filter(line -> line.to().isAfter(now))
                    .forEach(line -> (line.mayChange(actor) ? own : others).add(line));
        }
        if (own.isEmpty()) {
            deed.run();
        } else {
            parts.cancel(actor, own, deed);
        }
        return List.copyOf(others);
    }

    private static Set<MeansId> means(List<BookingLine> lines) {
        return lines.stream().map(BookingLine::means).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
