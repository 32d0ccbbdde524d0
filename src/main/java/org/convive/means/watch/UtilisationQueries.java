package org.convive.means.watch;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.watch.Utilisation.Week;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Hours used of hours available, by week: for the owners of the means and the animators. What was really used counts where
 * it is known; holidays, closed days, maintenance and damage are not available. A constant number of statements.
 */
@Service
public class UtilisationQueries {
    private final JdbcClient jdbc;
    private final MeansQueries means;
    private final Clock clock;

    UtilisationQueries(JdbcClient jdbc, MeansQueries means, Clock clock) {
        this.jdbc = jdbc;
        this.means = means;
        this.clock = clock;
    }

    /** The means whose use the actor may see, over the last whole weeks and the running one, most used first. */
    public List<Utilisation> list(Actor actor, int weeks) {
        int count = Math.clamp(weeks, 1, 52);
        ZoneId zone = actor.zone();
        LocalDate first = LocalDate.now(clock.withZone(zone))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(count - 1L);
        List<Means> all = means.list(actor, null, null, null).stream()
                .map(Availability::means)
                .filter(one -> actor.isAnimator() || one.owner().equals(actor.organisation()))
                .toList();
        Map<MeansId, long[]> used = used(actor, first, count, zone);
        Map<MeansId, List<TimeSlot>> out = outOfUse(actor, first, count, zone);
        var list = new ArrayList<Utilisation>();
        for (Means one : all) {
            long[] minutes = used.getOrDefault(one.id(), new long[count]);
            var each = new ArrayList<Week>();
            for (int week = 0; week < count; week++) {
                LocalDate monday = first.plusWeeks(week);
                each.add(new Week(monday, minutes[week], open(one, out.getOrDefault(one.id(), List.of()), monday)));
            }
            list.add(new Utilisation(
                    one.id(),
                    one.name(),
                    one.owner(),
                    one.ownerName(),
                    one.units().size(),
                    List.copyOf(each)));
        }
        list.sort(Comparator.comparingInt((Utilisation one) -> one.percent()).reversed());
        return list;
    }

    private static long open(Means one, List<TimeSlot> out, LocalDate monday) {
        ZoneId zone = one.rules().zone();
        Instant from = monday.atStartOfDay(zone).toInstant();
        Instant to = monday.plusDays(7).atStartOfDay(zone).toInstant();
        long minutes = 0;
        for (TimeSlot period : one.rules().open(from, to)) {
            if (period.overlaps(new TimeSlot(from, to))) {
                TimeSlot open = new TimeSlot(later(period.from(), from), earlier(period.to(), to));
                minutes += open.length().toMinutes() * one.units().size()
                        - out.stream()
                                .mapToLong(gone -> overlap(gone, open.from(), open.to()))
                                .sum();
            }
        }
        return minutes;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** When units were out of use in these weeks, one slot a unit: maintenance, and damage until it was mended. */
    private Map<MeansId, List<TimeSlot>> outOfUse(Actor actor, LocalDate first, int weeks, ZoneId zone) {
        LocalDateTime from = Utc.column(first.minusDays(1).atStartOfDay(zone).toInstant());
        LocalDateTime to =
                Utc.column(first.plusWeeks(weeks).plusDays(1).atStartOfDay(zone).toInstant());
        var out = new HashMap<MeansId, List<TimeSlot>>();
        jdbc.sql("""
                        SELECT b.means_id, o.starts, o.ends FROM means m
                        JOIN booking b ON b.means_id = m.id AND b.ends_at > ? AND b.starts_at < ? AND b.kind = 'BLACKOUT'
                        JOIN occupancy o ON o.booking_id = b.id AND o.ends > ? AND o.starts < ?
                        JOIN means_unit u ON u.id = o.unit_id AND u.retired = 0
                        WHERE m.cluster_id = ? AND (? OR m.organisation_id = ?)""")
                .params(
                        from,
                        to,
                        from,
                        to,
                        actor.cluster().value(),
                        actor.isAnimator(),
                        actor.organisation() == null ? 0 : actor.organisation().value())
                .query(row -> {
                    out.computeIfAbsent(new MeansId(row.getLong("means_id")), key -> new ArrayList<>())
                            .add(new TimeSlot(
                                    Utc.moment(row.getObject("starts", LocalDateTime.class)),
                                    Utc.moment(row.getObject("ends", LocalDateTime.class))));
                });
        return out;
    }

    private static long overlap(TimeSlot period, Instant from, Instant to) {
        Instant start = later(period.from(), from);
        Instant end = earlier(period.to(), to);
        return end.isAfter(start) ? ChronoUnit.MINUTES.between(start, end) : 0;
    }

    /** Bookings of these weeks, cut at the borders of the weeks; settled ones for as long as they were used. */
    private Map<MeansId, long[]> used(Actor actor, LocalDate first, int weeks, ZoneId zone) {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = first.plusWeeks(weeks).atStartOfDay(zone).toInstant();
        var used = new HashMap<MeansId, long[]>();
        jdbc.sql("""
                        SELECT b.means_id, b.starts_at, b.ends_at, b.units,
                               COALESCE(s.used_minutes, -1) AS used FROM means m
                        JOIN booking b ON b.means_id = m.id AND b.ends_at > ? AND b.ends_at < ? + INTERVAL 33 DAY
                        LEFT JOIN booking_use s ON s.booking_id = b.id AND s.settled_at IS NOT NULL
                        WHERE m.cluster_id = ? AND b.starts_at < ? AND b.status = 'CONFIRMED' AND b.kind = 'BOOKING'
                          AND (? OR m.organisation_id = ?)""")
                .params(
                        Utc.column(from),
                        Utc.column(to),
                        actor.cluster().value(),
                        Utc.column(to),
                        actor.isAnimator(),
                        actor.organisation() == null ? 0 : actor.organisation().value())
                .query(row -> {
                    Instant start = Utc.moment(row.getObject("starts_at", LocalDateTime.class));
                    int really = row.getInt("used");
                    if (really == 0) {
                        return;
                    }
                    var slot = new TimeSlot(
                            start,
                            really > 0
                                    ? start.plus(really, ChronoUnit.MINUTES)
                                    : Utc.moment(row.getObject("ends_at", LocalDateTime.class)));
                    long[] minutes = used.computeIfAbsent(new MeansId(row.getLong("means_id")), key -> new long[weeks]);
                    for (int week = 0; week < weeks; week++) {
                        minutes[week] += row.getInt("units")
                                * overlap(
                                        slot,
                                        first.plusWeeks(week).atStartOfDay(zone).toInstant(),
                                        first.plusWeeks(week + 1L)
                                                .atStartOfDay(zone)
                                                .toInstant());
                    }
                });
        return used;
    }
}
