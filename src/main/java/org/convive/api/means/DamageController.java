package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convive.api.AlternativeBody;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Named;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.api.Window;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.use.Damage;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.means.use.HitBookings;
import org.convive.shared.NotFoundException;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Damage: told by anybody of the cluster, blocks the unit at once, released by the owner alone. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Use")
class DamageController {
    private final Actors actors;
    private final DamageService damages;
    private final HitBookings hits;
    private final MeansQueries means;

    DamageController(Actors actors, DamageService damages, HitBookings hits, MeansQueries means) {
        this.actors = actors;
        this.damages = damages;
        this.hits = hits;
        this.means = means;
    }

    /** Something is broken. */
    @Schema(requiredProperties = {"unitId", "words"})
    record NewDamage(
            @Nullable Long unitId,
            @Nullable String words,

            @Schema(
                    description = "Whether the unit cannot be used; it is blocked then until the owner releases it",
                    defaultValue = "true")
            @Nullable
            Boolean blocks,

            @Schema(description = "The booking during which it was found") @Nullable
            Long bookingId,

            @Schema(description = "Ids of pictures that were kept before, at most 8") @Nullable
            List<Long> photos) {}

    /** Damage of a unit. */
    record DamageBody(
            long id,
            Named means,
            Named unit,
            String words,
            OffsetDateTime reported,
            boolean blocked,
            @Nullable OffsetDateTime released,
            List<Long> photos) {

        static DamageBody of(Actor actor, Damage damage) {
            return new DamageBody(
                    damage.id(),
                    new Named(damage.means().value(), damage.meansName()),
                    new Named(damage.unit(), damage.unitName()),
                    damage.words(),
                    Times.at(actor, damage.reported()),
                    damage.blocked(),
                    Times.perhaps(actor, damage.released()),
                    damage.photos());
        }
    }

    /** A booking that stands on the damaged unit. */
    record HitBody(
            BookingBody booking,

            @Schema(description = "Another unit of the means is free all the time")
            boolean otherUnit,

            @Schema(description = "Other means that can do the same and are free all the time")
            List<Named> otherMeans,

            @Schema(description = "The nearest times at which its means, or one of the others, is free")
            List<AlternativeBody> otherTimes,

            @Schema(description = "What the owner offers instead") @Nullable
            OfferBody offer) {
        static HitBody of(Actor actor, Damage.Hit hit) {
            return new HitBody(
                    BookingBody.of(actor, hit.booking()),
                    hit.otherUnit(),
                    hit.otherMeans().stream()
                            .map(one -> new Named(one.means().value(), one.name()))
                            .toList(),
                    hit.otherTimes().stream()
                            .map(one -> AlternativeBody.of(actor, one))
                            .toList(),
                    hit.offer() == null ? null : OfferBody.of(actor, hit.offer()));
        }
    }

    /** What is offered instead of a booking that is hit. */
    record OfferBody(Named means, OffsetDateTime from, OffsetDateTime to) {
        static OfferBody of(Actor actor, Damage.Offer offer) {
            return new OfferBody(
                    new Named(offer.means().value(), offer.name()),
                    Times.at(actor, offer.time().from()),
                    Times.at(actor, offer.time().to()));
        }
    }

    /** Where a booking shall go. */
    @Schema(requiredProperties = "bookingId")
    record NewPlace(
            @Nullable Long bookingId,

            @Schema(
                    description = "A means that can do the same, or its own for another time;"
                            + " another unit of its own at the same time when left out")
            @Nullable
            Long meansId,

            @Schema(description = "The same time when left out") @Nullable
            OffsetDateTime from,

            @Schema(description = "The same time when left out") @Nullable
            OffsetDateTime to,

            @Schema(description = "The id of the other means' terms that were read; needed where it has some") @Nullable
            Long acceptedTerms) {

        TimeSlot time(BookingLine booking) {
            return Window.of(
                    from == null ? booking.from().atOffset(ZoneOffset.UTC) : from,
                    to == null ? booking.to().atOffset(ZoneOffset.UTC) : to);
        }
    }

    /** What is offered. */
    record NewOffer(
            @Schema(description = "Its own means when left out") @Nullable
            Long meansId,

            @Schema(description = "The same time when left out") @Nullable
            OffsetDateTime from,

            @Schema(description = "The same time when left out") @Nullable
            OffsetDateTime to) {}

