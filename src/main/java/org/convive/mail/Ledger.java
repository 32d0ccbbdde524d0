package org.convive.mail;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.NotFoundException;
import org.convive.shared.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The ledger in the database: what was posted, and what became of it. {@link Claims} hands its rows to nodes. */
@Service
class Ledger implements Outbox, MailLedger {
    /** Letters with more recipients give way to those that one person waits for. */
    private static final int BULK = 20;

    private static final int ROWS_A_STATEMENT = 200;
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,60}");

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JsonMapper json;
    private final Clock clock;
    private final MailProperties properties;
    private final Suppressions suppressions;
    private final ApplicationEventPublisher events;

    Ledger(
            JdbcClient jdbc,
            JdbcTemplate batch,
            JsonMapper json,
            Clock clock,
            MailProperties properties,
            Suppressions suppressions,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.clock = clock;
        this.properties = properties;
        this.suppressions = suppressions;
        this.events = events;
    }

    @Override
    @Transactional
    public long post(Letter letter) {
        letter.headers().keySet().forEach(name -> {
            if (!HEADER_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("no name of a mail header: " + name);
            }
        });
        var key = new GeneratedKeyHolder();
        Letter.CalendarPart calendar = letter.calendar();
        jdbc.sql("""
                        INSERT INTO mail_letter (cluster_id, kind, subject_ref, from_name, reply_to, subject, body_text,
                               body_html, calendar_method, calendar, headers, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(letter.cluster() == null ? null : letter.cluster().value())
                .param(letter.kind())
                .param(letter.subjectRef())
                .param(cut(letter.fromName(), 300))
                .param(letter.replyTo())
                .param(cut(letter.subject(), 500))
                .param(letter.text())
                .param(letter.html())
                .param(calendar == null ? null : calendar.method())
                .param(calendar == null ? null : calendar.content())
                .param(json.writeValueAsString(letter.headers()))
                .param(now())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        addRecipients(id, letter);
        events.publishEvent(new LetterPosted(id));
        return id;
    }

    private void addRecipients(long id, Letter letter) {
        LocalDateTime now = now();
        boolean bulk = letter.recipients().size() > BULK;
        boolean list = letter.headers().containsKey("List-Unsubscribe");
        String domain = properties.from().substring(properties.from().indexOf('@') + 1);
        for (int from = 0; from < letter.recipients().size(); from += ROWS_A_STATEMENT) {
            List<Letter.Recipient> some = letter.recipients()
                    .subList(
                            from,
                            Math.min(
                                    from + ROWS_A_STATEMENT, letter.recipients().size()));
            Map<String, Suppressions.Entry> suppressed = list
                    ? suppressions.among(
                            some.stream().map(Letter.Recipient::address).toList())
                    : Map.of();
            List<Object> values = new ArrayList<>();
            for (Letter.Recipient recipient : some) {
                String trouble = trouble(recipient, suppressed);
                values.add(id);
                values.add(cut(recipient.address(), 254));
                values.add(cut(recipient.name(), 300));
                values.add(json.writeValueAsString(recipient.variables()));
                values.add(bulk);
                values.add((trouble.isEmpty() ? DeliveryState.QUEUED : DeliveryState.FAILED).name());
                values.add(now);
                values.add("<" + UUID.randomUUID() + "@" + domain + ">");
                values.add(trouble);
                values.add(now);
            }
            // A person named twice gets one message: the address is unique within a letter.
            batch.update(
                    """
                    INSERT INTO mail_delivery (letter_id, address, name, variables, bulk, state, next_attempt_at, message_id,
                           error, changed_at) VALUES\s""" + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?), ".repeat(some.size() - 1)
                            + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id",
                    values.toArray());
        }
    }

    private static String trouble(Letter.Recipient recipient, Map<String, Suppressions.Entry> suppressed) {
        if (!EmailAddress.isValid(recipient.address())) {
            return "not an e-mail address";
        }
        Suppressions.Entry entry = suppressed.get(recipient.address().toLowerCase(Locale.ROOT));
        return entry == null ? "" : cut("suppressed: " + entry.detail(), 500);
    }

    @Override
    public Progress progress(long letter) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT state, COUNT(*) AS n FROM mail_delivery WHERE letter_id = ? GROUP BY state")
                .param(letter)
                .query(row -> {
                    counts.put(row.getString("state"), row.getInt("n"));
                });
        return new Progress(
                counts.getOrDefault("QUEUED", 0),
                counts.getOrDefault("PAUSED", 0),
                counts.getOrDefault("CLAIMED", 0),
                counts.getOrDefault("SENT", 0),
                counts.getOrDefault("FAILED", 0),
                counts.getOrDefault("BOUNCED", 0),
                counts.getOrDefault("UNCERTAIN", 0));
    }

    @Override
    @Transactional
    public void resend(ClusterId cluster, long delivery) {
        int changed =
                jdbc.sql("""
                        UPDATE mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                        SET d.state = 'QUEUED', d.attempts = 0, d.next_attempt_at = ?, d.claim = NULL,
                            d.claimed_by = NULL, d.lease_until = NULL, d.error = '', d.changed_at = ?
                        WHERE d.id = ? AND l.cluster_id = ? AND d.state IN ('UNCERTAIN', 'FAILED', 'BOUNCED')""").params(now(), now(), delivery, cluster.value()).update();
        if (changed == 0) {
            throw new NotFoundException("delivery");
        }
        // What comes back from now on is about the new attempt.
        jdbc.sql("DELETE FROM mail_bounce WHERE delivery_id = ?")
                .param(delivery)
                .update();
        events.publishEvent(new LetterPosted(0));
    }

    @Override
    @Transactional
    public void pause(ClusterId cluster, long letter) {
        hold(cluster, letter, true);
        jdbc.sql("UPDATE mail_delivery SET state = 'PAUSED', changed_at = ? WHERE letter_id = ? AND state = 'QUEUED'")
                .params(now(), letter)
                .update();
    }

    @Override
    @Transactional
    public void letGo(ClusterId cluster, long letter) {
        hold(cluster, letter, false);
        jdbc.sql("UPDATE mail_delivery SET state = 'QUEUED', changed_at = ? WHERE letter_id = ? AND state = 'PAUSED'")
                .params(now(), letter)
                .update();
        events.publishEvent(new LetterPosted(letter));
    }

    private void hold(ClusterId cluster, long letter, boolean paused) {
        int ours = jdbc.sql("UPDATE mail_letter SET paused = ? WHERE id = ? AND cluster_id = ?")
                .params(paused, letter, cluster.value())
                .update();
        // The driver counts rows that were found, so saying it twice is no mistake.
        if (ours == 0) {
            throw new NotFoundException("letter");
        }
    }

    @Override
    public List<Delivery> deliveries(ClusterId cluster, String subjectRef, int offset, int limit) {
        return jdbc.sql("""
                        SELECT d.id, d.address, d.name, d.state, d.attempts, d.error, d.changed_at
                        FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                        WHERE l.cluster_id = ? AND l.subject_ref = ?
                        ORDER BY FIELD(d.state, 'UNCERTAIN', 'FAILED', 'BOUNCED', 'CLAIMED', 'QUEUED', 'PAUSED', 'SENT'), d.name, d.id
                        LIMIT ? OFFSET ?""")
                .params(cluster.value(), subjectRef, limit, offset)
                .query((row, n) -> new Delivery(
                        row.getLong("id"),
                        row.getString("address"),
                        row.getString("name"),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("error"),
                        Utc.moment(row.getObject("changed_at", LocalDateTime.class))))
                .list();
    }

    @Override
    public boolean holds(ClusterId cluster, String subjectRef, long delivery) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                                       WHERE d.id = ? AND l.cluster_id = ? AND l.subject_ref = ?)""")
                .params(delivery, cluster.value(), subjectRef)
                .query(Boolean.class)
                .single();
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }

    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        // Never between the two halves of a character.
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    /** There is something new in the queue. */
    record LetterPosted(long letter) {}
}
