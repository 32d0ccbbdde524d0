package org.convive.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something with a time that belongs in a person's calendar (a VEVENT of RFC 5545). A thing that repeats is one entry
 * with a {@link Recurrence}, and one more entry with the same UID for each of its times that was changed or cancelled.
 *
 * @param uid the same in feed, mail and download, for ever
 * @param sequence raised by one when time, place, recurrence or status change, never used again
 * @param url the page of it in the portal
 * @param changed when it was last changed
 * @param wholeDay it has days and no hours: from midnight to the midnight after the last day, in the zone
 * @param recurrence when it happens again and again; its start is {@code from}
 * @param recurrenceId which time of the series this is, as the series had it; null for the series or a single thing
 * @param claim how much of its owner's time it takes
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
        Instant changed,
        boolean wholeDay,
        @Nullable Recurrence recurrence,
        @Nullable LocalDateTime recurrenceId,
        Claim claim) {

    /** How much of its owner's time it takes. */
    public enum Claim {
        /** They are there. */
        FIRM,
        /** Perhaps: a maybe, a hold, a request that nobody granted yet. */
        TENTATIVE,
        /** Something to remember that leaves their time free. */
        NOTE
    }

    /** Something with hours that happens once. */
    public CalendarEntry(
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
            Instant changed) {
        this(
                uid,
                sequence,
                from,
                to,
                zone,
                summary,
                description,
                location,
                url,
                cancelled,
                changed,
                false,
                null,
                null,
                Claim.FIRM);
    }

    /** Whether its owner cannot, or perhaps cannot, be elsewhere meanwhile. */
    public boolean takesTime() {
        return !cancelled && claim != Claim.NOTE;
    }

    /** The same, taking another part of its owner's time. */
    public CalendarEntry claiming(Claim other) {
        return new CalendarEntry(
                uid,
                sequence,
                from,
                to,
                zone,
                summary,
                description,
                location,
                url,
                cancelled,
                changed,
                wholeDay,
                recurrence,
                recurrenceId,
                other);
    }

    /** The same for whole days. */
    public CalendarEntry forWholeDays() {
        return with(true, recurrence, recurrenceId);
    }

    /** The same, again and again. */
    public CalendarEntry repeated(Recurrence again) {
        return with(wholeDay, again, null);
    }

    /**
     * The same as one time of a series.
     *
     * @param seriesStart the start that the series gives it, as the clocks of the series' zone show it
     */
    public CalendarEntry occurrence(LocalDateTime seriesStart) {
        return with(wholeDay, null, seriesStart);
    }

    /** Only that the time is taken: no title, no place, no link. */
    CalendarEntry asBusy(String word) {
        return new CalendarEntry(
                uid,
                sequence,
                from,
                to,
                zone,
                word,
                "",
                "",
                null,
                cancelled,
                changed,
                wholeDay,
                recurrence,
                recurrenceId,
                claim);
    }

    private CalendarEntry with(boolean days, @Nullable Recurrence again, @Nullable LocalDateTime occurrence) {
        return new CalendarEntry(
                uid,
                sequence,
                from,
                to,
                zone,
                summary,
                description,
                location,
                url,
                cancelled,
                changed,
                days,
                again,
                occurrence,
                claim);
    }
}
