package org.convive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.Minutes;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting as the token's person sees them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MinutesBody(
        Minutes.State state,

        @Schema(description = "Whether the reader writes in them now")
        boolean mayWrite,

        @Schema(description = "When everybody was told; absent before") @Nullable
        OffsetDateTime released,

        List<EntryBody> entries) {

    /** One note, decision or action. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryBody(
            long id,
            Entry.Kind kind,
            String words,

            @Schema(description = "The item of the agenda it belongs to") @Nullable
            Long item,

            Named author,

            @Schema(description = "Who sees to it") @Nullable
            Named owner,

            @Nullable LocalDate due,

            @Schema(description = "When an action was done") @Nullable
            OffsetDateTime done,

            @Schema(description = "Of the words; give it back with a change")
            int version) {

        static EntryBody of(Actor actor, Entry entry) {
            PersonId owner = entry.owner();
            return new EntryBody(
                    entry.id(),
                    entry.kind(),
                    entry.words(),
                    entry.item(),
                    new Named(entry.author().value(), entry.authorName()),
                    owner == null ? null : new Named(owner.value(), entry.ownerName()),
                    entry.due(),
                    Times.perhaps(actor, entry.done()),
                    entry.version());
        }
    }

    /** What somebody writes. */
    record NewEntry(
            Entry.@Nullable Kind kind,
            @Nullable String words,
            @Nullable Long item,

            @Schema(description = "The person who sees to it") @Nullable
            Long owner,

            @Nullable LocalDate due) {

        Entry.Draft draft() {
            return new Entry.Draft(
                    kind == null ? Entry.Kind.NOTE : kind,
                    words == null ? "" : words,
                    item,
                    owner == null ? null : new PersonId(owner),
                    due);
        }
    }

    static MinutesBody of(Actor actor, Minutes minutes) {
        return new MinutesBody(
                minutes.state(),
                minutes.mayWrite(),
                Times.perhaps(actor, minutes.released()),
                minutes.entries().stream()
                        .map(entry -> EntryBody.of(actor, entry))
                        .toList());
    }
}
