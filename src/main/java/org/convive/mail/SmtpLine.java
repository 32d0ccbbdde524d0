package org.convive.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Instant;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server, used for many messages. Belongs to one thread. */
final class SmtpLine implements AutoCloseable {
    private static final int MESSAGES_A_CONNECTION = 1_000;
    private static final PromptSockets SOCKETS = new PromptSockets();

    /** The server says that it ends the connection (RFC 5321 §3.8). */
    private static final int CLOSING = 421;

    private static final long IDLE_IS_DOUBTFUL = 5_000_000_000L;

    private final JavaMailSenderImpl settings;
    private final String from;
    private final ReturnPath returnPath;
    private final @Nullable DkimSigner signer;
    private @Nullable Transport transport;
    private int messages;
    private long lastUsed;

    SmtpLine(JavaMailSenderImpl settings, String from, ReturnPath returnPath, @Nullable DkimSigner signer) {
        this.settings = settings;
        this.from = from;
        this.returnPath = returnPath;
        this.signer = signer;
    }

    /** Makes sure that somebody listens, before anything is claimed. */
    void open() throws MessagingException {
        Transport current = transport;
        boolean fresh = System.nanoTime() - lastUsed < IDLE_IS_DOUBTFUL;
        if (current != null && messages < MESSAGES_A_CONNECTION && (fresh || current.isConnected())) {
            return;
        }
        close();
        Session session = settings.getSession();
        session.getProperties().putIfAbsent("mail.smtp.socketFactory", SOCKETS);
        String protocol = settings.getProtocol();
        Transport next = session.getTransport(protocol == null ? "smtp" : protocol);
        next.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
        transport = next;
        messages = 0;
        lastUsed = System.nanoTime();
    }

    /** Sends one message and says how it ended. */
    Outcome send(Claims.Claimed letter, Instant now) {
        Mime.Outgoing message;
        try {
            message = Mime.message(
                    settings.getSession(), from, returnPath.of(letter.id(), letter.messageId()), letter, now);
            if (signer != null) {
                signer.sign(message);
            }
        } catch (MessagingException | RuntimeException e) {
            return new Outcome(Ending.REFUSED, text(e));
        }
        Outcome first = attempt(message);
        // Servers end a connection when they like; before the message has begun to leave, another one does no harm.
        return first.ending() == Ending.LINE_LOST ? again(message) : first;
    }

    private Outcome again(Mime.Outgoing message) {
        try {
            open();
        } catch (MessagingException e) {
            return new Outcome(Ending.NOT_NOW, text(e));
        }
        Outcome second = attempt(message);
        return second.ending() == Ending.LINE_LOST ? new Outcome(Ending.NOT_NOW, second.error()) : second;
    }

    private Outcome attempt(Mime.Outgoing message) {
        Transport line = transport;
        if (line == null) {
            return new Outcome(Ending.LINE_LOST, "no connection to the mail server");
        }
        message.stay();
        try {
            messages++;
            Address[] recipients = message.getAllRecipients();
            line.sendMessage(message, recipients);
            lastUsed = System.nanoTime();
            return new Outcome(Ending.SENT, "");
        } catch (MessagingException e) {
            int code = replyCode(e);
            if (code >= 500) {
                return new Outcome(Ending.REFUSED, text(e));
            }
            if (code < 400 || code == CLOSING) {
                close();
            }
            if (code >= 400) {
                return new Outcome(Ending.NOT_NOW, text(e));
            }
            return new Outcome(message.leaving() ? Ending.UNKNOWN : Ending.LINE_LOST, text(e));
        } catch (RuntimeException e) {
            close();
            return new Outcome(message.leaving() ? Ending.UNKNOWN : Ending.LINE_LOST, text(e));
        }
    }

    @Override
    public void close() {
        Transport old = transport;
        transport = null;
        if (old != null) {
            try {
                old.close();
            } catch (MessagingException e) {
                // It is gone already, which is what we want.
                return;
            }
        }
    }

    /** The server's three digits; -1 when it did not answer. The answer about the address tells most. */
    private static int replyCode(MessagingException error) {
        int code = -1;
        Exception at = error;
        while (at instanceof MessagingException link) {
            if (link instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (link instanceof SMTPSendFailedException failed) {
                code = Math.max(code, failed.getReturnCode());
            }
            if (link instanceof SMTPSenderFailedException sender) {
                code = Math.max(code, sender.getReturnCode());
            }
            at = link.getNextException();
        }
        return code;
    }

    private static String text(Exception error) {
        Throwable shown = error instanceof SendFailedException failed && failed.getNextException() != null
                ? failed.getNextException()
                : error;
        String message = shown.getMessage();
        return Mime.oneLine(message == null ? shown.getClass().getSimpleName() : message);
    }

    /** How a conversation with the server about one message ended. */
    enum Ending {
        SENT,
        REFUSED,
        NOT_NOW,
        /** The connection ended before the message began to leave. */
        LINE_LOST,
        UNKNOWN
    }

    record Outcome(Ending ending, String error) {}
}
