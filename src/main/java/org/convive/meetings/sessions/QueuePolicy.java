package org.convive.meetings.sessions;

import org.jspecify.annotations.Nullable;

/** When a waiting list is so long that a second session is worth it. */
final class QueuePolicy {
    private static final int FEWEST = 3;
    private static final int PART = 4;

    private QueuePolicy() {}

    /**
     * Three people at least, and a quarter of the seats.
     *
     * @param capacity null for no limit: then nobody waits for a seat
     * @param waiting people who wait, with their guests
     */
    static boolean isLong(@Nullable Integer capacity, int waiting) {
        return capacity != null && waiting >= Math.max(FEWEST, (capacity + PART - 1) / PART);
    }
}
