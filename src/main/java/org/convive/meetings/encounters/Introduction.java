package org.convive.meetings.encounters;

import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the reader is introduced to.
 *
 * @param reason why, e.g. {@code NEED}
 * @param detail the competence, or the trades; may be empty
 * @param iSeek whether it is the reader who looks for it, or who asked to meet them
 * @param about what one may ask them about; may be empty
 * @param mine what the reader says became of it; null while they said nothing
 */
public record Introduction(
        long id,
        PersonId person,
        String name,
        String organisation,
        @Nullable Long picture,
        String about,
        String reason,
        String detail,
        boolean iSeek,
        @Nullable Outcome mine) {

    /** What became of an introduction, as one of the two says. */
    public enum Outcome {
        TALKED,
        /** We go on: a visit, an order, an idea. */
        GOES_ON,
        MISSED
    }
}
