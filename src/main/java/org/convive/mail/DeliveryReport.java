package org.convive.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports about one message (RFC 3464).
 *
 * @param returnPath the address of ours that the report came to, when it names a row of the ledger
 * @param messageId of the message that came back; empty when the report does not hold it
 * @param status the enhanced status code (RFC 3463)
 * @param diagnostic what the other server said
 */
record DeliveryReport(
        Optional<ReturnPath.Reading> returnPath, String messageId, Outcome outcome, String status, String diagnostic) {
    private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*(<[^>\\s]+>)");
    private static final int MOST = 200_000;

    /** What the report says. */
    enum Outcome {
        FAILED,
        /** Delayed, delivered, relayed: nothing to do. */
        OTHER
    }

    /** Reads a message that may be a report; empty when it is none. */
    static Optional<DeliveryReport> of(MimeMessage message) throws MessagingException, IOException {
        Optional<ReturnPath.Reading> path = recipients(message).stream()
                .map(ReturnPath::read)
                .flatMap(Optional::stream)
                .findFirst();
        boolean report = message.isMimeType("multipart/report");
        // Some servers report in words only; what comes to such an address is a report all the same, unless a person
        // or an "out of office" answers: those say so, or come from somewhere.
        if (!report && (path.isEmpty() || !isFromNobody(message))) {
            return Optional.empty();
        }
        var parts = new Parts();
        parts.read(message, 0);
        InternetHeaders fields = parts.recipientFields;
        String action = fields == null ? "failed" : header(fields, "Action").toLowerCase(Locale.ROOT);
        String diagnostic = fields == null ? "" : header(fields, "Diagnostic-Code");
        String words = diagnostic.isEmpty() ? parts.words.toString() : diagnostic;
        String status = fields == null ? "" : status(header(fields, "Status"));
        if (report && fields == null) {
            // A report of another kind: a reading receipt (RFC 8098), a complaint.
            return Optional.empty();
        }
        if (status.isEmpty()) {
            status = status(words);
        }
        Matcher id = MESSAGE_ID.matcher(parts.returned);
        return Optional.of(new DeliveryReport(
                path,
                id.find() ? id.group(1) : "",
                action.startsWith("failed") ? Outcome.FAILED : Outcome.OTHER,
                status.isEmpty() ? "5.3.0" : status,
                Mime.oneLine(words.replaceFirst("(?i)^smtp;\\s*", ""))));
    }

    private static boolean isFromNobody(MimeMessage message) throws MessagingException {
        String returnPath = message.getHeader("Return-Path", null);
        Address[] from = message.getFrom();
        String sender = from == null || from.length == 0
                ? ""
                : ((InternetAddress) from[0]).getAddress().toLowerCase(Locale.ROOT);
        return "<>".equals(returnPath) || sender.isEmpty() || sender.matches("(mailer-daemon|postmaster)(@.*)?");
    }

    private static List<String> recipients(MimeMessage message) throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String name : List.of("Delivered-To", "X-Original-To", "Envelope-To", "To")) {
            String[] values = message.getHeader(name);
            if (values != null) {
                for (String value : values) {
                    for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                        found.add(address.getAddress() == null ? "" : address.getAddress());
                    }
                }
            }
        }
        return found;
    }

    private static String status(String text) {
        Matcher matcher = STATUS.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private static String header(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    /** The parts of a report that matter. */
    private static final class Parts {
        private final StringBuilder words = new StringBuilder();
        private @Nullable InternetHeaders recipientFields;
        private String returned = "";

        void read(Part part, int depth) throws MessagingException, IOException {
            if (depth > 5) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < Math.min(parts.getCount(), 20); i++) {
                    BodyPart body = parts.getBodyPart(i);
                    read(body, depth + 1);
                }
            } else if (part.isMimeType("message/delivery-status")
                    || part.isMimeType("message/global-delivery-status")) {
                recipientFields = fields(part);
            } else if (part.isMimeType("message/rfc822")
                    || part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/global")
                    || part.isMimeType("message/global-headers")) {
                returned = text(part);
            } else if (part.isMimeType("text/plain") && words.length() < 4_000) {
                words.append(text(part));
            }
        }

        /** The fields of the first recipient: one message of ours has one. */
        private static @Nullable InternetHeaders fields(Part part) throws MessagingException, IOException {
            String[] groups = text(part).replace("\r\n", "\n").strip().split("\n[ \t]*\n", -1);
            for (String group : groups) {
                var fields = new InternetHeaders(
                        new ByteArrayInputStream((group.strip() + "\n\n").getBytes(StandardCharsets.UTF_8)));
                if (fields.getHeader("Action") != null) {
                    return fields;
                }
            }
            return null;
        }

        private static String text(Part part) throws MessagingException, IOException {
            try (var in = part.getInputStream()) {
                return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
            }
        }
    }
}
