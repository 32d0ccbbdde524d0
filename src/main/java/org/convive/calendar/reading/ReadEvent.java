package org.convive.calendar.reading;

import java.time.Instant;
import java.util.List;
import org.convive.calendar.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * A VEVENT that somebody wrote.
 *
 * @param uid empty when there is none
 * @param stamp DTSTAMP; null when there is none that can be read
 * @param recurrenceId which time of a series is meant; null for all of it
 * @param start null when there is none that can be read
 * @param end the end (excluded); null when nothing tells
 * @param recurrence null when it happens once
 * @param busy whether its time is taken (TRANSP, and not cancelled)
 * @param comment a word that a person wrote with their answer
 */
public record ReadEvent(
        String uid,
        int sequence,
        @Nullable Instant stamp,
        @Nullable ReadTime recurrenceId,
        @Nullable ReadTime start,
        @Nullable ReadTime end,
        @Nullable Recurrence recurrence,
        String summary,
        String description,
        String location,
        String url,
        boolean cancelled,
        boolean busy,
        String comment,
        @Nullable String organizer,
        List<ReadAttendee> attendees) {}
