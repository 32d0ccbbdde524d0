package org.convive.api.meetings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.convive.api.Idempotency;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Resource;
import org.convive.api.Window;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Source;
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

/** Meetings and answers to them. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/meetings")
@Tag(name = "Meetings")
class MeetingsController {
    private final Actors actors;
    private final MeetingService meetings;
    private final MeetingQueries queries;
    private final Idempotency idempotency;

    MeetingsController(Actors actors, MeetingService meetings, MeetingQueries queries, Idempotency idempotency) {
        this.actors = actors;
        this.meetings = meetings;
        this.queries = queries;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(
            summary = "Meetings that the token's person is invited to; an animator sees all",
            description = "Without a period: those not over yet, the next first. With one: those that take place in"
                    + " it, without cancelled ones.")
    Items<MeetingBody> list(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @Parameter(description = "At most 200") @RequestParam(defaultValue = "50") int limit) {
        Actor actor = actors.in(slug);
        TimeSlot window = Window.perhaps(from, to);
        int most = Window.limit(limit);
        return Items.of(
                window == null
                        ? queries.list(actor, MeetingQueries.Selection.UPCOMING, most)
                        : queries.upcoming(actor, window.from(), window.to(), most),
                card -> MeetingBody.of(actor, card));
    }

    @PostMapping
    @Operation(
            summary = "Schedules a meeting and invites to it",
            description = "Those invited get an invitation by mail. Any member may.")
    @ApiResponse(responseCode = "201", description = "Scheduled; Location is the meeting")
    ResponseEntity<MeetingBody> schedule(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewMeeting wish) {
        Actor actor = actors.in(slug);
        MeetingDraft draft = wish.draft(actor);
        long id = idempotency.once(
                actor, key, wish, () -> meetings.schedule(actor, draft).value());
        return Keys.created(id, MeetingBody.of(actor, queries.get(actor, new MeetingId(id))));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One meeting, with those who answered")
    MeetingBody meeting(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return MeetingBody.of(actor, queries.get(actor, new MeetingId(id)));
    }

    @PutMapping("/{id}/rsvp")
    @Operation(
            summary = "Answers an invitation, or changes the answer",
            description = "A YES that finds no seat waits for one: waitingPosition says where.")
    AnswerBody answer(@PathVariable String slug, @PathVariable long id, @RequestBody NewAnswer said) {
        Actor actor = actors.in(slug);
        Answer answer = said.said();
        MeetingService.Reply reply = meetings.answer(actor, new MeetingId(id), answer, said.company(), Source.API);
        return new AnswerBody(
                Objects.requireNonNullElse(reply.answer(), answer), reply.guests(), reply.waitingPosition());
    }

    @DeleteMapping("/{id}/rsvp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Takes an answer back, as if there had been none",
            description = "A seat that becomes free goes to who waits first.")
    void withdraw(@PathVariable String slug, @PathVariable long id) {
        meetings.withdraw(actors.in(slug), new MeetingId(id));
    }
}
