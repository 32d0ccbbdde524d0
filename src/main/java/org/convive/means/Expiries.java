package org.convive.means;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convive.shared.ClusterId;
import org.convive.shared.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Lets holds, requests and proposals lapse that nobody confirmed or answered in time, on any number of nodes. */
@Service
public class Expiries {
    private static final Logger LOG = LoggerFactory.getLogger(Expiries.class);
    private static final int AT_ONCE = 200;
    private static final Set<BookingStatus> LAPSING =
            Set.of(BookingStatus.HELD, BookingStatus.PENDING, BookingStatus.PROPOSED);

    private final JdbcTemplate jdbc;
    private final BookingTransactions transactions;
    private final BookingRows rows;
    private final BookingEvents events;
    private final GivingBack giving;
    private final Offers offers;
    private final Clock clock;

    Expiries(
            JdbcTemplate jdbc,
            BookingTransactions transactions,
            BookingRows rows,
            BookingEvents events,
            GivingBack giving,
            Offers offers,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.events = events;
        this.giving = giving;
        this.offers = offers;
        this.clock = clock;
    }

    private record Due(BookingId booking, ClusterId cluster, MeansId means) {}

    /**
     * Frees what is over.
     *
     * @return how many bookings lapsed
     */
    public int run() {
        List<Due> due = jdbc.query(
                """
                SELECT id, cluster_id, means_id FROM booking
                WHERE expires_at <= ? ORDER BY expires_at LIMIT ?""",
                (row, n) -> new Due(
                        new BookingId(row.getLong("id")),
                        new ClusterId(row.getLong("cluster_id")),
                        new MeansId(row.getLong("means_id"))),
                Utc.column(clock.instant()),
                AT_ONCE);
        int lapsed = 0;
        for (Due one : due) {
            try {
                if (transactions.run(() -> lapse(one), Boolean::booleanValue)) {
                    lapsed++;
                }
            } catch (RuntimeException e) {
                LOG.warn("booking {} could not lapse, it will be tried again", one.booking(), e);
            }
        }
        return lapsed;
    }

    private boolean lapse(Due one) {
        rows.lock(one.cluster(), one.means());
        Instant now = clock.instant();
        Integer still = jdbc.queryForObject(
                "SELECT COUNT(*) FROM booking WHERE id = ? AND expires_at <= ?",
                Integer.class,
                one.booking().value(),
                Utc.column(now));
        if (still == null
                || still == 0
                || !rows.become(one.booking(), LAPSING, BookingStatus.EXPIRED, null, null, now)) {
            return false;
        }
        giving.free(one.booking());
        events.record(one.cluster(), one.means(), one.booking(), Deed.EXPIRED, null, "");
        offers.of(one.cluster(), one.means(), one.booking());
        return true;
    }
}
