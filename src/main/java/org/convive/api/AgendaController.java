package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.convive.api.AgendaBody.NewItem;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.AgendaService;
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

/** What a meeting talks about. Changes are for the organiser, hosts and animators. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/meetings/{meeting}/agenda")
@Tag(name = "Meetings")
class AgendaController {
    private final Actors actors;
    private final AgendaService agendas;
    private final Idempotency idempotency;

    AgendaController(Actors actors, AgendaService agendas, Idempotency idempotency) {
        this.actors = actors;
        this.agendas = agendas;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "The agenda")
    AgendaBody agenda(@PathVariable String slug, @PathVariable long meeting) {
        return now(actors.in(slug), new MeetingId(meeting));
    }

    @PostMapping("/items")
    @Operation(summary = "Adds an item at the end")
    @ApiResponse(responseCode = "201", description = "Added")
    ResponseEntity<AgendaBody> add(
            @PathVariable String slug,
            @PathVariable long meeting,
            @Parameter(description = Keys.DESCRIPTION) @RequestHeader(name = Keys.HEADER, required = false) @Nullable
                    String key,
            @RequestBody NewItem item) {
        Actor actor = actors.in(slug);
        var id = new MeetingId(meeting);
        long made = idempotency.once(actor, key, item, () -> agendas.add(actor, id, item.draft()));
        return Keys.created(made, now(actor, id));
    }

    @PutMapping("/items/{item}")
    @Operation(summary = "Changes an item", description = "Answers 409 when somebody else changed it since.")
    AgendaBody change(
            @PathVariable String slug, @PathVariable long meeting, @PathVariable long item, @RequestBody NewItem wish) {
        Actor actor = actors.in(slug);
        Integer version = wish.version();
        if (version == null) {
            throw new InvalidInput("version", Message.of("shared.error.required"));
        }
        agendas.change(actor, new MeetingId(meeting), item, version, wish.draft());
        return now(actor, new MeetingId(meeting));
    }

    @DeleteMapping("/items/{item}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an item off the agenda")
    void remove(@PathVariable String slug, @PathVariable long meeting, @PathVariable long item) {
        agendas.remove(actors.in(slug), new MeetingId(meeting), item);
    }

    private AgendaBody now(Actor actor, MeetingId meeting) {
        return AgendaBody.of(actor, agendas.agenda(actor, meeting));
    }
}
