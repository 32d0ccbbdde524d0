package org.convive.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something with a time that belongs in a person's calendar (a VEVENT of RFC 5545).
 *
 * @param uid the same in feed, mail and download, for ever
 * @param sequence raised by one when time, place or status change
 * @param url the page of it in the portal
 * @param changed when it was last changed
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant from,
        Instant to,
        ZoneId zone,
        String summary,
        String description,
        String location,
        @Nullable String url,
        boolean cancelled,
        Instant changed) {}
