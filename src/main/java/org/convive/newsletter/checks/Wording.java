package org.convive.newsletter.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.uikit.Markdown;

/** Words and forms that mail filters take for advertising. It only warns: a glassworks may well sell. */
final class Wording {
    private static final List<String> ENGLISH = phrases("en");
    private static final List<String> FRENCH = phrases("fr");
    private static final Pattern SHOUT = Pattern.compile("!{2,}|\\?{3,}|[€$]{3,}");

    private Wording() {}

    /** What stands out in one edition, as it was written. */
    static Set<String> standsOut(Draft edition) {
        Set<String> found = new LinkedHashSet<>();
        String title = edition.title();
        long letters = title.codePoints().filter(Character::isLetter).count();
        if (letters > 8 && title.equals(title.toUpperCase(edition.language()))) {
            found.add(title);
        }
        if (title.chars().filter(c -> c == '!').count() > 0) {
            found.add("!");
        }
        var text = new StringBuilder(title).append('\n').append(Markdown.text(edition.introduction()));
        for (Block block : edition.blocks()) {
            text.append('\n')
                    .append(block.title())
                    .append('\n')
                    .append(Markdown.text(block.body()))
                    .append('\n')
                    .append(Markdown.text(block.more()));
        }
        var shout = SHOUT.matcher(text);
        if (shout.find()) {
            found.add(shout.group());
        }
        String folded = " " + fold(text.toString()).replaceAll("[^\\p{L}\\p{N}%€$]+", " ") + " ";
        for (String phrase : edition.language().getLanguage().equals("fr") ? FRENCH : ENGLISH) {
            if (folded.contains(" " + fold(phrase) + " ")) {
                found.add(phrase);
            }
        }
        return found;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> phrases(String language) {
        try (InputStream file = Objects.requireNonNull(
                Wording.class.getResourceAsStream("/newsletter/advertising-" + language + ".txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
