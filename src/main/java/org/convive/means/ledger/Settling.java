package org.convive.means.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.MeansNotices;
import org.convive.means.telling.Crier;
import org.convive.means.use.UseService;
import org.convive.shared.ClusterId;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles uses that nobody settles by hand, and tells of the monthly statements. Any node may do it. */
@Component
public class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    /** So long the owner has to confirm, and the booker to give back. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final int ATTEMPTS = 10;
    private static final Duration BACK = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final UseService uses;
    private final Actors actors;
    private final Crier crier;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settling(
            JdbcClient jdbc,
            UseService uses,
            Actors actors,
            Crier crier,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.uses = uses;
        this.actors = actors;
        this.crier = crier;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Over(BookingId booking, PersonId person, ClusterId cluster, OrganisationId owner) {}

    /** @return how many uses were settled */
    public int settle() {
        int settled = 0;
        for (Over one : over()) {
            try {
                // Who booked may have left the cluster; the use is the owner's business then.
                boolean done = Stream.concat(Stream.of(one.person()), crier.voices(one.cluster(), one.owner()).stream())
                        .flatMap(person -> actors.member(person, one.cluster()).stream())
                        .findFirst()
                        .map(actor -> {
                            settle(actor, one.booking());
                            return true;
                        })
                        .orElse(false);
                settled += done ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.warn("booking {} could not be settled, it will be tried again", one.booking(), e);
            }
        }
        return settled;
    }

    private void settle(Actor actor, BookingId booking) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> uses.settle(actor, booking));
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Of the means that cost something: bookings that are over where nobody checks in, and, after some patience, those
     * that were taken and not given back or not confirmed.
     */
    private List<Over> over() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT b.id, b.person_id, b.cluster_id, m.organisation_id FROM tariff t
                        JOIN means m ON m.id = t.means_id
                        JOIN booking b ON b.means_id = t.means_id AND b.ends_at > :since AND b.ends_at <= :now
                        LEFT JOIN use_rule r ON r.means_id = b.means_id
                        LEFT JOIN booking_use u ON u.booking_id = b.id
                        WHERE t.version = 1 AND b.kind = 'BOOKING' AND b.status = 'CONFIRMED' AND u.settled_at IS NULL
                          AND (COALESCE(r.check_in, 0) = 0 OR b.ends_at <= :patience)
                        ORDER BY b.id LIMIT 500""")
                .param("since", Utc.column(now.minus(BACK)))
                .param("now", Utc.column(now))
                .param("patience", Utc.column(now.minus(PATIENCE)))
                .query((row, n) -> new Over(
                        new BookingId(row.getLong("id")),
                        new PersonId(row.getLong("person_id")),
                        new ClusterId(row.getLong("cluster_id")),
                        new OrganisationId(row.getLong("organisation_id"))))
                .list();
    }

    private record Due(ClusterId cluster, String slug, ZoneId zone, OrganisationId company) {}

    /** On the first days of a month: tells each company that gave or took something in the last one. @return how many */
    public int tellStatements() {
        Instant now = clock.instant();
        int told = 0;
        for (Due one : due(now)) {
            YearMonth last = YearMonth.from(now.atZone(one.zone())).minusMonths(1);
            LocalDateTime from =
                    Utc.column(last.atDay(1).atStartOfDay(one.zone()).toInstant());
            LocalDateTime to = Utc.column(
                    last.plusMonths(1).atDay(1).atStartOfDay(one.zone()).toInstant());
            boolean moved = jdbc.sql("SELECT EXISTS (SELECT 1 FROM ledger_posting WHERE organisation_id = ?"
                            + " AND posted_at >= ? AND posted_at < ?)")
                    .params(one.company().value(), from, to)
                    .query(Boolean.class)
                    .single();
            if (moved) {
                told++;
                crier.tell(
                        one.cluster(),
                        crier.voices(one.cluster(), one.company()),
                        null,
                        MeansNotices.STATEMENT,
                        Message.of("means.ledger.told.statement", last),
                        "c/" + one.slug() + "/give-and-take?month=" + last,
                        notice -> notice.about("statement:" + one.company() + ":" + last)
                                .once("statement:" + one.company() + ":" + last));
            }
        }
        return told;
    }

    private List<Due> due(Instant now) {
        return jdbc.sql("""
                        SELECT DISTINCT c.id, c.slug, c.time_zone, p.organisation_id FROM ledger_posting p
                        JOIN cluster c ON c.id = p.cluster_id WHERE p.posted_at > ?""")
                .param(Utc.column(now.minus(Duration.ofDays(40))))
                .query((row, n) -> new Due(
                        new ClusterId(row.getLong("id")),
                        row.getString("slug"),
                        ZoneId.of(row.getString("time_zone")),
                        new OrganisationId(row.getLong("organisation_id"))))
                .list();
    }
}
