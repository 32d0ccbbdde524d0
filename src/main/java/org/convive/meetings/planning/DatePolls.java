package org.convive.meetings.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingLine;
import org.convive.meetings.Meeting;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DateOption.State;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Looking for a date: asking, saying what suits, proposing another time, choosing. Under the meeting's lock. */
@Service
public class DatePolls {
    private final MeetingGate gate;
    private final MeetingStages stages;
    private final DateRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    DatePolls(MeetingGate gate, MeetingStages stages, DateRows rows, AuditTrail audit, Clock clock) {
        this.gate = gate;
        this.stages = stages;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes a meeting and asks which of some dates suit. Any member may.
     *
     * @param until until when people may say; null for no end
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public MeetingId start(Actor actor, MeetingDraft draft, List<OptionDraft> options, @Nullable Instant until) {
        PollPolicy.check(options, until, now());
        MeetingId id = stages.beginUndated(actor, draft, Stage.DATES);
        put(actor, id, options, until);
        return id;
    }

    /**
     * Asks about dates for a meeting that is there: an idea, or one whose date is given up. That former date is asked
     * about too, with what people answered to it. When dates are asked about already, these replace them; what was said
     * to a date that stays is kept. What is booked with the meeting is given back.
     *
     * @return what stays booked, since another company booked it
     */
    public List<BookingLine> ask(Actor actor, MeetingId id, List<OptionDraft> options, @Nullable Instant until) {
        gate.get(actor, id).requireChangeableBy(actor);
        PollPolicy.check(options, until, now());
        return stages.undate(actor, id, Stage.DATES, before -> asked(actor, before, options, until));
    }

    private void asked(Actor actor, Meeting before, List<OptionDraft> options, @Nullable Instant until) {
        MeetingId id = before.id();
        Instant now = now();
        for (DateRows.Row row : rows.all(id)) {
            if (row.state() == State.OPEN && options.stream().noneMatch(option -> isAt(option, row))) {
                rows.state(row.id(), State.WITHDRAWN);
            }
        }
        put(actor, id, options, until);
        if (before.isDated() && before.from().isAfter(now)) {
            long former = rows.put(id, OptionDraft.at(before.from(), before.to()), State.OPEN, before.organiser(), now);
            rows.seed(id, former);
        }
        audit.record(actor, "meeting.dates-asked", "meeting:" + id, Integer.toString(options.size()));
    }

    private void put(Actor actor, MeetingId id, List<OptionDraft> options, @Nullable Instant until) {
        options.forEach(option -> rows.put(id, option, State.OPEN, actor.person(), now()));
        rows.until(id, until, now());
    }

    private static boolean isAt(OptionDraft option, DateRows.Row row) {
        return row.from().equals(option.from()) && row.to().equals(option.to());
    }

    /**
     * Says which dates suit; what is not named stays as it was.
     *
     * @return what this person had said before, so that it can be taken back
     * @throws InvalidInput when it is too late, a date is full, or is not asked about
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Map<Long, Suits> vote(Actor actor, MeetingId id, Map<Long, Suits> said, Source source) {
        Instant now = now();
        requireOpen(gate.lock(actor, id), now);
        Map<Long, Suits> before = rows.votes(id, actor.person());
        Map<Long, DateRows.Row> open = rows.all(id).stream()
                .filter(row -> row.state() == State.OPEN)
                .collect(java.util.stream.Collectors.toMap(DateRows.Row::id, row -> row));
        said.forEach((option, suits) -> {
            DateRows.Row row = open.get(option);
            if (row == null) {
                throw new NotFoundException("date");
            }
            Integer capacity = row.capacity();
            InvalidInput.check()
                    .that(
                            suits != Suits.YES || capacity == null || rows.yes(option, actor.person()) < capacity,
                            "option." + option,
                            Message.of("meetings.poll.error.full"))
                    .orThrow();
            rows.vote(option, actor.person(), suits, source, now);
        });
        return before;
    }

    /** Takes back what was said to one date. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void unvote(Actor actor, MeetingId id, long option) {
        requireOpen(gate.lock(actor, id), now());
        require(id, option);
        rows.unvote(option, actor.person());
    }

    /** Says that another time would suit; the organiser decides whether it is asked about. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void propose(Actor actor, MeetingId id, OptionDraft option, Source source) {
        Instant now = now();
        Meeting meeting = gate.lock(actor, id);
        requireOpen(meeting, now);
        PollPolicy.check(List.of(option), null, now);
        InvalidInput.check()
                .that(
                        rows.all(id).size() < PollPolicy.MOST_OPTIONS,
                        "options.0",
                        Message.of("meetings.poll.error.too-many", PollPolicy.MOST_OPTIONS))
                .orThrow();
        State state = meeting.mayBeChangedBy(actor) ? State.OPEN : State.PROPOSED;
        long put = rows.put(
                id, new OptionDraft(option.from(), option.to(), option.wholeDays(), null), state, actor.person(), now);
        rows.vote(put, actor.person(), Suits.YES, source, now);
    }

    /** The organiser's word on a time that somebody proposed. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void decide(Actor actor, MeetingId id, long option, boolean accepted) {
        gate.lock(actor, id).requireChangeableBy(actor);
        require(id, option);
        rows.state(option, accepted ? State.OPEN : State.WITHDRAWN);
    }

    /**
     * Chooses a date: it becomes the meeting's, what people said about it becomes their answers, and all are invited.
     *
     * @param from the hours of a date of whole days; null for one that has its hours
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void choose(Actor actor, MeetingId id, long option, @Nullable LocalTime from, @Nullable LocalTime to) {
        Meeting meeting = gate.lock(actor, id);
        meeting.requireChangeableBy(actor);
        DateRows.Row row = rows.find(id, option)
                .filter(found -> found.state() != State.WITHDRAWN)
                .orElseThrow(() -> new NotFoundException("date"));
        Instant start = row.from();
        Instant end = row.to();
        if (row.wholeDays()) {
            InvalidInput.check()
                    .that(from != null, "from", Message.of("shared.error.required"))
                    .that(to != null, "to", Message.of("shared.error.required"))
                    .orThrow();
            LocalDate first = row.from().atZone(meeting.zone()).toLocalDate();
            LocalDate last = row.to().minusMillis(1).atZone(meeting.zone()).toLocalDate();
            start = first.atTime(Objects.requireNonNull(from))
                    .atZone(meeting.zone())
                    .toInstant();
            end = last.atTime(Objects.requireNonNull(to)).atZone(meeting.zone()).toInstant();
        }
        stages.confirm(actor, id, start, end, rows.said(option));
    }

    private void requireOpen(Meeting meeting, Instant now) {
        meeting.requireNotCancelled();
        Instant until = rows.until(meeting.id());
        InvalidInput.check()
                .that(meeting.stage() == Stage.DATES, "option", Message.of("meetings.poll.error.over"))
                .that(until == null || !now.isAfter(until), "option", Message.of("meetings.poll.error.closed"))
                .orThrow();
    }

    private void require(MeetingId id, long option) {
        if (rows.find(id, option).isEmpty()) {
            throw new NotFoundException("date");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
