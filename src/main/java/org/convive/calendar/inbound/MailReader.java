package org.convive.calendar.inbound;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convive.calendar.reading.CalendarParser;
import org.jspecify.annotations.Nullable;

/** Finds in a MIME message what concerns calendars, wherever the writer's program put it. */
final class MailReader {
    private static final int MOST_PARTS = 60;
    private static final int MOST_WORDS = 4_000;
    private static final int MOST_TEXT = 200_000;
    private static final Pattern AWAY = Pattern.compile(
            "^(automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office|réponse automatique"
                    + "|absence du bureau|abwesenheits).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern UNSEEN = Pattern.compile("(?i)<(script|style|head)\\b");

    private static final Pattern QUOTE_BEGINS = Pattern.compile(
            "^(-{2,} ?(original message|message d'origine"
                    + "|message d’origine|forwarded message).*|_{10,}|(on|le) .{10,200}(wrote|a écrit)\\s*:.*|from: .+|de ?: .+@.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private byte @Nullable [] calendar;
    private String method = "";
    private @Nullable String plain;
    private @Nullable String html;
    private int parts;

    private MailReader() {}

    /** @param received when it came, if the message does not say */
    static ReceivedMail read(MimeMessage message, Instant received) throws MessagingException, IOException {
        var reader = new MailReader();
        reader.walk(message);
        InternetAddress from = sender(message);
        String subject = Objects.requireNonNullElse(message.getSubject(), "");
        String text = reader.plain == null ? stripped(reader.html) : reader.plain;
        return new ReceivedMail(
                Objects.requireNonNullElse(message.getMessageID(), "").strip(),
                from == null
                        ? ""
                        : Objects.requireNonNullElse(from.getAddress(), "").toLowerCase(Locale.ROOT),
                from == null || from.getPersonal() == null ? "" : from.getPersonal(),
                recipients(message),
                subject,
                received,
                reader.calendar,
                reader.method,
                isAutomatic(message, subject),
                unquoted(text));
    }

    private void walk(Part part) throws MessagingException, IOException {
        if (++parts > MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                walk(multipart.getBodyPart(i));
            }
        } else if (isCalendar(part)) {
            if (calendar == null) {
                calendar = bytes(part, CalendarParser.MOST_BYTES + 1);
                method = parameter(part, "method").toUpperCase(Locale.ROOT);
            }
        } else if (plain == null && part.isMimeType("text/plain") && !isFile(part)) {
            plain = text(part);
        } else if (html == null && part.isMimeType("text/html") && !isFile(part)) {
            html = text(part);
        }
    }

    private static boolean isCalendar(Part part) throws MessagingException {
        if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
            return true;
        }
        String name = fileName(part);
        return name.endsWith(".ics") || name.endsWith(".ical");
    }

    private static boolean isFile(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static String fileName(Part part) {
        try {
            return Objects.requireNonNullElse(part.getFileName(), "").toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String parameter(Part part, String name) {
        try {
            return Objects.requireNonNullElse(new ContentType(part.getContentType()).getParameter(name), "");
        } catch (MessagingException e) {
            return "";
        }
    }

    private static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(bytes(part, MOST_TEXT), charset(parameter(part, "charset")));
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable InternetAddress sender(MimeMessage message) {
        try {
            Address[] from = message.getFrom();
            return from == null || from.length == 0 ? null : (InternetAddress) from[0];
        } catch (MessagingException e) {
            return null;
        }
    }

    private static List<String> recipients(MimeMessage message) throws MessagingException {
        List<String> all = new ArrayList<>();
        for (String header : List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")) {
            String[] values = message.getHeader(header);
            for (String value : values == null ? new String[0] : values) {
                all.addAll(mailboxes(value));
            }
        }
        return all.stream().distinct().limit(200).toList();
    }

    private static List<String> mailboxes(String header) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(header, false))
                    .map(InternetAddress::getAddress)
                    .filter(Objects::nonNull)
                    .map(address -> address.strip().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    /** RFC 3834 §5, and what programs did before it. */
    private static boolean isAutomatic(Message message, String subject) throws MessagingException {
        String auto = header(message, "Auto-Submitted");
        return (!auto.isEmpty() && !auto.startsWith("no"))
                || !header(message, "X-Autoreply").isEmpty()
                || !header(message, "X-Autorespond").isEmpty()
                || header(message, "Precedence").equals("auto_reply")
                || AWAY.matcher(subject.strip()).matches();
    }

    private static String header(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length == 0 ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }

    static String stripped(@Nullable String html) {
        return html == null
                ? ""
                : withoutUnseen(html)
                        .replaceAll("(?i)<br\\s*/?>|</p>|</div>", "\n")
                        .replaceAll("<[^>]{0,2000}>", "")
                        .replace("&nbsp;", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
    }

    /** Without scripts, styles and heads; what is never closed stays. In one pass, whatever a stranger sends. */
    private static String withoutUnseen(String html) {
        var seen = new StringBuilder();
        Matcher begins = UNSEEN.matcher(html);
        Set<String> neverClosed = new HashSet<>();
        int at = 0;
        while (begins.find()) {
            String name = begins.group(1).toLowerCase(Locale.ROOT);
            if (begins.start() < at || neverClosed.contains(name)) {
                continue;
            }
            Matcher end = Pattern.compile("(?i)</" + name + ">").matcher(html);
            if (end.find(begins.end())) {
                seen.append(html, at, begins.start());
                at = end.end();
            } else {
                neverClosed.add(name);
            }
        }
        return seen.append(html, at, html.length()).toString();
    }

    /** What they wrote themselves, without the message that they answer to and without a signature. */
    static String unquoted(String text) {
        String own = text.lines()
                .map(String::stripTrailing)
                .takeWhile(line -> !line.equals("--")
                        && !QUOTE_BEGINS.matcher(line.strip()).matches())
                .filter(line -> !line.startsWith(">"))
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        if (own.length() <= MOST_WORDS) {
            return own;
        }
        int end = Character.isHighSurrogate(own.charAt(MOST_WORDS - 2)) ? MOST_WORDS - 2 : MOST_WORDS - 1;
        return own.substring(0, end) + "…";
    }
}
