package org.convive.means.use;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingRules;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.Occupied;
import org.convive.means.Rehousing;
import org.convive.means.UnitBlocks;
import org.convive.means.use.Damage.Hit;
import org.convive.means.use.Damage.Other;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Damage: told by anybody of the cluster, blocks the unit at once, released by the owner alone. */
@Service
public class DamageService {
    private final DamageRows rows;
    private final DamageTeller teller;
    private final MeansQueries queries;
    private final UnitBlocks blocks;
    private final Rehousing rehousing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DamageService(
            DamageRows rows,
            DamageTeller teller,
            MeansQueries queries,
            UnitBlocks blocks,
            Rehousing rehousing,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.teller = teller;
        this.queries = queries;
        this.blocks = blocks;
        this.rehousing = rehousing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Tells of damage. When the unit cannot be used it is blocked at once; bookings that stand on it are told to those
     * concerned, who decide.
     *
     * @return the number of the report; the earlier one when it was sent before with the same key
     */
    public long report(Actor actor, DamageReport report) {
        Means means = queries.get(actor, report.means()).means();
        InvalidInput.check()
                .required(report.words(), 2_000, "words")
                .required(report.idempotencyKey(), 100, "idempotencyKey")
                .that(
                        means.units().stream().anyMatch(unit -> unit.id() == report.unit()),
                        "unit",
                        Message.of("means.use.error.unit"))
                .that(
                        report.photos().size() <= Reading.MOST_PHOTOS,
                        "photos",
                        Message.of("means.use.error.photos", Reading.MOST_PHOTOS))
                .orThrow();
        BookingId during = report.booking();
        if (during != null) {
            queries.booking(actor, during);
        }
        Optional<Long> earlier = rows.earlier(actor, report);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return report.blocks()
                    ? blocks.block(
                            actor,
                            means,
                            report.unit(),
                            report.words().strip().lines().findFirst().orElse(""),
                            block -> reported(actor, report, block))
                    : Objects.requireNonNull(transaction.execute(status -> reported(actor, report, null)));
        } catch (DuplicateKeyException e) {
            return rows.earlier(actor, report).orElseThrow(() -> e);
        }
    }

    /** In the transaction that blocks the unit, so that nothing is blocked of which nobody hears. */
    private long reported(Actor actor, DamageReport report, @Nullable BookingId block) {
        long id = rows.insert(actor, report, block, clock.instant());
        Damage damage = damage(actor, id);
        teller.tellOwner(actor, damage);
        hits(actor, damage, queries.allOnUnit(actor, damage.unit(), clock.instant()))
                .forEach(hit -> teller.tellBooker(actor, damage, hit));
        return id;
    }

    /** @throws NotFoundException when there is none with this number in the actor's cluster */
    public Damage damage(Actor actor, long id) {
        return rows.find(actor.cluster(), id).orElseThrow(() -> new NotFoundException("damage"));
    }

    /** What was reported of a means, open ones first. */
    public List<Damage> of(Actor actor, MeansId means) {
        return rows.of(actor.cluster(), means);
    }

    /** The bookings ahead that stand on the damaged unit, soonest first, and where each could go; those that the actor may know of. */
    public List<Hit> hits(Actor actor, Damage damage) {
        return hits(actor, damage, queries.onUnit(actor, damage.unit(), clock.instant()));
    }

    private List<Hit> hits(Actor actor, Damage damage, List<BookingLine> standing) {
        if (!damage.blocked() || damage.block() == null || standing.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Means means = queries.get(actor, damage.means()).means();
        List<Occupied> others = queries.occupancy(
                actor, damage.means(), now, standing.getLast().to().plus(BookingRules.BUFFER_EVER));
        Map<BookingId, Rehousing.Elsewhere> elsewhere = rehousing.elsewhere(actor, means, standing);
        Map<BookingId, Damage.Offer> offers = rows.offers(damage.id());
        return standing.stream()
                .map(booking -> {
                    Rehousing.Elsewhere places = Objects.requireNonNull(elsewhere.get(booking.id()));
                    return new Hit(
                            booking,
                            otherUnit(means, others, damage.unit(), booking),
                            places.sameTime().stream()
                                    .map(one -> new Other(one.id(), one.name(), one.ownerName()))
                                    .toList(),
                            places.otherTimes(),
                            offers.get(booking.id()));
                })
                .toList();
    }

    /** The open damage that hits a booking, and where it could go; nothing when none does. */
    public Optional<HitBy> hitting(Actor actor, BookingLine booking) {
        if (booking.blackout() || !booking.status().occupies() || !booking.to().isAfter(clock.instant())) {
            return Optional.empty();
        }
        return rows.hitting(actor.cluster(), booking.id()).flatMap(id -> {
            Damage damage = damage(actor, id);
            return hits(actor, damage).stream()
                    .filter(hit -> hit.booking().id().equals(booking.id()))
                    .findFirst()
                    .map(hit -> new HitBy(damage, hit));
        });
    }

    /** A booking with the damage that hits it. */
    public record HitBy(Damage damage, Hit hit) {}

    private static boolean otherUnit(Means means, List<Occupied> taken, long damaged, BookingLine booking) {
        TimeSlot wanted = means.rules().blocked(booking.from(), booking.to());
        return means.units().stream()
                .filter(unit -> unit.id() != damaged)
                .anyMatch(unit -> taken.stream()
                        .filter(other -> other.unit() == unit.id())
                        .noneMatch(other -> new TimeSlot(other.blockedFrom(), other.blockedTo()).overlaps(wanted)));
    }

    /** The owner says that it works again: the unit can be booked. Says nothing when that was said before. */
    public void release(Actor actor, long id, String words) {
        Damage damage = damage(actor, id);
        actor.requireVoiceOf(damage.owner());
        InvalidInput.check().atMost(words, 2_000, "words").orThrow();
        if (!damage.open()) {
            return;
        }
        BookingId block = damage.block();
        if (block == null) {
            transaction.executeWithoutResult(status -> released(actor, damage, words));
        } else {
            // Both under the means' lock: of two who release two reports at once, the second one finds none left.
            blocks.unblock(actor, damage.means(), block, () -> {
                released(actor, damage, words);
                return rows.lastOne(damage);
            });
        }
    }

    private void released(Actor actor, Damage damage, String words) {
        rows.release(actor, damage, words, clock.instant());
        teller.released(actor, damage);
    }
}
