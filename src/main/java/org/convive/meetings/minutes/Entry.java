package org.convive.meetings.minutes;

import java.time.Instant;
import java.time.LocalDate;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One note, decision or action.
 *
 * @param item the item of the agenda it belongs to; null for none
 * @param words plain text
 * @param owner who sees to it
 * @param due until when
 * @param done when an action was done
 * @param version of the words; to be given back with a change
 */
public record Entry(
        long id,
        @Nullable Long item,
        Kind kind,
        String words,
        PersonId author,
        String authorName,
        @Nullable PersonId owner,
        String ownerName,
        @Nullable LocalDate due,
        @Nullable Instant done,
        int version) {

    /** What it is. */
    public enum Kind {
        NOTE,
        DECISION,
        ACTION
    }

    /**
     * What somebody writes.
     *
     * @param owner and due: of an action, or of a decision that somebody sees to
     */
    public record Draft(
            Kind kind,
            String words,
            @Nullable Long item,
            @Nullable PersonId owner,
            @Nullable LocalDate due) {
        public Draft {
            words = words.strip();
        }

        public static Draft of(Kind kind, String words) {
            return new Draft(kind, words, null, null, null);
        }
    }
}
