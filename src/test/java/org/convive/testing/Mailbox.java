package org.convive.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real mail server on a free port, for the tests that want to see the message that arrives. */
public final class Mailbox implements AutoCloseable {
    private final GreenMail server;

    public Mailbox() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Points a sender at this server. */
    public void receiveFrom(JavaMailSenderImpl sender) {
        sender.setHost("127.0.0.1");
        sender.setPort(port());
    }

    /** What arrived for one address. */
    public List<MimeMessage> of(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    /** The decoded part of this type, wherever it is nested. */
    public static Optional<String> part(Object content, String type) {
        try {
            if (content instanceof MimeMessage message) {
                return message.isMimeType(type)
                        ? Optional.of(message.getContent().toString())
                        : part(message.getContent(), type);
            }
            if (content instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart body = multipart.getBodyPart(i);
                    Optional<String> found = body.isMimeType(type)
                            ? Optional.of(new String(
                                    body.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                            : part(body.getContent(), type);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
