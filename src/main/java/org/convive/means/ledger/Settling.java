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
    private static final int AT_ONCE = 500;

    /** No run settles more; the next one goes on. */
    private static final int MOST = 5_000;

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
        long last = 0;
        for (int seen = 0; seen < MOST; seen += AT_ONCE) {
            List<Over> some = over(last);
            settled += settle(some);
            if (some.size() < AT_ONCE) {
                break;
            }
            last = some.getLast().booking().value();
        }
        return settled;
    }

    private int settle(List<Over> some) {
        int settled = 0;
        for (Over one : some) {
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
     * Bookings that are over where nobody checks in, and, after some patience, those that were taken and not given back or
     * not confirmed; whether they cost something or not.
     */
    private List<Over> over(long after) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT b.id, b.person_id, b.cluster_id, m.organisation_id FROM means m
                        STRAIGHT_JOIN booking b FORCE INDEX (booking_means)
                          ON b.means_id = m.id AND b.ends_at > :since AND b.ends_at <= :now
                        LEFT JOIN use_rule r ON r.means_id = b.means_id
                        LEFT JOIN booking_use u ON u.booking_id = b.id
                        WHERE b.id > :after AND b.kind = 'BOOKING' AND b.status = 'CONFIRMED' AND u.settled_at IS NULL
                          AND (COALESCE(r.check_in, 0) = 0 OR b.ends_at <= :patience)
                        ORDER BY b.id LIMIT :most""")
                .param("after", after)
                .param("most", AT_ONCE)
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

    /**
     * Tells each company that gave or took something in the last month. Who was told of it, or whose company was, is not
     * told again.
     *
     * @return how many companies
     */
    public int tellStatements() {
        Instant now = clock.instant();
        int told = 0;
        for (Place one : places()) {
            YearMonth last = YearMonth.from(now.atZone(one.zone())).minusMonths(1);
            for (OrganisationId company : moved(one, last)) {
                told++;
                crier.tell(
                        one.cluster(),
                        crier.voices(one.cluster(), company),
                        null,
                        MeansNotices.STATEMENT,
                        Message.of("means.ledger.told.statement", last),
                        "c/" + one.slug() + "/give-and-take?month=" + last,
                        notice -> notice.about("statement:" + company + ":" + last)
                                .once("statement:" + company + ":" + last));
            }
        }
        return told;
    }

    private record Place(ClusterId cluster, String slug, ZoneId zone) {}

    private List<Place> places() {
        return jdbc.sql("SELECT id, slug, time_zone FROM cluster")
                .query((row, n) -> new Place(
                        new ClusterId(row.getLong("id")), row.getString("slug"), ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /** Whose account moved that month, and of whose people nobody was told yet. */
    private List<OrganisationId> moved(Place place, YearMonth month) {
        return jdbc.sql("""
                        SELECT p.organisation_id FROM (
                            SELECT DISTINCT organisation_id FROM ledger_posting
                            WHERE cluster_id = :cluster AND posted_at >= :from AND posted_at < :to) p
                        WHERE NOT EXISTS (SELECT 1 FROM membership s JOIN notice n ON n.person_id = s.person_id
                            AND n.once_key = CONVERT(CONCAT('statement:', p.organisation_id, ':', :month) USING ascii)
                            WHERE s.cluster_id = :cluster AND s.organisation_id = p.organisation_id)""")
                .param("cluster", place.cluster().value())
                .param("from", first(place, month))
                .param("to", first(place, month.plusMonths(1)))
                .param("month", month.toString())
                .query((row, n) -> new OrganisationId(row.getLong("organisation_id")))
                .list();
    }

    private static LocalDateTime first(Place place, YearMonth month) {
        return Utc.column(month.atDay(1).atStartOfDay(place.zone()).toInstant());
    }
}
