package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.JustTaken;
import org.convive.means.MeansQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Booking what is shared. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/bookings")
@Tag(name = "Bookings")
class BookingsController {
    private final Actors actors;
    private final BookingService bookings;
    private final MeansQueries means;

    BookingsController(Actors actors, BookingService bookings, MeansQueries means) {
        this.actors = actors;
        this.bookings = bookings;
        this.means = means;
    }

    @PostMapping
    @Operation(
            summary = "Books units of a means for the organisation of the token's person",
            description = "All units or none. Never two bookings of one unit at the same time.")
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
        try {
            BookingId id = bookings.book(actor, wish.request(key));
            return Keys.created(id.value(), BookingBody.of(actor, means.booking(actor, id)));
        } catch (JustTaken taken) {
            throw new Trouble.Thrown(instead(actor, taken), taken);
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "One booking")
    BookingBody booking(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return BookingBody.of(actor, means.booking(actor, new BookingId(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancels a booking and gives its units back",
            description = "The booking is kept, with status CANCELLED. Cancelling twice changes nothing.")
    void cancel(@PathVariable String slug, @PathVariable long id) {
        bookings.cancel(actors.in(slug), new BookingId(id));
    }

    private static Trouble instead(Actor actor, JustTaken taken) {
        List<AlternativeBody> alternatives = taken.alternatives().stream()
                .map(offer -> AlternativeBody.of(actor, offer))
                .toList();
        return Trouble.taken(
                alternatives,
                taken.inTheWay().stream()
                        .map(one -> OccupationBody.of(actor, one))
                        .toList());
    }
}
