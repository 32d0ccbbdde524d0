package org.convive.calendar.inbound;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.convive.testing.Mailbox;

/** What somebody's mail program does: it sends by SMTP and reads by IMAP. */
final class RealMail {
    private RealMail() {}

    static void send(int smtpPort, byte[] message, String recipient) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(smtpPort));
        Message mime = new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(message));
        Transport.send(mime, new InternetAddress[] {new InternetAddress(recipient)});
    }

    /** The calendars in somebody's mailbox, unfolded, in the order they came. */
    static List<String> calendars(int imapPort, String mailbox) throws MessagingException {
        List<String> calendars = new ArrayList<>();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, mailbox, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            for (Message message : inbox.getMessages()) {
                Mailbox.part(new MimeMessage((MimeMessage) message), "text/calendar")
                        .map(calendar -> calendar.replace("\r\n ", ""))
                        .ifPresent(calendars::add);
            }
        }
        return calendars;
    }
}
