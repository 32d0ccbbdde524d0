package org.convive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.agenda.Agenda;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.ItemDraft;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** The agenda of a meeting, in the order in which it is treated. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgendaBody(
        @Schema(description = "Minutes that all items take") int minutes, List<ItemBody> items) {

    /** One item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemBody(
            long id,
            String title,
            int minutes,

            @Schema(description = "Who leads it") @Nullable Named owner,

            @Schema(description = "Markdown") String notes,

            @Schema(description = "When it begins if everything takes as long as planned") @Nullable
            OffsetDateTime planned,

            @Nullable OffsetDateTime began,
            @Nullable OffsetDateTime ended,
            List<DocumentBody> documents,
            int version) {

        static ItemBody of(Actor actor, AgendaItem item) {
            PersonId owner = item.owner();
            return new ItemBody(
                    item.id(),
                    item.title(),
                    item.minutes(),
                    owner == null ? null : new Named(owner.value(), item.ownerName()),
                    item.notes(),
                    Times.perhaps(actor, item.planned()),
                    Times.perhaps(actor, item.began()),
                    Times.perhaps(actor, item.ended()),
                    item.documents().stream()
                            .map(document ->
                                    new DocumentBody(document.name(), document.isFile() ? null : document.link()))
                            .toList(),
                    item.version());
        }
    }

    /** A document of an item; without a link it is a file, which the portal's page gives. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentBody(String name, @Nullable String link) {}

    /** What somebody wants an item to be. */
    record NewItem(
            @Nullable String title,
            @Nullable Integer minutes,

            @Schema(description = "The person who leads it") @Nullable
            Long owner,

            @Schema(description = "Markdown") @Nullable String notes,

            @Schema(description = "Of the item that was read; for a change") @Nullable
            Integer version) {

        ItemDraft draft() {
            return new ItemDraft(
                    title == null ? "" : title,
                    minutes == null ? 0 : minutes,
                    owner == null ? null : new PersonId(owner),
                    notes == null ? "" : notes);
        }
    }

    static AgendaBody of(Actor actor, Agenda agenda) {
        return new AgendaBody(
                agenda.minutes(),
                agenda.items().stream().map(item -> ItemBody.of(actor, item)).toList());
    }
}
