package org.convive.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.web.util.HtmlUtils;

/** Turns a claimed row of the ledger into the message that goes over the wire. */
final class Mime {
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private Mime() {}

    static Outgoing message(Session session, String from, String returnPath, Claims.Claimed claimed, Instant now)
            throws MessagingException {
        var message = new Outgoing(session, claimed.messageId());
        message.setEnvelopeFrom(returnPath);
        LetterShelf.Posted letter = claimed.content();
        Map<String, String> variables = claimed.recipient().variables();
        Function<Template, String> line = text -> oneLine(text.fill(variables));
        message.setFrom(address(from, line.apply(letter.fromName())));
        message.setRecipient(
                Message.RecipientType.TO,
                address(
                        claimed.recipient().address(),
                        oneLine(claimed.recipient().name())));
        if (letter.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(oneLine(letter.replyTo()), true)});
        }
        message.setSubject(line.apply(letter.subject()), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        for (Map.Entry<String, Template> header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), encoded(header.getKey(), line.apply(header.getValue())));
        }
        content(message, letter, variables);
        message.saveChanges();
        return message;
    }

    private static void content(Outgoing message, LetterShelf.Posted letter, Map<String, String> variables)
            throws MessagingException {
        byte[] text = letter.text().fill(variables, UnaryOperator.identity());
        Letter.CalendarPart calendar = letter.calendar();
        if (letter.html() == null && calendar == null) {
            message.setEncoded(text);
            return;
        }
        // From the plainest to the richest, as RFC 2046 wants it.
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(part("plain", text));
        if (letter.html() != null) {
            alternative.addBodyPart(part(
                    "html", letter.html().fill(variables, value -> HtmlUtils.htmlEscape(value, UTF_8))));
        }
        if (calendar == null) {
            message.setContent(alternative);
            return;
        }
        String type = "text/calendar; charset=UTF-8; method=" + calendar.method();
        byte[] ics = calendar.content().getBytes(StandardCharsets.UTF_8);
        var invitation = new MimeBodyPart();
        invitation.setDataHandler(new DataHandler(new ByteArrayDataSource(ics, type)));
        invitation.setHeader("Content-Type", type);
        alternative.addBodyPart(invitation);
        var mixed = new MimeMultipart("mixed");
        var body = new MimeBodyPart();
        body.setContent(alternative);
        mixed.addBodyPart(body);
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(ics, "application/ics")));
        file.setFileName("invitation.ics");
        mixed.addBodyPart(file);
        message.setContent(mixed);
    }

    private static MimeBodyPart part(String subtype, byte[] encoded) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", EncodedText.ENCODING);
        return new MimeBodyPart(headers, encoded);
    }

    /** A line break in a header would begin another header: all of them, and other control characters, are dropped. */
    static String oneLine(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ").strip();
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            var result = new InternetAddress(address, name.isBlank() ? null : name, UTF_8);
            result.validate();
            return result;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String name, String value) {
        try {
            return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(value, UTF_8, null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message with a Message-ID that never changes, and that knows whether it began to go over the wire. */
    static final class Outgoing extends SMTPMessage {
        private final String messageId;
        private boolean leaving;

        Outgoing(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        /** A text and nothing else. */
        void setEncoded(byte[] text) throws MessagingException {
            setHeader("Content-Type", "text/plain; charset=UTF-8");
            setHeader("Content-Transfer-Encoding", EncodedText.ENCODING);
            content = text;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
            leaving = true;
            super.writeTo(out, ignoreList);
        }

        /** Asked before it is sent again over a fresh line. */
        void stay() {
            leaving = false;
        }

        /** Whether its content began to leave: from then on a silent server may have taken it. */
        boolean leaving() {
            return leaving;
        }
    }
}
