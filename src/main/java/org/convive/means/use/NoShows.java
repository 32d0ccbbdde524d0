package org.convive.means.use;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.means.BookingId;
import org.convive.means.Interventions;
import org.convive.means.MeansId;
import org.convive.shared.ClusterId;
import org.convive.shared.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives back what was booked and not taken in time; the deed of it is told like any other. Any node may do it: who is second finds nothing to do. */
@Component
public class NoShows {
    private static final Logger LOG = LoggerFactory.getLogger(NoShows.class);

    private final JdbcClient jdbc;
    private final Interventions interventions;
    private final Clock clock;

    NoShows(JdbcClient jdbc, Interventions interventions, Clock clock) {
        this.jdbc = jdbc;
        this.interventions = interventions;
        this.clock = clock;
    }

    private record Late(BookingId booking, ClusterId cluster, MeansId means, String meansName) {}

    /** @return how many slots were given back */
    public int release() {
        int released = 0;
        for (Late late : late()) {
            try {
                if (interventions.noShow(late.cluster(), late.means(), late.booking(), late.meansName())) {
                    released++;
                }
            } catch (RuntimeException e) {
                LOG.warn("booking {} could not be given back, it will be tried again", late.booking(), e);
            }
        }
        return released;
    }

    /** From the few means that ask for it, what has begun lately and still lasts: found by when it ends. */
    private List<Late> late() {
        LocalDateTime now = Utc.column(clock.instant());
        return jdbc.sql("""
                        SELECT b.id, b.cluster_id, m.id AS means_id, m.name
                        FROM use_rule r JOIN means m ON m.id = r.means_id
                        JOIN booking b ON b.means_id = m.id AND b.ends_at > :now
                             AND b.starts_at <= :now - INTERVAL r.no_show_minutes MINUTE
                        LEFT JOIN booking_use u ON u.booking_id = b.id
                        WHERE r.check_in = 1 AND r.no_show_minutes > 0 AND b.status = 'CONFIRMED' AND b.kind = 'BOOKING'
                          AND u.checked_in_at IS NULL AND u.no_show_at IS NULL
                        ORDER BY b.starts_at LIMIT 500""")
                .param("now", now)
                .query((row, n) -> new Late(
                        new BookingId(row.getLong("id")),
                        new ClusterId(row.getLong("cluster_id")),
                        new MeansId(row.getLong("means_id")),
                        row.getString("name")))
                .list();
    }
}
