package org.convive.calendar.busy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.convive.calendar.reading.UnreadableCalendar;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.convive.shared.web.PublicAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a person is busy elsewhere, from calendars they gave: for polls and bookings, shown to nobody but them. Only times
 * are kept, no titles.
 */
@Service
public class BusyTimes {
    private static final Duration LOOKS_BACK = Duration.ofDays(1);
    private static final Duration LOOKS_AHEAD = Duration.ofDays(400);
    private static final Duration AGAIN = Duration.ofHours(2);
    private static final int MOST_CALENDARS = 10;
    private static final int MOST_TIMES = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SafeFetch fetch;

    /** @param internal whether links may lead to machines that are not public: for a portal in a closed network */
    BusyTimes(
            JdbcClient jdbc,
            JdbcTemplate batch,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${convive.calendar.fetch-internal:false}") boolean internal) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transaction = transaction;
        this.clock = clock;
        Predicate<InetAddress> allowed = internal ? address -> true : PublicAddresses::isPublic;
        this.fetch = new SafeFetch(allowed);
    }

    /**
     * Reads a calendar from a link, for a preview. Takes seconds: not under the lock of a page.
     *
     * @throws InvalidInput for the field {@code link}
     */
    public byte[] read(String link) {
        return Objects.requireNonNull(fetch.fetch(SafeFetch.address(link), "")).content();
    }

    /**
     * Keeps the times of a calendar.
     *
     * @param link to read it again from time to time; null for a file
     * @throws InvalidInput for {@code name}, or when there are too many
     */
    public long keep(PersonId person, String name, @Nullable String link, ImportPreview preview) {
        InvalidInput.check()
                .required(name, 200, "name")
                .that(
                        of(person).size() < MOST_CALENDARS,
                        "name",
                        Message.of("calendar.busy.error.too-many", MOST_CALENDARS))
                .orThrow();
        LocalDateTime now = Utc.column(now());
        return Objects.requireNonNull(transaction.execute(status -> {
            var key = new GeneratedKeyHolder();
            jdbc.sql("""
                            INSERT INTO calendar_busy_source (person_id, name, link, zone, read_at, next_at)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .param(person.value())
                    .param(name.strip())
                    .param(link == null ? null : SafeFetch.address(link).toString())
                    .param(preview.home().getId())
                    .param(now)
                    .param(link == null ? null : Utc.column(now().plus(AGAIN)))
                    .update(key, "id");
            long id = Objects.requireNonNull(key.getKey()).longValue();
            write(id, preview);
            return id;
        }));
    }

    private void write(long source, ImportPreview preview) {
        Instant from = now().minus(LOOKS_BACK);
        Instant to = now().plus(LOOKS_AHEAD);
        List<TimeSlot> slots = new ArrayList<>();
        for (ImportedEvent event : preview.events()) {
            if (event.busy() && slots.size() < MOST_TIMES) {
                slots.addAll(slots(event, from, to, MOST_TIMES - slots.size()));
            }
        }
        jdbc.sql("DELETE FROM calendar_busy WHERE source_id = ?").param(source).update();
        batch.batchUpdate(
                "INSERT INTO calendar_busy (source_id, starts, ends) VALUES (?, ?, ?)",
                slots.stream()
                        .map(slot -> new Object[] {source, Utc.column(slot.from()), Utc.column(slot.to())})
                        .toList());
    }

    private static List<TimeSlot> slots(ImportedEvent event, Instant from, Instant to, int most) {
        if (event.recurrence() == null) {
            return event.from().isBefore(to) ? List.of(new TimeSlot(event.from(), event.to())) : List.of();
        }
        return event.recurrence().slots(Duration.between(event.from(), event.to()), from, to, most);
    }

    /** The calendars that a person gave. */
    public List<BusyCalendar> of(PersonId person) {
        return jdbc.sql("""
                        SELECT s.*, (SELECT COUNT(*) FROM calendar_busy b WHERE b.source_id = s.id) AS times
                        FROM calendar_busy_source s WHERE s.person_id = ? ORDER BY s.id""")
                .param(person.value())
                .query((row, n) -> new BusyCalendar(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("link"),
                        row.getInt("times"),
                        Utc.moment(row.getObject("read_at", LocalDateTime.class)),
                        row.getString("trouble")))
                .list();
    }

    /** Forgets a calendar and its times. */
    public void forget(PersonId person, long id) {
        jdbc.sql("DELETE FROM calendar_busy_source WHERE id = ? AND person_id = ?")
                .params(id, person.value())
                .update();
    }

    /** When the person is busy elsewhere between two moments, in order. For their own eyes only. */
    public List<TimeSlot> between(PersonId person, Instant from, Instant to) {
        return jdbc.sql("""
                        SELECT b.starts, b.ends FROM calendar_busy_source s JOIN calendar_busy b ON b.source_id = s.id
                        WHERE s.person_id = ? AND b.ends > ? AND b.starts < ? ORDER BY b.starts LIMIT 2000""")
                .params(person.value(), Utc.column(from), Utc.column(to))
                .query((row, n) -> new TimeSlot(
                        Utc.moment(row.getObject("starts", LocalDateTime.class)),
                        Utc.moment(row.getObject("ends", LocalDateTime.class))))
                .list();
    }

    /**
     * Reads one calendar that is due again.
     *
     * @return whether there was one
     */
    boolean readNext() {
        Optional<Due> due = claim();
        due.ifPresent(source -> {
            String trouble = "";
            try {
                SafeFetch.Fetched fetched = fetch.fetch(URI.create(source.link()), source.etag());
                if (fetched != null) {
                    ImportPreview preview = ImportPreview.of(fetched.content(), source.home(), clock);
                    transaction.executeWithoutResult(status -> {
                        write(source.id(), preview);
                        jdbc.sql("UPDATE calendar_busy_source SET etag = ? WHERE id = ?")
                                .params(fetched.etag().length() > 200 ? "" : fetched.etag(), source.id())
                                .update();
                    });
                }
            } catch (InvalidInput e) {
                trouble = e.fields().values().iterator().next().key();
            } catch (UnreadableCalendar e) {
                trouble = e.reason().key();
            }
            jdbc.sql("UPDATE calendar_busy_source SET trouble = ?, read_at = IF(? = '', ?, read_at) WHERE id = ?")
                    .params(trouble, trouble, Utc.column(now()), source.id())
                    .update();
        });
        return due.isPresent();
    }

    /** Takes the next one for this node; the next reading is set before this one begins, so that a bad one waits too. */
    private Optional<Due> claim() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Due> next = jdbc.sql("""
                            SELECT id, link, etag, zone FROM calendar_busy_source
                            WHERE next_at <= ? ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                    .param(Utc.column(now()))
                    .query((row, n) -> new Due(
                            row.getLong("id"),
                            row.getString("link"),
                            row.getString("etag"),
                            ZoneId.of(row.getString("zone"))))
                    .optional();
            next.ifPresent(source -> jdbc.sql("UPDATE calendar_busy_source SET next_at = ? WHERE id = ?")
                    .params(Utc.column(now().plus(AGAIN)), source.id())
                    .update());
            return next;
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Due(long id, String link, String etag, ZoneId home) {}
}
