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
 * @param parts text and names of places, in turn
 */
record Template(List<String> parts) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_.-]*)}}");

    static Template of(String text) {
        List<String> parts = new ArrayList<>();
        Matcher places = VARIABLE.matcher(text);
        int at = 0;
        while (places.find()) {
            parts.add(text.substring(at, places.start()));
            parts.add(places.group(1));
            at = places.end();
        }
        parts.add(text.substring(at));
        return new Template(List.copyOf(parts));
    }

    String fill(Map<String, String> words, UnaryOperator<String> escape) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (i % 2 == 0) {
                out.append(part);
            } else {
                String word = words.get(part);
                out.append(word == null ? "{{" + part + "}}" : escape.apply(word));
            }
        }
        return out.toString();
    }
}
