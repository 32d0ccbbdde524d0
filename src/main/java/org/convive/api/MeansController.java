package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the companies of a cluster share, and who has it when. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/means")
@Tag(name = "Means")
class MeansController {
    private final Actors actors;
    private final MeansQueries means;

    MeansController(Actors actors, MeansQueries means) {
        this.actors = actors;
        this.means = means;
    }

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
}
