package org.convive.means;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
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
 */
public record BookingRules(
        ZoneId zone,
        OpeningHours hours,
        Duration setUp,
        Duration tearDown,
        Duration shortest,
        Duration longest,
        Duration notice,
        int horizonDays) {

    /** No booking is longer, so that looking for what touches a window never reads the whole history. */
    public static final Duration LONGEST_EVER = Duration.ofDays(31);
    /** No set-up or tear-down is longer. */
    public static final Duration BUFFER_EVER = Duration.ofDays(1);
    /** No blocked period in the database is longer. */
    static final Duration BLOCKED_EVER = LONGEST_EVER.plus(BUFFER_EVER).plus(BUFFER_EVER);

    static final int HORIZON_EVER = 730;

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
        return new BookingRules(zone, other, setUp, tearDown, shortest, longest, notice, horizonDays);
    }

    public BookingRules withBuffers(Duration before, Duration after) {
        return new BookingRules(zone, hours, before, after, shortest, longest, notice, horizonDays);
    }

    public BookingRules withLengths(Duration min, Duration max) {
        return new BookingRules(zone, hours, setUp, tearDown, min, max, notice, horizonDays);
    }

    public BookingRules withNotice(Duration other, int horizon) {
        return new BookingRules(zone, hours, setUp, tearDown, shortest, longest, other, horizon);
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
        } else if (!broken.containsKey("to") && !hours.covers(from, to, zone)) {
            broken.put("from", Message.of("means.error.closed"));
        }
        return broken;
    }
}
