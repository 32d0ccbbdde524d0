package org.convive.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.NotFoundException;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ledger in the database: what was posted, who claimed it, what became of it. */
@Service
class Ledger implements Outbox, MailLedger {
    /** Longer than any conversation with the mail server may take. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** Letters with more recipients give way to those that one person waits for. */
    private static final int BULK = 20;

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JsonMapper json;
    private final Clock clock;
    private final MailProperties properties;
    private final ApplicationEventPublisher events;

    Ledger(
            JdbcClient jdbc,
            JdbcTemplate batch,
            JsonMapper json,
            Clock clock,
            MailProperties properties,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.clock = clock;
        this.properties = properties;
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
        addRecipients(id, letter.recipients());
        events.publishEvent(new LetterPosted(id));
        return id;
    }

    private void addRecipients(long letter, List<Letter.Recipient> recipients) {
        LocalDateTime now = now();
        boolean bulk = recipients.size() > BULK;
        String domain = properties.from().substring(properties.from().indexOf('@') + 1);
        List<Object[]> rows = recipients.stream()
                .map(recipient -> {
                    boolean valid = EmailAddress.isValid(recipient.address());
                    return new Object[] {
                        letter,
                        cut(recipient.address(), 254),
                        cut(recipient.name(), 300),
                        json.writeValueAsString(recipient.variables()),
                        bulk,
                        valid ? DeliveryState.QUEUED.name() : DeliveryState.FAILED.name(),
                        now,
                        "<" + UUID.randomUUID() + "@" + domain + ">",
                        valid ? "" : "not an e-mail address",
                        now
                    };
                })
                .toList();
        // A person named twice gets one message: the address is unique within a letter.
        batch.batchUpdate("""
                INSERT INTO mail_delivery (letter_id, address, name, variables, bulk, state, next_attempt_at, message_id,
                       error, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id""", rows);
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
                counts.getOrDefault("CLAIMED", 0),
                counts.getOrDefault("SENT", 0),
                counts.getOrDefault("FAILED", 0),
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
                        WHERE d.id = ? AND l.cluster_id = ? AND d.state IN ('UNCERTAIN', 'FAILED')""").params(now(), now(), delivery, cluster.value()).update();
        if (changed == 0) {
            throw new NotFoundException("delivery");
        }
        events.publishEvent(new LetterPosted(0));
    }

    @Override
    public List<Delivery> deliveries(ClusterId cluster, String subjectRef, int offset, int limit) {
        return jdbc.sql("""
                        SELECT d.id, d.address, d.name, d.state, d.attempts, d.error, d.changed_at
                        FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                        WHERE l.cluster_id = ? AND l.subject_ref = ?
                        ORDER BY FIELD(d.state, 'UNCERTAIN', 'FAILED', 'CLAIMED', 'QUEUED', 'SENT'), d.name, d.id
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

    /**
     * Takes the next message that is due and commits that it is ours, before a word is said to the mail server. Rows
     * that other workers hold are passed by.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
    public Optional<Claimed> claim(String node) {
        Optional<Long> next = jdbc.sql("""
                        SELECT id FROM mail_delivery WHERE state = 'QUEUED' AND next_attempt_at <= ?
                        ORDER BY bulk, next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""").param(now()).query(Long.class).optional();
        return next.map(id -> {
            String claim = UUID.randomUUID().toString();
            jdbc.sql("""
                            UPDATE mail_delivery SET state = 'CLAIMED', claim = ?, claimed_by = ?, lease_until = ?,
                                   attempts = attempts + 1, changed_at = ? WHERE id = ?""")
                    .params(claim, node, Utc.column(clock.instant().plus(LEASE)), now(), id)
                    .update();
            return read(id, claim);
        });
    }

    /** Writes down what became of a message; the claim proves that nobody put it back in the queue meanwhile. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
    public void settle(Claimed message, DeliveryState outcome, String error, @Nullable Instant again) {
        jdbc.sql("""
                        UPDATE mail_delivery SET state = ?, error = ?, next_attempt_at = COALESCE(?, next_attempt_at),
                               claim = NULL, claimed_by = NULL, lease_until = NULL, changed_at = ?
                        WHERE id = ? AND claim = ?""")
                .param(outcome.name())
                .param(cut(error, 500))
                .param(again == null ? null : Utc.column(again))
                .param(now())
                .param(message.id())
                .param(message.claim())
                .update();
    }

    /** At start: whatever this node had claimed in an earlier life has no outcome any more. */
    @Transactional
    public int abandon(String node) {
        return uncertain("claimed_by = ?", node);
    }

    /** Claims of nodes that never came back. */
    @Transactional
    public int abandonExpired() {
        return uncertain("lease_until < ?", now());
    }

    private int uncertain(String where, Object value) {
        return jdbc.sql("""
                        UPDATE mail_delivery SET state = 'UNCERTAIN', lease_until = NULL, changed_at = ?,
                               error = 'the node stopped between sending and hearing the answer'
                        WHERE state = 'CLAIMED' AND\s""" + where).params(now(), value).update();
    }

    /** Since when the oldest message that is due waits. */
    Optional<Instant> oldestDue() {
        return jdbc.sql(
                        "SELECT MIN(next_attempt_at) FROM mail_delivery WHERE state = 'QUEUED' AND next_attempt_at <= ?")
                .param(now())
                .query(LocalDateTime.class)
                .optional()
                .map(Utc::moment);
    }

    private Claimed read(long id, String claim) {
        return jdbc.sql("""
                        SELECT d.id, d.address, d.name, d.variables, d.attempts, d.message_id, l.from_name, l.reply_to,
                               l.subject, l.body_text, l.body_html, l.calendar_method, l.calendar, l.headers
                        FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id WHERE d.id = ?""").param(id).query((row, n) -> claimed(row, claim)).single();
    }

    private Claimed claimed(ResultSet row, String claim) throws SQLException {
        String method = row.getString("calendar_method");
        return new Claimed(
                row.getLong("id"),
                claim,
                row.getInt("attempts"),
                row.getString("message_id"),
                new Letter.Recipient(
                        row.getString("address"),
                        row.getString("name"),
                        json.readValue(row.getString("variables"), MAP)),
                row.getString("from_name"),
                row.getString("reply_to"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                method == null ? null : new Letter.CalendarPart(method, row.getString("calendar")),
                json.readValue(row.getString("headers"), MAP));
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        // Never between the two halves of a character.
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    /** A message that this process alone may send. */
    record Claimed(
            long id,
            String claim,
            int attempt,
            String messageId,
            Letter.Recipient recipient,
            String fromName,
            @Nullable String replyTo,
            String subject,
            String text,
            @Nullable String html,
            Letter.@Nullable CalendarPart calendar,
            Map<String, String> headers) {}

    /** There is something new in the queue. */
    record LetterPosted(long letter) {}
}
