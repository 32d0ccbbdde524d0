package org.convive.shared;

import java.time.Duration;
import java.time.Instant;

/** A period of time, from (included) to (excluded). */
public record TimeSlot(Instant from, Instant to) {
    /** @throws IllegalArgumentException when the end is not after the start */
    public TimeSlot {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a slot ends after it starts");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean overlaps(TimeSlot other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
