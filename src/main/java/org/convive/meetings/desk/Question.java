package org.convive.meetings.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of those who come.
 *
 * @param choices for a question of kind CHOICE
 * @param mine what the reader said; null when nothing yet
 */
public record Question(
        long id,
        Kind kind,
        String words,
        List<String> choices,
        @Nullable String mine) {

    /** How it is answered. */
    public enum Kind {
        TEXT,
        CHOICE,
        /** Diet and allergies: with consent, seen by the organiser only, and erased some weeks after the meeting. */
        DIET
    }

    /** A question as somebody wants to ask it; an id of a question that is there keeps its answers. */
    public record Draft(@Nullable Long id, Kind kind, String words, List<String> choices) {}
}
