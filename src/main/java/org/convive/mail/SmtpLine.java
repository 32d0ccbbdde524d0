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
    private static final int MESSAGES_A_CONNECTION = 100;

    private final JavaMailSenderImpl settings;
    private final String from;
    private @Nullable Transport transport;
    private int messages;

    SmtpLine(JavaMailSenderImpl settings, String from) {
        this.settings = settings;
        this.from = from;
    }

    /** Makes sure that somebody listens, before anything is claimed. */
    void open() throws MessagingException {
        Transport current = transport;
        if (current != null && messages < MESSAGES_A_CONNECTION && current.isConnected()) {
            return;
        }
        close();
        Session session = settings.getSession();
        String protocol = settings.getProtocol();
        Transport fresh = session.getTransport(protocol == null ? "smtp" : protocol);
        fresh.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
        transport = fresh;
        messages = 0;
    }

    /** Sends one message and says how it ended. */
    Outcome send(Ledger.Claimed letter, Instant now) {
        Mime.Outgoing message;
        try {
            message = Mime.message(settings.getSession(), from, letter, now);
        } catch (MessagingException | RuntimeException e) {
            return new Outcome(Ending.REFUSED, text(e));
        }
        Transport line = transport;
        if (line == null) {
            return new Outcome(Ending.NOT_NOW, "no connection to the mail server");
        }
        try {
            messages++;
            Address[] recipients = message.getAllRecipients();
            line.sendMessage(message, recipients);
            return new Outcome(Ending.SENT, "");
        } catch (MessagingException e) {
            int code = replyCode(e);
            if (code >= 500) {
                return new Outcome(Ending.REFUSED, text(e));
            }
            if (code < 400) {
                close();
            }
            if (code >= 400 || !message.leaving()) {
                return new Outcome(Ending.NOT_NOW, text(e));
            }
            return new Outcome(Ending.UNKNOWN, text(e));
        } catch (RuntimeException e) {
            close();
            return new Outcome(message.leaving() ? Ending.UNKNOWN : Ending.NOT_NOW, text(e));
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
        UNKNOWN
    }

    record Outcome(Ending ending, String error) {}
}
