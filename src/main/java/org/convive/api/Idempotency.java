package org.convive.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a request once, however often it is sent with the same key. The key is claimed in the transaction of the work: a
 * twin that comes meanwhile waits for it, and work that fails leaves no claim.
 */
@Component
public class Idempotency {
    private static final int LONGEST_KEY = 100;
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, PlatformTransactionManager manager, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key of the request; null when it may be done each time
     * @param work makes a thing and gives its id
     * @return the id of the thing, made now or by the earlier request
     * @throws InvalidInput when the key was used for another request
     */
    public long once(Actor actor, @Nullable String key, Object request, LongSupplier work) {
        if (key == null) {
            return work.getAsLong();
        }
        InvalidInput.check().required(key, LONGEST_KEY, "idempotencyKey").orThrow();
        byte[] hash = hash(actor, request);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                forgetOld(actor);
                claim(actor, key, hash);
                long thing = work.getAsLong();
                jdbc.sql("UPDATE api_idempotency SET thing_id = ? WHERE person_id = ? AND idempotency_key = ?")
                        .params(thing, actor.person().value(), key)
                        .update();
                return thing;
            }));
        } catch (Claimed earlier) {
            return earlier(actor, key, hash);
        }
    }

    private void forgetOld(Actor actor) {
        jdbc.sql("DELETE FROM api_idempotency WHERE person_id = ? AND created_at < ?")
                .params(actor.person().value(), Utc.column(clock.instant().minus(KEPT)))
                .update();
    }

    private void claim(Actor actor, String key, byte[] hash) {
        try {
            jdbc.sql("INSERT INTO api_idempotency (person_id, idempotency_key, request_hash, created_at)"
                            + " VALUES (?, ?, ?, ?)")
                    .params(actor.person().value(), key, hash, Utc.column(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Claimed(e);
        }
    }

    private long earlier(Actor actor, String key, byte[] hash) {
        List<Long> things = jdbc.sql("SELECT thing_id FROM api_idempotency"
                        + " WHERE person_id = ? AND idempotency_key = ? AND request_hash = ?")
                .params(actor.person().value(), key, hash)
                .query(Long.class)
                .list();
        if (things.isEmpty()) {
            throw new InvalidInput("idempotencyKey", Message.of("api.error.key-reused"));
        }
        return things.getFirst();
    }

    private byte[] hash(Actor actor, Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(actor.cluster().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(address().getBytes(StandardCharsets.UTF_8));
            digest.update(request.getClass().getName().getBytes(StandardCharsets.UTF_8));
            return digest.digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was asked for: the same words said to another meeting are another request. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getMethod() + " "
                        + attributes.getRequest().getRequestURI()
                : "";
    }

    /** The key has an owner already. */
    private static final class Claimed extends RuntimeException {
        Claimed(Throwable cause) {
            super(cause);
        }
    }
}
