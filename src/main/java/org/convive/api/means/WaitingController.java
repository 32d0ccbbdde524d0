package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.convive.api.Items;
import org.convive.api.Named;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.WaitingList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Waiting for a slot that somebody else has. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/wishes")
@Tag(name = "Waiting list")
class WaitingController {
    private final Actors actors;
    private final WaitingList waiting;

    WaitingController(Actors actors, WaitingList waiting) {
        this.actors = actors;
        this.waiting = waiting;
    }

    /** A slot that somebody waits for. */
    record WishBody(
            long id,
            Named means,
            OffsetDateTime from,
            OffsetDateTime to,
            int units,

            @Schema(description = "How many wait for an overlapping slot before this one")
            int before,

            @Schema(description = "The booking that is held for the person: confirm it in time") @Nullable
            Long offer) {
        static WishBody of(Actor actor, WaitingList.Wish wish) {
            return new WishBody(
                    wish.id(),
                    new Named(wish.means().value(), wish.meansName()),
                    Times.at(actor, wish.from()),
                    Times.at(actor, wish.to()),
                    wish.units(),
                    wish.before(),
                    wish.offer() == null ? null : wish.offer().value());
        }
    }

    @GetMapping
    @Operation(summary = "What the token's person waits for, and what is offered to them, soonest first")
    Items<WishBody> mine(@PathVariable String slug) {
        Actor actor = actors.in(slug);
        return Items.of(waiting.mine(actor), one -> WishBody.of(actor, one));
    }

    @PostMapping
    @Operation(
            summary = "Waits for a slot; asking twice changes nothing",
            description = "What becomes free is offered in the order of asking, as a hold with a time to answer."
                    + " A slot that is free is refused (422): it can be booked.")
    Items<WishBody> join(@PathVariable String slug, @RequestBody NewBooking wish) {
        Actor actor = actors.in(slug);
        waiting.join(actor, wish.request(null));
        return Items.of(waiting.mine(actor), one -> WishBody.of(actor, one));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Waits no longer")
    void leave(@PathVariable String slug, @PathVariable long id) {
        waiting.leave(actors.in(slug), id);
    }
}
