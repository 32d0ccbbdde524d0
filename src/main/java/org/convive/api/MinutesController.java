package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.convive.api.MinutesBody.NewEntry;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingId;
import org.convive.meetings.minutes.Minutes;
import org.convive.meetings.minutes.MinutesService;
import org.convive.meetings.minutes.Reworded;
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
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a meeting noted, decided and promised. Whoever takes part writes while the minutes are a draft. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/meetings/{meeting}/minutes")
@Tag(name = "Meetings")
class MinutesController {
    private final Actors actors;
    private final MinutesService service;
    private final Idempotency idempotency;

    MinutesController(Actors actors, MinutesService service, Idempotency idempotency) {
        this.actors = actors;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(
            summary = "The minutes",
            description = "A draft for who writes it, a text to be corrected for who took part, released ones for all.")
    MinutesBody minutes(@PathVariable String slug, @PathVariable long meeting) {
        return now(actors.in(slug), new MeetingId(meeting));
    }

    @PostMapping("/entries")
    @Operation(summary = "Adds a note, a decision or an action")
    @ApiResponse(responseCode = "201", description = "Added")
    ResponseEntity<MinutesBody> add(
            @PathVariable String slug,
            @PathVariable long meeting,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewEntry entry) {
        Actor actor = actors.in(slug);
        var id = new MeetingId(meeting);
        long made = idempotency.once(actor, key, entry, () -> service.add(actor, id, entry.draft()));
        return Keys.created(made, now(actor, id));
    }

    @PutMapping("/entries/{entry}/words")
    @Operation(
            summary = "Changes the words of an entry",
            description = "When somebody else changed them since the version given, both changes are brought together.")
    RewordedBody reword(
            @PathVariable String slug,
            @PathVariable long meeting,
            @PathVariable long entry,
            @RequestBody WordsBody wish) {
        Reworded now = service.reword(
                actors.in(slug),
                new MeetingId(meeting),
                entry,
                required(wish.version(), "version"),
                Objects.requireNonNullElse(wish.words(), ""));
        return new RewordedBody(now.words(), now.bothKept());
    }

    @PutMapping("/entries/{entry}/done")
    @Operation(summary = "Says whether an action is done", description = "For its owner and the organiser.")
    MinutesBody done(
            @PathVariable String slug,
            @PathVariable long meeting,
            @PathVariable long entry,
            @RequestBody DoneBody said) {
        Actor actor = actors.in(slug);
        service.done(actor, new MeetingId(meeting), entry, required(said.done(), "done"));
        return now(actor, new MeetingId(meeting));
    }

    @DeleteMapping("/entries/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an entry out")
    void remove(@PathVariable String slug, @PathVariable long meeting, @PathVariable long entry) {
        service.remove(actors.in(slug), new MeetingId(meeting), entry);
    }

    @PutMapping("/state")
    @Operation(
            summary = "Puts the minutes to correction, back to writing, or releases them",
            description = "REVIEW, DRAFT or RELEASED; released ones are sent and do not change any more. For organiser,"
                    + " hosts and animators.")
    MinutesBody state(@PathVariable String slug, @PathVariable long meeting, @RequestBody StateBody wish) {
        Actor actor = actors.in(slug);
        var id = new MeetingId(meeting);
        switch (required(wish.state(), "state")) {
            case REVIEW -> service.review(actor, id);
            case DRAFT -> service.reopen(actor, id);
            case RELEASED -> {
                var unused = service.release(actor, id);
            }
        }
        return now(actor, id);
    }

    private MinutesBody now(Actor actor, MeetingId meeting) {
        return MinutesBody.of(actor, service.minutes(actor, meeting));
    }

    private static <T> T required(@Nullable T value, String field) {
        InvalidInput.check()
                .that(value != null, field, Message.of("shared.error.required"))
                .orThrow();
        return Objects.requireNonNull(value);
    }

    /** How an entry should read. */
    record WordsBody(
            @Nullable String words,

            @Schema(description = "Of the words that were read") @Nullable
            Integer version) {}

    /** How it reads now. */
    record RewordedBody(
            String words,

            @Schema(description = "Two people changed the same words: both wordings are there")
            boolean bothKept) {}

    /** Whether an action is done. */
    record DoneBody(@Nullable Boolean done) {}

    /** How far the minutes are to be. */
    record StateBody(Minutes.@Nullable State state) {}
}
