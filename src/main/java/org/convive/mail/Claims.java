package org.convive.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the rows of the ledger to the nodes that send. A claim is committed before a word is said to the mail server; any
 * number of nodes and lines claim side by side, since rows that others hold are passed by (SKIP LOCKED).
 */
@Component
class Claims {
    /** Longer than any conversation with the mail server may take. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final LetterShelf letters;
    private final TransactionTemplate transaction;

    Claims(JdbcClient jdbc, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.letters = new LetterShelf(jdbc, json);
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** The next message that is due, for this node. */
    Optional<Claimed> claim(String node) {
        return exchange(node, List.of(), 1, Throttle.NONE).stream().findFirst();
    }

    /** Writes down what became of one message. */
    void settle(Claimed message, DeliveryState outcome, String error, @Nullable Instant again) {
        exchange("", List.of(new Settled(message, outcome, error, again)), 0, Throttle.NONE);
    }

    /**
     * In one transaction: writes down what became of messages, and claims the next ones.
     *
     * @param done each with its claim, which proves that nobody put it back in the queue meanwhile; telling it twice
     *     changes nothing. An answer that is heard late settles what became uncertain, but never sends it again
     * @param wanted at most so many new ones; 0 for none
     */
    List<Claimed> exchange(String node, List<Settled> done, int wanted, Throttle throttle) {
        return Objects.requireNonNull(transaction.execute(status -> {
            settle(done);
            return wanted == 0 ? List.<Claimed>of() : claim(node, wanted, throttle);
        }));
    }

    private void settle(List<Settled> done) {
        LocalDateTime now = now();
        List<Settled> others = new ArrayList<>();
        List<Long> sent = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (Settled one : done) {
            if (one.outcome() == DeliveryState.SENT) {
                sent.add(one.message().id());
                claims.add(one.message().claim());
            } else {
                others.add(one);
            }
        }
        // In one order on all nodes, so that they do not wait for each other in a circle.
        others.stream()
                .sorted((a, b) -> Long.compare(a.message().id(), b.message().id()))
                .forEach(one -> settle(one, now));
        if (!sent.isEmpty()) {
            jdbc.sql("""
                            UPDATE mail_delivery SET state = 'SENT', error = '', claim = NULL, claimed_by = NULL,
                                   lease_until = NULL, changed_at = :now
                            WHERE id IN (:ids) AND claim IN (:claims) AND state IN ('CLAIMED', 'UNCERTAIN')""")
                    .param("now", now)
                    .param("ids", sent)
                    .param("claims", claims.stream().distinct().toList())
                    .update();
        }
    }

    private void settle(Settled one, LocalDateTime now) {
        DeliveryState state = one.outcome();
        if (state == DeliveryState.QUEUED && isPaused(one.message().letter())) {
            state = DeliveryState.PAUSED;
        }
        jdbc.sql("""
                        UPDATE mail_delivery SET state = ?, error = ?, next_attempt_at = COALESCE(?, next_attempt_at),
                               claim = NULL, claimed_by = NULL, lease_until = NULL, changed_at = ?
                        WHERE id = ? AND claim = ? AND state IN (?, 'CLAIMED')""")
                .param(state.name())
                .param(Ledger.cut(one.error(), 500))
                .param(one.again() == null ? null : Utc.column(one.again()))
                .param(now)
                .param(one.message().id())
                .param(one.message().claim())
                .param(state == one.outcome() && state != DeliveryState.QUEUED ? "UNCERTAIN" : "CLAIMED")
                .update();
    }

    /** Locked until we have written, so that a pause in the same moment finds our row, or we find the pause. */
    private boolean isPaused(long letter) {
        return jdbc.sql("SELECT paused FROM mail_letter WHERE id = ? LOCK IN SHARE MODE")
                .param(letter)
                .query(Boolean.class)
                .single();
    }

    private List<Claimed> claim(String node, int wanted, Throttle throttle) {
        Collection<String> busy = throttle.busy();
        var select = jdbc.sql("""
                        SELECT id, letter_id, address, name, variables, attempts, message_id FROM mail_delivery
                        WHERE state = 'QUEUED' AND next_attempt_at <= :now %s
                        ORDER BY bulk, next_attempt_at, id LIMIT :wanted FOR UPDATE SKIP LOCKED""".formatted(busy.isEmpty() ? "" : "AND domain NOT IN (:busy)"))
                .param("now", now())
                .param("wanted", wanted);
        String claim = UUID.randomUUID().toString();
        List<Claimed> claimed = (busy.isEmpty() ? select : select.param("busy", busy))
                        .query((row, n) -> {
                            String address = row.getString("address");
                            Throttle.Turn turn = throttle.take(address.substring(address.lastIndexOf('@') + 1));
                            return turn == null
                                    ? Optional.<Claimed>empty()
                                    : Optional.of(new Claimed(
                                            row.getLong("id"),
                                            row.getLong("letter_id"),
                                            claim,
                                            row.getInt("attempts") + 1,
                                            row.getString("message_id"),
                                            new Letter.Recipient(
                                                    address,
                                                    row.getString("name"),
                                                    json.readValue(row.getString("variables"), MAP)),
                                            letters.get(row.getLong("letter_id")),
                                            turn));
                        })
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
        if (!claimed.isEmpty()) {
            jdbc.sql("""
                            UPDATE mail_delivery SET state = 'CLAIMED', claim = :claim, claimed_by = :node,
                                   lease_until = :until, attempts = attempts + 1, changed_at = :now
                            WHERE id IN (:ids)""")
                    .param("claim", claim)
                    .param("node", node)
                    .param("until", Utc.column(clock.instant().plus(LEASE)))
                    .param("now", now())
                    .param("ids", claimed.stream().map(Claimed::id).toList())
                    .update();
        }
        return claimed;
    }

    /** At start: whatever this node had claimed in an earlier life has no outcome any more. */
    int abandon(String node) {
        return uncertain("claimed_by = ?", node);
    }

    /** Claims of nodes that never came back. */
    int abandonExpired() {
        return uncertain("lease_until < ?", now());
    }

    private int uncertain(String where, Object value) {
        return jdbc.sql("""
                        UPDATE mail_delivery SET state = 'UNCERTAIN', lease_until = NULL, changed_at = ?,
                               error = 'the node stopped between sending and hearing the answer'
                        WHERE state = 'CLAIMED' AND\s""" + where).params(now(), value).update();
    }

    /** How many messages are due, counting no further than a limit. */
    int due(int limit) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT id FROM mail_delivery WHERE state = 'QUEUED'"
                        + " AND next_attempt_at <= ? LIMIT ?) AS due")
                .params(now(), limit)
                .query(Integer.class)
                .single();
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

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }

    /**
     * A message that this process alone may send.
     *
     * @param turn when its mail service may get it
     */
    record Claimed(
            long id,
            long letter,
            String claim,
            int attempt,
            String messageId,
            Letter.Recipient recipient,
            LetterShelf.Posted content,
            Throttle.Turn turn) {
        String domain() {
            String address = recipient.address();
            return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        }
    }

    /** @param again when to try again; null keeps the time as it is */
    record Settled(
            Claimed message,
            DeliveryState outcome,
            String error,
            @Nullable Instant again) {}
}
