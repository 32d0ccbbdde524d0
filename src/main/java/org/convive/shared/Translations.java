package org.convive.shared;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The sentences of the product in its languages, gathered from one pair of bundles a module. */
public final class Translations {
    /** English first: it answers for every language we do not speak. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private static final Pattern APART = Pattern.compile("(?<=\\S) (?=[:;?!»])|(?<=«) ");

    private final Map<Locale, Map<String, String>> texts = new HashMap<>();

    /** @param modules names of the folders below {@code i18n/} that hold a pair of bundles */
    public Translations(Collection<String> modules) {
        for (Locale locale : LOCALES) {
            Map<String, String> all = new HashMap<>();
            for (String module : modules) {
                ResourceBundle bundle = ResourceBundle.getBundle(
                        "i18n." + module + ".translations",
                        locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                bundle.keySet().forEach(key -> all.put(key, set(locale, bundle.getString(key))));
            }
            texts.put(locale, Map.copyOf(all));
        }
    }

    /** In French a colon or a question mark stands apart, but never at the beginning of a line. */
    private static String set(Locale locale, String text) {
        return locale.equals(Locale.FRENCH) ? APART.matcher(text).replaceAll("\u00a0") : text;
    }

    /** The language we speak that is nearest to the one asked for. */
    public static Locale nearest(Locale asked) {
        return asked.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }

    /** @return the sentence, or the key between exclamation marks when nobody wrote it yet */
    public String text(Locale locale, String key, Object... args) {
        Locale nearest = nearest(locale);
        String pattern = texts(nearest).get(key);
        if (pattern == null) {
            return "!" + key + "!";
        }
        return new MessageFormat(pattern, nearest).format(args);
    }

    public String text(Locale locale, Message message) {
        return text(locale, message.key(), message.args().toArray());
    }

    public boolean knows(String key) {
        return texts(Locale.ENGLISH).containsKey(key);
    }

    /** All sentences of one language, for the tests that compare languages. */
    public Map<String, String> texts(Locale locale) {
        return texts.getOrDefault(locale, Map.of());
    }
}
