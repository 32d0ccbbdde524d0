package org.convive.calendar.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.mail.IncomingMail;

/** A message as one of the calendar programs writes it, from the templates in {@code src/test/resources/replies}. */
public final class ReplyMail {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final String program;
    private final Map<String, String> words = new HashMap<>();

    private ReplyMail(String program) {
        this.program = program;
        with("method", "REPLY")
                .with("partstat", "ACCEPTED")
                .with("sequence", "0")
                .with("comment", "")
                .with("name", "Nadia Ferhaoui")
                .with("spoken", "Nadia Ferhaoui")
                .with("quoted", "\"Ferhaoui, Nadia\"")
                .with("id", UUID.randomUUID().toString())
                .with("uid", "")
                .stamped(Instant.parse("2026-11-26T10:12:00Z"))
                .at(Instant.parse("2026-12-17T17:30:00Z"), Instant.parse("2026-12-17T20:30:00Z"));
    }

    public static ReplyMail of(String program) {
        return new ReplyMail(program);
    }

    public ReplyMail with(String word, String value) {
        words.put(word, value);
        return this;
    }

    public ReplyMail from(String mailbox) {
        return with("from", mailbox).with("attendee", mailbox);
    }

    /** The name beside the mailbox in From. */
    public ReplyMail named(String name) {
        try {
            return with("spoken", name)
                    .with("name", MimeUtility.encodeWord(name))
                    .with("quoted", MimeUtility.encodeWord(name));
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ReplyMail to(String mailbox) {
        return with("to", mailbox);
    }

    public ReplyMail stamped(Instant stamp) {
        return with("stamp", LOCAL.format(stamp.atOffset(ZoneOffset.UTC)) + "Z");
    }

    public ReplyMail at(Instant from, Instant to) {
        ZoneId paris = ZoneId.of("Europe/Paris");
        return with("start", LOCAL.format(from.atZone(paris)))
                .with("end", LOCAL.format(to.atZone(paris)))
                .with("startutc", LOCAL.format(from.atOffset(ZoneOffset.UTC)) + "Z")
                .with("endutc", LOCAL.format(to.atOffset(ZoneOffset.UTC)) + "Z");
    }

    /** The octets as they come over the wire. */
    public byte[] bytes() {
        String text = template(program);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        Matcher define = Pattern.compile("\\{\\{define:(.*)}}", Pattern.DOTALL).matcher(text);
        if (define.find()) {
            text = text.substring(0, define.start())
                    .replace("{{ics}}", define.group(1).stripTrailing());
        }
        text = replace(text, "base64", ReplyMail::base64);
        text = replace(text, "qp", ReplyMail::quotedPrintable);
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String replace(String text, String kind, java.util.function.UnaryOperator<String> encoder) {
        return Pattern.compile("\\{\\{" + kind + ":(.*?)}}", Pattern.DOTALL)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(encoder.apply(found.group(1))));
    }

    private static String base64(String content) {
        return Base64.getMimeEncoder()
                .encodeToString(content.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String quotedPrintable(String content) {
        return content.replace("=", "=3D");
    }

    public MimeMessage message() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it stands in the portal's mailbox. */
    public IncomingMail incoming() {
        return new IncomingMail(message(), Instant.parse("2026-11-26T10:13:00Z"), false);
    }

    /** As the portal reads it. */
    ReceivedMail read() {
        return read(message());
    }

    static ReceivedMail read(MimeMessage message) {
        try {
            return MailReader.read(message, Instant.parse("2026-11-26T10:13:00Z"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String template(String program) {
        try (InputStream in =
                Objects.requireNonNull(ReplyMail.class.getResourceAsStream("/replies/" + program + ".eml"), program)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
