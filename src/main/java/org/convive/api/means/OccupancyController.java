package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.api.Items;
import org.convive.api.Named;
import org.convive.api.OccupationBody;
import org.convive.api.Resource;
import org.convive.api.Window;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansTimeline;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The timeline of the whole cluster. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/occupancy")
@Tag(name = "Means")
class OccupancyController {
    /** What the timeline shows at once, a month, and the days around it. */
    private static final Duration LONGEST = Duration.ofDays(45);

    private final Actors actors;
    private final MeansQueries means;

    OccupancyController(Actors actors, MeansQueries means) {
        this.actors = actors;
        this.means = means;
    }

    /** A unit of a means that somebody has. */
    record OccupiedBody(Named means, OccupationBody occupation) {}

    @GetMapping
    @Operation(
            summary = "Who has the units of all means in a period of at most 45 days",
            description =
                    "By start. Where an owner shows only that it is taken, the company and the purpose are missing.")
    Items<OccupiedBody> all(
            @PathVariable String slug, @RequestParam OffsetDateTime from, @RequestParam OffsetDateTime to) {
        Actor actor = actors.in(slug);
        TimeSlot window = Window.of(from, to);
        InvalidInput.check()
                .that(
                        Duration.between(window.from(), window.to()).compareTo(LONGEST) <= 0,
                        "to",
                        Message.of("api.error.window-length", LONGEST.toDays()))
                .orThrow();
        MeansTimeline timeline = means.timeline(actor, window.from(), window.to());
        Map<MeansId, String> names = timeline.means().stream().collect(Collectors.toMap(Means::id, Means::name));
        return Items.of(
                timeline.occupied(),
                one -> new OccupiedBody(
                        new Named(one.means().value(), names.getOrDefault(one.means(), "")),
                        OccupationBody.of(actor, one)));
    }
}
