package org.convive.meetings;

import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answered, with face and company.
 *
 * @param organisation empty when they stand for none
 * @param picture their portrait, at {@code /c/{slug}/pictures/{id}}
 * @param waiting said yes and waits for a seat
 */
public record Comer(
        PersonId person,
        String name,
        String organisation,
        @Nullable Long picture,
        Answer answer,
        int guests,
        boolean waiting) {

    public boolean comes() {
        return answer == Answer.YES && !waiting;
    }
}
