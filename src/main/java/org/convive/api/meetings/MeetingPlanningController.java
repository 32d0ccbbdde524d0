package org.convive.api.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.convive.api.Idempotency;
import org.convive.api.Items;
import org.convive.api.Keys;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.api.Window;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.Interest;
import org.convive.meetings.planning.Interests;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.Suits;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
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

/** Ideas and date polls: a meeting before it has its date. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/meetings")
@Tag(name = "Meetings")
class MeetingPlanningController {
    private final Actors actors;
    private final MeetingStages stages;
    private final MeetingQueries queries;
    private final PlanningQueries planning;
    private final DatePolls polls;
    private final Interests interests;
    private final Idempotency idempotency;

    MeetingPlanningController(
            Actors actors,
            MeetingStages stages,
            MeetingQueries queries,
            PlanningQueries planning,
            DatePolls polls,
            Interests interests,
            Idempotency idempotency) {
        this.actors = actors;
        this.stages = stages;
        this.queries = queries;
        this.planning = planning;
        this.polls = polls;
        this.interests = interests;
        this.idempotency = idempotency;
    }

    @PostMapping("/ideas")
    @Operation(summary = "Puts an idea on the table", description = "As scheduling a meeting, without its time.")
    @ApiResponse(responseCode = "201", description = "Proposed")
    ResponseEntity<MeetingBody> imagine(
            @PathVariable String slug,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewMeeting wish) {
        Actor actor = actors.in(slug);
        MeetingDraft draft = wish.draft(actor);
        long id = idempotency.once(
                actor, key, wish, () -> stages.imagine(actor, draft).value());
        return Keys.created(id, MeetingBody.of(actor, queries.get(actor, new MeetingId(id))));
    }

    @GetMapping("/in-the-making")
    @Operation(
            summary = "Ideas and date polls that are for the reader",
            description = "Those that wait for the reader's word first. At most 200.")
    Items<InTheMakingBody> inTheMaking(@PathVariable String slug, @RequestParam(defaultValue = "50") int limit) {
        Actor actor = actors.in(slug);
        return Items.of(planning.inTheMaking(actor, Window.limit(limit)), one -> InTheMakingBody.of(actor, one));
    }

    @PutMapping("/{id}/interest")
    @Operation(summary = "Says what one thinks of an idea")
    InterestBody interest(@PathVariable String slug, @PathVariable long id, @RequestBody InterestBody said) {
        Interest interest = required(said.interest(), "interest");
        var unused = interests.say(actors.in(slug), new MeetingId(id), interest, Source.API);
        return new InterestBody(interest);
    }

    @DeleteMapping("/{id}/interest")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back what one said to an idea")
    void unsay(@PathVariable String slug, @PathVariable long id) {
        interests.unsay(actors.in(slug), new MeetingId(id));
    }

    @GetMapping("/{id}/poll")
    @Operation(summary = "The dates that are asked about, and who can")
    PollBody poll(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return PollBody.of(actor, planning.poll(actor, new MeetingId(id)));
    }

    @PutMapping("/{id}/poll")
    @Operation(
            summary = "Asks which of these dates suit",
            description =
                    "Replaces the dates asked about so far; what was said to one that stays is kept. A meeting that"
                            + " has a date gives it up: it is asked about too. For organiser, hosts and animators.")
    PollBody ask(@PathVariable String slug, @PathVariable long id, @RequestBody NewPoll poll) {
        Actor actor = actors.in(slug);
        var unused = polls.ask(actor, new MeetingId(id), poll.drafts(), Times.instant(poll.until()));
        return PollBody.of(actor, planning.poll(actor, new MeetingId(id)));
    }

    @PutMapping("/{id}/poll/votes")
    @Operation(summary = "Says which dates suit", description = "What is not named stays as it was.")
    PollBody vote(@PathVariable String slug, @PathVariable long id, @RequestBody VotesBody said) {
        Actor actor = actors.in(slug);
        var unused = polls.vote(actor, new MeetingId(id), required(said.votes(), "votes"), Source.API);
        return PollBody.of(actor, planning.poll(actor, new MeetingId(id)));
    }

    @DeleteMapping("/{id}/poll/votes/{option}")
    @Operation(summary = "Takes back what one said to a date")
    PollBody unvote(@PathVariable String slug, @PathVariable long id, @PathVariable long option) {
        Actor actor = actors.in(slug);
        polls.unvote(actor, new MeetingId(id), option);
        return PollBody.of(actor, planning.poll(actor, new MeetingId(id)));
    }

    @PostMapping("/{id}/poll/proposals")
    @Operation(
            summary = "Says that another time would suit",
            description = "The organiser decides whether it is asked about; their own is asked at once.")
    PollBody propose(@PathVariable String slug, @PathVariable long id, @RequestBody NewPoll.NewOption option) {
        Actor actor = actors.in(slug);
        polls.propose(actor, new MeetingId(id), option.draft(), Source.API);
        return PollBody.of(actor, planning.poll(actor, new MeetingId(id)));
    }

    @PutMapping("/{id}/poll/proposals/{option}")
    @Operation(summary = "The organiser's word on a time that somebody proposed")
    PollBody decide(
            @PathVariable String slug,
            @PathVariable long id,
            @PathVariable long option,
            @RequestBody DecisionBody decision) {
        Actor actor = actors.in(slug);
        polls.decide(actor, new MeetingId(id), option, required(decision.accepted(), "accepted"));
        return PollBody.of(actor, planning.poll(actor, new MeetingId(id)));
    }

    @PostMapping("/{id}/poll/choice")
    @Operation(
            summary = "Chooses a date",
            description = "What people said about it becomes their answers, and all are invited.")
    MeetingBody choose(@PathVariable String slug, @PathVariable long id, @RequestBody ChoiceBody choice) {
        Actor actor = actors.in(slug);
        polls.choose(actor, new MeetingId(id), required(choice.option(), "option"), choice.from(), choice.to());
        return MeetingBody.of(actor, queries.get(actor, new MeetingId(id)));
    }

    private static <T> T required(@Nullable T value, String field) {
        InvalidInput.check()
                .that(value != null, field, Message.of("shared.error.required"))
                .orThrow();
        return Objects.requireNonNull(value);
    }

    /** An idea or a date poll in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InTheMakingBody(
            long id,
            String title,
            Stage stage,
            String organiser,

            @Schema(description = "Until when people may say which dates suit; absent for no end") @Nullable
            OffsetDateTime until,

            int options,
            int voters,

            @Schema(description = "How many would come or could host")
            int interested,

            @Schema(description = "Whether the reader said something")
            boolean answered) {
        static InTheMakingBody of(Actor actor, PlanningQueries.InTheMaking one) {
            return new InTheMakingBody(
                    one.id().value(),
                    one.title(),
                    one.stage(),
                    one.organiser(),
                    Times.perhaps(actor, one.until()),
                    one.options(),
                    one.voters(),
                    one.interested(),
                    one.answered());
        }
    }

    /** What somebody thinks of an idea. */
    record InterestBody(@Nullable Interest interest) {}

    /** What suits somebody, by the id of the date. */
    record VotesBody(@Nullable Map<Long, Suits> votes) {}

    /** Whether a proposed time is asked about. */
    record DecisionBody(@Nullable Boolean accepted) {}

    /** The date that is chosen; the hours only for one of whole days. */
    record ChoiceBody(
            @Nullable Long option,

            @Schema(type = "string", example = "09:00") @Nullable
            LocalTime from,

            @Schema(type = "string", example = "17:00") @Nullable
            LocalTime to) {}
}
