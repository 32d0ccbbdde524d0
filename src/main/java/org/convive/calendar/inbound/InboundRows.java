package org.convive.calendar.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convive.calendar.Appointment;
import org.convive.calendar.reading.ReadEvent;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what came, and the newest answer of each person by mail. */
@Component
class InboundRows {
    private final JdbcClient jdbc;

    InboundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when this part of this message was kept before */
    boolean insert(ReceivedMail mail, int part, Finding finding, @Nullable ClusterId fallback, Instant now) {
        Appointment about = finding.appointment();
        ReadEvent event = finding.event();
        ClusterId cluster = about == null ? fallback : about.cluster();
        return jdbc.sql("""
                        INSERT IGNORE INTO calendar_inbound (message_key, part, cluster_id, subject_kind, subject_id,
                               person_id, kind, state, reason, sender, sender_name, subject, words, participation,
                               delegated_to, proposed_from, proposed_to, uid, recurrence, sequence, stamp, received_at,
                               changed_at, about, page, zone)
                        VALUES (:key, :part, :cluster, :subjectKind, :subject, :person, :kind, :state, :reason, :sender,
                                :senderName, :title, :words, :participation, :delegatedTo, :from, :to, :uid,
                                :recurrence, :sequence, :stamp, :received, :now, :about, :page, :zone)""")
                        .param("key", key(mail))
                        .param("part", part)
                        .param("cluster", cluster == null ? null : cluster.value())
                        .param("subjectKind", about == null ? null : String.valueOf(about.kind()))
                        .param("subject", about == null ? null : about.id())
                        .param(
                                "person",
                                finding.person() == null
                                        ? null
                                        : finding.person().value())
                        .param("kind", finding.kind().name())
                        .param("state", finding.state().name())
                        .param("reason", finding.reason())
                        .param("sender", cut(mail.sender(), 254))
                        .param("senderName", cut(mail.senderName(), 200))
                        .param("title", cut(mail.subject(), 300))
                        .param("words", words(mail, event))
                        .param("participation", cut(finding.participation(), 20))
                        .param("delegatedTo", finding.delegatedTo() == null ? null : cut(finding.delegatedTo(), 254))
                        .param("from", column(finding.proposedFrom()))
                        .param("to", column(finding.proposedTo()))
                        .param("uid", event == null ? "" : cut(ascii(event.uid()), 200))
                        .param("recurrence", event == null ? "" : recurrence(event))
                        .param("sequence", event == null ? 0 : event.sequence())
                        .param("stamp", event == null ? null : column(event.stamp()))
                        .param("received", Utc.column(mail.received()))
                        .param("now", Utc.column(now))
                        .param("about", about == null ? "" : cut(about.title(), 300))
                        .param("page", about == null ? "" : about.page())
                        .param("zone", about == null ? "UTC" : about.zone().getId())
                        .update()
                == 1;
    }

    boolean knows(ReceivedMail mail) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM calendar_inbound WHERE message_key = ?)")
                .param(key(mail))
                .query(Boolean.class)
                .single();
    }

    /**
     * What is known of a person's answers by mail; locked, so that two messages are judged one after the other. An answer
     * to one time of a series is judged beside the answers to all of it, and the other way round.
     */
    ReplyPolicy.Known known(String uid, String recurrence, PersonId person) {
        jdbc.sql("""
                        INSERT INTO calendar_reply (uid, recurrence, person_id, sequence) VALUES (?, ?, ?, 0)
                        ON DUPLICATE KEY UPDATE uid = uid""").params(uid, recurrence, person.value()).update();
        Map<String, ReplyPolicy.Known> all = new HashMap<>();
        jdbc.sql("""
                        SELECT recurrence, sequence, stamp, recorded_at FROM calendar_reply
                        WHERE uid = ? AND person_id = ? ORDER BY recurrence FOR UPDATE""").params(uid, person.value()).query(row -> {
            all.put(
                    row.getString("recurrence"),
                    new ReplyPolicy.Known(
                            row.getInt("sequence"),
                            moment(row.getObject("stamp", LocalDateTime.class)),
                            moment(row.getObject("recorded_at", LocalDateTime.class))));
        });
        ReplyPolicy.Known own = Objects.requireNonNull(all.get(recurrence));
        return recurrence.isEmpty()
                ? own.recorded(all.values().stream()
                        .map(ReplyPolicy.Known::recordedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null))
                : own.after(all.getOrDefault("", ReplyPolicy.Known.NOTHING));
    }

    /** The times of a series that a person answered by mail, each by itself, at or after a moment. */
    Set<Instant> newer(String uid, PersonId person, Instant stamp) {
        return Set.copyOf(jdbc.sql("""
                        SELECT recurrence FROM calendar_reply
                        WHERE uid = ? AND person_id = ? AND recurrence <> '' AND recorded_at IS NOT NULL AND stamp >= ?""")
                .params(uid, person.value(), Utc.column(stamp))
                .query((row, n) -> Instant.parse(row.getString("recurrence")))
                .list());
    }

    void remember(String uid, String recurrence, PersonId person, int sequence, Instant stamp, Instant recorded) {
        jdbc.sql("""
                        UPDATE calendar_reply SET sequence = ?, stamp = ?, recorded_at = ?
                        WHERE uid = ? AND recurrence = ? AND person_id = ?""")
                .params(sequence, Utc.column(stamp), Utc.column(recorded), uid, recurrence, person.value())
                .update();
    }

    /** The cluster of a sender who belongs to one only; whatever nobody knows is for the only cluster, where there is one. */
    Optional<ClusterId> clusterOf(String sender) {
        return jdbc.sql("""
                        SELECT MIN(m.cluster_id) AS cluster FROM membership m JOIN person p ON p.id = m.person_id
                        WHERE p.email = ? HAVING COUNT(*) = 1""")
                .param(sender)
                .query((row, n) -> new ClusterId(row.getLong("cluster")))
                .optional()
                .or(() -> jdbc.sql("SELECT MIN(id) AS cluster FROM cluster HAVING COUNT(*) = 1")
                        .query((row, n) -> new ClusterId(row.getLong("cluster")))
                        .optional());
    }

    /** Which time of a series, as a short text; empty for all of it. */
    static String recurrence(ReadEvent event) {
        return event.recurrenceId() == null ? "" : event.recurrenceId().moment().toString();
    }

    static String words(ReceivedMail mail, @Nullable ReadEvent event) {
        return event == null || event.comment().isEmpty() ? mail.words() : cut(event.comment(), 4000);
    }

    /** A short name of a part of a message that stays the same whenever it is read. */
    static String mark(ReceivedMail mail, int part) {
        return "inbound:" + HexFormat.of().formatHex(key(mail), 0, 16) + ":" + part;
    }

    private static byte[] key(ReceivedMail mail) {
        String id = mail.messageId().isEmpty()
                ? mail.sender() + "\n" + mail.subject() + "\n" + mail.received() + "\n" + mail.words()
                : mail.messageId();
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable LocalDateTime column(@Nullable Instant at) {
        return at == null || at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2200-01-01T00:00:00Z"))
                ? null
                : Utc.column(at);
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime column) {
        return column == null ? null : Utc.moment(column);
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
