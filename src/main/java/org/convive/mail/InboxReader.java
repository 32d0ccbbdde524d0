package org.convive.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the portal's mailbox in the order of its UIDs (RFC 9051 §2.3.1.1) and remembers the last one in the database, so
 * that nothing is missed or handled twice after a crash, whichever node goes on. Messages stay where they are. One that
 * cannot be handled is offered three times, then passed by with a line in the log and a flag in the mailbox.
 */
class InboxReader implements AutoCloseable {
    static final int ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
    private static final int AT_ONCE = 25;

    /** Of messages that are held in memory together, unless one alone is larger. */
    private static final long MOST_BYTES = 4_000_000;

    private final ImapProperties properties;
    private final InboxRows rows;
    private final List<IncomingMailHandler> handlers;
    private final Clock clock;
    private final String node;
    private final String mailbox;
    private final Session session;
    private final Store store;
    private final IMAPFolder folder;

    /** Connects. */
    InboxReader(ImapProperties properties, InboxRows rows, List<IncomingMailHandler> handlers, Clock clock, String node)
            throws MessagingException {
        this.properties = properties;
        this.rows = rows;
        this.handlers = handlers.stream()
                .sorted(Comparator.comparingInt(IncomingMailHandler::order))
                .toList();
        this.clock = clock;
        this.node = node;
        this.mailbox = mailbox(properties);
        this.session = Session.getInstance(settings(properties));
        this.store = session.getStore(properties.protocol());
        store.connect(properties.host(), properties.port(), properties.username(), properties.password());
        this.folder = (IMAPFolder) store.getFolder(properties.folder());
        folder.open(Folder.READ_WRITE);
    }

    static String mailbox(ImapProperties properties) {
        return properties.username() + "@" + properties.host() + "/" + properties.folder();
    }

    private static Properties settings(ImapProperties properties) {
        var settings = new Properties();
        String prefix = "mail." + properties.protocol() + ".";
        settings.setProperty(prefix + "connectiontimeout", "10000");
        settings.setProperty(prefix + "timeout", "30000");
        settings.setProperty(prefix + "writetimeout", "30000");
        settings.setProperty(prefix + "starttls.enable", "true");
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty("mail.mime.address.strict", "false");
        settings.setProperty("mail.mime.parameters.strict", "false");
        settings.setProperty("mail.mime.base64.ignoreerrors", "true");
        settings.setProperty("mail.mime.ignoreunknownencoding", "true");
        return settings;
    }

    /**
     * Handles everything that is new, as long as this node holds the mailbox.
     *
     * @return how many messages were handled or passed by
     */
    int readNew() throws MessagingException {
        int read = 0;
        Deque<Message> waiting = new ArrayDeque<>();
        while (rows.hold(mailbox, node)) {
            if (waiting.isEmpty()) {
                waiting.addAll(newer(rows.lastRead(mailbox, folder.getUIDValidity())));
            }
            if (waiting.isEmpty()) {
                return read;
            }
            List<Message> next = fetch(waiting);
            int handled = handleTogether(next) ? next.size() : handleEach(next);
            read += handled;
            if (handled < next.size()) {
                return read;
            }
            // The folder remembers its messages as long as it is open; their content need not stay.
            next.forEach(message -> ((IMAPMessage) message).invalidateHeaders());
        }
        return read;
    }

    /** In one transaction: most of the time goes into ending them. When one of them fails nothing was done at all. */
    private boolean handleTogether(List<Message> messages) throws MessagingException {
        if (messages.size() == 1) {
            return false;
        }
        List<IncomingMail> all = new ArrayList<>();
        for (Message message : messages) {
            if (isHuge(message)) {
                return false;
            }
            all.add(fetched(message));
        }
        try {
            rows.together(() -> {
                all.forEach(this::offer);
                rows.read(mailbox, uid(messages.getLast()));
            });
            return true;
        } catch (RuntimeException e) {
            LOG.debug("Messages are handled one by one", e);
            return false;
        }
    }

    /** @return how many, until one had to wait */
    private int handleEach(List<Message> messages) throws MessagingException {
        int handled = 0;
        for (Message message : messages) {
            if (!handle(message)) {
                break;
            }
            rows.read(mailbox, uid(message));
            handled++;
        }
        return handled;
    }

