package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.convive.identity.Actor;
import org.springframework.stereotype.Service;

/**
 * Gives back some of what was booked together: the means of one date of a series that share a plan with others. All of it
 * in one transaction, together with what else happens in it.
 */
@Service
public class PartsOfPlans {
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final GivingBack giving;
    private final BookingEvents events;
    private final Offers offers;
    private final Clock clock;

    PartsOfPlans(
            BookingTransactions transactions,
            BookingRows rows,
            GivingBack giving,
            BookingEvents events,
            Offers offers,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.giving = giving;
        this.events = events;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * Gives these back in a transaction of its own.
     *
     * @param lines what is over by now is left as it is
     * @param together what else happens in the same transaction; called again when it is repeated
     * @throws org.springframework.security.access.AccessDeniedException when the actor may not give one of them back
     */
    public void cancel(Actor actor, Collection<BookingLine> lines, Runnable together) {
        List<BookingLine> ahead = ahead(lines);
        ahead.forEach(one -> actor.require(one.mayChange(actor), "only the booker's company or the owner may cancel"));
        SortedSet<Long> means =
                new TreeSet<>(ahead.stream().map(one -> one.means().value()).toList());
        boolean unused = transactions.run(
                () -> {
                    means.forEach(id -> rows.lock(actor.cluster(), new MeansId(id)));
                    together.run();
                    free(actor, ahead);
                    ahead.forEach(one -> offers.of(actor.cluster(), one.means(), one.from(), one.to()));
                    return true;
                },
                done -> true);
    }

    /**
     * Gives these back within the transaction of {@link Plans#book(Actor, List, String, String,
     * java.util.function.LongConsumer)} that books the same means at other times: their locks are held already. Whoever
     * waits for what is freed is asked afterwards, with {@link #offer}, since the new times may overlap the former ones.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the actor may not give one of them back
     */
    public void giveBack(Actor actor, Collection<BookingLine> lines) {
        List<BookingLine> ahead = ahead(lines);
        ahead.forEach(one -> actor.require(one.mayChange(actor), "only the booker's company or the owner may cancel"));
        free(actor, ahead);
    }

    /** Offers what was given back, and not taken again, to those who wait for it. */
    public void offer(Actor actor, Collection<BookingLine> lines) {
        SortedSet<Long> means =
                new TreeSet<>(lines.stream().map(one -> one.means().value()).toList());
        if (means.isEmpty()) {
            return;
        }
        boolean unused = transactions.run(
                () -> {
                    means.forEach(id -> rows.lock(actor.cluster(), new MeansId(id)));
                    lines.forEach(one -> offers.of(actor.cluster(), one.means(), one.from(), one.to()));
                    return true;
                },
                done -> true);
    }

    private List<BookingLine> ahead(Collection<BookingLine> lines) {
        Instant now = clock.instant();
        return lines.stream()
                .filter(one -> one.status().occupies() && one.to().isAfter(now))
                .toList();
    }

    private void free(Actor actor, List<BookingLine> lines) {
        for (BookingLine one : lines) {
            if (rows.become(one.id(), GivingBack.OCCUPYING, BookingStatus.CANCELLED, null, null, clock.instant())) {
                giving.free(one.id());
                events.record(actor.cluster(), one.means(), one.id(), Deed.CANCELLED, actor.person(), "");
            }
        }
    }
}
