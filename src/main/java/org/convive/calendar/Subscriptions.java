package org.convive.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses of a person that calendar programs read. Whoever knows one reads that calendar, so the database keeps
 * only a hash, an address is told once, and each can be renewed or revoked by itself.
 */
@Service
public class Subscriptions {
    private static final int TOKEN_BYTES = 32;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final List<SharedCalendarSource> shared;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(
            JdbcClient jdbc,
            List<SharedCalendarSource> shared,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.shared = shared;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * Makes an address for the person's own calendar.
     *
     * @param kind {@link Subscription#MINE} or {@link Subscription#BUSY}
     * @return the address, which is told only now
     */
    @Transactional
    public String make(PersonId person, String kind) {
        if (!kind.equals(Subscription.MINE) && !kind.equals(Subscription.BUSY)) {
            throw new NotFoundException("calendar");
        }
        return insert(person, kind, null, 0, "");
    }

    /**
     * Makes an address for a shared calendar.
     *
     * @throws NotFoundException when there is no such calendar here, or it is not for the actor
     */
    @Transactional
    public String make(Actor actor, String kind, long subject) {
        return insert(actor.person(), kind, actor.cluster(), subject, name(actor, kind, subject));
    }

    /** @throws NotFoundException when there is no such calendar here, or it is not for the actor */
    public String name(Actor actor, String kind, long subject) {
        return shared.stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .flatMap(source -> source.name(actor, subject))
                .orElseThrow(() -> new NotFoundException("calendar"));
    }

    private String insert(PersonId person, String kind, @Nullable ClusterId cluster, long subject, String name) {
        InvalidInput.check()
                .that(of(person).size() < MOST, "address", Message.of("calendar.feed.error.too-many", MOST))
                .orThrow();
        String token = token();
        LocalDateTime now = Utc.column(clock.instant());
        jdbc.sql("""
                        INSERT INTO calendar_subscription (person_id, kind, cluster_id, subject_id, name, token_hash,
                               created_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(person.value())
                .param(kind)
                .param(cluster == null ? null : cluster.value())
                .param(subject)
                .param(name)
                .param(hash(token))
                .param(now)
                .param(now)
                .update();
        return address(token);
    }

    /** The person's addresses, the oldest first. */
    public List<Subscription> of(PersonId person) {
        return jdbc.sql("SELECT * FROM calendar_subscription WHERE person_id = ? ORDER BY id")
                .param(person.value())
                .query((row, n) -> subscription(row))
                .list();
    }

    /**
     * Gives it a new address; the old one stops working at once.
     *
     * @throws NotFoundException when the person has no such address
     */
    @Transactional
    public String renew(PersonId person, long id) {
        String token = token();
        int changed = jdbc.sql("""
                        UPDATE calendar_subscription SET token_hash = ?, created_at = ?, read_at = NULL
                        WHERE id = ? AND person_id = ?""")
                .params(hash(token), Utc.column(clock.instant()), id, person.value())
                .update();
        if (changed == 0) {
            throw new NotFoundException("address");
        }
        return address(token);
    }

    /** It stops working at once, for good. */
    @Transactional
    public void revoke(PersonId person, long id) {
        jdbc.sql("DELETE FROM calendar_subscription WHERE id = ? AND person_id = ?")
                .params(id, person.value())
                .update();
    }

    /** Who may read with this token, and what. */
    Optional<Holder> holder(String token) {
        return jdbc.sql("SELECT * FROM calendar_subscription WHERE token_hash = ?")
                .param(hash(token))
                .query((row, n) -> new Holder(
                        subscription(row),
                        new PersonId(row.getLong("person_id")),
                        row.getString("revision"),
                        Utc.moment(row.getObject("changed_at", LocalDateTime.class))))
                .optional();
    }

    private String address(String token) {
        return publicUrl + "/feeds/calendar/" + token + ".ics";
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        Long cluster = row.getObject("cluster_id", Long.class);
        LocalDateTime read = row.getObject("read_at", LocalDateTime.class);
        return new Subscription(
                row.getLong("id"),
                row.getString("kind"),
                cluster == null ? null : new ClusterId(cluster),
                row.getLong("subject_id"),
                row.getString("name"),
                Utc.moment(Objects.requireNonNull(row.getObject("created_at", LocalDateTime.class))),
                read == null ? null : Utc.moment(read));
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An address with what was last told to its reader.
     *
     * @param revision of the content at its last change
     * @param changed when that was
     */
    record Holder(Subscription subscription, PersonId person, String revision, Instant changed) {}
}
