package org.convive.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A text in quoted-printable (RFC 2045 §6.7), encoded once for all its readers: encoding is most of the work of sending
 * thousands of letters. Only a reader's own words are encoded for each, between soft line breaks, which a mail program
 * takes away again.
 *
 * @param pieces encoded pieces, one more than there are places
 * @param places names of the words between them
 * @param size so many bytes at least
 */
record EncodedText(List<byte[]> pieces, List<String> places, int size) {
    /** Of the part and of a message that has no other. */
    static final String ENCODING = "quoted-printable";

    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

    static EncodedText of(Template text) {
        List<byte[]> pieces = text.fixed().stream().map(EncodedText::encode).toList();
        return new EncodedText(
                pieces,
                text.places(),
                pieces.stream().mapToInt(piece -> piece.length).sum());
    }

    /** The text with a reader's words, as it goes over the wire. A place whose word is not known stays as it stands. */
    byte[] fill(Map<String, String> words, UnaryOperator<String> escape) {
        if (places.isEmpty()) {
            return pieces.getFirst();
        }
        var out = new ByteArrayOutputStream(size + 100 * places.size());
        out.writeBytes(pieces.getFirst());
        for (int i = 0; i < places.size(); i++) {
            out.writeBytes(SOFT_BREAK);
            out.writeBytes(encode(Template.word(places.get(i), words, escape)));
            out.writeBytes(SOFT_BREAK);
            out.writeBytes(pieces.get(i + 1));
        }
        return out.toByteArray();
    }

    private static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length() + 64);
        try (OutputStream out = MimeUtility.encode(bytes, ENCODING)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
