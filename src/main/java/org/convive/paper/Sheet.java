package org.convive.paper;

import java.util.Locale;

/**
 * What is to be printed.
 *
 * @param title the file's title, also at the foot of each page
 * @param pageWords how the foot counts, with {@code {0}} for the page and {@code {1}} for how many there are
 * @param body well-formed XHTML, what goes into the body element; every text in it went through {@link #text}
 */
public record Sheet(PaperSize size, Locale locale, String title, String pageWords, String body) {

    /** A text typed by people, safe between the tags of XHTML and in attributes. */
    public static String text(String typed) {
        var safe = new StringBuilder(typed.length() + 16);
        typed.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (isXml(c)) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** The characters that XML 1.0, section 2.2, knows. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
