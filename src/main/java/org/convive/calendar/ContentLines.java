package org.convive.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the content lines of RFC 5545: CRLF, folded at 75 octets without splitting a character, escaped. */
final class ContentLines {
    private static final int MAX_OCTETS = 75;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final StringBuilder out = new StringBuilder();

    /** A line whose value needs no escaping: dates, numbers, URIs, names of the standard. */
    ContentLines line(String name, String value) {
        fold(name + ":" + printable(value));
        return this;
    }

    /** A line with a TEXT value. */
    ContentLines text(String name, String value) {
        fold(name + ":" + escaped(value));
        return this;
    }

    ContentLines begin(String component) {
        return line("BEGIN", component);
    }

    ContentLines end(String component) {
        return line("END", component);
    }

    /** A moment in UTC. */
    ContentLines utc(String name, Instant at) {
        return line(name, utc(at));
    }

    /** A moment as the clocks of a zone show it. */
    ContentLines local(String name, Instant at, ZoneId zone) {
        return local(name, LocalDateTime.ofInstant(at, zone), zone);
    }

    /** A time as the clocks of a zone show it, or would if they did not skip it. */
    ContentLines local(String name, LocalDateTime at, ZoneId zone) {
        return TimeZones.isUtc(zone) ? line(name, local(at) + "Z") : line(name + ";TZID=" + zone.getId(), local(at));
    }

    static String utc(Instant at) {
        return local(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "Z";
    }

    static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    static String local(LocalDateTime at) {
        return LOCAL.format(at);
    }

    /** The value of a parameter; quotation marks cannot be written in one. */
    static String parameter(String value) {
        String clean = printable(value).replace('"', '\'').replace("\t", " ");
        return clean.matches("[^:;,]*") ? clean : '"' + clean + '"';
    }

    private static String escaped(String text) {
        String oneNewline = text.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder value = new StringBuilder(oneNewline.length() + 16);
        oneNewline.codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> value.append('\\').appendCodePoint(c);
                case '\n' -> value.append("\\n");
                default -> {
                    if (c == '\t' || !Character.isISOControl(c)) {
                        value.appendCodePoint(c);
                    }
                }
            }
        });
        return value.toString();
    }

    private static String printable(String value) {
        return value.codePoints()
                .filter(c -> c == '\t' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int length = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MAX_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += length;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
