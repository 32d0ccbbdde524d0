package org.convive.meetings.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing to talk about.
 *
 * @param minutes how long it is planned to take
 * @param notes Markdown, perhaps empty
 * @param planned when it begins if everything takes as long as planned, from where the meeting stands; null without a date
 * @param topic the topic of the backlog that it treats
 */
public record AgendaItem(
        long id,
        String title,
        int minutes,
        @Nullable PersonId owner,
        String ownerName,
        String notes,
        @Nullable Instant planned,
        @Nullable Instant began,
        @Nullable Instant ended,
        @Nullable Long topic,
        List<Document> documents,
        int version) {
    public AgendaItem {
        documents = List.copyOf(documents);
    }

    /** @param link an http or https address; empty for a file */
    public record Document(long id, String name, String link) {
        public boolean isFile() {
            return link.isEmpty();
        }
    }

    public boolean isRunning() {
        return began != null && ended == null;
    }

    public boolean isTreated() {
        return ended != null;
    }

    /** When its time is over, if it runs. */
    public @Nullable Instant timeUp() {
        return began == null ? null : began.plus(Duration.ofMinutes(minutes));
    }

    AgendaItem with(@Nullable Instant plannedAt, List<Document> documents) {
        return new AgendaItem(
                id, title, minutes, owner, ownerName, notes, plannedAt, began, ended, topic, documents, version);
    }
}
