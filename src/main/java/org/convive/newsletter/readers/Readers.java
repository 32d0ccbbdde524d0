package org.convive.newsletter.readers;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.mail.Suppressions;
import org.convive.newsletter.readers.Consents.Deed;
import org.convive.newsletter.readers.Consents.Source;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.NotFoundException;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The readers of a cluster's letters. Members read unless they said otherwise; outsiders read once they have confirmed by
 * mail that the address is theirs and that they want it.
 */
@Service
public class Readers {
    /** Somebody who keeps asking does not make us write again and again to an address that may not be theirs. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

    /** So many strangers an hour may ask for a cluster's letters; a company that signs up together stays far below. */
    static final int MOST_AN_HOUR = 120;

    private final JdbcClient jdbc;
    private final Consents consents;
    private final ReaderLetters letters;
    private final Suppressions suppressions;
    private final AuditTrail audit;
    private final Clock clock;

    Readers(
            JdbcClient jdbc,
            Consents consents,
            ReaderLetters letters,
            Suppressions suppressions,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.letters = letters;
        this.suppressions = suppressions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody whom mails reach, in one statement; those who want each letter and those who do not. */
    public List<Reader> reached(ClusterId cluster) {
        return jdbc.sql(ReaderRows.ALL + "WHERE state = 'CONFIRMED' ORDER BY member DESC, id")
                .param("cluster", cluster.value())
                .query(ReaderRows::reader)
                .list();
    }

    /** For the animator's list: readers whose name or address contains the text. */
    public List<Reader> find(Actor animator, String text, int offset, int limit) {
        animator.requireAnimator();
        String like = "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return jdbc.sql(ReaderRows.ALL + "WHERE name LIKE :like ESCAPE '!' OR email LIKE :like ESCAPE '!'"
                        + " ORDER BY name, member DESC, id LIMIT :limit OFFSET :offset")
                .param("cluster", animator.cluster().value())
                .param("like", like)
                .param("limit", limit)
                .param("offset", offset)
                .query(ReaderRows::reader)
                .list();
    }

    /** One reader of a cluster. */
    public Optional<Reader> get(ClusterId cluster, ReaderId id) {
        return jdbc.sql(ReaderRows.ALL + "WHERE member = :member AND id = :id")
                .param("cluster", cluster.value())
                .param("member", id.member())
                .param("id", id.id())
                .query(ReaderRows::reader)
                .optional();
    }

    /** What the reader wants from now on; their own deed, on the portal or by a signed link. */
    @Transactional
    public void choose(ClusterId cluster, ReaderId id, Preferences wanted, boolean byLink) {
        Reader before = get(cluster, id).orElseThrow(() -> new NotFoundException("reader"));
        LocalDateTime now = Utc.column(clock.instant());
        String language = Translations.nearest(wanted.language()).getLanguage();
        if (id.member()) {
            jdbc.sql("""
                            INSERT INTO newsletter_subscription (cluster_id, person_id, subscribed, changed_at, frequency,
                                   language, topics) VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON DUPLICATE KEY UPDATE subscribed = VALUES(subscribed), changed_at = VALUES(changed_at),
                                   frequency = VALUES(frequency), language = VALUES(language), topics = VALUES(topics)""")
                    .params(
                            cluster.value(),
                            id.id(),
                            wanted.wanted(),
                            now,
                            wanted.frequency().name(),
                            language,
                            Topic.column(wanted.topics()))
                    .update();
        } else {
            jdbc.sql("""
                            UPDATE newsletter_outsider SET state = ?, changed_at = ?, frequency = ?, language = ?, topics = ?
                            WHERE id = ? AND cluster_id = ?""")
                    .params(
                            wanted.wanted() ? "CONFIRMED" : "LEFT",
                            now,
                            wanted.frequency().name(),
                            language,
                            Topic.column(wanted.topics()),
                            id.id(),
                            cluster.value())
                    .update();
        }
        boolean had = before.state() == Reader.State.READS;
        Deed deed = wanted.wanted() ? (had ? Deed.CHANGED : Deed.CAME_BACK) : Deed.LEFT;
        if (had || wanted.wanted()) {
            consents.record(
                    cluster,
                    before.email(),
                    deed,
                    byLink ? Source.LINK : Source.PORTAL,
                    wanted.frequency() + " " + language + " " + Topic.column(wanted.topics()),
                    null);
        }
    }

    /** Only yes or no, the rest as it was. */
    @Transactional
    public void choose(ClusterId cluster, ReaderId id, boolean wanted, boolean byLink) {
        Reader before = get(cluster, id).orElseThrow(() -> new NotFoundException("reader"));
        Preferences now = before.preferences();
        if (!id.member()) {
            choose(cluster, id, new Preferences(wanted, now.frequency(), now.language(), now.topics()), byLink);
            return;
        }
        jdbc.sql("""
                        INSERT INTO newsletter_subscription (cluster_id, person_id, subscribed, changed_at)
                        VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE subscribed = VALUES(subscribed), changed_at = VALUES(changed_at)""")
                .params(cluster.value(), id.id(), wanted, Utc.column(clock.instant()))
                .update();
        if (now.wanted() != wanted) {
            consents.record(
                    cluster,
                    before.email(),
                    wanted ? Deed.CAME_BACK : Deed.LEFT,
                    byLink ? Source.LINK : Source.PORTAL,
                    "",
                    null);
        }
    }

