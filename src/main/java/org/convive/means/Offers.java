package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Offers what became free to those who wait for it, in their order, within the transaction that freed it: nobody can
 * take it in between. An offer is a booking that is held for the person until their time to answer is over.
 */
@Component
class Offers {
    private static final int LOOKED_AT = 50;
    private static final Duration TO_ANSWER = Duration.ofHours(24);
    private static final Duration AT_LEAST = Duration.ofMinutes(15);

    private final JdbcTemplate jdbc;
    private final BookingRows rows;
    private final BookingEvents events;
    private final Admission admission;
    private final Clock clock;

    Offers(JdbcTemplate jdbc, BookingRows rows, BookingEvents events, Admission admission, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
        this.admission = admission;
        this.clock = clock;
    }

    private record Waiting(
            long id, PersonId person, OrganisationId company, Instant from, Instant to, int units, String purpose) {}

    /** Within a transaction that touched the means' sequence row and freed what this booking had, wherever it was by then. */
    void of(ClusterId cluster, MeansId means, BookingId booking) {
        jdbc.query(
                        "SELECT starts_at, ends_at FROM booking WHERE id = ?",
                        (row, n) -> new TimeSlot(
                                Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                                Utc.moment(row.getObject("ends_at", LocalDateTime.class))),
                        booking.value())
                .forEach(had -> of(cluster, means, had.from(), had.to()));
    }

    /** Within a transaction that touched the means' sequence row and changed how many units it has, or its rules. */
    void ofAllAhead(ClusterId cluster, MeansId means) {
        Instant now = clock.instant();
        of(cluster, means, now, now.plus(UnitBlocks.BLOCKED_FOR));
    }

    /** Within a transaction that touched the means' sequence row and freed something between these moments. */
    void of(ClusterId cluster, MeansId means, Instant from, Instant to) {
        Instant now = clock.instant();
        List<Waiting> waiting = waiting(means, from, to, now, 0);
        if (waiting.isEmpty()) {
            return;
        }
        Bookable bookable = Bookable.read(jdbc, cluster, means);
        while (!bookable.withdrawn() && !waiting.isEmpty()) {
            waiting.forEach(one -> offer(cluster, bookable, one, now));
            waiting = waiting.size() < LOOKED_AT
                    ? List.of()
                    : waiting(means, from, to, now, waiting.getLast().id());
        }
    }

    private List<Waiting> waiting(MeansId means, Instant from, Instant to, Instant now, long after) {
        return jdbc.query(
                """
                SELECT id, person_id, organisation_id, starts_at, ends_at, units, purpose FROM booking_wish
                WHERE means_id = ? AND state = 'WAITING' AND starts_at > ? AND starts_at < ? AND ends_at > ? AND id > ?
                ORDER BY id LIMIT ?""",
                (row, n) -> new Waiting(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        new OrganisationId(row.getLong("organisation_id")),
                        Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                        Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                        row.getInt("units"),
                        row.getString("purpose")),
                means.value(),
                Utc.column(now.plus(AT_LEAST)),
                Utc.column(to.plus(BookingRules.BUFFER_EVER)),
                Utc.column(from.minus(BookingRules.BUFFER_EVER)),
                after,
                LOOKED_AT);
    }

    private void offer(ClusterId cluster, Bookable means, Waiting wish, Instant now) {
        TimeSlot blocked = means.rules().blocked(wish.from(), wish.to());
        List<Long> free = rows.free(means.units(), blocked);
        if (free.size() < wish.units() || !means.lending().mayBook(wish.company(), means.owner())) {
            return;
        }
        var request = new BookingRequest(means.means(), wish.from(), wish.to(), wish.units(), wish.purpose(), null);
        if (!admission.isWithinQuota(means, wish.company(), request)) {
            return;
        }
        BookingId booking = rows.insert(
                new Claim(
                        cluster,
                        wish.person(),
                        wish.company(),
                        Claim.BOOKING,
                        request,
                        BookingStatus.HELD,
                        answerBy(now, wish.from()),
                        means.terms(),
                        null,
                        UUID.randomUUID().toString()),
                now);
        rows.occupy(cluster, booking, free.subList(0, wish.units()), List.of(blocked));
        jdbc.update(
                "UPDATE booking_wish SET state = 'OFFERED', booking_id = ? WHERE id = ?", booking.value(), wish.id());
        events.record(cluster, means.means(), booking, Deed.OFFERED, null, "");
    }

    /** A day, or half of what is left until the start, but a quarter of an hour at least. */
    static Instant answerBy(Instant now, Instant from) {
        Duration left = Duration.between(now, from);
        Duration half = left.dividedBy(2);
        Duration time = half.compareTo(TO_ANSWER) < 0 ? half : TO_ANSWER;
        Instant due = now.plus(time.compareTo(AT_LEAST) < 0 ? AT_LEAST : time);
        return due.isAfter(from) ? from : due;
    }

    /** The booking is a promise now, or it lapsed: the wish behind it, if any, is over. */
    void isOver(BookingId booking) {
        for (Long wish : jdbc.queryForList(
                "SELECT id FROM booking_wish WHERE booking_id = ? AND state = 'OFFERED'",
                Long.class,
                booking.value())) {
            jdbc.update("UPDATE booking_wish SET state = 'OVER' WHERE id = ?", wish);
        }
    }
}
