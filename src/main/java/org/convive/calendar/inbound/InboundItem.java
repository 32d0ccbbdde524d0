package org.convive.calendar.inbound;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A message as people see it.
 *
 * @param kind of {@code REPLY, COUNTER, DELEGATED, REFRESH, WORDS, AWAY, OTHER}
 * @param reason the end of a key that says why it was put aside; empty for none
 * @param about the title of what it is about; empty when nobody knows
 * @param page its page, without a leading slash
 * @param person whom it concerns; null when nobody knows
 * @param participation what the calendar answered, as written
 */
public record InboundItem(
        long id,
        String kind,
        String state,
        String reason,
        @Nullable String subjectKind,
        long subjectId,
        String about,
        String page,
        ZoneId zone,
        @Nullable PersonId person,
        @Nullable String personName,
        String sender,
        String senderName,
        String subject,
        String words,
        String participation,
        @Nullable String delegatedTo,
        @Nullable Instant proposedFrom,
        @Nullable Instant proposedTo,
        Instant received) {

    private static final Set<String> CLEAR = Set.of("ACCEPTED", "DECLINED", "TENTATIVE");
    private static final Set<String> DOUBTS = Set.of(
            "forged",
            "broken",
            "empty",
            "unknown",
            "other-invitation",
            "sender",
            "unsigned",
            "somebody-else",
            "not-invited",
            "no-reply",
            "declined-counter");

    /** Whether it says something that can be counted as somebody's answer. */
    public boolean countable() {
        return person != null && subjectKind != null && CLEAR.contains(participation);
    }

    /** Kept for the organiser to read, and not for an animator to decide. */
    boolean forOrganiser() {
        return !DOUBTS.contains(reason);
    }
}
