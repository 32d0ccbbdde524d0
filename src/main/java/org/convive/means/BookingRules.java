package org.convive.means;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;

/**
 * What the owner of a means asks of a booking.
 *
 * @param setUp blocked before each booking
 * @param tearDown blocked after each booking
 * @param notice how long before the start a booking must be made
 * @param horizonDays how many days ahead a booking may start
 * @param slot bookings start on this grid, counted from midnight, and last a multiple of it; zero for any minute
 * @param closures public holidays and days with hours of their own
 */
public record BookingRules(
        ZoneId zone,
        OpeningHours hours,
        Duration setUp,
        Duration tearDown,
        Duration shortest,
        Duration longest,
        Duration notice,
        int horizonDays,
        Duration slot,
        Closures closures) {

    /** No booking is longer, so that looking for what touches a window never reads the whole history. */
    public static final Duration LONGEST_EVER = Duration.ofDays(31);
    /** No set-up or tear-down is longer. */
    public static final Duration BUFFER_EVER = Duration.ofDays(1);
    /** No blocked period in the database is longer. */
    static final Duration BLOCKED_EVER = LONGEST_EVER.plus(BUFFER_EVER).plus(BUFFER_EVER);

    static final int HORIZON_EVER = 730;

    /** Rules without a grid and without closures. */
    public BookingRules(
            ZoneId zone,
            OpeningHours hours,
            Duration setUp,
            Duration tearDown,
            Duration shortest,
            Duration longest,
            Duration notice,
            int horizonDays) {
        this(zone, hours, setUp, tearDown, shortest, longest, notice, horizonDays, Duration.ZERO, Closures.NONE);
    }

    /** From a quarter of an hour to a day, up to half a year ahead, at any hour. */
    public static BookingRules lenient(ZoneId zone) {
        return new BookingRules(
                zone,
                OpeningHours.ALWAYS,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                Duration.ZERO,
                180);
    }

    public BookingRules withHours(OpeningHours other) {
        return new BookingRules(zone, other, setUp, tearDown, shortest, longest, notice, horizonDays, slot, closures);
    }

    public BookingRules withBuffers(Duration before, Duration after) {
        return new BookingRules(zone, hours, before, after, shortest, longest, notice, horizonDays, slot, closures);
    }

    public BookingRules withLengths(Duration min, Duration max) {
        return new BookingRules(zone, hours, setUp, tearDown, min, max, notice, horizonDays, slot, closures);
    }

    public BookingRules withNotice(Duration other, int horizon) {
        return new BookingRules(zone, hours, setUp, tearDown, shortest, longest, other, horizon, slot, closures);
    }

    public BookingRules withSlot(Duration grid) {
        return new BookingRules(zone, hours, setUp, tearDown, shortest, longest, notice, horizonDays, grid, closures);
    }

    public BookingRules withClosures(Closures other) {
        return new BookingRules(zone, hours, setUp, tearDown, shortest, longest, notice, horizonDays, slot, other);
    }

    /** What is blocked by a booking: its time and the buffers around. */
    public TimeSlot blocked(Instant from, Instant to) {
        return new TimeSlot(from.minus(setUp), to.plus(tearDown));
    }

    public boolean allow(Instant from, Instant to, Instant now) {
        return broken(from, to, now).isEmpty();
    }

    /** @throws InvalidInput with every broken rule beside its field */
    public void require(Instant from, Instant to, Instant now) {
        Map<String, Message> broken = broken(from, to, now);
        if (!broken.isEmpty()) {
            throw new InvalidInput(broken);
        }
    }

    /** Field to sentence; at most one sentence a field. */
    public Map<String, Message> broken(Instant from, Instant to, Instant now) {
        if (!to.isAfter(from)) {
            return Map.of("to", Message.of("means.error.ends-before-start"));
        }
        if (from.isBefore(now)) {
            return Map.of("from", Message.of("means.error.past"));
        }
        var broken = new HashMap<String, Message>();
        Duration length = Duration.between(from, to);
        if (length.compareTo(shortest) < 0) {
            broken.put("to", Lengths.message("means.error.too-short", shortest));
        } else if (length.compareTo(longest) > 0) {
            broken.put("to", Lengths.message("means.error.too-long", longest));
        }
        if (from.isBefore(now.plus(notice))) {
            broken.put("from", Lengths.message("means.error.notice", notice));
        } else if (from.isAfter(now.plus(Duration.ofDays(horizonDays)))) {
            broken.put("from", Message.of("means.error.horizon", horizonDays));
        } else if (!onGrid(from)) {
            broken.put("from", Lengths.message("means.error.grid", slot));
        } else if (!broken.containsKey("to") && !hours.covers(from, to, zone, closures)) {
            broken.put("from", Message.of("means.error.closed"));
        }
        if (!broken.containsKey("to") && !slot.isZero() && length.toSeconds() % slot.toSeconds() != 0) {
            broken.put("to", Lengths.message("means.error.grid-length", slot));
        }
        return broken;
    }

    private boolean onGrid(Instant from) {
        return slot.isZero() || from.atZone(zone).toLocalTime().toSecondOfDay() % slot.toSeconds() == 0;
    }

    /** When it is open in a window. */
    public List<TimeSlot> open(Instant from, Instant to) {
        return hours.periods(from, to, zone, closures);
    }
}
