package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.convive.api.AlternativeBody;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Language;
import org.convive.api.Named;
import org.convive.api.OccupationBody;
import org.convive.api.Problem;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.calendar.Recurrence;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingLine;
import org.convive.means.BookingRequest;
import org.convive.means.MeansQueries;
import org.convive.means.PlanLook;
import org.convive.means.Plans;
import org.convive.shared.NotFoundException;
import org.convive.shared.Translations;
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

/** Several bookings together, all of them or none: a machine with its operator and a van, or a series. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/plans")
@Tag(name = "Plans")
class PlansController {
    private final Actors actors;
    private final Plans plans;
    private final PlanLook looks;
    private final MeansQueries means;
    private final Translations translations;

    PlansController(Actors actors, Plans plans, PlanLook looks, MeansQueries means, Translations translations) {
        this.actors = actors;
        this.plans = plans;
        this.looks = looks;
        this.means = means;
        this.translations = translations;
    }

    /** What shall be booked together. */
    @Schema(requiredProperties = "bookings")
    record NewPlan(
            @Schema(description = "At most 120") @Nullable List<NewBooking> bookings,

            @Schema(description = "How a series recurs, to be remembered; empty for several means at once") @Nullable
            String rule) {
        List<BookingRequest> requests() {
            return Asked.list(bookings).stream().map(one -> one.request(null)).toList();
        }
    }

    /** A first time and how it comes back. */
    @Schema(requiredProperties = {"first", "rule"})
    record Series(
            @Nullable NewBooking first,

            @Schema(description = "The value of an RRULE (RFC 5545), which ends", example = "FREQ=WEEKLY;COUNT=8")
            @Nullable
            String rule) {}

    /** A line that was looked at: free, or why not and what is free instead. */
    record LookBody(
            Named means,
            OffsetDateTime from,
            OffsetDateTime to,
            boolean free,
            List<String> broken,
            List<OccupationBody> takenBy,
            List<AlternativeBody> alternatives) {}

    /** What was booked together. */
    record PlanBody(long id, String rule, List<BookingBody> bookings) {}

    @PostMapping("/looks")
    @Operation(
            summary = "Looks whether several bookings could be made together; nothing is booked",
            description = "Each line as it would be if those before it were booked.")
    Items<LookBody> look(HttpServletRequest request, @PathVariable String slug, @RequestBody NewPlan wish) {
        Actor actor = actors.in(slug);
        return looked(actor, wish.requests(), Language.of(request));
    }

    @PostMapping("/series-looks")
    @Operation(
            summary = "Looks at each time of a series; nothing is booked",
            description = "Conflicts are answered one by one: leave a time out, or put an alternative in its place,"
                    + " and book the rest as a plan.")
    Items<LookBody> lookAtSeries(HttpServletRequest request, @PathVariable String slug, @RequestBody Series wish) {
        Actor actor = actors.in(slug);
        BookingRequest first = Asked.required(wish.first(), "first").request(null);
        ZoneId zone = means.get(actor, first.means()).means().rules().zone();
        var recurrence =
                Recurrence.of(first.from().atZone(zone).toLocalDateTime(), zone, Asked.required(wish.rule(), "rule"));
        return looked(
                actor,
                looks.times(recurrence, Duration.between(first.from(), first.to()), first),
                Language.of(request));
    }

    private Items<LookBody> looked(Actor actor, List<BookingRequest> requests, Locale locale) {
        return Items.of(
                looks.of(actor, requests),
                line -> new LookBody(
                        new Named(line.means().id().value(), line.means().name()),
                        Times.at(actor, line.request().from()),
                        Times.at(actor, line.request().to()),
                        line.isFree(),
                        line.broken().values().stream()
                                .map(one -> translations.text(locale, one))
                                .sorted()
                                .toList(),
                        Taken.occupied(actor, line.inTheWay()),
                        Taken.alternatives(actor, line.alternatives())));
    }

    @PostMapping
    @Operation(summary = "Books all of it or nothing")
    @ApiResponse(responseCode = "201", description = "Booked; Location is the plan")
    @ApiResponse(
            responseCode = "409",
            description = "Some of it is taken: lines says which, by whom, and what is free instead",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ResponseEntity<PlanBody> book(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewPlan wish) {
        Actor actor = actors.in(slug);
        Plans.Booked booked = Taken.or(actor, () -> plans.book(actor, wish.requests(), key, Asked.text(wish.rule())));
        return Keys.created(booked.plan(), body(actor, booked.plan()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "What was booked together, in order of time")
    PlanBody plan(@PathVariable String slug, @PathVariable long id) {
        return body(actors.in(slug), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives back all of a plan that is still ahead; twice is once")
    void cancel(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        body(actor, id);
        plans.cancel(actor, id);
    }

    private PlanBody body(Actor actor, long id) {
        List<BookingLine> lines = means.ofPlan(actor, id);
        if (lines.isEmpty()) {
            throw new NotFoundException("plan");
        }
        return new PlanBody(
                id,
                plans.rule(actor, id),
                lines.stream().map(one -> BookingBody.of(actor, one)).toList());
    }
}
