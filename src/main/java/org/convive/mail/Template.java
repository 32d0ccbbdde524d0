package org.convive.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places for a recipient's words, <code>{{name}}</code>, cut up once for many recipients. A place whose word is
 * not known stays as it stands.
 *
 * @param fixed what is the same for all, one more than there are places
 * @param places the names of the words between them
 */
record Template(List<String> fixed, List<String> places) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_.-]*)}}");

    static Template of(String text) {
        List<String> fixed = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Matcher found = VARIABLE.matcher(text);
        int at = 0;
        while (found.find()) {
            fixed.add(text.substring(at, found.start()));
            places.add(found.group(1));
            at = found.end();
        }
        fixed.add(text.substring(at));
        return new Template(List.copyOf(fixed), List.copyOf(places));
    }

    String fill(Map<String, String> words) {
        if (places.isEmpty()) {
            return fixed.getFirst();
        }
        var out = new StringBuilder(fixed.getFirst());
        for (int i = 0; i < places.size(); i++) {
            out.append(word(places.get(i), words, UnaryOperator.identity())).append(fixed.get(i + 1));
        }
        return out.toString();
    }

    static String word(String place, Map<String, String> words, UnaryOperator<String> escape) {
        String word = words.get(place);
        return word == null ? "{{" + place + "}}" : escape.apply(word);
    }
}
