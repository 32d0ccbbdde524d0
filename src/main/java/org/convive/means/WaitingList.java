package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who waits for a slot that somebody else has. What becomes free is offered in the order in which people asked. */
@Service
public class WaitingList {
    private static final int MOST_A_PERSON = 100;

    private final JdbcClient jdbc;
    private final KnownMeans known;
    private final Admission admission;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final Clock clock;

    WaitingList(
            JdbcClient jdbc,
            KnownMeans known,
            Admission admission,
            BookingTransactions transactions,
            BookingRows rows,
            Clock clock) {
        this.jdbc = jdbc;
        this.known = known;
        this.admission = admission;
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Somebody's wish for a slot.
     *
     * @param before how many wait for an overlapping slot of the same means before this one
     * @param offer the booking that is held for the person, when the slot became free
     */
    public record Wish(
            long id,
            MeansId means,
            String meansName,
            Instant from,
            Instant to,
            int units,
            int before,
            @Nullable BookingId offer) {}

    /**
     * Waits for a slot. Asking twice changes nothing.
     *
     * @throws InvalidInput when a rule is broken, or the slot is free: then it can be booked
     */
    public void join(Actor actor, BookingRequest asked) {
        OrganisationId company = actor.requireOrganisation();
        BookingRequest request = BookingService.tidy(asked);
        Bookable means = known.read(actor.cluster(), request.means());
        // The terms are read and accepted when the offer comes.
        admission.require(actor, company, means, request.accepting(means.terms()));
        // Under the means' lock, so that what becomes free is either seen here or offered afterwards.
        transactions.run(
                () -> {
                    rows.lock(actor.cluster(), request.means());
                    requireSensible(actor, means, request);
                    write(actor, company, request);
                    return true;
                },
                done -> true);
    }

    private void requireSensible(Actor actor, Bookable means, BookingRequest request) {
        boolean isFree = rows.free(means.units(), means.rules().blocked(request.from(), request.to()))
                        .size()
                >= request.units();
        int mine = jdbc.sql(
                        "SELECT COUNT(*) FROM booking_wish WHERE person_id = ? AND state = 'WAITING' AND starts_at > ?")
                .params(actor.person().value(), Utc.column(clock.instant()))
                .query(Integer.class)
                .single();
        InvalidInput.check()
                .that(!isFree, "means", Message.of("means.error.is-free"))
                .that(mine < MOST_A_PERSON, "means", Message.of("means.error.too-many-wishes", MOST_A_PERSON))
                .orThrow();
    }

    private void write(Actor actor, OrganisationId company, BookingRequest request) {
        jdbc.sql("""
                        INSERT INTO booking_wish (cluster_id, means_id, person_id, organisation_id, starts_at, ends_at,
                                                  units, purpose, state, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)
                        ON DUPLICATE KEY UPDATE state = IF(state = 'OFFERED', state, 'WAITING'), units = VALUE(units)""")
                .param(actor.cluster().value())
                .param(request.means().value())
                .param(actor.person().value())
                .param(company.value())
                .param(Utc.column(request.from()))
                .param(Utc.column(request.to()))
                .param(request.units())
                .param(request.purpose())
                .param(Utc.column(clock.instant()))
                .update();
    }

    /** Waits no longer. */
    public void leave(Actor actor, long wish) {
        int left = jdbc.sql("""
                        UPDATE booking_wish SET state = 'OVER' WHERE id = ? AND cluster_id = ? AND person_id = ?
                        AND state = 'WAITING'""")
                .params(wish, actor.cluster().value(), actor.person().value())
                .update();
        if (left == 0) {
            throw new NotFoundException("wish");
        }
    }

    /** The actor's wishes ahead, soonest first, offers among them. */
    public List<Wish> mine(Actor actor) {
        return jdbc.sql("""
                        SELECT w.id, w.means_id, m.name, w.starts_at, w.ends_at, w.units, w.booking_id, w.state,
                               (SELECT COUNT(*) FROM booking_wish b
                                WHERE b.means_id = w.means_id AND b.state = 'WAITING' AND b.id < w.id
                                  AND b.starts_at < w.ends_at AND b.ends_at > w.starts_at) AS earlier
                        FROM booking_wish w JOIN means m ON m.id = w.means_id
                        WHERE w.person_id = ? AND w.cluster_id = ? AND w.state IN ('WAITING', 'OFFERED')
                          AND w.starts_at > ?
                        ORDER BY w.starts_at, w.id LIMIT 100""")
                .params(actor.person().value(), actor.cluster().value(), Utc.column(clock.instant()))
                .query((row, n) -> new Wish(
                        row.getLong("id"),
                        new MeansId(row.getLong("means_id")),
                        row.getString("name"),
                        Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                        Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                        row.getInt("units"),
                        row.getInt("earlier"),
                        row.getString("state").equals("OFFERED") ? new BookingId(row.getLong("booking_id")) : null))
                .list();
    }
}
