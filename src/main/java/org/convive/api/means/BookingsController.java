package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Named;
import org.convive.api.OffsetTime;
import org.convive.api.Problem;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.BookingMoves;
import org.convive.means.BookingService;
import org.convive.means.Deed;
import org.convive.means.MeansQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Booking what is shared. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/bookings")
@Tag(name = "Bookings")
class BookingsController {
    private final Actors actors;
    private final BookingService bookings;
    private final BookingMoves moves;
    private final BookingEvents events;
    private final MeansQueries means;
    private final Clock clock;

    BookingsController(
            Actors actors,
            BookingService bookings,
            BookingMoves moves,
            BookingEvents events,
            MeansQueries means,
            Clock clock) {
        this.actors = actors;
        this.bookings = bookings;
        this.moves = moves;
        this.events = events;
        this.means = means;
        this.clock = clock;
    }

    /** Whose bookings. */
    enum Whose {
        MINE,
        COMPANY,
        LENT,
        REQUESTS
    }

    /** Another time. */
    @Schema(requiredProperties = {"from", "to", "version"})
    record NewTime(
            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime to,

            @Schema(
                    description =
                            "The unit it shall be on, for a booking of one; its own where they are free otherwise")
            @Nullable
            Long unitId,

            @Schema(description = "The one that was read") @Nullable
            Integer version) {}

    /** Something that happened to a booking. */
    record DeedBody(
            Deed deed,

            @Schema(description = "Missing for what the portal did by itself") @Nullable
            Named person,

            OffsetDateTime at,
            String detail) {}

    @GetMapping
    @Operation(
            summary =
                    "Bookings: the own ones, the company's, those of its means, or the requests that wait for an answer",
            description = "Those that end after the moment, now when it is left out; at most 500, soonest first.")
    Items<BookingBody> list(
            @PathVariable String slug,
            @RequestParam(defaultValue = "MINE") Whose of,
            @RequestParam(required = false) @Nullable OffsetDateTime endingAfter) {
        Actor actor = actors.in(slug);
        Instant after = endingAfter == null ? clock.instant() : endingAfter.toInstant();
        List<BookingLine> found = switch (of) {
            case MINE -> means.mine(actor, after);
            case COMPANY -> means.ofMyCompany(actor, after);
            case LENT -> means.lent(actor, after);
            case REQUESTS -> means.toAnswer(actor);
        };
        return Items.of(found, one -> BookingBody.of(actor, one));
    }

    @PostMapping
    @Operation(
            summary = "Books units of a means for the organisation of the token's person",
            description = "All units or none. Never two bookings of one unit at the same time. Where the owner answers"
                    + " requests, it is one (status PENDING); with hold it is only kept for a while (HELD).")
    @ApiResponse(responseCode = "201", description = "Booked; Location is the booking")
    @ApiResponse(
            responseCode = "409",
            description = "Taken: alternatives says what is free instead",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "A rule is broken: errors says which, beside its field",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ResponseEntity<BookingBody> book(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewBooking wish) {
        Actor actor = actors.in(slug);
        BookingId id = Taken.or(actor, () -> bookings.book(actor, wish.request(key)));
        return Keys.created(id.value(), body(actor, id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One booking")
    BookingBody booking(@PathVariable String slug, @PathVariable long id) {
        return body(actors.in(slug), new BookingId(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancels a booking or a blackout and gives its units back",
            description = "The booking is kept, with status CANCELLED. Cancelling twice changes nothing.")
    void cancel(@PathVariable String slug, @PathVariable long id) {
        bookings.cancel(actors.in(slug), new BookingId(id));
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Undoes a cancellation; 409 when somebody else took the units meanwhile")
    BookingBody restore(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        Taken.orDone(actor, () -> bookings.restore(actor, new BookingId(id)));
        return body(actor, new BookingId(id));
    }

    @PutMapping("/{id}/time")
    @Operation(
            summary = "Moves a booking or a blackout, makes it longer or shorter",
            description = "It keeps its old time until it has the new one. 409 taken when that is not free, 409 stale"
                    + " when somebody changed the booking since its version was read.")
    BookingBody move(@PathVariable String slug, @PathVariable long id, @RequestBody NewTime asked) {
        Actor actor = actors.in(slug);
        Taken.orDone(
                actor,
                () -> moves.move(
                        actor,
                        new BookingId(id),
                        Asked.required(asked.from(), "from").toInstant(),
                        Asked.required(asked.to(), "to").toInstant(),
                        asked.unitId(),
                        Asked.required(asked.version(), "version")));
        return body(actor, new BookingId(id));
    }

    @GetMapping("/{id}/deeds")
    @Operation(summary = "What happened to a booking, in order; for the booker's company, the owner and animators")
    Items<DeedBody> deeds(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(events.of(actor, new BookingId(id)), one -> {
            var by = one.deed().by();
            return new DeedBody(
                    one.deed().deed(),
                    by == null ? null : new Named(by.value(), Asked.text(one.name())),
                    Times.at(actor, one.deed().at()),
                    one.deed().detail());
        });
    }

    private BookingBody body(Actor actor, BookingId id) {
        return BookingBody.of(actor, means.booking(actor, id));
    }
}
