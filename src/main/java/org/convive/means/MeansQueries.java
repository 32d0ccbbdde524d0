package org.convive.means;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What there is to share, who has it and what is free. A constant number of statements each, however many means there
 * are; what touches a window is found by when it ends, so the cost does not grow with the years.
 */
@Service
public class MeansQueries {
    private static final Duration LOOK_AHEAD = Duration.ofDays(14);

    private static final String MINE = "AND b.person_id = ? AND b.kind = 'BOOKING' ";
    private static final String COMPANY = "AND b.organisation_id = ? AND b.kind = 'BOOKING' ";
    private static final String LENT = "AND m.organisation_id = ? ";
    private static final String AHEAD = "AND b.ends_at > ? ORDER BY b.starts_at LIMIT 500";
    private static final String PAST = "AND b.ends_at <= ? ORDER BY b.ends_at DESC LIMIT 100";

    private final JdbcClient jdbc;
    private final Clock clock;

    MeansQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The means of the cluster by kind and name; with a window, how many units are free in it. */
    public List<Availability> list(
            Actor actor, @Nullable String capability, @Nullable Instant from, @Nullable Instant to) {
        List<Means> means = means(actor, capability, null);
        if (from == null || to == null || !to.isAfter(from)) {
            return means.stream()
                    .map(one -> new Availability(one, one.units().size(), true))
                    .toList();
        }
        BusyUnits busy = busy(actor, from, to);
        Instant now = clock.instant();
        return means.stream()
                .map(one -> new Availability(
                        one,
                        busy.free(one.units(), one.rules().blocked(from, to)),
                        one.rules().allow(from, to, now)))
                .toList();
    }

    /** What could be booked right now for that window. */
    public List<Availability> findFree(Actor actor, FreeSearch search) {
        if (!search.to().isAfter(search.from())) {
            return List.of();
        }
        BusyUnits busy = busy(actor, search.from(), search.to());
        Instant now = clock.instant();
        return means(actor, search.capability(), search.kind()).stream()
                .filter(one -> one.rules().allow(search.from(), search.to(), now))
                .map(one -> new Availability(
                        one, busy.free(one.units(), one.rules().blocked(search.from(), search.to())), true))
                .filter(one -> one.freeUnits() >= search.units())
                .toList();
    }

    /** All means and who has them in the window. */
    public MeansTimeline timeline(Actor actor, Instant from, Instant to) {
        var window = new TimeSlot(from, to);
        List<Means> means = means(actor, null, null);
        return new MeansTimeline(window, means, TimelineRows.read(jdbc, actor, means, windowed(actor, window)));
    }

    /** A means for its page.
     *
     * @throws NotFoundException when there is none with this id in the actor's cluster */
    public MeansDetail get(Actor actor, MeansId id) {
        return jdbc.sql(MeansRows.DETAIL + "AND m.id = ?")
                .params(actor.cluster().value(), id.value())
                .query(MeansRows::detail)
                .optional()
                .orElseThrow(() -> new NotFoundException("means"));
    }

    /** All means that are on the list, each as its page shows it, by kind and name. */
    public List<MeansDetail> details(Actor actor) {
        return jdbc.sql(MeansRows.DETAIL + "AND m.withdrawn = 0 ORDER BY m.kind, m.name, m.id")
                .param(actor.cluster().value())
                .query(MeansRows::detail)
                .list();
    }

    /** Who has the units of a means in the window. */
    public List<Occupied> occupancy(Actor actor, MeansId id, Instant from, Instant to) {
        get(actor, id);
        return to.isAfter(from) ? inTheWay(actor, id, new TimeSlot(from, to)) : List.of();
    }

    List<Occupied> inTheWay(Actor actor, MeansId id, TimeSlot window) {
        return occupied(actor, id, window);
    }

    /** @throws NotFoundException when there is none with this id in the actor's cluster */
    public BookingLine booking(Actor actor, BookingId id) {
        return jdbc.sql(MeansRows.BOOKING + "AND b.id = ?")
                .params(actor.cluster().value(), id.value())
                .query((row, n) -> MeansRows.isHidden(row, actor)
                        ? Optional.<BookingLine>empty()
                        : Optional.of(MeansRows.booking(row, actor)))
                .optional()
                .flatMap(found -> found)
                .orElseThrow(() -> new NotFoundException("booking"));
    }

