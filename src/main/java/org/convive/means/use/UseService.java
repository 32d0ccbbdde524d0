package org.convive.means.use;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.Interventions;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansNotices;
import org.convive.means.MeansQueries;
import org.convive.means.telling.Crier;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.StaleEdit;
import org.convive.shared.TimeSlot;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking and giving back what was booked, with the word of both sides. */
@Service
public class UseService {
    /** So long before its start a booking may be taken. */
    public static final Duration EARLY = Duration.ofMinutes(15);

    private static final int ATTEMPTS = 10;

    private final UseRows rows;
    private final MeansQueries queries;
    private final Interventions interventions;
    private final AuditTrail audit;
    private final Crier crier;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UseService(
            UseRows rows,
            MeansQueries queries,
            Interventions interventions,
            AuditTrail audit,
            Crier crier,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.interventions = interventions;
        this.audit = audit;
        this.crier = crier;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a means is handed over. */
    public UseRules rules(Actor actor, MeansId means) {
        return rows.rules(queries.get(actor, means).means().id());
    }

    /**
     * Changes how a means is handed over; a deed of its owner.
     *
     * @throws StaleEdit when somebody else changed it since
     */
    public void change(Actor actor, MeansId id, UseRules rules) {
        Means means = queries.get(actor, id).means();
        actor.requireVoiceOf(means.owner());
        rules.require();
        inTransaction(status -> {
            if (!rows.write(id, rules)) {
                throw new StaleEdit("use rules");
            }
            audit.record(actor, "means.use-rules", "means:" + id, means.name());
        });
    }

    /**
     * A booking with what happened with it.
     *
     * @throws org.springframework.security.access.AccessDeniedException for who is neither of the booker's company, nor
     *     of the owner, nor an animator
     */
    public UsePage page(Actor actor, BookingId id) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(booking.mayKnow(actor), "only the booker's company, the owner and animators may know");
        return rows.page(booking, rows.rules(booking.means()));
    }

    /**
     * The booker takes it.
     *
     * @throws InvalidInput for the field {@code booking} when it is too early, over, cancelled or taken already,
     *     or its owner does not ask anybody to check in
     */
    public void checkIn(Actor actor, BookingId id, Reading reading) {
        BookingLine line = queries.booking(actor, id);
        UseRules rules = rows.rules(line.means());
        interventions.during(actor.cluster(), line.means(), () -> {
            boolean stands = rows.hold(id);
            UsePage page = rows.page(queries.booking(actor, id), rules);
            actor.require(page.isOfBooker(actor), "only the booker's company may take it");
            Instant now = clock.instant();
            InvalidInput.check()
                    .that(stands, "booking", Message.of("means.use.error.given-back"))
                    .that(rules.checkIn(), "booking", Message.of("means.use.error.no-check-in"))
                    .that(page.in() == null, "booking", Message.of("means.use.error.taken"))
                    .that(!now.isBefore(line.from().minus(EARLY)), "booking", Message.of("means.use.error.early"))
                    .that(now.isBefore(line.to()), "booking", Message.of("means.error.over"))
                    .orThrow();
            reading.require(rules, null);
            rows.checkIn(actor, line, reading.meter(), reading.note().strip(), now);
            rows.photos(id.value(), null, Stage.IN, actor, reading.photos());
            audit.record(actor, "booking.checked-in", "booking:" + id, line.meansName());
            tellOwner(actor, line, "means.use.told.in");
        });
    }

    /** Takes a check-in back that was a slip, as long as nothing followed. */
    public void undoCheckIn(Actor actor, BookingId id) {
        BookingLine line = queries.booking(actor, id);
        inTransaction(status -> {
            rows.hold(id);
            UsePage page = rows.page(line, rows.rules(line.means()));
            actor.require(page.isOfBooker(actor), "only the booker's company may take it back");
            if (page.in() != null && page.out() == null && page.given() == null) {
                rows.forget(id);
                audit.record(actor, "booking.check-in-undone", "booking:" + id, line.meansName());
            }
        });
    }

