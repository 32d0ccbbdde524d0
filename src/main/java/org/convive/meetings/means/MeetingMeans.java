package org.convive.meetings.means;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.convive.means.Plans;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.StaleEdit;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * Room, screen, minibus: booked with a meeting in one transaction. That they move when it moves, and are given back when it is
 * called off or loses its date, {@link MeansAlong} sees to. Not to be called inside a transaction (see the decision record
 * "Booking protocol").
 */
@Service
public class MeetingMeans {
    private static final int LOOKS = 5;

    private final MeetingGate gate;
    private final MeetingPlans rows;
    private final Reserving reserving;
    private final Plans plans;

    MeetingMeans(MeetingGate gate, MeetingPlans rows, Reserving reserving, Plans plans) {
        this.gate = gate;
        this.rows = rows;
        this.reserving = reserving;
        this.plans = plans;
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
        for (int look = 0; look < LOOKS; look++) {
            try {
                change(actor, id, wanted);
                return;
            } catch (BookedMeanwhile e) {
                continue;
            }
        }
        throw new ConcurrencyFailureException("what is booked with the meeting kept changing");
    }

    private void change(Actor actor, MeetingId id, Set<MeansId> wanted) {
        Meeting meeting = gate.get(actor, id);
        meeting.requireChangeableBy(actor);
        InvalidInput.check()
                .that(meeting.isDated(), "means", Message.of("meetings.error.no-date"))
                .orThrow();
        Set<Long> before = rows.plans(id);
        List<BookingLine> lines = rows.lines(actor, id);
        Set<MeansId> had = lines.stream().map(BookingLine::means).collect(Collectors.toSet());
        List<BookingRequest> more = wanted.stream()
                .filter(one -> !had.contains(one))
                .map(one -> new BookingRequest(one, meeting.from(), meeting.to(), 1, meeting.title(), null))
                .toList();
        List<BookingLine> left =
                lines.stream().filter(line -> !wanted.contains(line.means())).toList();
        Runnable look = () -> {
            Meeting locked = gate.lock(actor, id);
            locked.requireChangeableBy(actor);
            requireAsSeen(locked, meeting);
            if (!rows.lockedPlans(id).equals(before)) {
                throw new BookedMeanwhile();
            }
        };
        if (!more.isEmpty()) {
            // In one transaction: what cannot be given back leaves nothing new behind.
            reserving.book(actor, left, more, plan -> {
                look.run();
                rows.link(id, plan, meeting.from());
            });
        } else if (!left.isEmpty()) {
            List<BookingLine> inUse = plans.giveBack(actor, left, look);
            InvalidInput.check()
                    .that(inUse.isEmpty(), "means", Message.of("means.error.in-use"))
                    .orThrow();
        }
    }

    private static void requireAsSeen(Meeting now, Meeting seen) {
        if (!now.isDated() || !now.from().equals(seen.from()) || !now.to().equals(seen.to())) {
            throw new StaleEdit("meeting");
        }
    }

    private static final class BookedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
