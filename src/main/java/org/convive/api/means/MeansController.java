package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.convive.api.Asked;
import org.convive.api.Idempotency;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Named;
import org.convive.api.OccupationBody;
import org.convive.api.Resource;
import org.convive.api.Window;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.MeansDetail;
import org.convive.means.MeansDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
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

/** What the companies of a cluster share, and who has it when. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/means")
@Tag(name = "Means")
class MeansController {
    private final Actors actors;
    private final MeansQueries means;
    private final MeansService service;
    private final Idempotency idempotency;

    MeansController(Actors actors, MeansQueries means, MeansService service, Idempotency idempotency) {
        this.actors = actors;
        this.means = means;
        this.service = service;
        this.idempotency = idempotency;
    }

    /** A means in full. */
    record MeansPage(
            long id,
            Named owner,

            @Schema(description = "Taken off the list; its bookings stay")
            boolean withdrawn,

            @Schema(description = "To be given back when it is changed")
            int version,

            @Schema(description = "The version of rules and terms in force") @Nullable
            Long termsId,

            @Schema(description = "Whether a booker must accept the terms")
            boolean asksTerms,

            MeansSheet sheet) {
        static MeansPage of(Actor actor, MeansDetail detail) {
            return new MeansPage(
                    detail.means().id().value(),
                    new Named(detail.means().owner().value(), detail.means().ownerName()),
                    detail.withdrawn(),
                    detail.version(),
                    detail.termsId(),
                    detail.asksTerms(),
                    MeansSheet.of(actor, detail));
        }
    }

    /** Something to share. */
    @Schema(requiredProperties = "sheet")
    record NewMeans(
            @Schema(description = "The company that shares it; the own one when left out") @Nullable
            Long ownerId,

            @Nullable MeansSheet sheet) {}

    /** What shall stand from now on. */
    @Schema(requiredProperties = {"version", "sheet"})
    record MeansChange(
            @Schema(description = "The one that was read") @Nullable
            Integer version,

            @Nullable MeansSheet sheet) {}

    @GetMapping
    @Operation(
            summary = "The shared means of the cluster, by kind and name",
            description = "With a period, each means says how many units are free in all of it.")
    Items<MeansBody> list(
            @PathVariable String slug,
            @Parameter(description = "A word of the name or of a capability") @RequestParam(required = false) @Nullable
                    String capability,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to) {
        Actor actor = actors.in(slug);
        TimeSlot window = Window.perhaps(from, to);
        return Items.of(
                means.list(
                        actor, capability, window == null ? null : window.from(), window == null ? null : window.to()),
                one -> MeansBody.of(one, window != null));
    }

    @PostMapping
    @Operation(summary = "Shares a means of a company; a deed of its manager or an animator")
    @ApiResponse(responseCode = "201", description = "Shared; Location is the means")
    ResponseEntity<MeansPage> share(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewMeans wish) {
        Actor actor = actors.in(slug);
        MeansDraft draft = Asked.required(wish.sheet(), "sheet").draft(actor.zone());
        OrganisationId owner =
                wish.ownerId() == null ? actor.requireOrganisation() : new OrganisationId(wish.ownerId());
        long id = idempotency.once(
                actor, key, wish, () -> service.share(actor, owner, draft).value());
        return Keys.created(id, page(actor, id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A means in full: what its owner says of it, its rules, to whom it is lent")
    MeansPage one(@PathVariable String slug, @PathVariable long id) {
        return page(actors.in(slug), id);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Changes what is said of a means, its rules, terms and units; bookings made stay as they are",
            description = "The whole sheet: what is left out is emptied or as usual. 409 stale when somebody changed it"
                    + " since its version was read. Rules and terms that change become a new version.")
    MeansPage change(@PathVariable String slug, @PathVariable long id, @RequestBody MeansChange asked) {
        Actor actor = actors.in(slug);
        service.change(
                actor,
                new MeansId(id),
                Asked.required(asked.sheet(), "sheet").draft(actor.zone()),
                Asked.required(asked.version(), "version"));
        return page(actor, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a means off the list; its bookings stay, and it can be put back")
    void withdraw(@PathVariable String slug, @PathVariable long id) {
        service.withdraw(actors.in(slug), new MeansId(id), true);
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Puts a means back on the list")
    MeansPage putBack(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        service.withdraw(actor, new MeansId(id), false);
        return page(actor, id);
    }

    @GetMapping("/{id}/occupancy")
    @Operation(summary = "Who has the units of a means in a period of at most 366 days")
    Items<OccupationBody> occupancy(
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam OffsetDateTime from,
            @RequestParam OffsetDateTime to) {
        Actor actor = actors.in(slug);
        TimeSlot window = Window.of(from, to);
        return Items.of(
                means.occupancy(actor, new MeansId(id), window.from(), window.to()),
                one -> OccupationBody.of(actor, one));
    }

    private MeansPage page(Actor actor, long id) {
        return MeansPage.of(actor, means.get(actor, new MeansId(id)));
    }
}
