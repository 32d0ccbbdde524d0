package org.convive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convive.shared.Translations;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Test
    void everySentenceIsThereInEnglishAndFrench() throws IOException {
        Translations all = translations();
        Map<String, String> english = all.texts(Locale.ENGLISH);
        Map<String, String> french = all.texts(Locale.FRENCH);
        assertThat(new TreeSet<>(french.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        assertThat(english.values()).noneMatch(String::isBlank);
        assertThat(french.values()).noneMatch(String::isBlank);
    }

    @Test
    void bothLanguagesUseTheSameArguments() throws IOException {
        Translations all = translations();
        all.texts(Locale.ENGLISH)
                .forEach((key, text) -> assertThat(
                                placeholders(all.texts(Locale.FRENCH).getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(text)));
    }

    @Test
    void everySentenceCanBeFormatted() throws IOException {
        Translations all = translations();
        for (Locale locale : Translations.LOCALES) {
            all.texts(locale)
                    .keySet()
                    .forEach(key -> assertThat(all.text(locale, key, 1, 2, 3, 4, 5, 6))
                            .as(key)
                            .isNotBlank());
        }
    }

    @Test
    void inFrenchNoLineBeginsWithAMarkThatStandsApart() throws IOException {
        assertThat(translations().texts(Locale.FRENCH).values())
                .noneMatch(text -> text.matches("(?s).*\\S [:;?!»].*|.*« .*"));
        assertThat(translations().texts(Locale.FRENCH).values())
                .anyMatch(text -> text.contains("\u00a0?"))
                .anyMatch(text -> text.contains("«\u00a0"));
    }

    @Test
    void everyKeyNamedInTheSourcesExists() throws IOException {
        Translations all = translations();
        Pattern literal = Pattern.compile(
                "(?:getTranslation|Message\\.of|text)\\(\\s*(?:[a-z]+(?:\\(\\))?,\\s*)?\"([a-z]+\\.[a-zA-Z0-9.-]*[a-zA-Z0-9])\"\\s*[,)]");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = literal.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!all.knows(matcher.group(1))) {
                        missing.add(matcher.group(1) + " in " + file.getFileName());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Translations translations() throws IOException {
        try (Stream<Path> modules = Files.list(BUNDLES)) {
            return new Translations(modules.map(module -> module.getFileName().toString())
                    .sorted()
                    .toList());
        }
    }
}
