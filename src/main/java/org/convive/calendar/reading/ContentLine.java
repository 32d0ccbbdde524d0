package org.convive.calendar.reading;

import java.util.Map;

/**
 * One property of a component (RFC 5545 §3.1).
 *
 * @param name in upper case
 * @param parameters names in upper case
 * @param value as it stands, escapes included
 */
public record ContentLine(String name, Map<String, String> parameters, String value) {
    /** @return the parameter, or an empty text */
    public String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** The value as a text: escapes resolved (RFC 5545 §3.3.11). */
    public String text() {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                text.append(c);
                continue;
            }
            char escaped = value.charAt(++i);
            text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
        }
        return text.toString();
    }
}
