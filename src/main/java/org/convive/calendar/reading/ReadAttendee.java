package org.convive.calendar.reading;

import org.jspecify.annotations.Nullable;

/**
 * An ATTENDEE.
 *
 * @param mailbox in lower case, without {@code mailto:}
 * @param participation PARTSTAT in upper case; empty when there is none
 * @param sentBy who wrote in their name; null when nobody did
 * @param delegatedTo to whom they passed it on; null when they did not
 */
public record ReadAttendee(
        String mailbox,
        String name,
        String participation,
        @Nullable String sentBy,
        @Nullable String delegatedTo) {}
