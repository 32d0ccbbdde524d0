package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.convive.shared.ClusterId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes units for new bookings, all of them or none, in one transaction by the booking protocol. */
@Component
class Taking {
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final BookingEvents events;
    private final Admission admission;
    private final Clock clock;

    Taking(BookingTransactions transactions, BookingRows rows, BookingEvents events, Admission admission, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.events = events;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * One booking. Where no sum has to be looked at under the lock and any unit will do, the whole transaction is one round trip.
     *
     * @throws DuplicateKeyException when the key was used already
     */
    Outcome take(Claim claim, Bookable means) {
        if (means.lending().quota() != null || claim.request().unit() != null) {
            return takeAll(List.of(claim), List.of(means));
        }
        long booked = transactions.repeat(() -> rows.bookFree(claim, means, clock.instant()));
        if (booked > 0) {
            return new Outcome.Done(List.of(new BookingId(booked)));
        }
        return booked == 0 ? new Outcome.Again() : new Outcome.Taken(0);
    }

    /** Several bookings that have nothing in common. */
    Outcome takeAll(List<Claim> claims, List<Bookable> means) {
        return takeAll(claims, means, Set.of(), null, done -> {});
    }

    /**
     * Several bookings.
     *
     * @param means what the claims are for, in ascending order of id
     * @param freed further means of which something is freed under the locks
     * @param plan writes what they have in common under the locks, before they are taken, and gives its id
     * @param last what is done when all are taken, with their numbers: who waits is offered what became free
     * @throws DuplicateKeyException when a key was used already
     */
    Outcome takeAll(
            List<Claim> claims,
            List<Bookable> means,
            Set<MeansId> freed,
            @Nullable LongSupplier plan,
            Consumer<List<BookingId>> last) {
        Map<MeansId, Bookable> byId = means.stream().collect(Collectors.toMap(Bookable::means, Function.identity()));
        return transactions.run(
                () -> {
                    if (!lock(claims.getFirst().cluster(), byId, freed)) {
                        return new Outcome.Again();
                    }
                    Long group = plan == null ? null : plan.getAsLong();
                    var done = new ArrayList<BookingId>();
                    for (int i = 0; i < claims.size(); i++) {
                        Claim claim =
                                group == null ? claims.get(i) : claims.get(i).in(group);
                        Bookable one =
                                Objects.requireNonNull(byId.get(claim.request().means()));
                        BookingId booking = write(claim, one);
                        if (booking == null) {
                            return new Outcome.Taken(i);
                        }
                        done.add(booking);
                    }
                    last.accept(done);
                    return new Outcome.Done(done);
                },
                Outcome.Done.class::isInstance);
    }

    /** All of them in ascending order of id: those that are taken in the version that was read. */
    private boolean lock(ClusterId cluster, Map<MeansId, Bookable> taken, Set<MeansId> freed) {
        var all = new TreeSet<>(Comparator.comparingLong(MeansId::value));
        all.addAll(taken.keySet());
        all.addAll(freed);
        for (MeansId one : all) {
            Bookable means = taken.get(one);
            if (means == null) {
                rows.lock(cluster, one);
            } else if (!rows.lock(cluster, one, means.version())) {
                return false;
            }
        }
        return true;
    }

    private @Nullable BookingId write(Claim claim, Bookable means) {
        TimeSlot blocked = claim.blocked(means.rules());
        Long wanted = claim.request().unit();
        List<Long> free = rows.free(wanted == null ? means.units() : List.of(wanted), blocked);
        int units = claim.request().units();
        if (free.size() < units) {
            return null;
        }
        if (claim.kind().equals(Claim.BOOKING)) {
            admission.requireQuota(means, claim.company(), claim.request(), 0);
        }
        BookingId booking = rows.insert(claim, clock.instant());
        rows.occupy(claim.cluster(), booking, free.subList(0, units), pieces(blocked));
        events.record(claim.cluster(), means.means(), booking, claim.deed(), claim.person(), "");
        return booking;
    }

    /** Long blackouts are kept in pieces, so that no row is longer than the queries look back. */
    static List<TimeSlot> pieces(TimeSlot blocked) {
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
}
