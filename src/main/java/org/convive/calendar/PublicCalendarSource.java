package org.convive.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.convive.shared.ClusterId;

/** Implemented by the feature whose things are open to everybody: the calendar of a cluster that anybody may follow. */
public interface PublicCalendarSource {
    /** The public calendar of a cluster; empty when it has no public page. */
    Optional<PublicCalendar> find(String slug);

    /** What it says now, cheaply: whether it changed is asked far more often than what stands in it. */
    Stand stand(PublicCalendar calendar, Instant endingAfter);

    /** Its entries that end after a moment, cancelled ones included, with nothing that only members may know. */
    List<CalendarEntry> entries(PublicCalendar calendar, Instant endingAfter);

    /** @param page where everybody reads about it, relative to the portal without a leading slash */
    record PublicCalendar(ClusterId cluster, String slug, String name, String page) {}

    /**
     * @param revision another text whenever the entries are others
     * @param changed when they became so; never earlier than before
     */
    record Stand(String revision, Instant changed) {}
}
