package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignerTest {
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void aReceiverFindsTheSignatureGenuineAndNoticesEveryChange(String algorithm) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom("portal@test.example");
        message.setRecipients(MimeMessage.RecipientType.TO, "reader@test.example");
        message.setSubject(
                "Été à l’Orsenne, un sujet assez long pour être plié en plusieurs lignes d’en-tête", "UTF-8");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setText("Bonjour,  \n\n  18 h 30\t\n\n\n", "UTF-8");
        message.saveChanges();
        DkimSigner.of(new MailProperties.Dkim("test.example", "convive", pem)).sign(message);
        var wire = new ByteArrayOutputStream();
        message.writeTo(new CRLFOutputStream(wire));
        String text = wire.toString(StandardCharsets.ISO_8859_1);
        assertThat(verify(text, keys)).isTrue();
        assertThat(verify(text.replace("Bonjour", "Bonsoir"), keys)).isFalse();
        assertThat(verify(text.replace("One-Click", "Two-Click"), keys)).isFalse();
        assertThat(message.getHeader("DKIM-Signature", null)).contains("List-Unsubscribe-Post", "d=test.example");
    }

    @Test
    void aKeyThatIsNoneIsToldAtStart() {
        assertThatThrownBy(() -> DkimSigner.of(new MailProperties.Dkim("test.example", "s", "nonsense")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("convive.mail.dkim.key");
    }

    /** As a receiver does it, from the bytes alone (RFC 6376 §6.1.3). */
    private static boolean verify(String wire, KeyPair keys) throws Exception {
        String head = wire.substring(0, wire.indexOf("\r\n\r\n") + 2);
        String body = wire.substring(wire.indexOf("\r\n\r\n") + 4)
                .replaceAll("[ \\t]+(?=\\r\\n)", "")
                .replaceAll("[ \\t]+", " ");
        while (body.endsWith("\r\n\r\n")) {
            body = body.substring(0, body.length() - 2);
        }
        String[] fields = head.split("\r\n(?![ \\t])", -1);
        String signature = field(fields, "DKIM-Signature");
        String flat = signature.replaceAll("\\s+", "");
        var sha = MessageDigest.getInstance("SHA-256");
        String bodyHash = Base64.getEncoder().encodeToString(sha.digest(body.getBytes(StandardCharsets.ISO_8859_1)));
        if (!tag(flat, "bh").equals(bodyHash)) {
            return false;
        }
        var signed = new StringBuilder();
        boolean from = false;
        for (String name : tag(flat, "h").split(":", -1)) {
            if (name.equals("From") && from) {
                continue;
            }
            from = from || name.equals("From");
            signed.append(name.toLowerCase(Locale.ROOT))
                    .append(':')
                    .append(relax(field(fields, name)))
                    .append("\r\n");
        }
        signed.append("dkim-signature:").append(relax(signature.substring(0, signature.lastIndexOf(" b=") + 3)));
        boolean rsa = keys.getPublic().getAlgorithm().equals("RSA");
        var check = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        check.initVerify(keys.getPublic());
        byte[] data = signed.toString().getBytes(StandardCharsets.ISO_8859_1);
        check.update(rsa ? data : sha.digest(data));
        return check.verify(Base64.getDecoder().decode(tag(flat, "b")));
    }

    private static String relax(String value) {
        return value.replace("\r\n", "").replaceAll("[ \\t]+", " ").strip();
    }

    private static String tag(String flat, String name) {
        for (String tag : flat.split(";", -1)) {
            if (tag.startsWith(name + "=")) {
                return tag.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static String field(String[] fields, String name) {
        for (String field : fields) {
            if (field.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                return field.substring(name.length() + 1);
            }
        }
        return "";
    }
}
