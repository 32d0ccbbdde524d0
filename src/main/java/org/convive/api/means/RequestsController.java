package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.convive.api.Asked;
import org.convive.api.OffsetTime;
import org.convive.api.Resource;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.Approvals;
import org.convive.means.BookingId;
import org.convive.means.MeansQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Requests and their answers, holds that become bookings. An answer is given once: the second is refused (422). */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/bookings/{id}")
@Tag(name = "Bookings")
class RequestsController {
    private final Actors actors;
    private final Approvals approvals;
    private final MeansQueries means;

    RequestsController(Actors actors, Approvals approvals, MeansQueries means) {
        this.actors = actors;
        this.approvals = approvals;
        this.means = means;
    }

    /** What the owner says to the booker. */
    record Answer(@Schema(maxLength = 500) @Nullable String word) {}

    /** Another time that the owner offers. */
    @Schema(requiredProperties = {"from", "to"})
    record Proposal(
            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime to,

            @Schema(maxLength = 500) @Nullable String word) {}

    /** The terms that were read. */
    record Agreement(
            @Schema(description = "The id of the terms; needed where the owner has terms") @Nullable
            Long acceptedTerms) {}

    @PostMapping("/approve")
    @Operation(summary = "The owner says yes to a request")
    BookingBody approve(@PathVariable String slug, @PathVariable long id, @RequestBody Answer answer) {
        Actor actor = actors.in(slug);
        approvals.approve(actor, new BookingId(id), Asked.text(answer.word()));
        return body(actor, id);
    }

    @PostMapping("/refuse")
    @Operation(summary = "The owner says no to a request; the slot is free again")
    BookingBody refuse(@PathVariable String slug, @PathVariable long id, @RequestBody Answer answer) {
        Actor actor = actors.in(slug);
        approvals.refuse(actor, new BookingId(id), Asked.text(answer.word()));
        return body(actor, id);
    }

    @PostMapping("/propose")
    @Operation(summary = "The owner offers another time instead, which is kept for the booker; 409 when it is not free")
    BookingBody propose(@PathVariable String slug, @PathVariable long id, @RequestBody Proposal other) {
        Actor actor = actors.in(slug);
        Taken.orDone(
                actor,
                () -> approvals.propose(
                        actor,
                        new BookingId(id),
                        Asked.required(other.from(), "from").toInstant(),
                        Asked.required(other.to(), "to").toInstant(),
                        Asked.text(other.word())));
        return body(actor, id);
    }

    @PostMapping("/accept")
    @Operation(summary = "The booker's company takes the time that the owner proposed")
    BookingBody accept(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        approvals.accept(actor, new BookingId(id));
        return body(actor, id);
    }

    @PostMapping("/confirm")
    @Operation(
            summary = "A hold, or an offer of the waiting list, becomes a booking; a request where the owner answers")
    BookingBody confirm(@PathVariable String slug, @PathVariable long id, @RequestBody Agreement agreement) {
        Actor actor = actors.in(slug);
        approvals.confirm(actor, new BookingId(id), agreement.acceptedTerms());
        return body(actor, id);
    }

    private BookingBody body(Actor actor, long id) {
        return BookingBody.of(actor, means.booking(actor, new BookingId(id)));
    }
}
