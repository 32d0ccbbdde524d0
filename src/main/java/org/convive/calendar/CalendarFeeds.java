package org.convive.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's calendar as an address that only they know. The database keeps a hash, so nobody can read it there. */
@Service
public class CalendarFeeds {
    private static final Duration LOOKS_BACK = Duration.ofDays(90);
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final List<CalendarSource> sources;
    private final Translations translations;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            JdbcClient jdbc,
            Accounts accounts,
            List<CalendarSource> sources,
            Translations translations,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sources = sources;
        this.translations = translations;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Makes the address, or a new one: the old one stops working at once. It is told only now. */
    @Transactional
    public String renew(PersonId person) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LocalDateTime now = Utc.column(clock.instant());
        jdbc.sql("""
                        INSERT INTO calendar_feed (person_id, token_hash, created_at, changed_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), created_at = VALUES(created_at),
                               read_at = NULL""").params(person.value(), sha256(token), now, now).update();
        return publicUrl + "/feeds/calendar/" + token + ".ics";
    }

    @Transactional
    public void revoke(PersonId person) {
        jdbc.sql("DELETE FROM calendar_feed WHERE person_id = ?")
                .param(person.value())
                .update();
    }

    /** Whether the person has an address, since when, and when a calendar last read it. */
    public Optional<State> state(PersonId person) {
        return jdbc.sql("SELECT created_at, read_at FROM calendar_feed WHERE person_id = ?")
                .param(person.value())
                .query((row, n) -> {
                    LocalDateTime read = row.getObject("read_at", LocalDateTime.class);
                    return new State(
                            Utc.moment(row.getObject("created_at", LocalDateTime.class)),
                            read == null ? null : Utc.moment(read));
                })
                .optional();
    }

    /**
     * The calendar behind a token.
     *
     * @throws NotFoundException when nobody has this token, or not any more
     */
    @Transactional
    public Content read(String token) {
        Holder holder = jdbc.sql("SELECT person_id, etag, changed_at FROM calendar_feed WHERE token_hash = ?")
                .param(sha256(token))
                .query((row, n) -> new Holder(
                        new PersonId(row.getLong("person_id")),
                        row.getString("etag"),
                        Utc.moment(row.getObject("changed_at", LocalDateTime.class))))
                .optional()
                .orElseThrow(() -> new NotFoundException("feed"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String body = write(holder.person(), now);
        String etag = HexFormat.of().formatHex(sha256(body));
        Instant changed = etag.equals(holder.etag()) ? holder.changed() : now;
        jdbc.sql("UPDATE calendar_feed SET read_at = ?, etag = ?, changed_at = ? WHERE person_id = ?")
                .params(
                        Utc.column(now),
                        etag,
                        Utc.column(changed),
                        holder.person().value())
                .update();
        return new Content(body, etag, changed);
    }

    private String write(PersonId person, Instant now) {
        Account account = accounts.get(person);
        Locale locale = Optional.ofNullable(account.locale()).orElse(Locale.ENGLISH);
        // Whole days, so that the same entries give the same bytes all day long.
        Instant since = now.minus(LOOKS_BACK).truncatedTo(ChronoUnit.DAYS);
        List<CalendarEntry> entries = sources.stream()
                .flatMap(source -> source.entriesOf(person, since).stream())
                .toList();
        return Feed.of(translations.text(locale, "calendar.feed.name", account.name()), entries);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the person sees of their feed. */
    public record State(Instant since, @Nullable Instant lastRead) {}

    /** The bytes of a feed and what identifies them. */
    public record Content(String body, String etag, Instant changed) {}

    private record Holder(PersonId person, String etag, Instant changed) {}
}
