package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Books, and takes out of use. No two accepted bookings of one unit ever overlap and none is lost: the first statement
 * of every transaction of this package touches the means' sequence row, and the database refuses overlapping rows (see
 * the decision record "Booking protocol"). Must not be called inside a transaction.
 */
@Service
public class BookingService {
    static final int LOOKS = 10;
    private static final Duration LONGEST_BLACKOUT = Duration.ofDays(366);

    private final KnownMeans known;
    private final Taking taking;
    private final Admission admission;
    private final BookingRows rows;
    private final GivingBack giving;
    private final MeansQueries queries;
    private final Clock clock;

    BookingService(
            KnownMeans known,
            Taking taking,
            Admission admission,
            BookingRows rows,
            GivingBack giving,
            MeansQueries queries,
            Clock clock) {
        this.known = known;
        this.taking = taking;
        this.admission = admission;
        this.rows = rows;
        this.giving = giving;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Books n units for the actor's organisation: all of them or none. Every member who stands for an organisation that
     * the owner lends to may book. Where the owner answers each request, it is one; with {@link BookingRequest#hold} it
     * is only kept for a while. Either way its units are nobody else's from now on.
     *
     * @return the new booking; the earlier one when this request was already made with the same key
     * @throws InvalidInput when a rule of the means is broken, or the key was used for another request
     * @throws JustTaken when too few units are free
     */
    public BookingId book(Actor actor, BookingRequest asked) {
        OrganisationId company = actor.requireOrganisation();
        BookingRequest request = tidy(asked);
        String key = request.idempotencyKey() == null ? UUID.randomUUID().toString() : request.idempotencyKey();
        for (int look = 0; look < LOOKS; look++) {
            Bookable means = look == 0
                    ? known.perhapsOld(actor.cluster(), request.means())
                    : known.read(actor.cluster(), request.means());
            try {
                admission.require(actor, company, means, request);
            } catch (InvalidInput refusal) {
                Optional<BookingId> earlier = earlier(actor, key, request);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                if (look == 0) {
                    continue;
                }
                throw refusal;
            }
            switch (attempt(Claim.of(actor, company, means, request, key, clock.instant()), means)) {
                case Outcome.Done done -> {
                    return done.only();
                }
                case Outcome.Taken taken ->
                    throw taken(actor, request, means.rules().blocked(request.from(), request.to()));
                case Outcome.Again again -> {
                    Optional<BookingId> earlier = earlier(actor, key, request);
                    if (earlier.isPresent()) {
                        return earlier.get();
                    }
                }
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    private Outcome attempt(Claim claim, Bookable means) {
        try {
            return taking.take(claim, means);
        } catch (DuplicateKeyException e) {
            return new Outcome.Again();
        }
    }

    /** Gives the units back; the booking is kept. Says nothing when it was given back already. */
    public void cancel(Actor actor, BookingId id) {
        giving.cancel(actor, id);
    }

    /**
     * Gives several bookings of one means back, with what is written of them, in one transaction; who may do it is decided
     * by the caller.
     *
     * @param which says which, under the means' lock, and writes why; called again when the transaction is repeated
     */
    public void giveBack(Actor actor, MeansId means, Supplier<List<BookingId>> which) {
        giving.giveBack(actor, means, which);
    }

    /**
     * Until when the booker may give a booking back without it being noted as late: the owner's term before its start.
     * Nothing where the owner has none.
     */
    public Optional<Instant> freeUntil(Actor actor, BookingLine booking) {
        return giving.freeUntil(actor, booking);
    }

    /** Whether it was taken, and ends by being checked out: it is neither moved nor given back otherwise. */
    public boolean isInUse(BookingLine booking) {
        return giving.isInUse(booking.id());
    }

    /** Whether the actor's side gave it back and may take it again. */
    public boolean mayRestore(Actor actor, BookingLine booking) {
        return giving.mayRestore(actor, booking);
    }

    /**
     * Undoes a cancellation; a deed of the side that cancelled, or of an animator.
     *
     * @throws InvalidInput when the booker could not book it now: quota, certificate, terms, rules of time
     * @throws JustTaken when somebody else took the units meanwhile
     */
    public void restore(Actor actor, BookingId id) {
        giving.restore(actor, id);
    }

    /**
     * Takes units out of use: maintenance, the owner's own work.
     *
     * @param unit one unit, or null for all of them
     * @throws JustTaken when somebody has booked a unit in that time: what is promised is kept
     */
    public BookingId blackout(Actor actor, MeansId id, @Nullable Long unit, Instant from, Instant to, String reason) {
        return blackout(actor, id, unit, from, to, reason, null);
    }

    /** @param key the same for every repetition of one request; null when the caller cannot repeat */
    public BookingId blackout(
            Actor actor,
            MeansId id,
            @Nullable Long unit,
            Instant from,
            Instant to,
            String reason,
            @Nullable String key) {
        return blackout(actor, id, unit, from, to, reason, key, made -> {});
    }

    /**
     * As above, and writes what belongs to it in the same transaction: either both are done or neither.
     *
     * @param together gets the new blackout, under the means' lock; what it throws undoes the blackout. Called again when
     *     the transaction is repeated
     */
    public BookingId blackout(
            Actor actor,
            MeansId id,
            @Nullable Long unit,
            Instant from,
            Instant to,
            String reason,
            @Nullable String key,
            Consumer<BookingId> together) {
        String once = key == null ? UUID.randomUUID().toString() : key;
        for (int look = 0; look < LOOKS; look++) {
            Bookable means = known.read(actor.cluster(), id);
            actor.requireVoiceOf(means.owner());
            List<Long> units = unit == null
                    ? means.units()
                    : means.units().stream().filter(unit::equals).toList();
            InvalidInput.check()
                    .that(!units.isEmpty(), "units", Message.of("means.error.no-unit"))
                    .that(to.isAfter(from), "to", Message.of("means.error.ends-before-start"))
                    .that(to.isAfter(clock.instant()), "to", Message.of("means.error.past"))
                    .that(
                            Duration.between(from, to).compareTo(LONGEST_BLACKOUT) <= 0,
                            "to",
                            Lengths.message("means.error.too-long", LONGEST_BLACKOUT))
                    .atMost(reason, 500, "purpose")
                    .orThrow();
            BookingRequest request = tidy(new BookingRequest(id, from, to, units.size(), reason, key));
            Optional<BookingId> earlier = key == null ? Optional.empty() : earlier(actor, key, request);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            var claim = new Claim(
                    actor.cluster(),
                    actor.person(),
                    means.owner(),
                    Claim.BLACKOUT,
                    request,
                    BookingStatus.CONFIRMED,
                    null,
                    null,
                    null,
                    once);
            switch (attemptAll(claim, means.withUnits(units), together)) {
                case Outcome.Done done -> {
                    return done.only();
                }
                case Outcome.Taken taken ->
                    throw new JustTaken(queries.inTheWay(actor, id, new TimeSlot(from, to)), List.of());
                case Outcome.Again again -> {
                    // the means changed: look again
                }
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    private Outcome attemptAll(Claim claim, Bookable means, Consumer<BookingId> together) {
        try {
            return taking.takeAll(
                    List.of(claim), List.of(means), Set.of(), null, done -> together.accept(done.getFirst()));
        } catch (DuplicateKeyException e) {
            return new Outcome.Again();
        }
    }

    private JustTaken taken(Actor actor, BookingRequest request, TimeSlot blocked) {
        return new JustTaken(
                queries.inTheWay(actor, request.means(), blocked),
                queries.alternatives(actor, request.means(), request.from(), request.to(), request.units()));
    }

    private Optional<BookingId> earlier(Actor actor, String key, BookingRequest request) {
        return rows.earlier(actor.person(), key).map(earlier -> {
            if (!earlier.answers(request)) {
                throw new InvalidInput("idempotencyKey", Message.of("means.error.key-reused"));
            }
            return earlier.id();
        });
    }

    /** To the second, without blanks around; the limits of the texts. */
    static BookingRequest tidy(BookingRequest asked) {
        String key = asked.idempotencyKey();
        InvalidInput.check()
                .atMost(asked.purpose(), 500, "purpose")
                .atMost(asked.costCode(), 60, "costCode")
                .atMost(key == null ? "" : key, 100, "idempotencyKey")
                .that(key == null || !key.isBlank(), "idempotencyKey", Message.of("shared.error.required"))
                .orThrow();
        return new BookingRequest(
                asked.means(),
                asked.from().truncatedTo(ChronoUnit.SECONDS),
                asked.to().truncatedTo(ChronoUnit.SECONDS),
                asked.units(),
                asked.purpose().strip(),
                asked.costCode().strip(),
                asked.acceptedTerms(),
                asked.hold(),
                key,
                asked.unit());
    }
}
