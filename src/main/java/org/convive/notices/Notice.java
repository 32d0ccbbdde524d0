package org.convive.notices;

import org.convive.mail.Letter;
import org.convive.shared.ClusterId;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell one person. Sentences are keys and arguments; arguments may be texts, whole numbers, truth values,
 * moments ({@link java.time.Instant}, told as day and time in the cluster's zone), periods
 * ({@link org.convive.shared.TimeSlot}), days ({@link java.time.LocalDate}), months ({@link java.time.YearMonth}), and
 * further {@link Message}s; each is put in the reader's language when it is read.
 *
 * @param title one sentence; also the subject of the mail
 * @param words one more sentence; null for none
 * @param href the page where something can be done about it, relative to the portal without a leading slash
 * @param onceKey the same thing is told to a person only once under one key; null for always
 * @param about what the mail is about, for the mail ledger, e.g. {@code booking:42}
 * @param calendar the calendar part of the mail; null for none
 * @param replyTo the mailbox that reads what is answered to the mail; null for the portal's own
 */
public record Notice(
        ClusterId cluster,
        PersonId person,
        NoticeKind kind,
        Message title,
        @Nullable Message words,
        String href,
        @Nullable String onceKey,
        String about,
        Letter.@Nullable CalendarPart calendar,
        @Nullable String replyTo) {

    public static Notice of(ClusterId cluster, PersonId person, NoticeKind kind, Message title, String href) {
        return new Notice(cluster, person, kind, title, null, href, null, "person:" + person, null, null);
    }

    public Notice withWords(Message more) {
        return new Notice(cluster, person, kind, title, more, href, onceKey, about, calendar, replyTo);
    }

    public Notice once(String key) {
        return new Notice(cluster, person, kind, title, words, href, key, about, calendar, replyTo);
    }

    public Notice about(String subject) {
        return new Notice(cluster, person, kind, title, words, href, onceKey, subject, calendar, replyTo);
    }

    public Notice withCalendar(Letter.@Nullable CalendarPart part) {
        return new Notice(cluster, person, kind, title, words, href, onceKey, about, part, replyTo);
    }

    public Notice answeredTo(@Nullable String mailbox) {
        return new Notice(cluster, person, kind, title, words, href, onceKey, about, calendar, mailbox);
    }
}
