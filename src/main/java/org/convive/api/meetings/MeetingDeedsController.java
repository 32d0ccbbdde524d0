package org.convive.api.meetings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.api.Asked;
import org.convive.api.Idempotency;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Named;
import org.convive.api.OffsetTime;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.calendar.Recurrence;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingLine;
import org.convive.means.MeansId;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.OutsideGuests;
import org.convive.meetings.Stage;
import org.convive.meetings.means.MeetingMeans;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.annotation.JsonDeserialize;

/** Changing, moving and calling off meetings, alone or in a series, with the shared means that are booked with them. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/meetings")
@Tag(name = "Meetings")
class MeetingDeedsController {
    private final Actors actors;
    private final MeetingMeans means;
    private final MeetingSeries series;
    private final MeetingService meetings;
    private final MeetingStages stages;
    private final OutsideGuests outside;
    private final MeetingQueries queries;
    private final Idempotency idempotency;

    MeetingDeedsController(
            Actors actors,
            MeetingMeans means,
            MeetingSeries series,
            MeetingService meetings,
            MeetingStages stages,
            OutsideGuests outside,
            MeetingQueries queries,
            Idempotency idempotency) {
        this.actors = actors;
        this.means = means;
        this.series = series;
        this.meetings = meetings;
        this.stages = stages;
        this.outside = outside;
        this.queries = queries;
        this.idempotency = idempotency;
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Changes a meeting, or several of a series",
            description =
                    "What is booked with each that gets another time moves along, or nothing is changed: 409 names"
                            + " each means that cannot move and what is free instead. version is that of the meeting as it was read.")
    MeetingBody change(
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "THIS") Scope scope,
            @RequestBody NewMeeting wish) {
        Actor actor = actors.in(slug);
        MeetingId meeting = new MeetingId(id);
        StuckMeans.told(actor, () -> series.change(actor, meeting, version, wish.draft(actor), scope));
        return MeetingBody.of(actor, queries.get(actor, meeting));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Calls a meeting off, or several of a series",
            description = "What is booked with each is given back; kept names what another company booked.")
    Kept cancel(
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam(defaultValue = "THIS") Scope scope,
            @Parameter(description = "To those invited, at most 500 characters") @RequestParam(defaultValue = "")
                    String word) {
        Actor actor = actors.in(slug);
        return new Kept(series.cancel(actor, new MeetingId(id), word, scope).stream()
                .map(line -> new Named(line.means().value(), line.meansName()))
                .toList());
    }

    @PutMapping("/{id}/stage")
    @Operation(
            summary = "Takes a meeting to another stage",
            description =
                    "IDEA gives the date up, CONFIRMED sets one (from, to) or ends the follow-up, FOLLOW_UP begins"
                            + " it. For DATES, ask about dates with PUT poll. What people said is kept.")
    MeetingBody stage(@PathVariable String slug, @PathVariable long id, @RequestBody StageBody wanted) {
        Actor actor = actors.in(slug);
        MeetingId meeting = new MeetingId(id);
        Stage stage = Asked.required(wanted.stage(), "stage");
        switch (stage) {
            case IDEA -> {
                var unused = stages.undate(actor, meeting, Stage.IDEA);
            }
            case FOLLOW_UP -> stages.followUp(actor, meeting, true);
            case CONFIRMED -> {
                if (queries.card(actor, meeting).stage() == Stage.FOLLOW_UP) {
                    stages.followUp(actor, meeting, false);
                } else {
                    stages.setDate(actor, meeting, Times.instant(wanted.from()), Times.instant(wanted.to()));
                }
            }
            case DATES, HELD -> throw new InvalidInput("stage", Message.of("api.error.stage"));
        }
        return MeetingBody.of(actor, queries.get(actor, meeting));
    }

    @PostMapping("/series")
    @Operation(
            summary = "Schedules a meeting that repeats",
            description = "rule is an RRULE (RFC 5545) that ends; each date is a meeting of its own. At most 60.")
    @ApiResponse(responseCode = "201", description = "Scheduled; Location is the first date")
    ResponseEntity<Items<MeetingBody>> repeat(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewSeries wish) {
        Actor actor = actors.in(slug);
        MeetingDraft draft = Asked.required(wish.meeting(), "meeting").draft(actor);
        RepeatRule rule = rule(draft, Asked.required(wish.rule(), "rule"));
        long first = idempotency.once(
                actor,
                key,
                wish,
                () -> series.schedule(actor, draft, rule).getFirst().value());
        return Keys.created(first, dates(actor, new MeetingId(first)));
    }

    private static RepeatRule rule(MeetingDraft draft, String text) {
        var start = draft.from();
        InvalidInput.check()
                .that(start != null, "meeting.from", Message.of("shared.error.required"))
                .orThrow();
        try {
            return Recurrence.of(
                            Objects.requireNonNull(start).atZone(draft.zone()).toLocalDateTime(), draft.zone(), text)
                    .rule();
        } catch (InvalidInput e) {
            throw new InvalidInput("rule", e.fields().values().iterator().next());
        }
    }

    @GetMapping("/{id}/series")
    @Operation(summary = "All dates of the series that a meeting belongs to", description = "Empty for one by itself.")
    Items<MeetingBody> series(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return dates(actor, queries.card(actor, new MeetingId(id)).id());
    }

    private Items<MeetingBody> dates(Actor actor, MeetingId id) {
        return Items.of(queries.series(actor, id), card -> MeetingBody.of(actor, card));
    }

    @GetMapping("/{id}/means")
    @Operation(summary = "The shared means that are booked with a meeting")
    Items<WithMeeting> means(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(means.lines(actor, new MeetingId(id)), line -> WithMeeting.of(actor, line));
    }

    @PutMapping("/{id}/means")
    @Operation(
            summary = "Says which shared means a meeting has",
            description = "New ones are booked for its time, all or none: 409 names each that cannot be had and what is"
                    + " free instead. Those left out are given back.")
    Items<WithMeeting> book(@PathVariable String slug, @PathVariable long id, @RequestBody MeansBody wanted) {
        Actor actor = actors.in(slug);
        Set<MeansId> ids = Asked.required(wanted.means(), "means").stream()
                .filter(Objects::nonNull)
                .map(MeansId::new)
                .collect(Collectors.toSet());
        StuckMeans.told(actor, () -> means.set(actor, new MeetingId(id), ids));
        return means(slug, id);
    }

    @PostMapping("/{id}/invitations")
    @Operation(summary = "Invites more people", description = "Letters go to those who were not invited before.")
    Told invite(@PathVariable String slug, @PathVariable long id, @RequestBody NewMeeting.Guests more) {
        return new Told(meetings.invite(actors.in(slug), new MeetingId(id), more.invited()));
    }

    @PostMapping("/{id}/guests")
    @Operation(
            summary = "Invites people from outside by e-mail",
            description = "One a line: Anna Kern <anna@kern.example>, Kern GmbH. Who is a member is invited as one.")
    Told outside(@PathVariable String slug, @PathVariable long id, @RequestBody LinesBody lines) {
        return new Told(outside.invite(actors.in(slug), new MeetingId(id), Asked.required(lines.guests(), "guests")));
    }

    /** Where a meeting is to go; the time only when it gets one. */
    @Schema(requiredProperties = "stage")
    record StageBody(
            @Nullable Stage stage,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime to) {}

    /** A meeting that repeats: its first time, and how. */
    @Schema(requiredProperties = {"meeting", "rule"})
    record NewSeries(
            @Nullable NewMeeting meeting,

            @Schema(example = "FREQ=WEEKLY;COUNT=4") @Nullable
            String rule) {}

    /** Ids of shared means. */
    @Schema(requiredProperties = "means")
    record MeansBody(@Nullable List<Long> means) {}

    /** People from outside, one a line. */
    @Schema(requiredProperties = "guests")
    record LinesBody(@Nullable String guests) {}

    /** How many people got a letter. */
    record Told(int told) {}

    /** What stays booked, since another company booked it. */
    record Kept(List<Named> kept) {}

    /** A means that is booked with a meeting. */
    record WithMeeting(
            long bookingId, Named means, Named owner, OffsetDateTime from, OffsetDateTime to, String status) {
        static WithMeeting of(Actor actor, BookingLine line) {
            return new WithMeeting(
                    line.id().value(),
                    new Named(line.means().value(), line.meansName()),
                    new Named(line.owner().value(), line.ownerName()),
                    Times.at(actor, line.from()),
                    Times.at(actor, line.to()),
                    line.status().name());
        }
    }
}
