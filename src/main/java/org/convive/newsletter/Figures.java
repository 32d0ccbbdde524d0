package org.convive.newsletter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures as people type them: one a line, the number first. At most six. */
public final class Figures {
    private static final Pattern LINE =
            Pattern.compile("([-+]?\\d[\\d.,\\u00a0\\u202f ]*(?:[%€°]|\\s?[kMt]\\b)?)\\s*(.*)");
    private static final int MOST = 6;

    private Figures() {}

    public static List<Figure> of(String body) {
        return body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST)
                .map(Figures::figure)
                .toList();
    }

    private static Figure figure(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? new Figure(matcher.group(1).strip(), matcher.group(2).strip())
                : new Figure("", line);
    }

    /** A number and what it counts. */
    public record Figure(String value, String label) {}
}
