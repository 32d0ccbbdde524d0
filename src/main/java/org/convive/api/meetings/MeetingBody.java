package org.convive.api.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.api.Named;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.meetings.Comer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.Stage;
import org.jspecify.annotations.Nullable;

/** A meeting; what is only said of a single one is absent in lists. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingBody(
        long id,
        String title,

        @Schema(description = "How far it has come") Stage stage,

        @Schema(description = "Absent while it has no date") @Nullable
        OffsetDateTime from,

        @Schema(description = "Absent while it has no date") @Nullable
        OffsetDateTime to,

        @Schema(description = "The clocks people read at the place", example = "Europe/Paris")
        String timeZone,

        @Schema(description = "The place in words; empty for an online meeting")
        String place,

        @Schema(description = "Where it takes place online; empty when it does not")
        String link,

        @Schema(description = "Absent when there is no limit") @Nullable
        Integer capacity,

        int seatsTaken,

        @Schema(description = "How many members come, without guests")
        int coming,

        @Schema(description = "How many members wait for a seat")
        int waiting,

        @Nullable OffsetDateTime answerBy,
        boolean cancelled,
        Named organiser,

        @Schema(description = "What the reader answered; absent when nothing yet") @Nullable
        AnswerBody mine,

        @Schema(description = "Markdown; absent in lists") @Nullable
        String description,

        @Schema(description = "Absent in lists") @Nullable List<Named> hosts,

        @Schema(description = "Everybody who answered; absent in lists") @Nullable
        List<ComerBody> answers,

        @Schema(description = "Whether the reader may change it; absent in lists") @Nullable
        Boolean mayChange,

        @Schema(description = "To be given back with a change; absent in lists") @Nullable
        Integer version) {

    /** Somebody who answered. */
    record ComerBody(
            Named person,

            @Schema(description = "Empty when they stand for none")
            String organisation,

            org.convive.meetings.Answer answer,
            int guests,

            @Schema(description = "Said yes and waits for a seat")
            boolean waiting) {

        static ComerBody of(Comer comer) {
            return new ComerBody(
                    new Named(comer.person().value(), comer.name()),
                    comer.organisation(),
                    comer.answer(),
                    comer.guests(),
                    comer.waiting());
        }
    }

    static MeetingBody of(Actor actor, MeetingCard card) {
        return of(actor, card, null);
    }

    static MeetingBody of(Actor actor, MeetingPage page) {
        return of(actor, page.card(), page);
    }

    private static MeetingBody of(Actor actor, MeetingCard card, @Nullable MeetingPage page) {
        MeetingCard.MyAnswer mine = card.mine();
        return new MeetingBody(
                card.id().value(),
                card.title(),
                card.stage(),
                Times.perhaps(actor, card.starts()),
                Times.perhaps(actor, card.ends()),
                card.zone().getId(),
                card.where(),
                card.link(),
                card.capacity(),
                card.seatsTaken(),
                card.coming(),
                card.waiting(),
                Times.perhaps(actor, card.answerBy()),
                card.cancelled(),
                new Named(card.organiser().value(), card.organiserName()),
                mine == null ? null : new AnswerBody(mine.answer(), mine.guests(), mine.waitingPosition()),
                page == null ? null : page.description(),
                page == null
                        ? null
                        : page.hosts().stream()
                                .map(host -> new Named(host.id().value(), host.name()))
                                .toList(),
                page == null ? null : page.answers().stream().map(ComerBody::of).toList(),
                page == null ? null : page.mayChange(),
                page == null ? null : page.version());
    }
}
