package org.convive.means.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Maintenance plans: each time that can be had is a blackout of the booking protocol, made a year ahead and further as
 * time goes by. A time at which somebody has a unit is shown as taken, never taken away.
 */
@Service
public class MaintenanceService {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceService.class);
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MOST = 120;

    private final MaintenanceRows rows;
    private final MeansQueries queries;
    private final BookingService bookings;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    MaintenanceService(
            MaintenanceRows rows,
            MeansQueries queries,
            BookingService bookings,
            Actors actors,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
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
        return plan(actor, id, unit, title, start, length, rule, null);
    }

    /** @param key the same for every repetition of one request; null when the caller cannot repeat */
    public long plan(
            Actor actor,
            MeansId id,
            @Nullable Long unit,
            String title,
            LocalDateTime start,
            Duration length,
            RepeatRule rule,
            @Nullable String key) {
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
        Optional<Long> earlier = rows.earlier(actor.person(), id, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Optional<Long> made = rows.insert(
                actor,
                new MaintenanceRows.New(id, unit, title.strip(), recurrence, Math.toIntExact(length.toMinutes()), key),
                clock.instant());
        if (made.isEmpty()) {
            return rows.earlier(actor.person(), id, key).orElseThrow(() -> new NotFoundException("maintenance plan"));
        }
        long plan = made.get();
        audit.record(actor, "maintenance.planned", "means:" + id, title);
        extend(actor, plan(actor, plan));
        return plan;
    }

    /** The plans of a means that go on, with what is ahead. */
    public List<MaintenancePlan> of(Actor actor, MeansId means) {
        return rows.of(actor.cluster(), means, clock.instant());
    }

    /** @throws NotFoundException when there is none with this number in the actor's cluster */
    public MaintenancePlan plan(Actor actor, long plan) {
        return rows.find(actor.cluster(), plan, clock.instant())
                .orElseThrow(() -> new NotFoundException("maintenance plan"));
    }

    /** Makes the times of a plan that are not there yet, a year ahead. */
    private int extend(Actor actor, MaintenancePlan plan) {
        Instant now = clock.instant();
        Set<Instant> known =
                plan.next().stream().map(time -> time.slot().from()).collect(Collectors.toSet());
        int made = 0;
        for (TimeSlot slot : plan.recurrence().slots(Duration.ofMinutes(plan.minutes()), now, now.plus(AHEAD), MOST)) {
            if (slot.from().isAfter(now) && !known.contains(slot.from())) {
                boolean unused = block(actor, plan, slot, false);
                made++;
            }
        }
        return made;
    }

    /** The blackout and what is known of it are written together, or neither is. */
    private boolean block(Actor actor, MaintenancePlan plan, TimeSlot slot, boolean again) {
        try {
            BookingId unused = bookings.blackout(
                    actor, plan.means(), plan.unit(), slot.from(), slot.to(), plan.title(), null, made -> {
                        if (!rows.block(plan.id(), slot.from(), made, again)) {
                            throw new Settled();
                        }
                    });
            return true;
        } catch (JustTaken e) {
            rows.taken(plan.id(), slot.from());
        } catch (Settled e) {
            // Somebody was quicker with this time, or stopped the plan.
        }
        return rows.isBlocked(plan.id(), slot.from());
    }

    /** A time needs no blackout any more. */
    private static final class Settled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Tries a time again that was taken or left out.
     *
     * @return false when somebody still has a unit then
     */
    public boolean retry(Actor actor, long id, Instant from) {
        MaintenancePlan plan = requireVoice(actor, id);
        Occurrence time = time(plan, from);
        return time.state() == State.BLOCKED || block(actor, plan, time.slot(), true);
    }

    /** Leaves one time out; its units are free again. */
    public void skip(Actor actor, long id, Instant from) {
        MaintenancePlan plan = requireVoice(actor, id);
        Instant start = time(plan, from).slot().from();
        bookings.giveBack(actor, plan.means(), () -> {
            List<BookingId> stood = rows.skip(id, start);
            audit.record(actor, "maintenance.skipped", "means:" + plan.means(), plan.title());
            return stood;
        });
    }

    /** Stops a plan: what is ahead of it is free again. */
    public void stop(Actor actor, long id) {
        MaintenancePlan plan = requireVoice(actor, id);
        bookings.giveBack(actor, plan.means(), () -> {
            Instant now = clock.instant();
            rows.end(id, now);
            audit.record(actor, "maintenance.stopped", "means:" + plan.means(), plan.title());
            return rows.ahead(id, now);
        });
    }

    private MaintenancePlan requireVoice(Actor actor, long id) {
        MaintenancePlan plan = plan(actor, id);
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
        int made = 0;
        for (MaintenanceRows.Standing one : rows.standing()) {
            try {
                made += actors.member(one.person(), one.cluster())
                        .map(actor -> carryOn(actor, one.id()))
                        .orElse(0);
            } catch (RuntimeException e) {
                LOG.warn("maintenance plan {} could not be carried on, it will be tried again", one.id(), e);
            }
        }
        return made;
    }

    private int carryOn(Actor actor, long id) {
        MaintenancePlan plan = plan(actor, id);
        boolean speaks =
                actor.maySpeakFor(queries.get(actor, plan.means()).means().owner());
        return speaks ? extend(actor, plan) : 0;
    }
}
