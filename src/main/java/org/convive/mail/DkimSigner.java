package org.convive.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Signs messages (RFC 6376, relaxed/relaxed; rsa-sha256, or ed25519-sha256 of RFC 8463). The headers of one-click
 * unsubscribing are signed too, as RFC 8058 §4 asks.
 */
final class DkimSigner {
    private static final List<String> HEADERS = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Reply-To",
            "MIME-Version",
            "Content-Type",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Auto-Submitted");

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    private DkimSigner(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /** @throws IllegalStateException when the key is none */
    static DkimSigner of(MailProperties.Dkim settings) {
        try {
            String pem = settings.key().startsWith("file:")
                    ? Files.readString(Path.of(settings.key().substring("file:".length())))
                    : settings.key();
            byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return new DkimSigner(settings.domain(), settings.selector(), key(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("convive.mail.dkim.key cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("convive.mail.dkim.key is no RSA or Ed25519 key in PKCS #8", e);
        }
    }

    private static PrivateKey key(byte[] bytes) throws GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(bytes);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
        }
    }

    void sign(MimeMessage message) throws MessagingException {
        try {
            boolean rsa = key.getAlgorithm().equals("RSA");
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String bodyHash = Base64.getEncoder().encodeToString(sha.digest(body(message)));
            List<String> names = new ArrayList<>();
            var signed = new StringBuilder();
            for (String name : HEADERS) {
                String[] values = message.getHeader(name);
                if (values != null && values.length == 1) {
                    names.add(name);
                    signed.append(relaxed(name, values[0])).append("\r\n");
                }
            }
            // Naming From once more means that no second one can be added.
            names.add("From");
            String head = "v=1; a=" + (rsa ? "rsa" : "ed25519") + "-sha256; c=relaxed/relaxed; d=" + domain + "; s="
                    + selector + ";\r\n h=" + String.join(":\r\n  ", names) + ";\r\n bh=" + bodyHash + ";\r\n b=";
            signed.append(relaxed("DKIM-Signature", head));
            byte[] data = signed.toString().getBytes(StandardCharsets.UTF_8);
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key);
            signature.update(rsa ? data : sha.digest(data));
            String b = Base64.getEncoder().encodeToString(signature.sign());
            message.setHeader("DKIM-Signature", head + String.join("\r\n  ", b.split("(?<=\\G.{70})", -1)));
        } catch (GeneralSecurityException | IOException e) {
            throw new MessagingException("the message cannot be signed", e);
        }
    }

    /** The body as it goes over the wire, in the relaxed form. */
    private static byte[] body(MimeMessage message) throws MessagingException, IOException {
        var out = new ByteArrayOutputStream();
        message.writeTo(out);
        String all = out.toString(StandardCharsets.ISO_8859_1);
        String lines = all.replace("\r\n", "\n").replace('\r', '\n');
        String body = lines.substring(lines.indexOf("\n\n") + 2);
        String relaxed = body.replaceAll("[ \t]+", " ").replaceAll("(?m) $", "").replaceAll("\n*\\z", "");
        return (relaxed.isEmpty() ? "" : relaxed.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static String relaxed(String name, String value) {
        return name.toLowerCase(Locale.ROOT) + ":"
                + value.replaceAll("\r?\n", "").replaceAll("[ \t]+", " ").strip();
    }
}
