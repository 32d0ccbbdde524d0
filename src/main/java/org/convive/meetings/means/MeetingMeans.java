package org.convive.meetings.means;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.PlanRefused;
import org.convive.means.Plans;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Room, screen, minibus: booked with a meeting in one transaction, moved when it moves, given back when it is called off or
 * loses its date. Either both happen or neither. Not to be called inside a transaction (see the decision record "Booking
 * protocol").
 */
@Service
public class MeetingMeans {
    private final JdbcClient jdbc;
    private final MeetingGate gate;
    private final MeetingService meetings;
    private final Plans plans;
    private final MeansQueries means;
    private final Clock clock;

    MeetingMeans(
            JdbcClient jdbc, MeetingGate gate, MeetingService meetings, Plans plans, MeansQueries means, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.meetings = meetings;
        this.plans = plans;
        this.means = means;
        this.clock = clock;
    }

    /** What is booked with the meeting and not given back. */
    public List<BookingLine> lines(Actor actor, MeetingId id) {
        gate.get(actor, id);
        return plan(id).map(plan -> means.ofPlan(actor, plan).stream()
                        .filter(line -> line.status().occupies())
                        .toList())
                .orElse(List.of());
    }

    /**
     * Says which means the meeting has, one unit of each: those new are booked for its time, those left out given back.
     *
     * @throws PlanRefused naming each that cannot be booked, with what is in the way and what is free instead
     */
    public void set(Actor actor, MeetingId id, Set<MeansId> wanted) {
        Meeting meeting = gate.get(actor, id);
        meeting.requireChangeableBy(actor);
        InvalidInput.check()
                .that(meeting.isDated(), "means", Message.of("meetings.error.no-date"))
                .orThrow();
        Set<MeansId> had = means(lines(actor, id));
        if (had.equals(wanted)) {
            return;
        }
        if (wanted.isEmpty()) {
            plan(id).ifPresent(plan -> plans.cancel(actor, plan, () -> unlink(id)));
            return;
        }
        // What is left out is given back in the same transaction only when its lock is taken too: so it is asked for
        // first.
        Set<MeansId> left = had.stream().filter(one -> !wanted.contains(one)).collect(Collectors.toSet());
        if (!left.isEmpty()) {
            plan(id).ifPresent(plan -> plans.cancel(actor, plan, () -> unlink(id)));
        }
        book(actor, meeting, meeting.from(), meeting.to(), meeting.title(), wanted, () -> {});
    }

    /**
     * Changes a meeting, and moves what is booked with it when its time changes.
     *
     * @throws PlanRefused naming each means that cannot move; then nothing was changed
     */
    public void change(Actor actor, MeetingId id, int version, MeetingDraft draft) {
        Meeting meeting = gate.get(actor, id);
        List<BookingLine> lines = lines(actor, id);
        Instant from = draft.from();
        Instant to = draft.to();
        boolean moves = meeting.isDated()
                && from != null
                && to != null
                && to.isAfter(from)
                && (!meeting.from().equals(from) || !meeting.to().equals(to));
        if (lines.isEmpty() || !moves) {
            meetings.change(actor, id, version, draft);
            return;
        }
        book(
                actor,
                meeting,
                Objects.requireNonNull(from),
                Objects.requireNonNull(to),
                draft.title(),
                means(lines),
                () -> meetings.change(actor, id, version, draft));
    }

    /**
     * Does what takes a meeting's time away (calling it off, looking for another date), and gives back what is booked with
     * it in the same transaction.
     *
     * @return what stays booked, since the actor may not give it back
     */
    public List<BookingLine> freeing(Actor actor, MeetingId id, Runnable deed) {
        Instant now = clock.instant();
        List<BookingLine> ahead =
                lines(actor, id).stream().filter(line -> line.to().isAfter(now)).toList();
        if (ahead.isEmpty() || !ahead.stream().allMatch(line -> line.mayChange(actor))) {
            deed.run();
            return ahead;
        }
        plans.cancel(actor, plan(id).orElseThrow(), () -> {
            deed.run();
            unlink(id);
        });
        return List.of();
    }

    private void book(
            Actor actor,
            Meeting meeting,
            Instant from,
            Instant to,
            String purpose,
            Set<MeansId> wanted,
            Runnable together) {
        List<BookingRequest> requests = wanted.stream()
                .map(one -> new BookingRequest(one, from, to, 1, purpose, null))
                .toList();
        Long former = plan(meeting.id()).orElse(null);
        var unused = plans.replace(actor, former, requests, null, "", plan -> {
            together.run();
            link(meeting.id(), plan);
        });
    }

    private static Set<MeansId> means(List<BookingLine> lines) {
        return lines.stream().map(BookingLine::means).collect(Collectors.toSet());
    }

    private Optional<Long> plan(MeetingId id) {
        return jdbc.sql("SELECT plan_id FROM meeting_plan WHERE meeting_id = ?")
                .param(id.value())
                .query(Long.class)
                .optional();
    }

    private void link(MeetingId id, long plan) {
        jdbc.sql("""
                        INSERT INTO meeting_plan (meeting_id, plan_id) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE plan_id = VALUES(plan_id)""").params(id.value(), plan).update();
    }

    private void unlink(MeetingId id) {
        jdbc.sql("DELETE FROM meeting_plan WHERE meeting_id = ?")
                .param(id.value())
                .update();
    }
}
