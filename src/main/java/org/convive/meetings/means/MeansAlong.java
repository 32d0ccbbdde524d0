package org.convive.meetings.means;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingRequest;
import org.convive.means.PlanRefused;
import org.convive.means.Plans;
import org.convive.meetings.BookedMeans;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.shared.Message;
import org.convive.shared.StaleEdit;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves and gives back what is booked with meetings, in the transaction in which they move, are called off or lose their date.
 * The means' rows are locked first, as the booking protocol wants, then the deed locks the meetings; what was booked with one of
 * them meanwhile is found under that lock, and all of it is looked at again.
 */
@Component
class MeansAlong implements BookedMeans {
    private static final int LOOKS = 5;

    private final MeetingGate gate;
    private final MeetingPlans rows;
    private final Reserving reserving;
    private final Plans plans;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MeansAlong(
            MeetingGate gate,
            MeetingPlans rows,
            Reserving reserving,
            Plans plans,
            PlatformTransactionManager manager,
            Clock clock) {
        this.gate = gate;
        this.rows = rows;
        this.reserving = reserving;
        this.plans = plans;
        this.transactions = new TransactionTemplate(manager);
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.clock = clock;
    }

    @Override
    public void moving(Actor actor, List<Move> moves, String title, Runnable deed) {
        boolean unused = looking(() -> {
            Seen seen = seen(moves.stream().map(Move::meeting).toList());
            List<Moving> moving =
                    moves.stream().flatMap(move -> moving(actor, move).stream()).toList();
            if (moving.isEmpty()) {
                alone(seen.then(deed));
            } else {
                move(actor, moving, title, seen.then(deed));
            }
            return true;
        });
    }

    private void move(Actor actor, List<Moving> moving, String title, Runnable deed) {
        requireOwn(actor, moving);
        List<BookingRequest> requests = moving.stream()
                .flatMap(one -> one.lines().stream()
                        .map(BookingLine::means)
                        .distinct()
                        .map(wanted -> new BookingRequest(wanted, one.from(), one.to(), 1, title, null)))
                .toList();
        List<BookingLine> former =
                moving.stream().flatMap(one -> one.lines().stream()).toList();
        reserving.book(actor, former, requests, plan -> {
            deed.run();
            moving.forEach(one -> {
                if (!gate.get(actor, one.meeting()).from().equals(one.from())) {
                    throw new StaleEdit("meeting");
                }
                rows.unlink(one.meeting());
                rows.link(one.meeting(), plan, one.from());
            });
        });
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
    private List<Moving> moving(Actor actor, Move move) {
        Instant from = move.from();
        Instant to = move.to();
        Meeting meeting = gate.get(actor, move.meeting());
        meeting.requireChangeableBy(actor);
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

    @Override
    public List<BookingLine> freeing(Actor actor, List<MeetingId> meetings, Runnable deed) {
        return looking(() -> {
            Seen seen = seen(meetings);
            Instant now = clock.instant();
            List<BookingLine> own = new ArrayList<>();
            List<BookingLine> others = new ArrayList<>();
            for (MeetingId id : meetings) {
                Meeting unused = gate.get(actor, id);
                rows.lines(actor, id).stream()
                        .filter(line -> line.to().isAfter(now))
                        .forEach(line -> (line.mayChange(actor) ? own : others).add(line));
            }
            if (own.isEmpty()) {
                alone(seen.then(deed));
            } else {
                others.addAll(plans.giveBack(actor, own, seen.then(deed)));
            }
            return List.copyOf(others);
        });
    }

    private void alone(Runnable deed) {
        transactions.executeWithoutResult(status -> deed.run());
    }

    /** Looks again when something was booked with the meetings between the look and the lock. */
    private static <T> T looking(Supplier<T> look) {
        for (int i = 0; i < LOOKS; i++) {
            try {
                return look.get();
            } catch (BookedMeanwhile e) {
                continue;
            }
        }
        throw new ConcurrencyFailureException("what is booked with the meeting kept changing");
    }

    private Seen seen(List<MeetingId> meetings) {
        Map<MeetingId, Set<Long>> plans = new HashMap<>();
        meetings.forEach(id -> plans.put(id, rows.plans(id)));
        return new Seen(plans);
    }

    /** Which plans the meetings had when they were looked at. */
    private final class Seen {
        private final Map<MeetingId, Set<Long>> plans;

        private Seen(Map<MeetingId, Set<Long>> plans) {
            this.plans = plans;
        }

        /** The deed, which locks the meetings, and then the question whether they still have the same plans. */
        Runnable then(Runnable deed) {
            return () -> {
                deed.run();
                plans.forEach((id, before) -> {
                    if (!Objects.equals(rows.lockedPlans(id), before)) {
                        throw new BookedMeanwhile();
                    }
                });
            };
        }
    }

    private static final class BookedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
