package org.convive.meetings.day;

import java.time.Instant;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is expected, or who came.
 *
 * @param presence names the row at the door; null while they are not there
 * @param person null for somebody who is no member
 * @param organisation empty when they stand for none
 * @param expected whether they said yes and have a seat
 * @param guests who were announced with them
 * @param about what one may ask them about; may be empty
 * @param signature an SVG path in a field of 600 by 200; null when they did not sign on the screen
 */
public record Attendee(
        @Nullable Long presence,
        @Nullable PersonId person,
        String name,
        String organisation,
        @Nullable Long picture,
        boolean expected,
        int guests,
        String about,
        @Nullable Instant arrived,
        @Nullable String signature) {

    public boolean isHere() {
        return presence != null;
    }

    public boolean hasSigned() {
        return signature != null;
    }
}
