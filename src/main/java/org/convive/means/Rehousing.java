package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Finds another means for what cannot stay where it was booked, and takes it there: all of it in one transaction. */
@Service
public class Rehousing {
    private static final int MOST = 5;
    /** For so many bookings other times are looked for. */
    private static final int MOST_TIMES = 30;

    private final KnownMeans known;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final BookingEvents events;
    private final Admission admission;
    private final GivingBack giving;
    private final Offers offers;
    private final MeansQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    Rehousing(
            KnownMeans known,
            BookingTransactions transactions,
            BookingRows rows,
            BookingEvents events,
            Admission admission,
            GivingBack giving,
            Offers offers,
            MeansQueries queries,
            AuditTrail audit,
            Clock clock) {
        this.known = known;
        this.transactions = transactions;
        this.rows = rows;
        this.events = events;
        this.admission = admission;
        this.giving = giving;
        this.offers = offers;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where a booking could go.
     *
     * @param sameTime the means that can do the same and are free at its time
     * @param otherTimes the nearest times at which its own means, or one of the others, is free
     */
    public record Elsewhere(List<Means> sameTime, List<Alternative> otherTimes) {
        static final Elsewhere NOWHERE = new Elsewhere(List.of(), List.of());
    }

    /**
     * Where each booking could go, by the rules of the owners. Two statements, however many bookings there are.
     *
     * @param bookings of the means, soonest first
     */
    public Map<BookingId, Elsewhere> elsewhere(Actor actor, Means means, List<BookingLine> bookings) {
        var found = new HashMap<BookingId, Elsewhere>();
        if (bookings.isEmpty()) {
            return found;
        }
        List<Means> able = queries.means(actor, null, null).stream()
                .filter(one -> !one.id().equals(means.id()) && one.can(means.capabilities()))
                .sorted(Comparator.comparing(Means::name))
                .toList();
        Instant last =
                bookings.stream().map(BookingLine::to).max(Instant::compareTo).orElseThrow();
        BusyUnits busy =
                queries.busy(actor, bookings.getFirst().from().minus(FreeTimes.AROUND), last.plus(FreeTimes.AROUND));
        Instant now = clock.instant();
        for (int i = 0; i < bookings.size(); i++) {
            BookingLine booking = bookings.get(i);
            var time = new TimeSlot(booking.from(), booking.to());
            List<Means> lending = able.stream()
                    .filter(one -> one.lending().mayBook(booking.organisation(), one.owner()))
                    .toList();
            List<Means> sameTime = lending.stream()
                    .filter(one -> busy.fits(one, time, booking.units(), now))
                    .limit(MOST)
                    .toList();
            List<Alternative> otherTimes = i < MOST_TIMES
                    ? new Alternatives(busy, booking.units(), now)
                            .of(means, lending.stream().limit(MOST).toList(), time).stream()
                                    .filter(one -> !one.from().equals(booking.from()))
                                    .toList()
                    : List.of();
            found.put(booking.id(), new Elsewhere(sameTime, otherTimes));
        }
        return found;
    }

    /**
     * Looks whether a booking could go there now, by the rules of the owner.
     *
     * @throws InvalidInput when a rule is broken or the owner does not lend to the booker's company
     * @throws JustTaken when too few units are free
     */
    public void requireFree(Actor actor, BookingLine booking, MeansId other, TimeSlot time) {
        Means means = queries.get(actor, other).means();
        Instant now = clock.instant();
        Map<String, Message> broken = means.rules().broken(time.from(), time.to(), now);
        if (!broken.isEmpty()) {
            throw new InvalidInput(broken);
        }
        InvalidInput.check()
                .that(
                        means.lending().mayBook(booking.organisation(), means.owner()),
                        "means",
                        Message.of("means.error.not-for-you"))
                .orThrow();
        if (!queries.busy(actor, time.from(), time.to()).fits(means, time, booking.units(), now)) {
            throw new JustTaken(
                    queries.inTheWay(actor, other, means.rules().blocked(time.from(), time.to())),
                    queries.alternatives(actor, other, time.from(), time.to(), booking.units()));
        }
    }

    /**
     * Books another means instead, for the same person and company, and gives the former booking back.
     *
     * @param time when it is booked there
     * @param booker the person who booked, or the actor where they left
     * @return the new booking
     * @throws JustTaken when the other means is not free; the booking stays where it is
     * @throws InvalidInput when a rule of the other means is broken, or the booking does not stand any more
     */
    public BookingId move(
            Actor actor,
            Actor booker,
            BookingLine booking,
            MeansId other,
            TimeSlot time,
            @Nullable Long acceptedTerms) {
        actor.require(
                booking.organisation().equals(actor.organisation()) || actor.isAnimator(),
                "only the booker's company may say this");
        OrganisationId company = booking.organisation();
        BookingRequest request = BookingService.tidy(new BookingRequest(
                other,
                time.from(),
                time.to(),
                booking.units(),
                booking.purpose(),
                booking.costCode(),
                acceptedTerms,
                booking.status() == BookingStatus.HELD,
                null));
        for (int look = 0; look < BookingService.LOOKS; look++) {
            Bookable means = known.read(actor.cluster(), other);
            admission.require(booker, company, means, request);
            Claim claim =
                    Claim.of(booker, company, means, request, UUID.randomUUID().toString(), clock.instant());
            Long plan = booking.plan();
            switch (attempt(actor, booking, means, plan == null ? claim : claim.in(plan))) {
                case Outcome.Done done -> {
                    return done.only();
                }
                case Outcome.Taken taken ->
                    throw new JustTaken(
                            queries.inTheWay(actor, other, means.rules().blocked(request.from(), request.to())),
                            List.of());
                case Outcome.Again again -> {
                    // the means changed: look again
                }
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    private Outcome attempt(Actor actor, BookingLine booking, Bookable means, Claim claim) {
        try {
            return transactions.run(() -> moved(actor, booking, means, claim), Outcome.Done.class::isInstance);
        } catch (DuplicateKeyException e) {
            return new Outcome.Again();
        }
    }

    private Outcome moved(Actor actor, BookingLine booking, Bookable means, Claim claim) {
        for (long id :
                new TreeSet<>(Set.of(booking.means().value(), means.means().value()))) {
            var one = new MeansId(id);
            if (!one.equals(means.means())) {
                rows.lock(actor.cluster(), one);
            } else if (!rows.lock(actor.cluster(), one, means.version())) {
                return new Outcome.Again();
            }
        }
        TimeSlot blocked = claim.blocked(means.rules());
        List<Long> free = rows.free(means.units(), blocked);
        if (free.size() < booking.units()) {
            return new Outcome.Taken(0);
        }
        admission.requireQuota(means, booking.organisation(), claim.request(), 0);
        Instant now = clock.instant();
        if (!giving.leave(actor, booking, means.name())) {
            throw new InvalidInput("booking", Message.of("means.error.over"));
        }
        BookingId instead = rows.insert(claim, now);
        rows.occupy(actor.cluster(), instead, free.subList(0, booking.units()), Taking.pieces(blocked));
        offers.of(actor.cluster(), booking.means(), booking.id());
        audit.record(actor, "booking.rehoused", "booking:" + booking.id(), means.name());
        events.record(actor.cluster(), means.means(), instead, claim.deed(), actor.person(), booking.meansName());
        return new Outcome.Done(List.of(instead));
    }
}
