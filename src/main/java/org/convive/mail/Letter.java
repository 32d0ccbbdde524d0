package org.convive.mail;

import java.util.List;
import java.util.Map;
import org.convive.shared.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent to one or many recipients, each separately. In subject, text, html and headers,
 * <code>{{name}}</code> is replaced by the recipient's variable of that name when it is sent.
 *
 * @param kind what it is, e.g. {@code meeting.invitation}, {@code newsletter}
 * @param subjectRef what it is about, e.g. {@code meeting:42}, for the ledger's pages
 * @param text the plain text part
 * @param html the HTML part; null for a text-only message
 * @param calendar a text/calendar part (RFC 6047); null for none
 * @param headers further headers, e.g. List-Unsubscribe
 */
public record Letter(
        @Nullable ClusterId cluster,
        String kind,
        String subjectRef,
        String fromName,
        @Nullable String replyTo,
        String subject,
        String text,
        @Nullable String html,
        @Nullable CalendarPart calendar,
        Map<String, String> headers,
        List<Recipient> recipients) {

    /** @param method the iTIP method, e.g. REQUEST or CANCEL, in upper case */
    public record CalendarPart(String method, String content) {}

    /**
     * One addressee.
     *
     * @param variables replaced in the letter
     */
    public record Recipient(String address, String name, Map<String, String> variables) {
        public static Recipient of(String address, String name) {
            return new Recipient(address, name, Map.of());
        }
    }
}
