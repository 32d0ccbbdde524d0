package org.convive.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;

/**
 * Implemented by features that have calendars which several people follow: those of a means, of a company. Who may follow
 * one is asked anew at each reading.
 */
public interface SharedCalendarSource {
    /** The word for it in addresses, e.g. {@code means}; at most ten letters. */
    String kind();

    /** The name of one of its calendars; empty when there is none or it is not for the reader. */
    Optional<String> name(Actor reader, long id);

    /** Its entries that end after the given moment, as the reader may see them, cancelled ones included. One statement. */
    List<CalendarEntry> entries(Actor reader, long id, Instant endingAfter);

    /** When it is taken between two moments; where it has several places, when all of them are. */
    default List<FreeBusy.Taken> taken(Actor reader, long id, Instant from, Instant to) {
        return FreeBusy.taken(entries(reader, id, from), from, to);
    }

    /** Another text whenever {@link #entries} would give other entries, cheaply. */
    String revision(Actor reader, long id, Instant endingAfter);
}
