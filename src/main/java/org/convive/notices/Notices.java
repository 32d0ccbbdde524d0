package org.convive.notices;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people things: in the portal and by mail, each as the person chose. Called in the transaction of the deed, so
 * that it is told exactly when the deed is done.
 */
@Service
public class Notices {
    private static final int OLDEST_DAYS = 365;

    private final JdbcClient jdbc;
    private final Choices choices;
    private final NoticeMail mail;
    private final Sentences sentences;
    private final Clock clock;

    Notices(JdbcClient jdbc, Choices choices, NoticeMail mail, Sentences sentences, Clock clock) {
        this.jdbc = jdbc;
        this.choices = choices;
        this.mail = mail;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Who is told, and in which language. */
    record Reader(PersonId person, String name, String email, Locale locale, ZoneId zone, String clusterName) {}

    /**
     * Tells one person. Somebody who is no longer a member of the cluster is told nothing.
     *
     * @return false when it was told before under the same key, or nobody wanted to hear it
     */
    @Transactional
    public boolean tell(Notice notice) {
        return tell(List.of(notice)) > 0;
    }

    /**
     * Tells several people, or one several things; statements do not grow with the people but for what is written.
     *
     * @return how many notices were told in some way
     */
    @Transactional
    public int tell(Collection<Notice> notices) {
        Map<ClusterId, Map<PersonId, Reader>> readers = new HashMap<>();
        Map<ClusterId, Set<PersonId>> people = notices.stream()
                .collect(
                        Collectors.groupingBy(Notice::cluster, Collectors.mapping(Notice::person, Collectors.toSet())));
        people.forEach((cluster, persons) -> readers.put(cluster, readers(cluster, persons)));
        int told = 0;
        for (var kind :
                notices.stream().collect(Collectors.groupingBy(Notice::kind)).entrySet()) {
            Set<PersonId> addressed =
                    kind.getValue().stream().map(Notice::person).collect(Collectors.toSet());
            Set<PersonId> portal = choices.wanting(addressed, kind.getKey(), Way.PORTAL);
            Set<PersonId> mailed = choices.wanting(addressed, kind.getKey(), Way.MAIL);
            for (Notice notice : kind.getValue()) {
                Reader reader = readers.getOrDefault(notice.cluster(), Map.of()).get(notice.person());
                boolean inPortal = portal.contains(notice.person());
                boolean byMail = mailed.contains(notice.person());
                if (reader == null || !inPortal && !byMail || !write(notice, inPortal)) {
                    continue;
                }
                told++;
                if (byMail) {
                    mail.post(notice, reader);
                }
            }
        }
        return told;
    }

    /** Kept also when it goes by mail only, as read: so that it is told once, and found again. */
    private boolean write(Notice notice, boolean inPortal) {
        LocalDateTime now = Utc.column(clock.instant());
        return jdbc.sql("""
                                INSERT IGNORE INTO notice (cluster_id, person_id, kind, title, words, href, once_key,
                                                           created_at, read_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                        .param(notice.cluster().value())
                        .param(notice.person().value())
                        .param(notice.kind().key())
                        .param(sentences.write(notice.title()))
                        .param(notice.words() == null ? null : sentences.write(notice.words()))
                        .param(notice.href())
                        .param(notice.onceKey())
                        .param(now)
                        .param(inPortal ? null : now)
                        .update()
                == 1;
    }

    private Map<PersonId, Reader> readers(ClusterId cluster, Set<PersonId> people) {
        return jdbc
                .sql("""
                        SELECT p.id, p.name, p.email, COALESCE(p.language, '') AS language, c.time_zone, c.name AS cluster_name
                        FROM membership m JOIN person p ON p.id = m.person_id JOIN cluster c ON c.id = m.cluster_id
                        WHERE m.cluster_id = :cluster AND m.person_id IN (:people)""")
                .param("cluster", cluster.value())
                .param("people", people.stream().map(PersonId::value).toList())
                .query((row, n) -> new Reader(
                        new PersonId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("email"),
                        Translations.nearest(Locale.of(row.getString("language"))),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("cluster_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Reader::person, reader -> reader));
    }

    /** The actor's notices in this cluster, newest first. */
    public List<NoticeLine> mine(Actor actor, boolean unreadOnly, int offset, int limit) {
        return jdbc.sql("SELECT id, kind, title, words, href, created_at, read_at FROM notice"
                        + " WHERE person_id = ? AND cluster_id = ?" + (unreadOnly ? " AND read_at IS NULL" : "")
                        + " ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(actor.person().value(), actor.cluster().value(), limit, offset)
                .query((row, n) -> {
                    String words = row.getString("words");
                    return new NoticeLine(
                            row.getLong("id"),
                            row.getString("kind"),
                            sentences.say(row.getString("title"), actor.locale(), actor.zone()),
                            words == null ? "" : sentences.say(words, actor.locale(), actor.zone()),
                            row.getString("href"),
                            Utc.moment(row.getObject("created_at", LocalDateTime.class)),
                            row.getObject("read_at", LocalDateTime.class) != null);
                })
                .list();
    }

    /** How many the actor has not read in this cluster. */
    public int unread(Actor actor) {
        return jdbc.sql("SELECT COUNT(*) FROM notice WHERE person_id = ? AND cluster_id = ? AND read_at IS NULL")
                .params(actor.person().value(), actor.cluster().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Marks a notice as read.
     *
     * @return where it leads to
     * @throws NotFoundException when it is not the actor's, here
     */
    @Transactional
    public String open(Actor actor, long id) {
        Optional<String> href = jdbc.sql("SELECT href FROM notice WHERE id = ? AND person_id = ? AND cluster_id = ?")
                .params(id, actor.person().value(), actor.cluster().value())
                .query(String.class)
                .optional();
        mark(actor, List.of(id), true);
        return href.orElseThrow(() -> new NotFoundException("notice"));
    }

    /** Marks notices of the actor as read or unread; those of others are left alone. */
    @Transactional
    public void mark(Actor actor, Collection<Long> ids, boolean read) {
        if (!ids.isEmpty()) {
            jdbc.sql("UPDATE notice SET read_at = :read WHERE id IN (:ids) AND person_id = :person"
                            + " AND cluster_id = :cluster AND (read_at IS NULL) = :change")
                    .param("read", read ? Utc.column(clock.instant()) : null)
                    .param("ids", ids)
                    .param("person", actor.person().value())
                    .param("cluster", actor.cluster().value())
                    .param("change", read)
                    .update();
        }
    }

    /**
     * Marks all of the actor's notices here as read.
     *
     * @return those that were not, so that it can be undone
     */
    @Transactional
    public List<Long> readAll(Actor actor) {
        List<Long> ids = jdbc.sql(
                        "SELECT id FROM notice WHERE person_id = ? AND cluster_id = ? AND read_at IS NULL LIMIT 5000")
                .params(actor.person().value(), actor.cluster().value())
                .query(Long.class)
                .list();
        mark(actor, ids, true);
        return ids;
    }

    /** Forgets what was told more than a year ago; for the nightly round. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("DELETE FROM notice WHERE created_at < ? ORDER BY created_at LIMIT 10000")
                .param(Utc.column(clock.instant().minus(java.time.Duration.ofDays(OLDEST_DAYS))))
                .update();
    }
}
