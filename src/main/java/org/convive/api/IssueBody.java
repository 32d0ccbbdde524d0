package org.convive.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.convive.identity.Actor;
import org.convive.newsletter.IssueSummary;

/** A published issue of the newsletter. */
record IssueBody(
        long id,

        @Schema(description = "Counts the issues of the cluster")
        int number,

        String title,

        @Schema(description = "Its first words, as plain text")
        String lead,

        @Schema(example = "fr") String language,
        Named author,
        OffsetDateTime publishedAt,
        @Schema(description = "How long it takes to read") int minutes,

        @Schema(description = "Whether the reader has not opened it yet")
        boolean unread) {

    static IssueBody of(Actor actor, IssueSummary issue) {
        return new IssueBody(
                issue.id(),
                issue.number(),
                issue.title(),
                issue.lead(),
                issue.language(),
                new Named(issue.author().value(), issue.authorName()),
                Times.at(actor, issue.at()),
                issue.minutes(),
                issue.unread());
    }
}
