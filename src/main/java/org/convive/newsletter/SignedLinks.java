package org.convive.newsletter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that carry their own proof: a purpose and some numbers, signed with a key that never leaves the server. */
@Component
class SignedLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** What a link is good for; a link for one is no link for another. */
    enum Purpose {
        UNSUBSCRIBE,
        FEED,
        PICTURE
    }

    private final JdbcClient jdbc;
    private volatile byte @Nullable [] key;

    SignedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String token(Purpose purpose, long... numbers) {
        String payload = LongStream.of(numbers).mapToObj(Long::toString).collect(Collectors.joining("-"));
        return payload + "-" + ENCODER.encodeToString(signature(purpose, payload));
    }

    /** The numbers that were signed for this purpose; empty when anything was changed. */
    Optional<List<Long>> read(Purpose purpose, String token) {
        int numbers = purpose == Purpose.PICTURE ? 1 : 2;
        String[] parts = token.split("-", numbers + 1);
        if (parts.length != numbers + 1) {
            return Optional.empty();
        }
        String payload = String.join("-", Arrays.copyOf(parts, numbers));
        boolean genuine = payload.matches("[0-9]{1,18}(-[0-9]{1,18})?")
                && MessageDigest.isEqual(
                        parts[numbers].getBytes(StandardCharsets.UTF_8), ENCODER.encode(signature(purpose, payload)));
        return genuine
                ? Optional.of(
                        Arrays.stream(payload.split("-", -1)).map(Long::valueOf).toList())
                : Optional.empty();
    }

    private byte[] signature(Purpose purpose, String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal((purpose.name() + ":" + payload).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql("INSERT IGNORE INTO newsletter_key (id, secret) VALUES (1, ?)")
                    .param(fresh)
                    .update();
            known = jdbc.sql("SELECT secret FROM newsletter_key WHERE id = 1")
                    .query((row, n) -> row.getBytes("secret"))
                    .single();
            key = known;
        }
        return known;
    }
}
