package org.convive.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server for the local run: SMTP that delivers everything to a mailbox of the recipient's name, and IMAP that lets
 * anyone in. Mails are kept as files, one folder a recipient, and are there again after a restart.
 */
public final class LocalMail implements AutoCloseable {
    private final GreenMail server;
    private final Path folder;
    private final AtomicInteger number = new AtomicInteger();

    private LocalMail(GreenMail server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts both servers on this machine's own address.
     *
     * @param folder where mails are kept
     * @param smtpPort 0 takes a free one
     * @param imapPort 0 takes a free one
     */
    public static LocalMail start(Path folder, int smtpPort, int imapPort) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        var mail = new LocalMail(server, folder);
        server.start();
        mail.readKept();
        server.getUserManager()
                .setMessageDeliveryHandler((message, address) -> mail.keep(message.getMessage(), address.getEmail()));
        return mail;
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** The addresses that have a mailbox, in alphabetical order. */
    public List<String> recipients() {
        return server.getUserManager().listUser().stream()
                .map(GreenMailUser::getEmail)
                .distinct()
                .sorted()
                .toList();
    }

    /** A recipient's mails, the newest first. */
    public List<StoredMessage> messages(String recipient) {
        GreenMailUser user = server.getUserManager().getUserByEmail(recipient);
        if (user == null) {
            return List.of();
        }
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .sorted(Comparator.comparingLong(StoredMessage::getUid).reversed())
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser keep(MimeMessage message, String address) {
        String recipient = address.toLowerCase(Locale.ROOT);
        try {
            Path kept = Files.createDirectories(folder.resolve(recipient.replaceAll("[^a-z0-9.@_+-]", "_")));
            String name = "%d-%05d.eml".formatted(System.currentTimeMillis(), number.incrementAndGet());
            try (var file = Files.newOutputStream(kept.resolve(name))) {
                message.writeTo(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return mailbox(recipient);
    }

    private void readKept() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.walk(folder, 2)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".eml"))
                        .sorted(Comparator.comparing(Path::getFileName))
                        .toList()) {
                    try (var text = Files.newInputStream(file)) {
                        mailbox(file.getParent().getFileName().toString())
                                .deliver(new MimeMessage((jakarta.mail.Session) null, text));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands behind a plus is no part of the mailbox's name. */
    private synchronized GreenMailUser mailbox(String recipient) {
        String address = recipient.replaceFirst("\\+[^@]*@", "@");
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        if (user != null) {
            return user;
        }
        try {
            return server.getUserManager().createUser(address, address, address);
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }
}
