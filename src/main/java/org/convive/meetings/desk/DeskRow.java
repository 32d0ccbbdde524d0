package org.convive.meetings.desk;

import java.time.Instant;
import java.util.Map;
import org.convive.meetings.Answer;
import org.convive.meetings.Source;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the meeting concerns, as its organiser sees them.
 *
 * @param outside invited by e-mail, no member of the cluster
 * @param answer null when they said nothing yet
 * @param position 1 for the first on the waiting list; null for somebody who does not wait
 * @param approved false while the organiser has not approved a yes
 * @param source where the answer came from; null when there is none
 * @param recordedBy who recorded it for them; empty when they did themselves
 * @param replies what they said to the questions, by question
 */
public record DeskRow(
        PersonId person,
        String name,
        EmailAddress email,
        String organisation,
        boolean outside,
        @Nullable Answer answer,
        int guests,
        @Nullable Integer position,
        boolean approved,
        @Nullable Source source,
        String recordedBy,
        @Nullable Instant answeredAt,
        Map<Long, String> replies) {

    DeskRow with(Map<Long, String> words) {
        return new DeskRow(
                person,
                name,
                email,
                organisation,
                outside,
                answer,
                guests,
                position,
                approved,
                source,
                recordedBy,
                answeredAt,
                words);
    }
}
