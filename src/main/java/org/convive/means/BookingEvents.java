package org.convive.means;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what happens to bookings, and tells those who listen, in order of what happened. */
@Service
public class BookingEvents {
    private static final Logger LOG = LoggerFactory.getLogger(BookingEvents.class);
    private static final int AT_ONCE = 200;

    /** Over about an hour and a half. */
    static final int TRIES = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<BookingListener> listeners;
    private final MeansQueries queries;
    private final MeterRegistry meters;
    private final Clock clock;

    BookingEvents(
            JdbcClient jdbc,
            PlatformTransactionManager manager,
            ObjectProvider<BookingListener> listeners,
            MeansQueries queries,
            MeterRegistry meters,
            Clock clock) {
        this.queries = queries;
        this.meters = meters;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.listeners = listeners;
        this.clock = clock;
    }

    /** In the transaction of the deed. */
    void record(ClusterId cluster, MeansId means, BookingId booking, Deed deed, @Nullable PersonId by, String detail) {
        jdbc.sql("""
                        INSERT INTO booking_event (cluster_id, booking_id, means_id, deed, person_id, at, detail)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(cluster.value())
                .param(booking.value())
                .param(means.value())
                .param(deed.name())
                .param(by == null ? null : by.value())
                .param(Utc.column(clock.instant()))
                .param(detail.length() > 500 ? detail.substring(0, 500) : detail)
                .update();
    }

    /**
     * Tells the listeners what they were not told yet. Any number of nodes may do this at once: a row that one of them
     * has in hand is passed over by the others, and so is what happened to the same booking afterwards. What cannot be told
     * is tried again later and later, and holds up nothing but its own booking; after {@value #TRIES} times it is set
     * aside, which the log, the counter {@code convive.means.deeds.set.aside} and the listeners tell.
     *
     * @return how many deeds were told
     */
    public int tell() {
        LocalDateTime now = Utc.column(clock.instant());
        List<Long> untold = jdbc.sql("""
                        SELECT e.id FROM booking_event e
                        WHERE e.told = 0 AND (e.try_after IS NULL OR e.try_after <= :now) AND NOT EXISTS (
                            SELECT 1 FROM booking_event o WHERE o.booking_id = e.booking_id AND o.id < e.id
                            AND o.told = 0 AND o.try_after > :now)
                        ORDER BY e.id LIMIT :most""")
                .param("now", now)
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
        int told = 0;
        for (long id : untold) {
            try {
                if (Boolean.TRUE.equals(transaction.execute(status -> tell(id)))) {
                    told++;
                }
            } catch (RuntimeException e) {
                later(id, e);
            }
        }
        return told;
    }

    private boolean tell(long id) {
        List<BookingDeed> deed =
                jdbc.sql("""
                        SELECT id, cluster_id, booking_id, means_id, deed, person_id, at, detail FROM booking_event
                        WHERE id = ? AND told = 0 FOR UPDATE SKIP LOCKED""").param(id).query(BookingEvents::deed).list();
        if (deed.isEmpty() || isPreceded(deed.getFirst())) {
            return false;
        }
        listeners.orderedStream().forEach(listener -> listener.after(deed.getFirst()));
        jdbc.sql("UPDATE booking_event SET told = 1 WHERE id = ?").param(id).update();
        return true;
    }

    /** Whether something that happened to the booking before is not told yet: another node has it in hand, or it failed. */
    private boolean isPreceded(BookingDeed deed) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM booking_event WHERE booking_id = ? AND id < ? AND told = 0)")
                .params(deed.booking().value(), deed.id())
                .query(Boolean.class)
                .single();
    }

    /** After 10 s, 20 s, 40 s and so on; the last time, it is set aside. */
    private void later(long id, RuntimeException why) {
        LocalDateTime now = Utc.column(clock.instant());
        jdbc.sql("UPDATE booking_event SET try_after = ? + INTERVAL (10 << LEAST(tries, 9)) SECOND,"
                        + " tries = LEAST(tries + 1, 100) WHERE id = ? AND told = 0")
                .params(now, id)
                .update();
        boolean aside = false;
        try {
            // Whoever sets it aside says so in the same transaction, or tries both again.
            aside = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean mine = isSetAside(id, now, TRIES);
                if (mine) {
                    sayAside(id);
                }
                return mine;
            }));
        } catch (RuntimeException e) {
            LOG.error("nobody could be told that deed {} is set aside", id, e);
            aside = isSetAside(id, now, 2 * TRIES);
        }
        if (aside) {
            LOG.error("deed {} could not be told and is set aside", id, why);
            meters.counter("convive.means.deeds.set.aside").increment();
        } else {
            LOG.warn("deed {} could not be told, it will be again", id, why);
        }
    }

    private boolean isSetAside(long id, LocalDateTime now, int after) {
        return jdbc.sql("UPDATE booking_event SET told = 1, set_aside_at = ? WHERE id = ? AND told = 0 AND tries >= ?")
                        .params(now, id, after)
                        .update()
                == 1;
    }

    private void sayAside(long id) {
        BookingDeed deed = jdbc.sql("SELECT id, cluster_id, booking_id, means_id, deed, person_id, at, detail"
                        + " FROM booking_event WHERE id = ?")
                .param(id)
                .query(BookingEvents::deed)
                .single();
        listeners.orderedStream().forEach(listener -> listener.setAside(deed));
    }

    /** What happened to a booking, in order; for the booker, their company, the owner and the animators. */
    public List<Told> of(Actor actor, BookingId booking) {
        BookingLine line = queries.booking(actor, booking);
        if (!line.mayChange(actor) && !line.isOf(actor)) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT e.id, e.cluster_id, e.booking_id, e.means_id, e.deed, e.person_id, e.at, e.detail, p.name
                        FROM booking_event e LEFT JOIN person p ON p.id = e.person_id
                        WHERE e.booking_id = ? AND e.cluster_id = ? ORDER BY e.id LIMIT 200""")
                .params(booking.value(), actor.cluster().value())
                .query((row, n) -> new Told(deed(row, n), row.getString("name")))
                .list();
    }

    private static BookingDeed deed(ResultSet row, int number) throws SQLException {
        long person = row.getLong("person_id");
        return new BookingDeed(
                row.getLong("id"),
                new ClusterId(row.getLong("cluster_id")),
                new BookingId(row.getLong("booking_id")),
                new MeansId(row.getLong("means_id")),
                Deed.valueOf(row.getString("deed")),
                person == 0 ? null : new PersonId(person),
                Utc.moment(row.getObject("at", LocalDateTime.class)),
                row.getString("detail"));
    }

    /** A deed and the name of who did it. */
    public record Told(BookingDeed deed, @Nullable String name) {}
}
