package org.convive.meetings.tables;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.rivals.Rivals;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays the tables of a meeting: the organiser says how many, the search mixes companies, and everybody may be told. */
@Service
public class TableService {
    /** How long the search may take at most. */
    static final Duration PATIENCE = Duration.ofMillis(1400);

    static final long MOVES = 12_000_000;

    private final MeetingAccess access;
    private final TableRows rows;
    private final Rivals rivals;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TableService(
            MeetingAccess access,
            TableRows rows,
            Rivals rivals,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.rows = rows;
        this.rivals = rivals;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The seating as the actor may see it: whoever may not change the meeting sees one only when it is published.
     *
     * @throws NotFoundException when the meeting is not for the actor
     */
    @Transactional(readOnly = true)
    public TablePlan plan(Actor actor, MeetingId meeting) {
        boolean mayChange = access.see(actor, meeting).mayChange();
        List<Sitter> sitters = rows.sitters(meeting);
        int people = sitters.stream().mapToInt(Sitter::size).sum();
        TableRows.Kept kept =
                rows.plan(meeting).orElseGet(() -> new TableRows.Kept(Layout.proposalFor(people), false, false, 0));
        boolean shown = kept.mixed() && (mayChange || kept.published());
        List<Sitter> visible =
                shown ? sitters : sitters.stream().map(TableService::hidden).toList();
        List<Wish> wishes = mayChange ? rows.wishes(meeting) : List.of();
        return new TablePlan(
                kept.layout(),
                visible,
                wishes,
                shown,
                kept.published(),
                mayChange,
                shown && mayChange ? score(meeting, kept.layout(), sitters, wishes) : null,
                kept.version());
    }

    /**
     * Searches a seating and keeps it, in place of the one before.
     *
     * @param version of the plan that the actor saw
     * @param progress told how far the search is, from 0 to 1000
     * @throws InvalidInput when the people do not fit the tables or the wishes contradict each other
     * @throws StaleEdit when somebody else changed the plan meanwhile
     */
    public void mix(Actor actor, MeetingId meeting, Layout layout, int version, IntConsumer progress) {
        access.seeToChange(actor, meeting);
        layout.check();
        List<Sitter> sitters = rows.sitters(meeting);
        InvalidInput.check()
                .that(!sitters.isEmpty(), "tables", Message.of("meetings.tables.error.nobody"))
                .orThrow();
        var sitting =
                new Sitting(layout, sitters, rows.wishes(meeting), rows.known(meeting), rivals.all(actor.cluster()));
        int[][] table = new TableMixer(sitting.problem(), meeting.value() * 31 + version)
                .mix(MOVES, stopwatch(progress))
                .orElseThrow(() -> new InvalidInput("seats", Message.of("meetings.tables.error.parties")));
        List<Sitter> seated = sitting.seated(table);
        transaction.executeWithoutResult(status -> {
            access.lockToChange(actor, meeting);
            requireVersion(meeting, version);
            rows.save(meeting, layout, seated, clock.instant());
            audit.record(actor, "meeting.tables.mixed", "meeting:" + meeting, layout.column());
        });
    }

    /** Seats those who said yes since the tables were mixed; everybody else stays where they are. */
    @Transactional
    public void seatNewcomers(Actor actor, MeetingId meeting) {
        access.lockToChange(actor, meeting);
        TableRows.Kept kept = rows.plan(meeting).filter(TableRows.Kept::mixed).orElseThrow(TableService::noPlan);
        List<Sitter> sitters = rows.sitters(meeting);
        var sitting = new Sitting(
                kept.layout(), sitters, rows.wishes(meeting), rows.known(meeting), rivals.all(actor.cluster()));
        int[][] table = new TableMixer(sitting.problem(), meeting.value())
                .fillIn(sitting.known())
                .orElseThrow(() -> new InvalidInput("seats", Message.of("meetings.tables.error.parties")));
        rows.save(meeting, kept.layout(), sitting.seated(table), clock.instant());
        audit.record(actor, "meeting.tables.filled", "meeting:" + meeting, "");
    }

    /**
     * Moves somebody, with their guests, to another table of one course.
     *
     * @return the table before, from 1, for Undo; 0 when there was none
     */
    @Transactional
    public int move(Actor actor, MeetingId meeting, int course, PersonId person, int table) {
        access.lockToChange(actor, meeting);
        TablePlan plan = plan(actor, meeting);
        Sitter sitter = plan.sitter(person);
        if (!plan.mixed()
                || sitter == null
                || course < 0
                || course >= plan.layout().courses()) {
            throw noPlan();
        }
        if (table < 1 || table > plan.layout().tables()) {
            throw noPlan();
        }
        int before = sitter.tableIn(course);
        int free = plan.layout().seats().get(table - 1) - plan.taken(course, table);
        InvalidInput.check()
                .that(
                        before == table || free >= sitter.size(),
                        "table",
                        Message.of("meetings.tables.error.full", table))
                .orThrow();
        rows.seat(meeting, course, person, table);
        audit.record(actor, "meeting.tables.moved", "meeting:" + meeting, sitter.name() + " " + table);
        return before;
    }

    /** Lets everybody see where they sit, or hides it again. */
    @Transactional
    public void publish(Actor actor, MeetingId meeting, boolean published) {
        access.lockToChange(actor, meeting);
        var unused = rows.plan(meeting).filter(TableRows.Kept::mixed).orElseThrow(TableService::noPlan);
        rows.publish(meeting, published ? clock.instant() : null);
        audit.record(actor, published ? "meeting.tables.published" : "meeting.tables.hidden", "meeting:" + meeting, "");
    }

    /** @throws InvalidInput when it says nothing, or says the contrary of another wish */
    @Transactional
    public void wish(Actor actor, MeetingId meeting, Wish wish) {
        access.lockToChange(actor, meeting);
        List<Sitter> sitters = rows.sitters(meeting);
        Set<PersonId> coming = TableRows.names(sitters).keySet();
        PersonId other = wish.other();
        boolean pair = wish.kind() != Wish.Kind.HOST;
        if (!coming.contains(wish.person()) || (other != null && !coming.contains(other))) {
            throw new NotFoundException("person");
        }
        List<Wish> wishes = rows.wishes(meeting);
        InvalidInput.check()
                .that(
                        !pair || (other != null && !wish.person().equals(other)),
                        "wish",
                        Message.of("meetings.tables.error.pair"))
                .that(wishes.size() < 200, "wish", Message.of("meetings.tables.error.many-wishes"))
                .orThrow();
        if (wishes.stream().noneMatch(known -> says(known, wish))) {
            rows.add(meeting, wish);
        }
    }

    @Transactional
    public void forget(Actor actor, MeetingId meeting, long wish) {
        access.seeToChange(actor, meeting);
        if (!rows.remove(meeting, wish)) {
            throw new NotFoundException("wish");
        }
    }

    private TableScore score(MeetingId meeting, Layout layout, List<Sitter> sitters, List<Wish> wishes) {
        List<Sitter> seated = sitters.stream().filter(Sitter::isSeated).toList();
        try {
            var sitting = new Sitting(layout, seated, wishes, List.of(), Set.of());
            return TableScore.of(sitting.problem(), sitting.known());
        } catch (InvalidInput e) {
            // Wishes or guests changed after mixing: what needs neither is counted.
            List<Integer> ample = layout.seats().stream()
                    .map(table -> table + Layout.MOST_SEATS)
                    .toList();
            var sitting = new Sitting(new Layout(ample, layout.courses()), seated, List.of(), List.of(), Set.of());
            return TableScore.of(sitting.problem(), sitting.known());
        }
    }

    private void requireVersion(MeetingId meeting, int version) {
        int now = rows.plan(meeting).map(TableRows.Kept::version).orElse(version);
        if (now != version) {
            throw new StaleEdit("table plan");
        }
    }

    private static boolean says(Wish one, Wish other) {
        boolean straight = one.person().equals(other.person()) && Objects.equals(one.other(), other.other());
        boolean crossed = one.person().equals(other.other()) && other.person().equals(one.other());
        return one.kind() == other.kind() && (straight || crossed);
    }

    private static Sitter hidden(Sitter sitter) {
        return new Sitter(
                sitter.person(),
                sitter.name(),
                sitter.organisation(),
                sitter.company(),
                sitter.picture(),
                sitter.guests(),
                List.of());
    }

    private static LongSupplier stopwatch(IntConsumer progress) {
        long began = System.nanoTime();
        return () -> {
            long used = (System.nanoTime() - began) * 1000 / PATIENCE.toNanos();
            progress.accept((int) Math.min(1000, used));
            return used;
        };
    }

    private static NotFoundException noPlan() {
        return new NotFoundException("table plan");
    }
}
