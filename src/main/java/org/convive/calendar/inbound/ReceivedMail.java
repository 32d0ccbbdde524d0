package org.convive.calendar.inbound;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that came, as far as it matters here.
 *
 * @param messageId empty when it has none
 * @param sender the mailbox in From, in lower case; empty when there is none
 * @param recipients all mailboxes that it may have come to, in lower case
 * @param calendar the first calendar in it; null when there is none
 * @param method the method that the part's type names, in upper case; may be empty
 * @param automatic no person wrote it: out of office, receipts
 * @param words what a person wrote, without what they quote
 */
public record ReceivedMail(
        String messageId,
        String sender,
        String senderName,
        List<String> recipients,
        String subject,
        Instant received,
        byte @Nullable [] calendar,
        String method,
        boolean automatic,
        String words) {

    /** The same with a calendar that nobody can read: its content was too large to be fetched. */
    ReceivedMail withoutContent() {
        return new ReceivedMail(
                messageId, sender, senderName, recipients, subject, received, new byte[0], "", automatic, "");
    }
}
