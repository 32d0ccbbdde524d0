package org.convive.calendar;

import java.time.Instant;
import org.convive.shared.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * An address that somebody made so that a calendar program follows something.
 *
 * @param kind {@link #MINE}, {@link #BUSY}, or that of a {@link SharedCalendarSource}
 * @param cluster of a shared calendar; null for the person's own
 * @param subject which shared calendar
 * @param name as it was when the address was made
 * @param lastRead when a calendar last read it; null when none did
 */
public record Subscription(
        long id,
        String kind,
        @Nullable ClusterId cluster,
        long subject,
        String name,
        Instant since,
        @Nullable Instant lastRead) {

    /** Everything in the person's calendar. */
    public static final String MINE = "mine";

    /** Only when their time is taken: no titles, no places. */
    public static final String BUSY = "busy";

    /** Whether it is of the person themself. */
    public boolean isOwn() {
        return kind.equals(MINE) || kind.equals(BUSY);
    }
}