    /** The actor's own bookings that end after the moment, soonest first. */
    public List<BookingLine> mine(Actor actor, Instant endingAfter) {
        return bookings(actor, MINE, actor.person().value(), AHEAD, endingAfter);
    }

    /** The actor's own bookings that ended by the moment, the latest first; at most a hundred. */
    public List<BookingLine> minePast(Actor actor, Instant endedBy) {
        return bookings(actor, MINE, actor.person().value(), PAST, endedBy);
    }

    /** The bookings of the actor's organisation that end after the moment, soonest first. */
    public List<BookingLine> ofMyCompany(Actor actor, Instant endingAfter) {
        return ofOwn(actor, COMPANY, AHEAD, endingAfter);
    }

    /** The bookings of the actor's organisation that ended by the moment, the latest first; at most a hundred. */
    public List<BookingLine> ofMyCompanyPast(Actor actor, Instant endedBy) {
        return ofOwn(actor, COMPANY, PAST, endedBy);
    }

    /** The bookings and blackouts of the means of the actor's organisation that end after the moment. */
    public List<BookingLine> lent(Actor actor, Instant endingAfter) {
        return ofOwn(actor, LENT, AHEAD, endingAfter);
    }

    /** Those that ended by the moment, the latest first; at most a hundred. */
    public List<BookingLine> lentPast(Actor actor, Instant endedBy) {
        return ofOwn(actor, LENT, PAST, endedBy);
    }

    private List<BookingLine> ofOwn(Actor actor, String whose, String when, Instant moment) {
        OrganisationId own = actor.organisation();
        return own == null ? List.of() : bookings(actor, whose, own.value(), when, moment);
    }

    /** What is ahead and what is over are asked for one by one, so that a long past hides nothing of what comes. */
    private List<BookingLine> bookings(Actor actor, String whose, long id, String when, Instant moment) {
        return jdbc.sql(MeansRows.BOOKING + whose + when)
                .params(actor.cluster().value(), id, Utc.column(moment))
                .query((row, n) -> MeansRows.booking(row, actor))
                .list();
    }

    /** The requests that wait for the actor's answer: to their company, or to any for an animator; oldest first. */
    public List<BookingLine> toAnswer(Actor actor) {
        if (!actor.isAnimator() && (actor.organisation() == null || !actor.isManagerOf(actor.organisation()))) {
            return List.of();
        }
        String whose = actor.isAnimator() ? "" : "AND m.organisation_id = ? ";
        var args = new ArrayList<Object>(List.of(actor.cluster().value(), Utc.column(clock.instant())));
        if (!actor.isAnimator()) {
            args.add(Objects.requireNonNull(actor.organisation()).value());
        }
        return jdbc.sql(MeansRows.BOOKING + "AND b.status = 'PENDING' AND b.expires_at > ? " + whose
                        + "ORDER BY b.created_at LIMIT 200")
                .params(args)
                .query((row, n) -> MeansRows.booking(row, actor))
                .list();
    }

    /** How many requests wait for the actor's own company's answer. */
    public int awaited(Actor actor) {
        OrganisationId own = actor.organisation();
        return own == null || !actor.isManagerOf(own)
                ? 0
                : jdbc.sql("""
                                SELECT COUNT(*) FROM booking b JOIN means m ON m.id = b.means_id
                                WHERE b.expires_at > ? AND b.status = 'PENDING' AND b.cluster_id = ?
                                AND m.organisation_id = ?""")
                        .params(Utc.column(clock.instant()), actor.cluster().value(), own.value())
                        .query(Integer.class)
                        .single();
    }

