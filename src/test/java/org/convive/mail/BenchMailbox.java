package org.convive.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.springframework.context.ApplicationContext;

/** For the benchmark: the portal's reader, and the least that anybody must do to read a mailbox. */
public final class BenchMailbox {
    private static final int AT_ONCE = 50;

    private BenchMailbox() {}

    /** Reads everything as the portal does. */
    public static int read(ApplicationContext context, int port, List<IncomingMailHandler> handlers)
            throws MessagingException {
        var properties = new ImapProperties(
                "127.0.0.1", port, "convive@localhost", "secret", "imap", "INBOX", Duration.ofMinutes(1), 1_000_000);
        try (var reader =
                new InboxReader(properties, context.getBean(InboxRows.class), handlers, Clock.systemUTC(), "bench")) {
            return reader.readNew();
        }
    }

    /** Fetches the messages, as many at once as the portal does, and gives each one's calendar to a parser. */
    public static int fetch(int port, Consumer<byte[]> parser) throws MessagingException, IOException {
        var settings = new Properties();
        settings.setProperty("mail.imap.peek", "true");
        var store = Session.getInstance(settings).getStore("imap");
        store.connect("127.0.0.1", port, "convive@localhost", "secret");
        try (store) {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            Message[] all = folder.getMessages();
            var content = new FetchProfile();
            content.add(IMAPFolder.FetchProfileItem.MESSAGE);
            for (int i = 0; i < all.length; i += AT_ONCE) {
                Message[] some = Arrays.copyOfRange(all, i, Math.min(all.length, i + AT_ONCE));
                folder.fetch(some, content);
                for (Message message : some) {
                    calendar(message, parser);
                }
            }
            return all.length;
        }
    }

    private static boolean calendar(Part part, Consumer<byte[]> parser) throws MessagingException, IOException {
        if (part.isMimeType("text/calendar")) {
            parser.accept(part.getInputStream().readAllBytes());
            return true;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart body = parts.getBodyPart(i);
                if (calendar(body, parser)) {
                    return true;
                }
            }
        }
        return false;
    }
}
