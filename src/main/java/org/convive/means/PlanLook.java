package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convive.calendar.Recurrence;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks whether the lines of a plan or the times of a series could be booked, before anybody books them. */
@Service
public class PlanLook {
    private final MeansQueries queries;
    private final Clock clock;

    PlanLook(MeansQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * A line and what is in its way.
     *
     * @param broken rules, field to sentence
     * @param inTheWay who has the units, when it is taken
     * @param otherUnits the units of the same means that are free then, when the very one that is asked for is not
     * @param alternatives what is free instead
     */
    public record Line(
            BookingRequest request,
            Means means,
            boolean taken,
            Map<String, Message> broken,
            List<Occupied> inTheWay,
            List<Unit> otherUnits,
            List<Alternative> alternatives) {
        public boolean isFree() {
            return !taken && broken.isEmpty();
        }
    }

    /**
     * Each line as it would be if those before it were booked. The number of statements depends on how many different
     * means are taken, not on how many lines there are.
     *
     * @throws NotFoundException when a means is not in the actor's cluster or no longer lent
     * @throws InvalidInput when there are more lines than can be booked together
     */
    public List<Line> of(Actor actor, List<BookingRequest> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        InvalidInput.check()
                .that(lines.size() <= Plans.MOST, "plan", Message.of("means.error.plan-too-long", Plans.MOST))
                .orThrow();
        Map<MeansId, Means> means =
                queries.means(actor, null, null).stream().collect(Collectors.toMap(Means::id, Function.identity()));
        TimeSlot window = window(lines, clock.instant());
        BusyUnits busy = queries.busy(actor, window.from(), window.to());
        var names = new HashMap<MeansId, List<Occupied>>();
        var looked = new ArrayList<Line>();
        for (BookingRequest line : lines) {
            Means one = means.get(line.means());
            if (one == null) {
                throw new NotFoundException("means");
            }
            looked.add(look(actor, line, one, means, busy, names, window));
        }
        return looked;
    }

    private Line look(
            Actor actor,
            BookingRequest line,
            Means one,
            Map<MeansId, Means> all,
            BusyUnits busy,
            Map<MeansId, List<Occupied>> names,
            TimeSlot window) {
        Map<String, Message> broken = broken(actor, line, one);
        if (!line.to().isAfter(line.from())) {
            return new Line(line, one, false, broken, List.of(), List.of(), List.of());
        }
        TimeSlot blocked = one.rules().blocked(line.from(), line.to());
        List<Unit> wanted = line.unit() == null
                ? one.units()
                : one.units().stream().filter(unit -> unit.id() == line.unit()).toList();
        if (broken.isEmpty() && busy.free(wanted, blocked) >= line.units()) {
            busy.take(wanted, blocked, line.units());
            return new Line(line, one, false, broken, List.of(), List.of(), List.of());
        }
        List<Occupied> inTheWay = broken.isEmpty()
                ? names.computeIfAbsent(one.id(), id -> queries.inTheWay(actor, id, window)).stream()
                        .filter(taken -> new TimeSlot(taken.blockedFrom(), taken.blockedTo()).overlaps(blocked))
                        .filter(taken -> line.unit() == null || taken.unit() == line.unit())
                        .toList()
                : List.of();
        List<Means> others = all.values().stream()
                .filter(other -> !other.id().equals(one.id()) && other.can(one.capabilities()))
                .filter(other -> mayBook(actor, other))
                .sorted(Comparator.comparing(Means::name))
                .toList();
        List<Alternative> alternatives = new Alternatives(busy, line.units(), clock.instant())
                .of(one, others, new TimeSlot(line.from(), line.to()));
        List<Unit> otherUnits =
                line.unit() == null || !broken.isEmpty() ? List.of() : busy.freeUnits(one.units(), blocked);
        return new Line(line, one, broken.isEmpty(), broken, inTheWay, otherUnits, alternatives);
    }

    private Map<String, Message> broken(Actor actor, BookingRequest line, Means one) {
        var broken = new HashMap<>(one.rules().broken(line.from(), line.to(), clock.instant()));
        if (!mayBook(actor, one)) {
            broken.put("means", Message.of("means.error.not-for-you"));
        }
        if (line.units() < 1 || line.units() > one.units().size() || !has(one, line.unit())) {
            broken.put(
                    "units",
                    Message.of("means.error.too-many-units", one.units().size()));
        }
        return broken;
    }

    private static boolean has(Means means, @Nullable Long unit) {
        return unit == null || means.units().stream().anyMatch(one -> one.id() == unit);
    }

    private static boolean mayBook(Actor actor, Means means) {
        OrganisationId company = actor.organisation();
        return company == null || means.lending().mayBook(company, means.owner());
    }

    /** What is read: nothing that is over, nor further ahead than anything can be booked; a rule says no to those lines. */
    private static TimeSlot window(List<BookingRequest> lines, Instant now) {
        Instant first =
                lines.stream().map(BookingRequest::from).min(Instant::compareTo).orElseThrow();
        Instant last =
                lines.stream().map(BookingRequest::to).max(Instant::compareTo).orElseThrow();
        Instant latest = now.plus(Duration.ofDays(BookingRules.HORIZON_EVER)).plus(BookingRules.BLOCKED_EVER);
        Instant from = within(first, now, latest);
        Instant to = within(last, from, latest);
        Duration around = FreeTimes.AROUND.plusDays(1);
        return new TimeSlot(from.minus(around), to.plus(around));
    }

    private static Instant within(Instant one, Instant earliest, Instant latest) {
        return one.isBefore(earliest) ? earliest : one.isAfter(latest) ? latest : one;
    }

    /**
     * The times of a series, as requests.
     *
     * @throws InvalidInput for the field {@code recurrence} when it does not end, happens once, or too often
     */
    public List<BookingRequest> times(Recurrence recurrence, Duration length, BookingRequest first) {
        recurrence.requireSound(Plans.MOST);
        return recurrence.starts(Plans.MOST).stream()
                .map(recurrence::moment)
                .map(start -> new BookingRequest(
                        first.means(),
                        start,
                        start.plus(length),
                        first.units(),
                        first.purpose(),
                        first.costCode(),
                        first.acceptedTerms(),
                        first.hold(),
                        null,
                        first.unit()))
                .toList();
    }
}
