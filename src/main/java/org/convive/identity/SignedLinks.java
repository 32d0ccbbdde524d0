package org.convive.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links that carry their own proof, for people who read mail without being signed in: what the link is good for, whom or
 * what it concerns, a payload and perhaps an end, signed (HMAC-SHA-256) with a key that never leaves the server and is
 * the same on all nodes. Content is readable by who holds the link: put ids in it, no secrets. Programs that check mail
 * follow every link, so a GET only shows ({@link LinkPages}) and a POST records.
 */
@Component
public class SignedLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9.-]{1,60}");

    /** A SHA-256 signature in base64url without padding. */
    private static final int SIGNATURE = 43;

    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String publicUrl;
    private volatile byte @Nullable [] key;

    SignedLinks(
            JdbcClient jdbc,
            PlatformTransactionManager manager,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        // A key of its own transaction: what the caller rolls back, or does not see yet, is no reason to lose it.
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * A token of letters, digits, {@code -} and {@code _}, for the end of a link's path.
     *
     * @param purpose what the link is good for, e.g. {@code meetings.answer}; a token for one purpose is none for another
     * @param subject whom or what it concerns, e.g. a person's id
     * @param payload anything else that must not be changed by who holds it; may be empty; no line breaks in either
     * @param expires until when it is good; null for ever
     */
    public String token(String purpose, String subject, String payload, @Nullable Instant expires) {
        if (!PURPOSE.matcher(purpose).matches() || subject.indexOf('\n') >= 0 || payload.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a purpose, or a line break in the content");
        }
        String content = subject + "\n" + payload + (expires == null ? "" : "\n" + expires.getEpochSecond());
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(bytes) + ENCODER.encodeToString(signature(purpose, bytes));
    }

    /** A token without an end and without a payload. */
    public String token(String purpose, String subject) {
        return token(purpose, subject, "", null);
    }

    /** The absolute address of a signed link: {@code <public url>/links/<path>/<token>}. */
    public String url(String path, String token) {
        return publicUrl + "/links/" + path + "/" + token;
    }

    /** What the token says; who holds a token that was changed, or is good for something else, learns nothing. */
    public Reading read(String purpose, String token) {
        Optional<byte[]> bytes = genuine(purpose, token);
        if (bytes.isEmpty()) {
            return new Forged();
        }
        String[] parts = new String(bytes.get(), StandardCharsets.UTF_8).split("\n", -1);
        if (parts.length < 3) {
            return new Good(parts[0], parts[1], null);
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(parts[2]));
        return clock.instant().isBefore(expires)
                ? new Good(parts[0], parts[1], expires)
                : new Expired(parts[0], parts[1], expires);
    }

    /** The content of a token that is genuine and not expired. */
    public Optional<Good> good(String purpose, String token) {
        return read(purpose, token) instanceof Good good ? Optional.of(good) : Optional.empty();
    }

    private Optional<byte[]> genuine(String purpose, String token) {
        if (token.length() <= SIGNATURE || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = DECODER.decode(token.substring(0, token.length() - SIGNATURE));
            // The given text is compared, not what it decodes to: each token has one spelling only.
            String expected = ENCODER.encodeToString(bytes) + ENCODER.encodeToString(signature(purpose, bytes));
            return MessageDigest.isEqual(
                            expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = Objects.requireNonNull(transaction.execute(status -> stored()));
            key = known;
        }
        return Arrays.copyOf(known, known.length);
    }

    private byte[] stored() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("INSERT IGNORE INTO signing_key (id, secret) VALUES (1, ?)")
                .param(fresh)
                .update();
        return jdbc.sql("SELECT secret FROM signing_key WHERE id = 1")
                .query((row, n) -> row.getBytes("secret"))
                .single();
    }

    /** How a token reads. */
    public sealed interface Reading {}

    /** Signed by us for this purpose, and still good. */
    public record Good(
            String subject, String payload, @Nullable Instant expires) implements Reading {
        /** The subject where it is an id. */
        public long subjectId() {
            return Long.parseLong(subject);
        }

        /** The payload where it is an id. */
        public long payloadId() {
            return Long.parseLong(payload);
        }
    }

    /** Signed by us for this purpose, but its time is over. */
    public record Expired(String subject, String payload, Instant expires) implements Reading {}

    /** Changed, cut off, or made for something else. */
    public record Forged() implements Reading {}
}
