package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedTextTest {
    private static final Map<String, String> WORDS = Map.of(
            "name", "Hélène", "link", "https://portal.example/a?b=c&d=" + "é".repeat(90), "gap", " ", "none", "");

    private static final List<String> PIECES = List.of(
            "{{name}}",
            "{{link}}",
            "{{gap}}",
            "{{none}}",
            "{{unknown}}",
            "a",
            "Bonjour ",
            "=",
            " ",
            "\t",
            ".",
            "é",
            "😀",
            "<b class=\"x\">",
            "words and words ".repeat(7),
            "x".repeat(75),
            "x".repeat(1100),
            "\n",
            "\r\n",
            " \n",
            "\n.\n",
            "\nFrom here");

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, System.nanoTime());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyReaderReadsTheTextWithTheirWords(long seed) throws Exception {
        var chance = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int pieces = chance.nextInt(12); pieces > 0; pieces--) {
                text.append(PIECES.get(chance.nextInt(PIECES.size())));
            }
            Template template = Template.of(text.toString());
            byte[] sent = EncodedText.of(template).fill(WORDS, UnaryOperator.identity());
            assertThat(lines(read(sent))).as("seed %d", seed).isEqualTo(lines(template.fill(WORDS)));
            assertThat(new String(sent, StandardCharsets.ISO_8859_1).split("\r\n"))
                    .as(
                            "RFC 2045 §6.7: lines of 76 printable characters at most, none ends with a space, seed %d",
                            seed)
                    .allMatch(line -> line.matches("[!-~ \t]{0,76}") && !line.matches(".*[ \t]"));
        }
    }

    private static String read(byte[] sent) throws MessagingException, IOException {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(sent), EncodedText.ENCODING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A mail knows one kind of line end. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