    /** What was booked together, in order of time. */
    public List<BookingLine> ofPlan(Actor actor, long plan) {
        return jdbc
                .sql(MeansRows.BOOKING + "AND b.plan_id = ? ORDER BY b.starts_at, b.id")
                .params(actor.cluster().value(), plan)
                .query((row, n) -> MeansRows.isHidden(row, actor)
                        ? Optional.<BookingLine>empty()
                        : Optional.of(MeansRows.booking(row, actor)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The bookings that hold a unit and end after the moment, soonest first; of those, what the actor may know. */
    public List<BookingLine> onUnit(Actor actor, long unit, Instant endingAfter) {
        return onUnit(actor, unit, endingAfter, false);
    }

    /** All of them, to tell those who booked: never to show to the actor. */
    public List<BookingLine> allOnUnit(Actor actor, long unit, Instant endingAfter) {
        return onUnit(actor, unit, endingAfter, true);
    }

    private List<BookingLine> onUnit(Actor actor, long unit, Instant endingAfter, boolean hiddenToo) {
        return jdbc
                .sql(MeansRows.BOOKING + "AND b.kind = 'BOOKING' AND b.id IN (SELECT x.booking_id FROM occupancy x"
                        + " WHERE x.unit_id = ? AND x.ends > ?) ORDER BY b.starts_at LIMIT 100")
                .params(actor.cluster().value(), unit, Utc.column(endingAfter))
                .query((row, n) -> hiddenToo || !MeansRows.isHidden(row, actor)
                        ? Optional.of(MeansRows.booking(row, actor))
                        : Optional.<BookingLine>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The next times at which one unit is free for that long, not overlapping each other. */
    public List<TimeSlot> nextFreeSlots(Actor actor, MeansId id, Duration length, int count) {
        return nextFreeSlots(actor, List.of(get(actor, id).means()), clock.instant(), length, count)
                .getFirst();
    }

    /** The same for many means at once, in their order. */
    public List<List<TimeSlot>> nextFreeSlots(
            Actor actor, List<Means> means, Instant from, Duration length, int count) {
        Instant until = from.plus(LOOK_AHEAD);
        BusyUnits busy = busy(actor, from, until);
        Instant now = clock.instant();
        return means.stream()
                .map(one -> FreeTimes.next(from, until, length, count, slot -> busy.fits(one, slot, 1, now)))
                .toList();
    }

    /** What is nearest to a wish: the same time on means that can do the same, or the same means at other times. */
    public List<Alternative> alternatives(Actor actor, MeansId id, Instant from, Instant to, int units) {
        List<Means> all = means(actor, null, null);
        Means wanted = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("means"));
        List<Means> others = all.stream()
                .filter(other -> !other.id().equals(id) && other.can(wanted.capabilities()))
                .toList();
        BusyUnits busy = busy(actor, from.minus(FreeTimes.AROUND), to.plus(FreeTimes.AROUND));
        return new Alternatives(busy, units, clock.instant()).of(wanted, others, new TimeSlot(from, to));
    }

    List<Means> means(Actor actor, @Nullable String capability, @Nullable MeansKind kind) {
        var sql = new StringBuilder(MeansRows.MEANS).append("AND m.withdrawn = 0 ");
        var args = new ArrayList<Object>(List.of(actor.cluster().value()));
        if (kind != null) {
            sql.append("AND m.kind = ? ");
            args.add(kind.name());
        }
        if (capability != null && !capability.isBlank()) {
            sql.append("AND (m.name LIKE ? OR EXISTS (SELECT 1 FROM means_capability l"
                    + " WHERE l.means_id = m.id AND l.label LIKE ?)) ");
            String word = "%" + capability.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            args.add(word);
            args.add(word);
        }
        return jdbc.sql(sql.append("ORDER BY m.kind, m.name, m.id").toString())
                .params(args)
                .query(MeansRows::means)
                .list();
    }

    private List<Occupied> occupied(Actor actor, MeansId id, TimeSlot window) {
        var args = windowed(actor, window);
        args.add(id.value());
        return jdbc.sql(MeansRows.OCCUPIED + "AND b.means_id = ? ORDER BY x.starts, x.unit_id")
                .params(args)
                .query((row, n) -> MeansRows.occupied(row, actor))
                .list();
    }

    /** What is blocked around a window, from the index alone. */
    BusyUnits busy(Actor actor, Instant from, Instant to) {
        var busy = new BusyUnits();
        jdbc.sql("SELECT x.unit_id, x.starts, x.ends FROM occupancy x"
                        + " WHERE x.cluster_id = ? AND x.ends > ? AND x.ends < ? AND x.starts < ?")
                .params(windowed(
                        actor, new TimeSlot(from.minus(BookingRules.BUFFER_EVER), to.plus(BookingRules.BUFFER_EVER))))
                .query(row -> {
                    busy.add(
                            row.getLong("unit_id"),
                            new TimeSlot(
                                    Utc.moment(row.getObject("starts", LocalDateTime.class)),
                                    Utc.moment(row.getObject("ends", LocalDateTime.class))));
                });
        return busy;
    }

    private static List<Object> windowed(Actor actor, TimeSlot window) {
        return new ArrayList<>(List.of(
                actor.cluster().value(),
                Utc.column(window.from()),
                Utc.column(window.to().plus(BookingRules.BLOCKED_EVER)),
                Utc.column(window.to())));
    }
}
