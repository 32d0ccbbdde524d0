package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Books, cancels, restores and blocks. No two accepted bookings of one unit ever overlap and none is lost: the first
 * statement of every transaction here touches the means' sequence row, and the database refuses overlapping rows (see
 * the decision record "Booking protocol"). Must not be called inside a transaction.
 */
@Service
public class BookingService {
    private static final int LOOKS = 10;
    private static final Duration LONGEST_BLACKOUT = Duration.ofDays(366);

    private final JdbcTemplate jdbc;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final MeansQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    BookingService(
            JdbcTemplate jdbc,
            BookingTransactions transactions,
            BookingRows rows,
            MeansQueries queries,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Books n units for the actor's organisation: all of them or none. Every member who stands for an organisation
     * may book.
     *
     * @return the new booking; the earlier one when this request was already made with the same key
     * @throws InvalidInput when a rule of the means is broken, or the key was used for another request
     * @throws JustTaken when too few units are free
     */
    public BookingId book(Actor actor, BookingRequest asked) {
        OrganisationId organisation = actor.requireOrganisation();
        BookingRequest request = tidy(asked);
        String key = key(request);
        for (int look = 0; look < LOOKS; look++) {
            Bookable means = Bookable.read(jdbc, actor, request.means(), key);
            if (means.sameKey() != null) {
                return earlier(means.sameKey(), request);
            }
            requireSound(means, request);
            TimeSlot blocked = means.rules().blocked(request.from(), request.to());
            Outcome outcome = occupy(
                    actor,
                    means,
                    blocked,
                    request.units(),
                    () -> rows.insert(actor, organisation, BookingRows.BOOKING, request, key, clock.instant()));
            if (outcome instanceof Outcome.Done(BookingId booking)) {
                return booking;
            }
            if (outcome instanceof Outcome.Taken) {
                Bookable.Earlier twin =
                        Bookable.read(jdbc, actor, request.means(), key).sameKey();
                if (twin != null) {
                    return earlier(twin, request);
                }
                throw taken(actor, request, blocked);
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    /** Gives the units back; the booking is kept. Says nothing when it was cancelled already. */
    public void cancel(Actor actor, BookingId id) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may cancel");
        if (!booking.to().isAfter(clock.instant())) {
            throw new InvalidInput("booking", Message.of("means.error.over"));
        }
        transactions.run(
                () -> {
                    rows.lock(actor.cluster(), booking.means());
                    if (rows.status(id, BookingStatus.CANCELLED, clock.instant())) {
                        rows.release(id);
                        audit.record(actor, "booking.cancelled", "booking:" + id, booking.meansName());
                    }
                    return true;
                },
                done -> true);
    }

    /**
     * Undoes a cancellation.
     *
     * @throws JustTaken when somebody else took the units meanwhile
     */
    public void restore(Actor actor, BookingId id) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may restore");
        if (booking.status() == BookingStatus.CONFIRMED) {
            return;
        }
        if (!booking.to().isAfter(clock.instant())) {
            throw new InvalidInput("booking", Message.of("means.error.over"));
        }
        var request = new BookingRequest(
                booking.means(), booking.from(), booking.to(), booking.units(), booking.purpose(), null);
        for (int look = 0; look < LOOKS; look++) {
            Bookable means = Bookable.read(jdbc, actor, booking.means(), "");
            requireUnits(means, request);
            TimeSlot blocked = booking.blackout()
                    ? new TimeSlot(booking.from(), booking.to())
                    : means.rules().blocked(booking.from(), booking.to());
            Outcome outcome = occupy(actor, means, blocked, booking.units(), () -> {
                if (!rows.status(id, BookingStatus.CONFIRMED, clock.instant())) {
                    throw new DuplicateKeyException("restored by somebody else");
                }
                audit.record(actor, "booking.restored", "booking:" + id, booking.meansName());
                return id;
            });
            if (outcome instanceof Outcome.Done) {
                return;
            }
            if (outcome instanceof Outcome.Taken) {
                throw taken(actor, request, blocked);
            }
            if (queries.booking(actor, id).status() == BookingStatus.CONFIRMED) {
                return;
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    /**
     * Takes units out of use: maintenance, the owner's own work.
     *
     * @param unit one unit, or null for all of them
     * @throws JustTaken when somebody has booked a unit in that time: what is promised is kept
     */
    public BookingId blackout(Actor actor, MeansId id, @Nullable Long unit, Instant from, Instant to, String reason) {
        for (int look = 0; look < LOOKS; look++) {
            String key = UUID.randomUUID().toString();
            Bookable means = Bookable.read(jdbc, actor, id, key);
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
            var request = new BookingRequest(id, from, to, units.size(), reason.strip(), key);
            var blocked = new TimeSlot(from, to);
            Outcome outcome = occupy(
                    actor,
                    means.withUnits(units),
                    blocked,
                    units.size(),
                    () -> rows.insert(actor, means.owner(), BookingRows.BLACKOUT, request, key, clock.instant()));
            if (outcome instanceof Outcome.Done(BookingId booking)) {
                return booking;
            }
            if (outcome instanceof Outcome.Taken) {
                throw new JustTaken(queries.inTheWay(actor, id, blocked), List.of());
            }
        }
        throw new ConcurrencyFailureException("the means kept changing");
    }

    /** Where there is no unit to choose, the database's refusal is the answer and one round trip is enough. */
    private Outcome occupyAll(Actor actor, Bookable means, BookingRequest request, String key, TimeSlot blocked) {
        try {
            return transactions
                    .repeat(() -> rows.bookAll(actor, means, request, key, blocked, clock.instant()))
                    .<Outcome>map(Outcome.Done::new)
                    .orElseGet(Outcome.Again::new);
        } catch (DuplicateKeyException e) {
            return new Outcome.Taken();
        }
    }

    private Outcome occupy(Actor actor, Bookable means, TimeSlot blocked, int units, Holder holder) {
        try {
            return transactions.run(
                    () -> {
                        if (!rows.lock(actor.cluster(), means.means(), means.version())) {
                            return new Outcome.Again();
                        }
                        List<Long> free = rows.free(means.units(), blocked);
                        if (free.size() < units) {
                            return new Outcome.Taken();
                        }
                        BookingId booking;
                        try {
                            booking = holder.write();
                        } catch (DuplicateKeyException e) {
                            return new Outcome.Again();
                        }
                        rows.occupy(actor.cluster(), booking, free.subList(0, units), pieces(blocked));
                        return new Outcome.Done(booking);
                    },
                    Outcome.Done.class::isInstance);
        } catch (DuplicateKeyException e) {
            return new Outcome.Taken();
        }
    }

    /** Long blackouts are kept in pieces, so that no row is longer than the queries look back. */
    private static List<TimeSlot> pieces(TimeSlot blocked) {
        var pieces = new ArrayList<TimeSlot>();
        Instant from = blocked.from();
        while (Duration.between(from, blocked.to()).compareTo(BookingRules.BLOCKED_EVER) > 0) {
            Instant next = from.plus(BookingRules.LONGEST_EVER);
            pieces.add(new TimeSlot(from, next));
            from = next;
        }
        pieces.add(new TimeSlot(from, blocked.to()));
        return pieces;
    }

    private JustTaken taken(Actor actor, BookingRequest request, TimeSlot blocked) {
        return new JustTaken(
                queries.inTheWay(actor, request.means(), blocked),
                queries.alternatives(actor, request.means(), request.from(), request.to(), request.units()));
    }

    private static String key(BookingRequest request) {
        String key = request.idempotencyKey();
        return key == null ? UUID.randomUUID().toString() : key;
    }

    private static BookingRequest tidy(BookingRequest asked) {
        String key = asked.idempotencyKey();
        InvalidInput.check()
                .atMost(asked.purpose(), 500, "purpose")
                .atMost(key == null ? "" : key, 100, "idempotencyKey")
                .that(key == null || !key.isBlank(), "idempotencyKey", Message.of("shared.error.required"))
                .orThrow();
        return new BookingRequest(
                asked.means(),
                asked.from().truncatedTo(ChronoUnit.SECONDS),
                asked.to().truncatedTo(ChronoUnit.SECONDS),
                asked.units(),
                asked.purpose().strip(),
                key);
    }

    private void requireSound(Bookable means, BookingRequest request) {
        requireUnits(means, request);
        means.rules().require(request.from(), request.to(), clock.instant());
    }

    private static void requireUnits(Bookable means, BookingRequest request) {
        InvalidInput.check()
                .that(!means.withdrawn(), "means", Message.of("means.error.withdrawn"))
                .that(request.units() >= 1, "units", Message.of("means.error.no-unit"))
                .that(
                        request.units() <= means.units().size(),
                        "units",
                        Message.of("means.error.too-many-units", means.units().size()))
                .orThrow();
    }

    private static BookingId earlier(Bookable.Earlier earlier, BookingRequest request) {
        if (!earlier.answers(request)) {
            throw new InvalidInput("idempotencyKey", Message.of("means.error.key-reused"));
        }
        return earlier.id();
    }

    /** Writes the booking that will hold the units. */
    private interface Holder {
        BookingId write();
    }
}