    private void offer(IncomingMail mail) {
        boolean taken = false;
        for (IncomingMailHandler handler : handlers) {
            taken = taken || handler.take(mail);
        }
    }

    private List<Message> newer(long last) throws MessagingException {
        Message[] all = folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        // A server answers with its last message even when that one is older than what was asked for.
        return Arrays.stream(all)
                .filter(message -> message != null && uid(message) > last)
                .sorted(Comparator.comparingLong(this::uid))
                .toList();
    }

    /** Takes the next messages, as many as one may hold in memory, and fetches them in two commands instead of many. */
    private List<Message> fetch(Deque<Message> waiting) throws MessagingException {
        Message[] next = waiting.stream().limit(AT_ONCE).toArray(Message[]::new);
        var sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        sizes.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(next, sizes);
        List<Message> taken = new ArrayList<>();
        List<Message> whole = new ArrayList<>();
        long bytes = 0;
        for (Message message : next) {
            boolean huge = isHuge(message);
            bytes += huge ? 0 : message.getSize();
            if (bytes > MOST_BYTES && !taken.isEmpty()) {
                break;
            }
            taken.add(waiting.remove());
            if (!huge) {
                whole.add(message);
            }
        }
        var content = new FetchProfile();
        content.add(IMAPFolder.FetchProfileItem.MESSAGE);
        folder.fetch(whole.toArray(Message[]::new), content);
        return taken;
    }

    private boolean isHuge(Message message) throws MessagingException {
        return message.getSize() > properties.maxBytes();
    }

    private long uid(Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether the next one may be read */
    private boolean handle(Message message) throws MessagingException {
        IncomingMail mail = fetched(message);
        try {
            offer(mail);
            return true;
        } catch (RuntimeException e) {
            if (rows.failed(mailbox) < ATTEMPTS) {
                LOG.warn("Message {} of the mailbox cannot be handled now", uid(message), e);
                return false;
            }
            LOG.error("Message {} of the mailbox cannot be handled and is passed by", uid(message), e);
            message.setFlag(Flags.Flag.FLAGGED, true);
            return true;
        }
    }

    /** All of it at once, so that handlers need no connection; of a huge one only the header. */
    private IncomingMail fetched(Message message) throws MessagingException {
        Instant received = message.getReceivedDate() == null
                ? clock.instant()
                : message.getReceivedDate().toInstant();
        if (isHuge(message)) {
            LOG.warn("Message {} of the mailbox is {} bytes large and is not read", uid(message), message.getSize());
            message.setFlag(Flags.Flag.FLAGGED, true);
            var header = new InternetHeaders();
            for (Enumeration<String> lines = ((MimeMessage) message).getAllHeaderLines(); lines.hasMoreElements(); ) {
                header.addHeaderLine(lines.nextElement());
            }
            return new IncomingMail(new HeaderOnly(session, header), received, true);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new IncomingMail(
                new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray())), received, false);
    }

    /** Waits until the server tells of something new, at most as long as given; false where it cannot tell. */
    boolean awaitNews() throws MessagingException {
        if (!((IMAPStore) store).hasCapability("IDLE")) {
            return false;
        }
        folder.idle(true);
        return true;
    }

    /** Ends {@link #awaitNews} from another thread. */
    void wake() {
        try {
            if (folder.isOpen()) {
                folder.doCommand(protocol -> {
                    protocol.noop();
                    return null;
                });
            }
        } catch (MessagingException e) {
            LOG.debug("The mailbox is gone", e);
        }
    }

    @Override
    public void close() {
        try {
            folder.close(false);
            store.close();
        } catch (MessagingException | IllegalStateException e) {
            LOG.debug("The mailbox was gone already", e);
        }
    }

    /** A message whose content stayed in the mailbox. */
    private static final class HeaderOnly extends MimeMessage {
        HeaderOnly(Session session, InternetHeaders header) throws MessagingException {
            super(session);
            for (String line : Collections.list(header.getAllHeaderLines())) {
                addHeaderLine(line);
            }
            removeHeader("Content-Type");
            removeHeader("Content-Transfer-Encoding");
            setText("");
        }
    }
}
