package org.convive.means;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.convive.shared.TimeSlot;

/** Finds times that are free: the nearest to a wish, or the next ones. */
final class FreeTimes {
    static final Duration STEP = Duration.ofMinutes(30);
    /** How far around a wish alternatives are looked for. */
    static final Duration AROUND = Duration.ofDays(7);

    private FreeTimes() {}

    /** The free slot of the same length that starts nearest to the wish; the later one wins a tie. */
    static Optional<TimeSlot> nearest(TimeSlot wish, Predicate<TimeSlot> fits) {
        for (Duration off = STEP; off.compareTo(AROUND) <= 0; off = off.plus(STEP)) {
            TimeSlot later = shifted(wish, off);
            if (fits.test(later)) {
                return Optional.of(later);
            }
            TimeSlot sooner = shifted(wish, off.negated());
            if (fits.test(sooner)) {
                return Optional.of(sooner);
            }
        }
        return Optional.empty();
    }

    /** The next free slots from a moment on, not overlapping each other. */
    static List<TimeSlot> next(Instant from, Instant until, Duration length, int count, Predicate<TimeSlot> fits) {
        var found = new ArrayList<TimeSlot>();
        Instant start = roundedUp(from);
        while (found.size() < count && start.isBefore(until)) {
            var slot = new TimeSlot(start, start.plus(length));
            if (fits.test(slot)) {
                found.add(slot);
                start = roundedUp(slot.to());
            } else {
                start = start.plus(STEP);
            }
        }
        return found;
    }

    private static Instant roundedUp(Instant moment) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(moment.getEpochSecond(), step) * step);
    }

    private static TimeSlot shifted(TimeSlot slot, Duration by) {
        return new TimeSlot(slot.from().plus(by), slot.to().plus(by));
    }
}
