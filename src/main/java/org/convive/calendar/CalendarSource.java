package org.convive.calendar;

import java.time.Instant;
import java.util.List;
import org.convive.shared.PersonId;

/** Implemented by features whose things stand in a person's calendar. One statement a call. */
public interface CalendarSource {
    /** The person's entries in all their clusters that end after the given moment, cancelled ones included. */
    List<CalendarEntry> entriesOf(PersonId person, Instant endingAfter);

    /**
     * A short text that is another one whenever {@link #entriesOf} would give other entries. Calendars ask every hour:
     * a statement that only counts and sums is far cheaper than writing the entries to find them unchanged.
     */
    default String revisionOf(PersonId person, Instant endingAfter) {
        return Integer.toHexString(entriesOf(person, endingAfter).hashCode());
    }
}
