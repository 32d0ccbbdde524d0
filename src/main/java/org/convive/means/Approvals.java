package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * Requests and their answers: the owner approves, refuses or proposes another time, which is kept for the booker until
 * they take it or not; and tentative holds become bookings.
 */
@Service
public class Approvals {
    private final KnownMeans known;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final BookingEvents events;
    private final GivingBack giving;
    private final Offers offers;
    private final MeansQueries queries;
    private final Clock clock;

    Approvals(
            KnownMeans known,
            BookingTransactions transactions,
            BookingRows rows,
            BookingEvents events,
            GivingBack giving,
            Offers offers,
            MeansQueries queries,
            Clock clock) {
        this.known = known;
        this.transactions = transactions;
        this.rows = rows;
        this.events = events;
        this.giving = giving;
        this.offers = offers;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Says yes.
     *
     * @throws InvalidInput when the request is answered, given back or over
     */
    public void approve(Actor actor, BookingId id, String word) {
        BookingLine booking = requestTo(actor, id, word);
        answer(
                actor,
                booking,
                BookingStatus.PENDING,
                BookingStatus.CONFIRMED,
                Deed.APPROVED,
                word,
                () -> rows.approve(id, word.strip(), clock.instant()));
    }

    /** Says no; the slot is free again. */
    public void refuse(Actor actor, BookingId id, String word) {
        BookingLine booking = requestTo(actor, id, word);
        answer(actor, booking, BookingStatus.PENDING, BookingStatus.REFUSED, Deed.REFUSED, word, () -> {
            rows.word(id, word.strip());
            giving.free(id);
            offers.of(actor.cluster(), booking.means(), id);
        });
    }

    /**
     * Offers another time instead. It is kept for the booker, the time that was asked for is free again.
     *
     * @throws JustTaken when the other time is not free; the request stays as it is
     */
    public void propose(Actor actor, BookingId id, Instant newFrom, Instant newTo, String word) {
        BookingLine booking = requestTo(actor, id, word);
        Instant from = newFrom.truncatedTo(ChronoUnit.SECONDS);
        Instant to = newTo.truncatedTo(ChronoUnit.SECONDS);
        InvalidInput.check()
                .that(to.isAfter(from), "to", Message.of("means.error.ends-before-start"))
                .that(from.isAfter(clock.instant()), "from", Message.of("means.error.past"))
                .that(
                        Duration.between(from, to).compareTo(BookingRules.LONGEST_EVER) <= 0,
                        "to",
                        Lengths.message("means.error.too-long", BookingRules.LONGEST_EVER))
                .orThrow();
        for (int look = 0; look < BookingService.LOOKS; look++) {
            Bookable means = known.read(actor.cluster(), booking.means());
            TimeSlot blocked = means.rules().blocked(from, to);
            Outcome outcome = transactions.run(
                    () -> proposed(actor, booking, means, new TimeSlot(from, to), blocked, word.strip()),
                    Outcome.Done.class::isInstance);
            if (outcome instanceof Outcome.Done) {
                return;
            }
            if (outcome instanceof Outcome.Taken) {
                throw new JustTaken(
                        queries.inTheWay(actor, booking.means(), blocked),
                        queries.alternatives(actor, booking.means(), from, to, booking.units()));
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    private Outcome proposed(
            Actor actor, BookingLine booking, Bookable means, TimeSlot time, TimeSlot blocked, String word) {
        if (!rows.lock(actor.cluster(), means.means(), means.version())) {
            return new Outcome.Again();
        }
        Instant now = clock.instant();
        Instant expires = Claim.expires(means.lending(), BookingStatus.PROPOSED, time.from(), now);
        if (!rows.become(booking.id(), Set.of(BookingStatus.PENDING), BookingStatus.PROPOSED, expires, now, now)
                || !rows.times(booking.id(), time.from(), time.to(), booking.version() + 1, now)) {
            throw new InvalidInput("booking", Message.of("means.error.answered"));
        }
        rows.release(booking.id());
        List<Long> free = rows.free(means.units(), blocked);
        if (free.size() < booking.units()) {
            return new Outcome.Taken(0);
        }
        rows.occupy(actor.cluster(), booking.id(), free.subList(0, booking.units()), Taking.pieces(blocked));
        rows.word(booking.id(), word);
        events.record(
                actor.cluster(),
                means.means(),
                booking.id(),
                Deed.PROPOSED,
                actor.person(),
                booking.from() + "/" + booking.to());
        offers.of(actor.cluster(), means.means(), booking.from(), booking.to());
        return new Outcome.Done(List.of(booking.id()));
    }

    /** The booker's company takes the other time. */
    public void accept(Actor actor, BookingId id) {
        BookingLine booking = ours(actor, id);
        answer(
                actor,
                booking,
                BookingStatus.PROPOSED,
                BookingStatus.CONFIRMED,
                Deed.ACCEPTED,
                "",
                () -> rows.approve(id, booking.word(), clock.instant()));
    }

    /**
     * A hold, or an offer of the waiting list, becomes a booking; a request where the owner answers them.
     *
     * @param acceptedTerms the terms that were read, where the owner has some
     */
    public void confirm(Actor actor, BookingId id, @Nullable Long acceptedTerms) {
        BookingLine booking = ours(actor, id);
        Bookable means = known.read(actor.cluster(), booking.means());
        if (!Admission.acceptsTerms(means, acceptedTerms)) {
            throw new InvalidInput("terms", Message.of("means.error.terms"));
        }
        BookingStatus status = Claim.status(means, booking.organisation(), false);
        answer(actor, booking, BookingStatus.HELD, status, Deed.CONFIRMED, "", () -> {
            rows.terms(id, means.terms());
            offers.isOver(id);
        });
    }

    private void answer(
            Actor actor,
            BookingLine booking,
            BookingStatus former,
            BookingStatus status,
            Deed deed,
            String word,
            Runnable more) {
        Bookable means = known.read(actor.cluster(), booking.means());
        transactions.run(
                () -> {
                    rows.lock(actor.cluster(), booking.means());
                    Instant now = clock.instant();
                    Instant expires = Claim.expires(means.lending(), status, booking.from(), now);
                    if (!rows.become(booking.id(), Set.of(former), status, expires, now, now)) {
                        throw new InvalidInput(Map.of("booking", Message.of("means.error.answered")));
                    }
                    more.run();
                    events.record(actor.cluster(), booking.means(), booking.id(), deed, actor.person(), word.strip());
                    return true;
                },
                done -> true);
    }

    private BookingLine requestTo(Actor actor, BookingId id, String word) {
        InvalidInput.check().atMost(word, 500, "word").orThrow();
        BookingLine booking = queries.booking(actor, id);
        actor.requireVoiceOf(booking.owner());
        return booking;
    }

    private BookingLine ours(Actor actor, BookingId id) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(
                booking.organisation().equals(actor.organisation()) || actor.isAnimator(),
                "only the booker's company may say this");
        return booking;
    }
}