    /** Whether it worked: false when somebody took that place meanwhile. */
    record Moved(boolean moved, BookingBody booking) {}

    /** What was done. */
    record Release(@Nullable String words) {}

    @PostMapping("/means/{id}/damage")
    @Operation(summary = "Reports damage of a unit; bookings that stand on it are kept, their people told")
    ResponseEntity<DamageBody> report(
            @PathVariable String slug,
            @PathVariable long id,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewDamage asked) {
        Actor actor = actors.in(slug);
        Long booking = asked.bookingId();
        long damage = damages.report(
                actor,
                new DamageReport(
                        new MeansId(id),
                        Asked.or(asked.unitId(), 0L),
                        booking == null ? null : new BookingId(booking),
                        Asked.text(asked.words()),
                        !Boolean.FALSE.equals(asked.blocks()),
                        Asked.list(asked.photos()),
                        key == null ? UUID.randomUUID().toString() : key));
        return Keys.created(damage, DamageBody.of(actor, damages.damage(actor, damage)));
    }

    @GetMapping("/means/{id}/damage")
    @Operation(summary = "What was reported of a means, open ones first")
    Items<DamageBody> damage(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(damages.of(actor, new MeansId(id)), one -> DamageBody.of(actor, one));
    }

    @GetMapping("/damage/{id}")
    @Operation(summary = "One report")
    DamageBody one(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return DamageBody.of(actor, damages.damage(actor, id));
    }

    @GetMapping("/damage/{id}/hits")
    @Operation(summary = "The bookings ahead that stand on the damaged unit, and where each could go")
    Items<HitBody> hits(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(damages.hits(actor, damages.damage(actor, id)), one -> HitBody.of(actor, one));
    }

    @PostMapping("/damage/{id}/moves")
    @Operation(
            summary = "Moves a booking off the damaged unit",
            description = "To another unit, another time, or another means that can do the same: by its rules."
                    + " What the owner offered is taken like this, too.")
    Moved move(@PathVariable String slug, @PathVariable long id, @RequestBody NewPlace asked) {
        Actor actor = actors.in(slug);
        var booking = new BookingId(Asked.required(asked.bookingId(), "bookingId"));
        Long other = asked.meansId();
        if (other == null) {
            boolean moved = hits.toOtherUnit(actor, id, booking);
            return new Moved(moved, BookingBody.of(actor, means.booking(actor, booking)));
        }
        TimeSlot time = asked.time(means.booking(actor, booking));
        BookingId instead =
                Taken.or(actor, () -> hits.moveTo(actor, id, booking, new MeansId(other), time, asked.acceptedTerms()));
        return new Moved(true, BookingBody.of(actor, means.booking(actor, instead)));
    }

    @PutMapping("/damage/{id}/offers/{booking}")
    @Operation(
            summary = "The owner offers another means or time instead of a booking that is hit",
            description = "Who booked is told and decides; nothing is kept for them.")
    HitBody offer(
            @PathVariable String slug, @PathVariable long id, @PathVariable long booking, @RequestBody NewOffer asked) {
        Actor actor = actors.in(slug);
        var hit = new BookingId(booking);
        BookingLine line = means.booking(actor, hit);
        MeansId other = asked.meansId() == null ? line.means() : new MeansId(asked.meansId());
        var place = new NewPlace(booking, other.value(), asked.from(), asked.to(), null);
        Taken.or(actor, () -> {
            hits.offer(actor, id, hit, other, place.time(line));
            return hit;
        });
        return damages.hits(actor, damages.damage(actor, id)).stream()
                .filter(one -> one.booking().id().equals(hit))
                .findFirst()
                .map(one -> HitBody.of(actor, one))
                .orElseThrow(() -> new NotFoundException("booking"));
    }

    @DeleteMapping("/damage/{id}/offers/{booking}")
    @Operation(summary = "The owner takes an offer back, or the booker's company would rather wait")
    ResponseEntity<Void> noOffer(@PathVariable String slug, @PathVariable long id, @PathVariable long booking) {
        hits.noOffer(actors.in(slug), id, new BookingId(booking));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/damage/{id}/release")
    @Operation(summary = "The owner says that it works again: the unit can be booked")
    DamageBody release(@PathVariable String slug, @PathVariable long id, @RequestBody Release asked) {
        Actor actor = actors.in(slug);
        damages.release(actor, id, Asked.text(asked.words()));
        return DamageBody.of(actor, damages.damage(actor, id));
    }
}
