package org.convive.means.use;

import java.time.Clock;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingMoves;
import org.convive.means.Interventions;
import org.convive.means.JustTaken;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.Rehousing;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of bookings that stand on a damaged unit. The owner may put them on another of their units, which changes
 * nothing for the booker but its name; another time or another means is the booker's decision: the owner offers it, and it
 * is taken with one tap.
 */
@Service
public class HitBookings {
    private final DamageService damages;
    private final DamageRows rows;
    private final DamageTeller teller;
    private final MeansQueries queries;
    private final Interventions interventions;
    private final Rehousing rehousing;
    private final BookingMoves moves;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HitBookings(
            DamageService damages,
            DamageRows rows,
            DamageTeller teller,
            MeansQueries queries,
            Interventions interventions,
            Rehousing rehousing,
            BookingMoves moves,
            Actors actors,
            TransactionTemplate transaction,
            Clock clock) {
        this.damages = damages;
        this.rows = rows;
        this.teller = teller;
        this.queries = queries;
        this.interventions = interventions;
        this.rehousing = rehousing;
        this.moves = moves;
        this.actors = actors;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Moves a booking off the damaged unit to another unit of the same means, at the same time.
     *
     * @return false when somebody took that unit meanwhile
     */
    public boolean toOtherUnit(Actor actor, long damage, BookingId id) {
        Damage one = damages.damage(actor, damage);
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may move it");
        boolean moved =
                interventions.changeUnit(actor, queries.get(actor, one.means()).means(), id, one.unit());
        if (moved) {
            rows.noOffer(actor.cluster(), id);
        }
        return moved;
    }

    /**
     * Moves a booking off the damaged unit to another time, or to another means that can do the same: there it is a new
     * booking by the rules of its owner, and the one that was hit is given back, both in one transaction. A deed of the
     * booker's company.
     *
     * @param acceptedTerms the other means' terms that were read, where it has some
     * @return the booking as it stands then; a new one on another means
     * @throws JustTaken when somebody took that meanwhile; the booking stays where it is
     */
    public BookingId moveTo(
            Actor actor, long damage, BookingId id, MeansId means, TimeSlot time, @Nullable Long acceptedTerms) {
        Damage one = damages.damage(actor, damage);
        BookingLine booking = standing(actor, one, id);
        BookingId instead = id;
        if (means.equals(one.means())) {
            moves.move(actor, id, time.from(), time.to(), null, booking.version());
        } else {
            Actor booker = actors.member(booking.person(), actor.cluster()).orElse(actor);
            instead = rehousing.move(actor, booker, booking, means, time, acceptedTerms);
        }
        rows.noOffer(actor.cluster(), id);
        return instead;
    }

    /**
     * The owner offers another time or another means to those who booked; they are told, and decide. Nothing is kept for
     * them: who takes it later may be told that it is taken.
     *
     * @throws InvalidInput when a rule is broken there
     * @throws JustTaken when it is not free
     */
    public void offer(Actor actor, long damage, BookingId id, MeansId means, TimeSlot time) {
        Damage one = damages.damage(actor, damage);
        actor.requireVoiceOf(one.owner());
        BookingLine booking = standing(actor, one, id);
        rehousing.requireFree(actor, booking, means, time);
        String name = queries.get(actor, means).means().name();
        transaction.executeWithoutResult(status -> {
            rows.offer(actor, damage, id, means, time, clock.instant());
            teller.offered(actor, one, booking, name, time);
        });
    }

    /** The owner takes an offer back, or the booker's company would rather wait; then the owner is told. */
    public void noOffer(Actor actor, long damage, BookingId id) {
        Damage one = damages.damage(actor, damage);
        BookingLine booking = queries.booking(actor, id);
        if (!booking.means().equals(one.means())) {
            throw new NotFoundException("booking");
        }
        actor.require(booking.mayChange(actor), "only the booker's company or the owner may answer");
        transaction.executeWithoutResult(status -> {
            if (rows.noOffer(actor.cluster(), id) && !actor.maySpeakFor(one.owner())) {
                teller.declined(actor, one, booking);
            }
        });
    }

    private BookingLine standing(Actor actor, Damage damage, BookingId id) {
        return queries.onUnit(actor, damage.unit(), clock.instant()).stream()
                .filter(hit -> damage.blocked() && hit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("booking", Message.of("means.error.over")));
    }
}
