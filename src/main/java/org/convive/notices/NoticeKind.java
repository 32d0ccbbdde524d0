package org.convive.notices;

/**
 * A kind of thing that people are told and can each switch off, in the portal and by mail.
 *
 * @param key translation key of its name and its identity in the database, e.g. {@code means.notice.reminder}: "A
 *     reminder before a booking"; it is never renamed
 * @param inPortal whether it is told in the portal to those who chose nothing
 * @param byMail whether it is mailed to those who chose nothing
 */
public record NoticeKind(String key, boolean inPortal, boolean byMail) {
    /** @throws IllegalArgumentException when the key does not fit the database */
    public NoticeKind {
        if (!key.matches("[a-z0-9.-]{3,80}")) {
            throw new IllegalArgumentException("no key of a kind of notice: " + key);
        }
    }

    /** Told in the portal and by mail unless switched off. */
    public static NoticeKind both(String key) {
        return new NoticeKind(key, true, true);
    }

    /** Told in the portal only, unless mail is switched on. */
    public static NoticeKind portalOnly(String key) {
        return new NoticeKind(key, true, false);
    }
}
