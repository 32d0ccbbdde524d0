package org.convive.means.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.calendar.Recurrence;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.JustTaken;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.use.MaintenancePlan.Occurrence;
import org.convive.means.use.MaintenancePlan.State;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;

/**
 * Maintenance plans: each time that can be had is a blackout of the booking protocol, made a year ahead and further as
 * time goes by. A time at which somebody has a unit is shown as taken, never taken away.
 */
@Service
public class MaintenanceService {
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MOST = 120;

    private final JdbcClient jdbc;
    private final MeansQueries queries;
    private final BookingService bookings;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    MaintenanceService(
            JdbcClient jdbc,
            MeansQueries queries,
            BookingService bookings,
            Actors actors,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.bookings = bookings;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Plans maintenance; a deed of the owner.
     *
     * @param unit one unit, or null for all
     * @param start the first time, in the means' own zone
     * @return the plan's number
     */
    public long plan(
            Actor actor,
            MeansId id,
            @Nullable Long unit,
            String title,
            LocalDateTime start,
            Duration length,
            RepeatRule rule) {
        Means means = queries.get(actor, id).means();
        actor.requireVoiceOf(means.owner());
        ZoneId zone = means.rules().zone();
        var recurrence = Recurrence.of(start, zone, rule);
        InvalidInput.check()
                .required(title, 200, "title")
                .that(
                        unit == null || means.units().stream().anyMatch(one -> unit.equals(one.id())),
                        "unit",
                        Message.of("means.use.error.unit"))
                .that(
                        length.toMinutes() >= 15 && length.toDays() < 31,
                        "length",
                        Message.of("means.use.error.maintenance-length"))
                .that(
                        !start.atZone(zone).toInstant().isBefore(clock.instant()),
                        "start",
                        Message.of("means.error.past"))
                .that(
                        recurrence.starts(2).size() < 2
                                || !recurrence
                                        .moment(recurrence.starts(2).getLast())
                                        .isBefore(recurrence.moment(start).plus(length)),
                        "length",
                        Message.of("means.use.error.maintenance-overlaps"))
                .orThrow();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO maintenance_plan (cluster_id, means_id, unit_id, title, zone, first_start, minutes,
                                                      recurrence, person_id, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(actor.cluster().value())
                .param(id.value())
                .param(unit)
                .param(title.strip())
                .param(zone.getId())
                .param(start)
                .param(length.toMinutes())
                .param(recurrence.stored())
                .param(actor.person().value())
                .param(Utc.column(clock.instant()))
                .update(key, "id");
        long plan = Objects.requireNonNull(key.getKey()).longValue();
        audit.record(actor, "maintenance.planned", "means:" + id, title);
        extend(actor, read(actor, plan));
        return plan;
    }

    /** The plans of a means that go on, with what is ahead. */
    public List<MaintenancePlan> of(Actor actor, MeansId means) {
        return plans(
                "p.cluster_id = ? AND p.means_id = ? AND p.ended_at IS NULL",
                actor.cluster().value(),
                means.value());
    }

    private MaintenancePlan read(Actor actor, long plan) {
        return plans("p.cluster_id = ? AND p.id = ?", actor.cluster().value(), plan).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("maintenance plan"));
    }

    private List<MaintenancePlan> plans(String where, long one, long other) {
        Map<Long, List<Occurrence>> times = jdbc
                .sql("SELECT o.plan_id, o.starts_at, o.booking_id, o.state, p.minutes FROM maintenance_occurrence o"
                        + " JOIN maintenance_plan p ON p.id = o.plan_id WHERE " + where
                        + " AND o.starts_at > ? ORDER BY o.starts_at")
                .params(one, other, Utc.column(clock.instant()))
                .query((row, n) -> Map.entry(row.getLong("plan_id"), occurrence(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("SELECT p.*, COALESCE(u.name, '') AS unit_name FROM maintenance_plan p"
                        + " LEFT JOIN means_unit u ON u.id = p.unit_id WHERE " + where
                        + " ORDER BY p.first_start LIMIT 50")
                .params(one, other)
                .query((row, n) -> {
                    long unit = row.getLong("unit_id");
                    LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
                    return new MaintenancePlan(
                            row.getLong("id"),
                            new MeansId(row.getLong("means_id")),
                            unit == 0 ? null : unit,
                            row.getString("unit_name"),
                            row.getString("title"),
                            Recurrence.stored(
                                    row.getObject("first_start", LocalDateTime.class),
                                    ZoneId.of(row.getString("zone")),
                                    row.getString("recurrence")),
                            row.getInt("minutes"),
                            ended == null ? null : Utc.moment(ended),
                            times.getOrDefault(row.getLong("id"), List.of()));
                })
                .list();
    }

    private static Occurrence occurrence(java.sql.ResultSet row) throws java.sql.SQLException {
        long booking = row.getLong("booking_id");
        Instant from = Utc.moment(row.getObject("starts_at", LocalDateTime.class));
        return new Occurrence(
                new TimeSlot(from, from.plus(Duration.ofMinutes(row.getInt("minutes")))),
                State.valueOf(row.getString("state")),
                booking == 0 ? null : new BookingId(booking));
    }

    /** Makes the times of a plan that are not there yet, a year ahead. */
    private int extend(Actor actor, MaintenancePlan plan) {
        Instant now = clock.instant();
        Set<Instant> known =
                plan.next().stream().map(time -> time.slot().from()).collect(Collectors.toSet());
        int made = 0;
        for (TimeSlot slot : plan.recurrence().slots(Duration.ofMinutes(plan.minutes()), now, now.plus(AHEAD), MOST)) {
            if (slot.from().isAfter(now) && !known.contains(slot.from()) && claim(plan, slot)) {
                block(actor, plan, slot);
                made++;
            }
        }
        return made;
    }

    /** Who writes the row makes the blackout: two nodes never make two. */
    private boolean claim(MaintenancePlan plan, TimeSlot slot) {
        return jdbc.sql("INSERT IGNORE INTO maintenance_occurrence (plan_id, starts_at, state) VALUES (?, ?, 'TAKEN')")
                        .params(plan.id(), Utc.column(slot.from()))
                        .update()
                == 1;
    }

    private boolean block(Actor actor, MaintenancePlan plan, TimeSlot slot) {
        try {
            BookingId booking =
                    bookings.blackout(actor, plan.means(), plan.unit(), slot.from(), slot.to(), plan.title());
            state(plan.id(), slot.from(), State.BLOCKED, booking);
            return true;
        } catch (JustTaken e) {
            state(plan.id(), slot.from(), State.TAKEN, null);
            return false;
        }
    }

    private void state(long plan, Instant from, State state, @Nullable BookingId booking) {
        jdbc.sql("UPDATE maintenance_occurrence SET state = ?, booking_id = ? WHERE plan_id = ? AND starts_at = ?")
                .param(state.name())
                .param(booking == null ? null : booking.value())
                .param(plan)
                .param(Utc.column(from))
                .update();
    }

    /**
     * Tries a time again that was taken or left out.
     *
     * @return false when somebody still has a unit then
     */
    public boolean retry(Actor actor, long id, Instant from) {
        MaintenancePlan plan = requireVoice(actor, id);
        Occurrence time = time(plan, from);
        return time.state() == State.BLOCKED || block(actor, plan, time.slot());
    }

    /** Leaves one time out; its units are free again. */
    public void skip(Actor actor, long id, Instant from) {
        MaintenancePlan plan = requireVoice(actor, id);
        BookingId booking = time(plan, from).booking();
        if (booking != null) {
            bookings.cancel(actor, booking);
        }
        state(id, from, State.SKIPPED, null);
    }

    /** Stops a plan: what is ahead of it is free again. */
    public void stop(Actor actor, long id) {
        MaintenancePlan plan = requireVoice(actor, id);
        jdbc.sql("UPDATE maintenance_plan SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
                .params(Utc.column(clock.instant()), id)
                .update();
        var ahead = new ArrayList<>(plan.next());
        ahead.stream().map(Occurrence::booking).filter(Objects::nonNull).forEach(one -> bookings.cancel(actor, one));
        audit.record(actor, "maintenance.stopped", "means:" + plan.means(), plan.title());
    }

    private MaintenancePlan requireVoice(Actor actor, long id) {
        MaintenancePlan plan = read(actor, id);
        actor.requireVoiceOf(queries.get(actor, plan.means()).means().owner());
        return plan;
    }

    private static Occurrence time(MaintenancePlan plan, Instant from) {
        return plan.next().stream()
                .filter(one -> one.slot().from().equals(from))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("time of a maintenance plan"));
    }

    /** Carries all plans on; for the daily round. @return how many times were added */
    public int carryOn() {
        record Standing(long id, PersonId person, ClusterId cluster) {}
        List<Standing> all = jdbc.sql("SELECT id, person_id, cluster_id FROM maintenance_plan WHERE ended_at IS NULL")
                .query((row, n) -> new Standing(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        new ClusterId(row.getLong("cluster_id"))))
                .list();
        int made = 0;
        for (Standing one : all) {
            made += actors.member(one.person(), one.cluster())
                    .map(actor -> {
                        MaintenancePlan plan = read(actor, one.id());
                        boolean speaks = actor.maySpeakFor(
                                queries.get(actor, plan.means()).means().owner());
                        return speaks ? extend(actor, plan) : 0;
                    })
                    .orElse(0);
        }
        return made;
    }
}
