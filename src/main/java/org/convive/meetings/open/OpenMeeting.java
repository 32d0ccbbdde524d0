package org.convive.meetings.open;

import java.time.Instant;
import java.time.ZoneId;
import org.convive.meetings.MeetingId;
import org.convive.shared.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know about an open meeting: no names of people, no answers, no link into an online room.
 *
 * @param uid the same in every calendar, for ever
 * @param description Markdown
 * @param where the place in words; empty when it is online
 * @param capacity seats; null for no limit
 * @param taken seats that people and their guests have
 * @param answerBy until when one may say that one comes; null until the start
 * @param changed when it was last changed
 * @param sequence how often time or place changed, or it was cancelled
 * @param address its public page, absolute
 */
public record OpenMeeting(
        MeetingId id,
        ClusterId cluster,
        String slug,
        String clusterName,
        String uid,
        String title,
        String description,
        Instant from,
        Instant to,
        ZoneId zone,
        String where,
        boolean online,
        @Nullable Integer capacity,
        int taken,
        @Nullable Instant answerBy,
        boolean cancelled,
        Instant changed,
        int sequence,
        String address) {

    /** Whether somebody may still say that they come. */
    public boolean takesAnswers(Instant now) {
        return !cancelled && now.isBefore(from) && (answerBy == null || !now.isAfter(answerBy));
    }

    /** Seats left; null for no limit. */
    public @Nullable Integer free() {
        return capacity == null ? null : Math.max(0, capacity - taken);
    }
}
