package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Named;
import org.convive.api.OffsetTime;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.calendar.Recurrence;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.use.MaintenancePlan;
import org.convive.means.use.MaintenancePlan.State;
import org.convive.means.use.MaintenanceService;
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
import tools.jackson.databind.annotation.JsonDeserialize;

/** Units that the owner takes out of use: once, or again and again. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Maintenance")
class MaintenanceController {
    private final Actors actors;
    private final BookingService bookings;
    private final MaintenanceService maintenance;
    private final MeansQueries means;

    MaintenanceController(Actors actors, BookingService bookings, MaintenanceService maintenance, MeansQueries means) {
        this.actors = actors;
        this.bookings = bookings;
        this.maintenance = maintenance;
        this.means = means;
    }

    /** A time out of use. */
    @Schema(requiredProperties = {"from", "to"})
    record NewBlackout(
            @Schema(description = "All units when left out") @Nullable
            Long unitId,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime to,

            @Nullable String reason) {}

    /** Maintenance that comes back. */
    @Schema(requiredProperties = {"title", "from", "minutes", "rule"})
    record NewMaintenance(
            @Schema(description = "All units when left out") @Nullable
            Long unitId,

            @Nullable String title,

            @Schema(description = "The first time") @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from,

            @Schema(description = "How long each time lasts") @Nullable
            Integer minutes,

            @Schema(description = "The value of an RRULE (RFC 5545)", example = "FREQ=MONTHLY;BYDAY=1MO") @Nullable
            String rule) {}

    /** One of its times. */
    @Schema(requiredProperties = "from")
    record OneTime(
            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from) {}

    /** A time that is ahead. */
    record TimeBody(
            OffsetDateTime from,
            OffsetDateTime to,

            @Schema(description = "TAKEN: somebody has booked a unit then, what is promised is kept")
            State state,

            @Schema(description = "The blackout, when it is blocked") @Nullable
            Long booking) {}

    /** A plan and its times ahead. */
    record MaintenanceBody(
            long id,
            long meansId,

            @Schema(description = "All units when missing") @Nullable
            Named unit,

            String title,
            String rule,
            int minutes,
            List<TimeBody> times) {
        static MaintenanceBody of(Actor actor, MaintenancePlan plan) {
            Long unit = plan.unit();
            return new MaintenanceBody(
                    plan.id(),
                    plan.means().value(),
                    unit == null ? null : new Named(unit, plan.unitName()),
                    plan.title(),
                    plan.recurrence().rule().written(plan.recurrence().zone()),
                    plan.minutes(),
                    plan.next().stream()
                            .map(time -> new TimeBody(
                                    Times.at(actor, time.slot().from()),
                                    Times.at(actor, time.slot().to()),
                                    time.state(),
                                    time.booking() == null
                                            ? null
                                            : time.booking().value()))
                            .toList());
        }
    }

    @PostMapping("/means/{id}/blackouts")
    @Operation(
            summary = "Takes units of a means out of use; a deed of its owner",
            description =
                    "409 when somebody has booked a unit in that time. It is a booking: move and cancel it as one.")
    ResponseEntity<BookingBody> blackOut(
            @PathVariable String slug,
            @PathVariable long id,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewBlackout asked) {
        Actor actor = actors.in(slug);
        BookingId made = Taken.or(
                actor,
                () -> bookings.blackout(
                        actor,
                        new MeansId(id),
                        asked.unitId(),
                        Asked.required(asked.from(), "from").toInstant(),
                        Asked.required(asked.to(), "to").toInstant(),
                        Asked.text(asked.reason()),
                        key));
        return Keys.created(made.value(), BookingBody.of(actor, means.booking(actor, made)));
    }

    @GetMapping("/means/{id}/maintenance")
    @Operation(summary = "The maintenance plans of a means that go on, with their times ahead")
    Items<MaintenanceBody> plans(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(
                maintenance.of(actor, means.get(actor, new MeansId(id)).means().id()),
                one -> MaintenanceBody.of(actor, one));
    }

    @PostMapping("/means/{id}/maintenance")
    @Operation(
            summary = "Plans maintenance that comes back; a deed of the owner",
            description = "Each time that can be had is a blackout, made a year ahead and further as time goes by.")
    ResponseEntity<MaintenanceBody> plan(
            @PathVariable String slug,
            @PathVariable long id,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewMaintenance asked) {
        Actor actor = actors.in(slug);
        ZoneId zone = means.get(actor, new MeansId(id)).means().rules().zone();
        LocalDateTime start =
                Asked.required(asked.from(), "from").atZoneSameInstant(zone).toLocalDateTime();
        long plan = maintenance.plan(
                actor,
                new MeansId(id),
                asked.unitId(),
                Asked.text(asked.title()),
                start,
                Duration.ofMinutes(Asked.required(asked.minutes(), "minutes")),
                Recurrence.of(start, zone, Asked.required(asked.rule(), "rule")).rule(),
                key);
        return Keys.created(plan, MaintenanceBody.of(actor, maintenance.plan(actor, plan)));
    }

    @PostMapping("/maintenance/{id}/skip")
    @Operation(summary = "Leaves one time out; its units are free again")
    MaintenanceBody skip(@PathVariable String slug, @PathVariable long id, @RequestBody OneTime time) {
        Actor actor = actors.in(slug);
        maintenance.skip(actor, id, Asked.required(time.from(), "from").toInstant());
        return MaintenanceBody.of(actor, maintenance.plan(actor, id));
    }

    @PostMapping("/maintenance/{id}/retry")
    @Operation(summary = "Tries a time again that was taken or left out")
    MaintenanceBody retry(@PathVariable String slug, @PathVariable long id, @RequestBody OneTime time) {
        Actor actor = actors.in(slug);
        var unused =
                maintenance.retry(actor, id, Asked.required(time.from(), "from").toInstant());
        return MaintenanceBody.of(actor, maintenance.plan(actor, id));
    }

    @DeleteMapping("/maintenance/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stops a plan: what is ahead of it is free again")
    void stop(@PathVariable String slug, @PathVariable long id) {
        maintenance.stop(actors.in(slug), id);
    }
}
