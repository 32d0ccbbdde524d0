package org.convive.api.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.convive.api.Keys;
import org.convive.api.Named;
import org.convive.api.Resource;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.sessions.SecondSession;
import org.convive.meetings.sessions.SecondSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A second session of a meeting for which many wait. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/meetings/{id}/second-session")
@Tag(name = "Meetings")
class SecondSessionController {
    private final Actors actors;
    private final SecondSessions sessions;
    private final MeetingQueries queries;

    SecondSessionController(Actors actors, SecondSessions sessions, MeetingQueries queries) {
        this.actors = actors;
        this.sessions = sessions;
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "Whether a second session is wanted, and who offers to host it")
    SessionBody second(@PathVariable String slug, @PathVariable long id) {
        return SessionBody.of(sessions.of(actors.in(slug), new MeetingId(id)));
    }

    @PostMapping("/offers")
    @Operation(summary = "Offers to host it once more", description = "While so many wait; the organiser is told.")
    SessionBody offer(@PathVariable String slug, @PathVariable long id, @RequestBody OfferBody offer) {
        sessions.offer(actors.in(slug), new MeetingId(id), offer.words() == null ? "" : offer.words());
        return second(slug, id);
    }

    @DeleteMapping("/offers/mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes one's own offer back")
    void takeBack(@PathVariable String slug, @PathVariable long id) {
        sessions.takeBack(actors.in(slug), new MeetingId(id));
    }

    @DeleteMapping("/offers/{offer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The organiser's no to an offer")
    void decline(@PathVariable String slug, @PathVariable long id, @PathVariable long offer) {
        sessions.decline(actors.in(slug), new MeetingId(id), offer);
    }

    @PostMapping("/offers/{offer}/acceptance")
    @Operation(
            summary = "Plans the second session",
            description = "Those who wait are invited, and nobody else yet; invited of the body is left aside.")
    @ApiResponse(responseCode = "201", description = "Scheduled")
    ResponseEntity<MeetingBody> accept(
            @PathVariable String slug, @PathVariable long id, @PathVariable long offer, @RequestBody NewMeeting wish) {
        Actor actor = actors.in(slug);
        MeetingId next = sessions.accept(actor, new MeetingId(id), offer, wish.draft(actor));
        return Keys.created(next.value(), MeetingBody.of(actor, queries.get(actor, next)));
    }

    @PostMapping("/invitations")
    @Operation(summary = "On the second session: invites everybody else who was invited to the first")
    MeetingDeedsController.Told inviteOthers(@PathVariable String slug, @PathVariable long id) {
        return new MeetingDeedsController.Told(sessions.inviteOthers(actors.in(slug), new MeetingId(id)));
    }

    /** What somebody adds to their offer. */
    record OfferBody(@Nullable String words) {}

    /** Whether a second session is wanted, and by whom it could be hosted. */
    record SessionBody(int waiting, boolean wanted, List<OfferedBody> offers) {
        static SessionBody of(SecondSession second) {
            return new SessionBody(
                    second.waiting(),
                    second.wanted(),
                    second.offers().stream().map(OfferedBody::of).toList());
        }
    }

    /** Somebody's offer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferedBody(
            long id,
            Named person,
            String organisation,
            String words,
            SecondSession.State state,
            @Nullable Long meeting) {
        static OfferedBody of(SecondSession.Offer offer) {
            MeetingId next = offer.next();
            return new OfferedBody(
                    offer.id(),
                    new Named(offer.person().value(), offer.name()),
                    offer.organisation(),
                    offer.words(),
                    offer.state(),
                    next == null ? null : next.value());
        }
    }
}
