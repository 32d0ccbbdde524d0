package org.convive.meetings.minutes;

import java.time.LocalDate;
import org.convive.meetings.MeetingId;
import org.jspecify.annotations.Nullable;

/** Something a meeting asked somebody to do, and that is not done yet. */
public record OpenAction(
        long id,
        MeetingId meeting,
        String meetingTitle,
        String words,
        @Nullable LocalDate due) {}