    /**
     * An outsider, or an animator who was asked by one, wants the letters: the address gets a mail that asks to confirm
     * (double opt-in). Whoever reads already gets nothing; the answer is the same, so that nobody learns who reads.
     *
     * @param by the animator who adds them; null when they ask themselves
     */
    @Transactional
    public void ask(ClusterId cluster, EmailAddress email, String name, Locale locale, @Nullable Actor by) {
        ask(cluster, email, name, locale, by, Deed.ASKED, "");
    }

    /** Whether so many asked by the public form within an hour that no more are written to. */
    boolean isAskedTooOften(ClusterId cluster) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM newsletter_outsider
                        WHERE cluster_id = ? AND state = 'PENDING' AND asked_at > ?""")
                        .params(cluster.value(), Utc.column(clock.instant().minus(Duration.ofHours(1))))
                        .query(Integer.class)
                        .single()
                >= MOST_AN_HOUR;
    }

    /** @param deed how they came, for the record, with where their consent is kept */
    void ask(
            ClusterId cluster,
            EmailAddress email,
            String name,
            Locale locale,
            @Nullable Actor by,
            Deed deed,
            String detail) {
        LocalDateTime now = Utc.column(clock.instant().truncatedTo(ChronoUnit.MICROS));
        int fresh = jdbc.sql("""
                        INSERT INTO newsletter_outsider (cluster_id, email, name, language, state, asked_at, changed_at)
                        VALUES (:cluster, :email, :name, :language, 'PENDING', :now, :now)
                        ON DUPLICATE KEY UPDATE
                          asked_at = IF(state <> 'CONFIRMED' AND asked_at < :before, :now, asked_at)""")
                .param("cluster", cluster.value())
                .param("email", email.value())
                .param("name", name.isBlank() ? email.value() : name.strip())
                .param("language", Translations.nearest(locale).getLanguage())
                .param("now", now)
                .param("before", Utc.column(clock.instant().minus(ASK_AGAIN)))
                .update();
        // 1: inserted; 2: asked again after a while; else there is nothing to do, or it was asked a moment ago.
        boolean write = jdbc.sql(
                                "SELECT COUNT(*) FROM newsletter_outsider WHERE cluster_id = ? AND email = ? AND state <> 'CONFIRMED' AND asked_at = ?")
                        .params(cluster.value(), email.value(), now)
                        .query(Integer.class)
                        .single()
                == 1;
        if (fresh == 0 || !write) {
            return;
        }
        long id = jdbc.sql("SELECT id FROM newsletter_outsider WHERE cluster_id = ? AND email = ?")
                .params(cluster.value(), email.value())
                .query(Long.class)
                .single();
        consents.record(
                cluster,
                email.value(),
                deed,
                by == null ? Source.LINK : Source.ANIMATOR,
                detail,
                by == null ? null : by.person());
        letters.confirm(cluster, id, email, name, locale);
    }

    /** The outsider says by the link in the mail that it is them and that they want it. */
    @Transactional
    public void confirm(ClusterId cluster, long outsider) {
        int changed = jdbc.sql("""
                        UPDATE newsletter_outsider SET state = 'CONFIRMED', changed_at = ?
                        WHERE id = ? AND cluster_id = ? AND state <> 'CONFIRMED'""")
                .params(Utc.column(clock.instant()), outsider, cluster.value())
                .update();
        if (changed == 1) {
            String email = jdbc.sql("SELECT email FROM newsletter_outsider WHERE id = ?")
                    .param(outsider)
                    .query(String.class)
                    .single();
            consents.record(cluster, email, Deed.CONFIRMED, Source.LINK, "", null);
        }
    }

    /** An animator takes an outsider from the list, on their word; what was recorded about consent stays. */
    @Transactional
    public void remove(Actor animator, ReaderId id) {
        animator.requireAnimator();
        Reader reader = get(animator.cluster(), id)
                .filter(found -> !found.id().member())
                .orElseThrow(() -> new NotFoundException("reader"));
        jdbc.sql("UPDATE newsletter_outsider SET state = 'LEFT', changed_at = ? WHERE id = ? AND cluster_id = ?")
                .params(Utc.column(clock.instant()), id.id(), animator.cluster().value())
                .update();
        consents.record(animator.cluster(), reader.email(), Deed.LEFT, Source.ANIMATOR, "", animator.person());
        audit.record(animator, "newsletter.reader-removed", "reader:" + id.code(), "");
    }

    /**
     * An animator says that a reader's mailbox works again, so that mail goes there once more, in every cluster.
     *
     * @throws NotFoundException when nobody here reads with this id
     */
    @Transactional
    public void mailAgain(Actor animator, ReaderId id) {
        animator.requireAnimator();
        Reader reader = get(animator.cluster(), id).orElseThrow(() -> new NotFoundException("reader"));
        suppressions.lift(new EmailAddress(reader.email()));
        audit.record(animator, "newsletter.reader-mailed-again", "reader:" + id.code(), "");
    }
}
