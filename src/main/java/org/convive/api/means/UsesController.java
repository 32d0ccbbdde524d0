package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.api.Asked;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.use.Reading;
import org.convive.means.use.Stage;
import org.convive.means.use.UsePage;
import org.convive.means.use.UseService;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking and giving back what was booked. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Use")
class UsesController {
    private final Actors actors;
    private final UseService uses;

    UsesController(Actors actors, UseService uses) {
        this.actors = actors;
        this.uses = uses;
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
            OffsetDateTime settled,

            String noteIn,
            String noteOut,
            List<PhotoBody> photos) {

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
                    Times.perhaps(actor, page.settled()),
                    page.noteIn(),
                    page.noteOut(),
                    page.photos().stream()
                            .map(one -> new PhotoBody(one.stage(), one.picture()))
                            .toList());
        }

        private static @Nullable OffsetDateTime at(Actor actor, UsePage.@Nullable Mark mark) {
            return mark == null ? null : Times.at(actor, mark.at());
        }
    }

    /** A picture taken at a handover; its number is of a picture of the cluster. */
    record PhotoBody(Stage stage, long pictureId) {}

    /** What is said when taking or giving back. */
    record NewReading(
            @Schema(description = "What the meter shows") @Nullable
            BigDecimal meter,

            @Schema(
                    description =
                            "At check-out; the time since check-in when left out. Not less than that within the booking,"
                                    + " unless the owner confirms it")
            @Nullable
            Integer usedMinutes,

            @Nullable String note,

            @Schema(description = "Ids of pictures that were kept before, at most 8") @Nullable
            List<Long> photos) {

        Reading reading() {
            return new Reading(meter, usedMinutes, Asked.text(note), Asked.list(photos));
        }
    }

    /** Which of the two is confirmed. */
    @Schema(requiredProperties = "stage")
    record NewConfirmation(@Nullable Stage stage) {}

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

    @DeleteMapping("/bookings/{id}/check-in")
    @Operation(summary = "Takes a check-in back that was a slip, as long as nothing followed")
    UseBody undoCheckIn(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        uses.undoCheckIn(actor, new BookingId(id));
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
        uses.confirm(actor, new BookingId(id), Asked.required(asked.stage(), "stage"));
        return UseBody.of(actor, uses.page(actor, new BookingId(id)));
    }
}
