package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.means.use.Damage;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.means.use.Reading;
import org.convive.means.use.Stage;
import org.convive.means.use.UsePage;
import org.convive.means.use.UseService;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking and giving back what was booked, and damage. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Use")
class UsesController {
    private final Actors actors;
    private final UseService uses;
    private final DamageService damages;

    UsesController(Actors actors, UseService uses, DamageService damages) {
        this.actors = actors;
        this.uses = uses;
        this.damages = damages;
    }

    /** What happened with a booking. */
    record UseBody(
            long booking,
            @Nullable OffsetDateTime checkedIn,
            @Nullable OffsetDateTime checkedOut,

            @Schema(description = "When the owner confirmed that it was taken") @Nullable
            OffsetDateTime handoverConfirmed,

            @Schema(description = "When the owner confirmed that it came back") @Nullable
            OffsetDateTime returnConfirmed,

            @Nullable BigDecimal meterStart,
            @Nullable BigDecimal meterEnd,
            @Nullable Integer usedMinutes,

            @Schema(description = "When the slot was given back because nobody came") @Nullable
            OffsetDateTime noShow,

            @Schema(description = "When the use was final") @Nullable
            OffsetDateTime settled) {

        static UseBody of(Actor actor, UsePage page) {
            return new UseBody(
                    page.booking().id().value(),
                    at(actor, page.in()),
                    at(actor, page.out()),
                    at(actor, page.given()),
                    at(actor, page.returned()),
                    page.meterStart(),
                    page.meterEnd(),
                    page.usedMinutes(),
                    Times.perhaps(actor, page.noShow()),
                    Times.perhaps(actor, page.settled()));
        }

        private static @Nullable OffsetDateTime at(Actor actor, UsePage.@Nullable Mark mark) {
            return mark == null ? null : Times.at(actor, mark.at());
        }
    }

    /** What is said when taking or giving back. */
    record NewReading(
            @Schema(description = "What the meter shows") @Nullable
            BigDecimal meter,

            @Schema(description = "At check-out; the time since check-in when left out") @Nullable
            Integer usedMinutes,

            @Nullable String note) {

        Reading reading() {
            return new Reading(meter, usedMinutes, note == null ? "" : note, List.of());
        }
    }

    /** Which of the two is confirmed. */
    @Schema(requiredProperties = "stage")
    record NewConfirmation(@Nullable Stage stage) {}

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
            Long bookingId) {}

    /** Damage of a unit. */
    record DamageBody(
            long id,
            Named means,
            Named unit,
            String words,
            OffsetDateTime reported,
            boolean blocked,
            @Nullable OffsetDateTime released) {

        static DamageBody of(Actor actor, Damage damage) {
            return new DamageBody(
                    damage.id(),
                    new Named(damage.means().value(), damage.meansName()),
                    new Named(damage.unit(), damage.unitName()),
                    damage.words(),
                    Times.at(actor, damage.reported()),
                    damage.blocked(),
                    Times.perhaps(actor, damage.released()));
        }
    }

    /** What was done. */
    record Release(@Nullable String words) {}

    @GetMapping("/bookings/{id}/use")
    @Operation(summary = "What happened with a booking: taken, given back, confirmed, settled")
    UseBody use(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return UseBody.of(actor, uses.page(actor, new BookingId(id)));
    }

    @PostMapping("/bookings/{id}/check-in")
    @Operation(summary = "The booker takes it, from a quarter of an hour before the start")
    UseBody checkIn(@PathVariable String slug, @PathVariable long id, @RequestBody NewReading reading) {
        Actor actor = actors.in(slug);
        uses.checkIn(actor, new BookingId(id), reading.reading());
        return UseBody.of(actor, uses.page(actor, new BookingId(id)));
    }

    @PostMapping("/bookings/{id}/check-out")
    @Operation(summary = "The booker gives it back; what is left of the slot is free at once")
    UseBody checkOut(@PathVariable String slug, @PathVariable long id, @RequestBody NewReading reading) {
        Actor actor = actors.in(slug);
        uses.checkOut(actor, new BookingId(id), reading.reading());
        return UseBody.of(actor, uses.page(actor, new BookingId(id)));
    }

    @PostMapping("/bookings/{id}/confirmations")
    @Operation(summary = "The owner confirms that it was taken, or that it came back; confirming twice changes nothing")
    UseBody confirm(@PathVariable String slug, @PathVariable long id, @RequestBody NewConfirmation asked) {
        Actor actor = actors.in(slug);
        Stage stage = asked.stage();
        if (stage == null) {
            throw new InvalidInput("stage", Message.of("shared.error.required"));
        }
        uses.confirm(actor, new BookingId(id), stage);
        return UseBody.of(actor, uses.page(actor, new BookingId(id)));
    }

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
                        asked.unitId() == null ? 0 : asked.unitId(),
                        booking == null ? null : new BookingId(booking),
                        asked.words() == null ? "" : asked.words(),
                        !Boolean.FALSE.equals(asked.blocks()),
                        List.of(),
                        key == null ? UUID.randomUUID().toString() : key));
        return Keys.created(damage, DamageBody.of(actor, damages.damage(actor, damage)));
    }

    @GetMapping("/means/{id}/damage")
    @Operation(summary = "What was reported of a means, open ones first")
    Items<DamageBody> damage(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(damages.of(actor, new MeansId(id)), one -> DamageBody.of(actor, one));
    }

    @PostMapping("/damage/{id}/release")
    @Operation(summary = "The owner says that it works again: the unit can be booked")
    DamageBody release(@PathVariable String slug, @PathVariable long id, @RequestBody Release asked) {
        Actor actor = actors.in(slug);
        damages.release(actor, id, asked.words() == null ? "" : asked.words());
        return DamageBody.of(actor, damages.damage(actor, id));
    }
}
