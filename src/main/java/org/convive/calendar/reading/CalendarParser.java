package org.convive.calendar.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convive.shared.Message;

/**
 * Reads the content lines of RFC 5545 §3.1 as they really come: any line ending, a byte order mark, names in any case,
 * Latin-1 in disguise, blank lines, lines without a colon. What is left open at the end is refused.
 */
public final class CalendarParser {
    /** Larger calendars are refused unread, in bytes. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int MOST_LINES = 200_000;
    private static final int DEEPEST = 8;

    private CalendarParser() {}

    /** @throws UnreadableCalendar when there is no whole VCALENDAR in it */
    public static CalendarPart parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableCalendar(Message.of("calendar.reading.error.too-large", MOST_BYTES / 1024 / 1024));
        }
        return parse(decoded(bytes));
    }

    /** @throws UnreadableCalendar when there is no whole VCALENDAR in it */
    public static CalendarPart parse(String text) {
        Deque<CalendarPart> open = new ArrayDeque<>();
        CalendarPart calendar = null;
        for (String line : unfolded(text)) {
            Optional<ContentLine> read = line(line);
            if (read.isEmpty()) {
                continue;
            }
            ContentLine content = read.get();
            if (content.name().equals("BEGIN")) {
                open.push(part(content));
                if (open.size() > DEEPEST) {
                    throw broken();
                }
            } else if (content.name().equals("END")) {
                CalendarPart closed = close(open, content);
                if (open.isEmpty() && calendar == null) {
                    calendar = closed;
                } else if (!open.isEmpty()) {
                    open.element().parts().add(closed);
                }
            } else if (!open.isEmpty()) {
                open.element().lines().add(content);
            }
        }
        if (calendar == null && open.isEmpty()) {
            throw new UnreadableCalendar(Message.of("calendar.reading.error.no-calendar"));
        }
        if (calendar == null || !open.isEmpty()) {
            throw broken();
        }
        if (!calendar.name().equals("VCALENDAR")) {
            throw new UnreadableCalendar(Message.of("calendar.reading.error.no-calendar"));
        }
        return calendar;
    }

    private static CalendarPart part(ContentLine begin) {
        return new CalendarPart(begin.value().strip().toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>());
    }

    private static CalendarPart close(Deque<CalendarPart> open, ContentLine end) {
        if (open.isEmpty()
                || !open.element().name().equalsIgnoreCase(end.value().strip())) {
            throw broken();
        }
        return open.pop();
    }

    private static UnreadableCalendar broken() {
        return new UnreadableCalendar(Message.of("calendar.reading.error.broken"));
    }

    static String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String raw : text.split("\r\n|\n|\r", -1)) {
            if (!raw.isEmpty() && (raw.charAt(0) == ' ' || raw.charAt(0) == '\t')) {
                line.append(raw, 1, raw.length());
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                if (lines.size() > MOST_LINES) {
                    throw new UnreadableCalendar(
                            Message.of("calendar.reading.error.too-large", MOST_BYTES / 1024 / 1024));
                }
            }
            line.setLength(0);
            line.append(raw);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Name, parameters, value; a colon or semicolon between quotation marks divides nothing. */
    static Optional<ContentLine> line(String line) {
        int end = nameEnd(line);
        if (end <= 0) {
            return Optional.empty();
        }
        String name = line.substring(0, end).strip().toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        int at = end;
        while (at < line.length() && line.charAt(at) == ';') {
            int equals = line.indexOf('=', at);
            if (equals < 0) {
                return Optional.empty();
            }
            int next = parameterEnd(line, equals + 1);
            String key = line.substring(at + 1, equals).strip().toUpperCase(Locale.ROOT);
            parameters.putIfAbsent(key, line.substring(equals + 1, next).replace("\"", ""));
            at = next;
        }
        if (at >= line.length() || line.charAt(at) != ':') {
            return Optional.empty();
        }
        return Optional.of(new ContentLine(name, Map.copyOf(parameters), line.substring(at + 1)));
    }

    private static int nameEnd(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':' || c == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int parameterEnd(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ':' || c == ';')) {
                return i;
            }
        }
        return line.length();
    }
}