    /** The booker gives it back; what is left of the slot is free for others at once. */
    public void checkOut(Actor actor, BookingId id, Reading reading) {
        BookingLine line = queries.booking(actor, id);
        UseRules rules = rows.rules(line.means());
        Means means = queries.get(actor, line.means()).means();
        interventions.endEarly(actor, means, id, () -> {
            boolean stands = rows.hold(id);
            UsePage page = rows.page(line, rules);
            actor.require(page.isOfBooker(actor), "only the booker's company may give it back");
            InvalidInput.check()
                    .that(stands && page.in() != null, "booking", Message.of("means.use.error.not-taken"))
                    .that(page.out() == null, "booking", Message.of("means.use.error.returned"))
                    .orThrow();
            reading.require(rules, page.meterStart());
            Instant now = clock.instant();
            requireWhole(page, reading, now);
            rows.checkOut(
                    actor,
                    id,
                    reading.meter(),
                    used(page, reading, now),
                    reading.note().strip(),
                    now);
            rows.photos(id.value(), null, Stage.OUT, actor, reading.photos());
            audit.record(actor, "booking.checked-out", "booking:" + id, line.meansName());
            tellOwner(actor, line, "means.use.told.out");
            if (!rules.ownerConfirms()) {
                settle(actor, id);
            }
        });
    }

    /**
     * Where the owner does not confirm it, nobody says that they used it for less than they had it. What lies after the
     * end of the booking is left to them: they may have come back to this page late.
     */
    private static void requireWhole(UsePage page, Reading reading, Instant now) {
        Integer said = reading.usedMinutes();
        UsePage.Mark in = page.in();
        if (said == null || in == null || page.rules().ownerConfirms()) {
            return;
        }
        Instant end = page.booking().to();
        long least = Math.max(
                1, Duration.between(in.at(), now.isBefore(end) ? now : end).toMinutes());
        if (said < least) {
            throw new InvalidInput("usedMinutes", Message.of("means.use.error.used-less", least));
        }
    }

    private static int used(UsePage page, Reading reading, Instant now) {
        Integer said = reading.usedMinutes();
        UsePage.Mark in = page.in();
        return said != null || in == null
                ? said == null ? 0 : said
                : (int) Math.max(1, Duration.between(in.at(), now).toMinutes());
    }

    /** The owner confirms what the booker said. */
    public void confirm(Actor actor, BookingId id, Stage stage) {
        BookingLine line = queries.booking(actor, id);
        inTransaction(status -> {
            rows.hold(id);
            UsePage page = rows.page(line, rows.rules(line.means()));
            actor.require(page.isOfOwner(actor), "only the owner may confirm");
            if (!page.mayConfirm(actor, stage)) {
                return;
            }
            rows.confirm(actor, id, stage, clock.instant());
            audit.record(
                    actor,
                    stage == Stage.IN ? "booking.handover-confirmed" : "booking.return-confirmed",
                    "booking:" + id,
                    line.meansName());
            if (stage == Stage.OUT) {
                settle(actor, id);
            }
        });
    }

    /** Makes a use final; inside a transaction. Says nothing when it is final already. */
    public void settle(Actor actor, BookingId id) {
        BookingLine line = queries.booking(actor, id);
        UsePage page = rows.page(line, rows.rules(line.means()));
        Instant now = clock.instant();
        if (line.blackout() || !rows.settle(line, actor.cluster().value(), now)) {
            return;
        }
        Integer used = page.usedMinutes();
        BigDecimal start = page.meterStart();
        BigDecimal end = page.meterEnd();
        events.publishEvent(new UseSettled(
                actor.cluster(),
                id,
                line.means(),
                line.owner(),
                line.organisation(),
                new TimeSlot(line.from(), line.to()),
                line.units(),
                used == null ? (int) Duration.between(line.from(), line.to()).toMinutes() : used,
                start == null || end == null ? null : end.subtract(start),
                now));
    }

    /** Two who write between the same companies at once may be told to try again. */
    private void inTransaction(Consumer<TransactionStatus> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(work);
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void tellOwner(Actor actor, BookingLine line, String key) {
        if (!line.owner().equals(line.organisation())) {
            crier.tell(
                    actor.cluster(),
                    Set.copyOf(crier.voices(actor.cluster(), line.owner())),
                    actor.person(),
                    MeansNotices.HANDOVER,
                    Message.of(key, line.organisationName(), line.meansName()),
                    "c/" + actor.slug() + "/bookings/" + line.id(),
                    notice -> notice.about("booking:" + line.id()));
        }
    }
}
