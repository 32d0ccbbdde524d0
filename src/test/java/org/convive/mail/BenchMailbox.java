package org.convive.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/** For the benchmark: the portal's reader, and the least that anybody must do to read a mailbox. */
public final class BenchMailbox {
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

    /** Fetches each message and gives its calendar to a parser. */
    public static int fetch(int port, Consumer<byte[]> parser) throws MessagingException, IOException {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", port, "convive@localhost", "secret");
        try (store) {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            int count = 0;
            for (Message message : folder.getMessages()) {
                calendar(message, parser);
                count++;
            }
            return count;
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
