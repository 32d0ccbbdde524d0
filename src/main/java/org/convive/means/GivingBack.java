package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Gives units back, and takes them again when that is undone. Who waits for them is offered them at once. */
@Component
class GivingBack {
    static final Set<BookingStatus> OCCUPYING =
            Set.of(BookingStatus.HELD, BookingStatus.PENDING, BookingStatus.PROPOSED, BookingStatus.CONFIRMED);

    private final KnownMeans known;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final Admission admission;
    private final Bound bound;
    private final BookingEvents events;
    private final Offers offers;
    private final LateCancelling late;
    private final MeansQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    GivingBack(
            KnownMeans known,
            BookingTransactions transactions,
            BookingRows rows,
            Admission admission,
            Bound bound,
            BookingEvents events,
            Offers offers,
            LateCancelling late,
            MeansQueries queries,
            AuditTrail audit,
            Clock clock) {
        this.known = known;
        this.transactions = transactions;
        this.rows = rows;
        this.admission = admission;
        this.bound = bound;
        this.events = events;
        this.offers = offers;
        this.late = late;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    void cancel(Actor actor, BookingId id) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may cancel");
        requireAhead(booking);
        transactions.run(
                () -> {
                    rows.lock(actor.cluster(), booking.means());
                    if (giveBack(actor, booking)) {
                        offers.of(actor.cluster(), booking.means(), id);
                    }
                    return true;
                },
                done -> true);
    }

    /** @param which says which bookings of the means, under its lock */
    void giveBack(Actor actor, MeansId means, Supplier<List<BookingId>> which) {
        transactions.run(
                () -> {
                    rows.lock(actor.cluster(), means);
                    for (BookingId one : which.get()) {
                        BookingLine booking = queries.booking(actor, one);
                        if (booking.means().equals(means) && giveBack(actor, booking)) {
                            offers.of(actor.cluster(), means, one);
                        }
                    }
                    return true;
                },
                done -> true);
    }

    Optional<Instant> freeUntil(Actor actor, BookingLine booking) {
        return late.freeUntil(actor, booking);
    }

    /**
     * Gives a booking back for good, under the means' lock; the caller offers what became free. The one rule for every way
     * there is: by itself, with a plan, with a meeting.
     *
     * @return false when it was given back before
     * @throws InvalidInput when it was taken and must be checked out, or keeps a damaged unit out of use
     */
    boolean giveBack(Actor actor, BookingLine booking) {
        return giveBack(actor, booking, true);
    }

    /** @param mayBeLate false when it gets another time */
    boolean giveBack(Actor actor, BookingLine booking, boolean mayBeLate) {
        if (!leave(actor, booking, "")) {
            return false;
        }
        if (mayBeLate) {
            late.note(actor, booking);
        }
        audit.record(actor, "booking.cancelled", "booking:" + booking.id(), booking.meansName());
        return true;
    }

    /** As {@link #giveBack}, for another booking instead that is no fault of the booker's: that is never late. */
    boolean leave(Actor actor, BookingLine booking, String instead) {
        if (!rows.become(booking.id(), OCCUPYING, BookingStatus.CANCELLED, null, null, clock.instant())) {
            return false;
        }
        bound.requireNot(booking.id());
        free(booking.id());
        events.record(actor.cluster(), booking.means(), booking.id(), Deed.CANCELLED, actor.person(), instead);
        return true;
    }

    /** Whether it was taken and must be checked out. */
    boolean isInUse(BookingId id) {
        return bound.isInUse(id);
    }

    /** Within a transaction that touched the means' sequence row. */
    void free(BookingId id) {
        rows.release(id);
        offers.isOver(id);
    }

    /** Whether it was given back by the actor's side, who may take it again. */
    boolean mayRestore(Actor actor, BookingLine booking) {
        return booking.status() == BookingStatus.CANCELLED && admission.mayTakeAgain(actor, booking);
    }

    void restore(Actor actor, BookingId id) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may restore");
        if (booking.status().occupies()) {
            return;
        }
        requireAhead(booking);
        actor.require(booking.status() == BookingStatus.CANCELLED, "only what was given back can be taken again");
        actor.require(admission.mayTakeAgain(actor, booking), "only the side that gave it back can take it again");
        for (int look = 0; look < BookingService.LOOKS; look++) {
            Bookable means = known.read(actor.cluster(), booking.means());
            admission.requireAgain(actor, booking, means);
            switch (retake(actor, booking, means)) {
                case Outcome.Done done -> {
                    return;
                }
                case Outcome.Taken taken ->
                    throw new JustTaken(
                            queries.inTheWay(actor, booking.means(), blocked(booking, means)),
                            queries.alternatives(
                                    actor, booking.means(), booking.from(), booking.to(), booking.units()));
                case Outcome.Again again -> {
                    if (queries.booking(actor, id).status().occupies()) {
                        return;
                    }
                }
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    private Outcome retake(Actor actor, BookingLine booking, Bookable means) {
        boolean agreed = booking.blackout()
                || booking.approved() != null
                || actor.maySpeakFor(means.owner())
                || !means.lending().mustAsk(booking.organisation(), means.owner());
        BookingStatus status = !booking.blackout() && admission.wasHeld(booking)
                ? BookingStatus.HELD
                : agreed ? BookingStatus.CONFIRMED : BookingStatus.PENDING;
        Instant now = clock.instant();
        return transactions.run(
                () -> {
                    if (!rows.lock(actor.cluster(), means.means(), means.version())) {
                        return new Outcome.Again();
                    }
                    TimeSlot blocked = blocked(booking, means);
                    List<Long> free = rows.free(means.units(), blocked);
                    if (free.size() < booking.units()) {
                        return new Outcome.Taken(0);
                    }
                    Instant expires = Claim.expires(means.lending(), status, booking.from(), now);
                    if (!rows.become(booking.id(), Set.of(BookingStatus.CANCELLED), status, expires, null, now)) {
                        return new Outcome.Again();
                    }
                    if (!booking.blackout()) {
                        admission.requireQuota(
                                means,
                                booking.organisation(),
                                new BookingRequest(
                                        means.means(), booking.from(), booking.to(), booking.units(), "", null),
                                booking.id().value());
                    }
                    late.forget(booking.id());
                    rows.occupy(
                            actor.cluster(), booking.id(), free.subList(0, booking.units()), Taking.pieces(blocked));
                    events.record(actor.cluster(), means.means(), booking.id(), Deed.RESTORED, actor.person(), "");
                    audit.record(actor, "booking.restored", "booking:" + booking.id(), booking.meansName());
                    return new Outcome.Done(List.of(booking.id()));
                },
                Outcome.Done.class::isInstance);
    }

    static TimeSlot blocked(BookingLine booking, Bookable means) {
        return booking.blackout()
                ? new TimeSlot(booking.from(), booking.to())
                : means.rules().blocked(booking.from(), booking.to());
    }

    private void requireAhead(BookingLine booking) {
        if (!booking.to().isAfter(clock.instant())) {
            throw new InvalidInput("booking", Message.of("means.error.over"));
        }
    }
}
