package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.StaleEdit;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/** Moves a booking or a blackout to another time or unit, longer or shorter; it never loses its old slot before. */
@Service
public class BookingMoves {
    private final KnownMeans known;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final Bound bound;
    private final BookingEvents events;
    private final Admission admission;
    private final Offers offers;
    private final MeansQueries queries;
    private final Clock clock;

    BookingMoves(
            KnownMeans known,
            BookingTransactions transactions,
            BookingRows rows,
            Bound bound,
            BookingEvents events,
            Admission admission,
            Offers offers,
            MeansQueries queries,
            Clock clock) {
        this.known = known;
        this.transactions = transactions;
        this.rows = rows;
        this.bound = bound;
        this.events = events;
        this.admission = admission;
        this.offers = offers;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Moves a booking of the actor's company, or of a means of theirs. Where the owner answers requests, a move by the
     * booker is a request again.
     *
     * @param unit the unit it should be on, for a booking of one; null to keep its units where they are free
     * @param version the one that was read
     * @throws StaleEdit when somebody changed it since
     * @throws JustTaken when too few units are free at the new time; the booking stays where it was
     * @throws InvalidInput when a rule is broken
     */
    public void move(Actor actor, BookingId id, Instant newFrom, Instant newTo, @Nullable Long unit, int version) {
        Instant from = newFrom.truncatedTo(ChronoUnit.SECONDS);
        Instant to = newTo.truncatedTo(ChronoUnit.SECONDS);
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may move");
        if (!booking.status().occupies() || !booking.to().isAfter(clock.instant())) {
            throw new InvalidInput("booking", Message.of("means.error.over"));
        }
        for (int look = 0; look < BookingService.LOOKS; look++) {
            Bookable means = known.read(actor.cluster(), booking.means());
            requireSound(booking, means, from, to);
            if (from.isBefore(booking.from()) || to.isAfter(booking.to())) {
                admission.requireStill(actor, booking, means, to);
            }
            if (unit != null && (booking.units() != 1 || !means.units().contains(unit))) {
                throw new InvalidInput("units", Message.of("means.error.no-unit"));
            }
            TimeSlot blocked =
                    booking.blackout() ? new TimeSlot(from, to) : means.rules().blocked(from, to);
            Outcome outcome = transactions.run(
                    () -> moved(actor, booking, means, new TimeSlot(from, to), blocked, unit, version),
                    Outcome.Done.class::isInstance);
            if (outcome instanceof Outcome.Done) {
                return;
            }
            if (outcome instanceof Outcome.Taken) {
                throw new JustTaken(
                        queries.inTheWay(actor, booking.means(), blocked).stream()
                                .filter(one -> !one.booking().equals(id))
                                .toList(),
                        queries.alternatives(actor, booking.means(), from, to, booking.units()));
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    private Outcome moved(
            Actor actor,
            BookingLine booking,
            Bookable means,
            TimeSlot time,
            TimeSlot blocked,
            @Nullable Long unit,
            int version) {
        if (!rows.lock(actor.cluster(), means.means(), means.version())) {
            return new Outcome.Again();
        }
        Instant now = clock.instant();
        if (!rows.times(booking.id(), time.from(), time.to(), version, now)) {
            throw new StaleEdit("booking");
        }
        bound.requireNot(booking.id());
        List<Long> before = rows.release(booking.id());
        List<Long> free = rows.free(means.units(), blocked);
        List<Long> chosen = chosen(before, free, unit, booking.units());
        if (chosen.size() < booking.units()) {
            return new Outcome.Taken(0);
        }
        if (!booking.blackout()) {
            admission.requireQuota(
                    means,
                    booking.organisation(),
                    new BookingRequest(means.means(), time.from(), time.to(), booking.units(), "", null),
                    booking.id().value());
        }
        rows.occupy(actor.cluster(), booking.id(), chosen, Taking.pieces(blocked));
        askAgain(actor, booking, means, time, now);
        events.record(
                actor.cluster(),
                means.means(),
                booking.id(),
                Deed.MOVED,
                actor.person(),
                booking.from() + "/" + booking.to());
        offers.of(actor.cluster(), means.means(), booking.from(), booking.to());
        return new Outcome.Done(List.of(booking.id()));
    }

    /** A time the owner did not agree to needs their word, unless it only became shorter. */
    private void askAgain(Actor actor, BookingLine booking, Bookable means, TimeSlot time, Instant now) {
        boolean within = !time.from().isBefore(booking.from()) && !time.to().isAfter(booking.to());
        if (booking.blackout() || booking.status() == BookingStatus.HELD) {
            return;
        }
        boolean ask = !actor.maySpeakFor(means.owner())
                && means.lending().mustAsk(booking.organisation(), means.owner())
                && !(within && booking.status() == BookingStatus.CONFIRMED);
        BookingStatus status = ask ? BookingStatus.PENDING : booking.status();
        Instant expires = Claim.expires(means.lending(), status, time.from(), now);
        rows.become(booking.id(), Set.of(booking.status()), status, expires, null, now);
    }

    /** The wished unit, else its own units, else the first free ones. */
    private static List<Long> chosen(List<Long> before, List<Long> free, @Nullable Long unit, int count) {
        if (unit != null) {
            return free.contains(unit) ? List.of(unit) : List.of();
        }
        var chosen = new ArrayList<Long>();
        before.stream().filter(free::contains).forEach(chosen::add);
        free.stream().filter(one -> !chosen.contains(one)).forEach(chosen::add);
        return chosen.size() < count ? List.of() : chosen.subList(0, count);
    }

    /** A start that is kept needs no notice; the owner's blackouts know no rules but forward in time. */
    private void requireSound(BookingLine booking, Bookable means, Instant from, Instant to) {
        Instant now = clock.instant();
        if (booking.blackout()) {
            InvalidInput.check()
                    .that(to.isAfter(from), "to", Message.of("means.error.ends-before-start"))
                    .that(to.isAfter(now), "to", Message.of("means.error.past"))
                    .orThrow();
            return;
        }
        boolean startKept = from.equals(booking.from());
        Instant asIf = startKept && !from.minus(means.rules().notice()).isAfter(now)
                ? from.minus(means.rules().notice())
                : now;
        Map<String, Message> broken = means.rules().broken(from, to, asIf);
        if (!broken.isEmpty()) {
            throw new InvalidInput(broken);
        }
        if (!to.isAfter(now)) {
            throw new InvalidInput("to", Message.of("means.error.past"));
        }
    }
}
