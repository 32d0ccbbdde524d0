package org.convive.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Account.ColourScheme;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's accounts: made when an animator invites them or when they first sign in, kept by themselves. */
@Service
public class Accounts {
    private static final String COLUMNS =
            "id, email, name, language, colour_scheme, title, phone, about, picture_id, version";

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Account get(PersonId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM person WHERE id = ?")
                .param(id.value())
                .query(Accounts::account)
                .optional()
                .orElseThrow(() -> new NotFoundException("person"));
    }

    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM person WHERE email = ?")
                .param(email.value())
                .query(Accounts::account)
                .optional();
    }

    /** The account with this address, made if there is none. */
    @Transactional
    public PersonId invite(EmailAddress email, String name) {
        InvalidInput.check().required(name, 200, "name").orThrow();
        jdbc.sql("INSERT IGNORE INTO person (email, name, created_at) VALUES (?, ?, ?)")
                .params(email.value(), name.strip(), now())
                .update();
        return find(email).map(Account::id).orElseThrow();
    }

    /**
     * Finds or makes the account of somebody whom the identity provider vouches for. The subject decides; a first
     * sign-in takes over the invited account with the same address, and only when that address was verified.
     */
    @Transactional
    public PersonId signedIn(String subject, EmailAddress email, boolean emailVerified, String name) {
        Optional<PersonId> known = bySubject(subject);
        if (known.isPresent()) {
            return known.get();
        }
        if (!emailVerified) {
            throw new UnverifiedEmailException(email);
        }
        // Inserted only when it is missing: else several requests at once hold shared locks that each of them wants
        // alone.
        if (find(email).isEmpty()) {
            jdbc.sql("INSERT IGNORE INTO person (email, name, created_at) VALUES (?, ?, ?)")
                    .params(email.value(), name.isBlank() ? email.value() : name, now())
                    .update();
        }
        jdbc.sql("UPDATE person SET subject = ?, version = version + 1 WHERE email = ? AND subject IS NULL")
                .params(subject, email.value())
                .update();
        // When nothing was claimed, the address may belong to another subject: the identity provider re-created the
        // user.
        return bySubjectNow(subject).orElseThrow(() -> new UnverifiedEmailException(email));
    }

    /** What a person says of themself; the version is the one they read. */
    @Transactional
    public void update(PersonId id, Profile profile, int version) {
        InvalidInput.check()
                .required(profile.name(), 200, "name")
                .atMost(profile.title(), 200, "title")
                .atMost(profile.phone(), 40, "phone")
                .atMost(profile.about(), 500, "about")
                .orThrow();
        int updated = jdbc.sql("""
                        UPDATE person SET name = ?, title = ?, phone = ?, about = ?, language = ?, colour_scheme = ?,
                               version = version + 1
                        WHERE id = ? AND version = ?""")
                .param(profile.name().strip())
                .param(profile.title().strip())
                .param(profile.phone().strip())
                .param(profile.about().strip())
                .param(profile.locale() == null ? null : profile.locale().getLanguage())
                .param(profile.colourScheme().name())
                .param(id.value())
                .param(version)
                .update();
        if (updated == 0) {
            throw new StaleEdit("profile");
        }
    }

    /** Chooses the language of pages and mails. */
    @Transactional
    public void speak(PersonId id, Locale language) {
        jdbc.sql("UPDATE person SET language = ? WHERE id = ?")
                .params(language.getLanguage(), id.value())
                .update();
    }

    /** Chooses light, dark, or as the device says. */
    @Transactional
    public void paint(PersonId id, ColourScheme scheme) {
        jdbc.sql("UPDATE person SET colour_scheme = ? WHERE id = ?")
                .params(scheme.name(), id.value())
                .update();
    }

    /** Sets or removes a person's portrait. */
    @Transactional
    public void portrait(PersonId id, @Nullable Long picture) {
        jdbc.sql("UPDATE person SET picture_id = ? WHERE id = ?")
                .param(picture)
                .param(id.value())
                .update();
    }

    private Optional<PersonId> bySubject(String subject) {
        return jdbc.sql("SELECT id FROM person WHERE subject = ?")
                .param(subject)
                .query(Long.class)
                .optional()
                .map(PersonId::new);
    }

    /** As it stands now, also what another request committed since this transaction began to read. */
    private Optional<PersonId> bySubjectNow(String subject) {
        return jdbc.sql("SELECT id FROM person WHERE subject = ? LOCK IN SHARE MODE")
                .param(subject)
                .query(Long.class)
                .optional()
                .map(PersonId::new);
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        String language = row.getString("language");
        long picture = row.getLong("picture_id");
        boolean noPicture = row.wasNull();
        return new Account(
                new PersonId(row.getLong("id")),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                language == null ? null : Locale.of(language),
                ColourScheme.valueOf(row.getString("colour_scheme")),
                row.getString("title"),
                row.getString("phone"),
                row.getString("about"),
                noPicture ? null : picture,
                row.getInt("version"));
    }

    /** The part of an account that its person edits. */
    public record Profile(
            String name,
            String title,
            String phone,
            String about,
            @Nullable Locale locale,
            ColourScheme colourScheme) {}

    /** The identity provider does not vouch for the address, so we cannot know whose account it is. */
    public static class UnverifiedEmailException extends RuntimeException {
        UnverifiedEmailException(EmailAddress email) {
            super("unverified e-mail address " + email);
        }
    }
}
