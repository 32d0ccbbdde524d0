package org.convive.calendar.judge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other judges overlook, read from the octets alone and without any of our own reading code. */
public final class ByteCheck {
    private static final Pattern TZID = Pattern.compile("^[A-Z-]+(?:;[^:]*)?;TZID=([^;:]+)[;:]");
    private static final String UTC = "\\d{8}T\\d{6}Z";
    private static final Pattern UNTIL = Pattern.compile("UNTIL=([0-9TZ]+)");

    private final List<String> wrong = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private ByteCheck() {}

    /** @return everything that is wrong; nothing when all is well */
    public static List<String> of(String calendar) {
        var check = new ByteCheck();
        check.octets(calendar.getBytes(StandardCharsets.UTF_8));
        check.structure();
        check.zones();
        check.events();
        check.freeBusy();
        return check.wrong;
    }

    private void octets(byte[] bytes) {
        if (bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb) {
            wrong.add("byte order mark");
        }
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                wrong.add("bare LF at " + i);
            }
            if (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
                wrong.add("bare CR at " + i);
            }
            if (bytes[i] == '\n') {
                line(bytes, start, i - 1 - start);
                start = i + 1;
            }
        }
        if (start != bytes.length) {
            wrong.add("the last line has no end");
        }
    }

    private void line(byte[] bytes, int from, int length) {
        if (length == 0) {
            wrong.add("blank line at " + from);
            return;
        }
        if (length > 75) {
            wrong.add("a line of " + length + " octets");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            wrong.add("a character is split at " + from);
            return;
        }
        if (text.chars().anyMatch(c -> c < 32 && c != '\t')) {
            wrong.add("control character in " + text);
        }
        if (text.startsWith(" ")) {
            if (text.length() == 1 || lines.isEmpty()) {
                wrong.add("empty continuation");
            } else {
                lines.add(lines.removeLast() + text.substring(1));
            }
        } else {
            lines.add(text);
        }
    }

    private void structure() {
        Deque<String> open = new ArrayDeque<>();
        for (String line : lines) {
            if (line.startsWith("BEGIN:")) {
                open.push(line.substring(6));
            } else if (line.startsWith("END:")) {
                if (open.isEmpty() || !open.pop().equals(line.substring(4))) {
                    wrong.add("unbalanced " + line);
                }
            } else if (!line.matches("[A-Z0-9-]+[;:].*")) {
                wrong.add("no content line: " + line);
            }
            if (line.startsWith("METHOD") && !line.matches("METHOD:[A-Z]+")) {
                wrong.add("method: " + line);
            }
        }
        if (!open.isEmpty() || !lines.getFirst().equals("BEGIN:VCALENDAR")) {
            wrong.add("no whole VCALENDAR");
        }
    }

    private void zones() {
        Set<String> defined = new HashSet<>();
        List<List<String>> zones = parts("VTIMEZONE");
        for (List<String> zone : zones) {
            defined.add(value(zone, "TZID").orElse(""));
            long rules = zone.stream().filter(line -> line.startsWith("RRULE")).count();
            long observances = zone.stream()
                    .filter(line -> line.equals("BEGIN:STANDARD") || line.equals("BEGIN:DAYLIGHT"))
                    .count();
            if (rules > 2 || (rules > 0 && observances != 2)) {
                wrong.add("long VTIMEZONE");
            }
            zone.stream()
                    .filter(line -> line.startsWith("DTSTART") && !line.matches("DTSTART:(19[7-9]|20)\\d+T\\d{6}"))
                    .forEach(line -> wrong.add("start of a zone: " + line));
        }
        for (String line : lines) {
            Matcher tzid = TZID.matcher(line);
            if (tzid.find() && !defined.contains(tzid.group(1).replace("\"", ""))) {
                wrong.add("TZID without VTIMEZONE: " + line);
            }
        }
        if (defined.size() != zones.size()) {
            wrong.add("a zone twice");
        }
    }

    private void events() {
        for (List<String> event : parts("VEVENT")) {
            Optional<String> start = line(event, "DTSTART");
            Optional<String> end = line(event, "DTEND");
            if (start.isEmpty() || end.isEmpty()) {
                wrong.add("no start or no end");
                continue;
            }
            if (end.get().replaceFirst("DTEND", "").compareTo(start.get().replaceFirst("DTSTART", "")) <= 0) {
                wrong.add("ends before it starts: " + start + end);
            }
            line(event, "RECURRENCE-ID")
                    .filter(id -> !form(id).equals(form(start.get())))
                    .ifPresent(id -> wrong.add("RECURRENCE-ID of another kind: " + id));
            event.stream()
                    .filter(line -> line.matches("(EXDATE|RDATE)[;:].*"))
                    .filter(line -> !form(line).equals(form(start.get())))
                    .forEach(line -> wrong.add("of another kind than DTSTART: " + line));
            value(event, "RRULE").map(UNTIL::matcher).filter(Matcher::find).ifPresent(until -> {
                boolean utc = until.group(1).endsWith("Z");
                boolean day = start.get().contains("VALUE=DATE");
                if (day ? until.group(1).length() != 8 : !utc) {
                    wrong.add("UNTIL: " + until.group(1));
                }
            });
            once(event, "UID", ".+");
            once(event, "DTSTAMP", "\\d{8}T\\d{6}Z");
            once(event, "SEQUENCE", "\\d+");
            once(event, "STATUS", "CONFIRMED|CANCELLED|TENTATIVE");
        }
    }

    /** Times in UTC, in order, within the window, none over another (RFC 5545 §3.6.4, §3.8.2.6). */
    private void freeBusy() {
        for (List<String> part : parts("VFREEBUSY")) {
            once(part, "UID", ".+");
            once(part, "DTSTAMP", UTC);
            once(part, "DTSTART", UTC);
            once(part, "DTEND", UTC);
            once(part, "ORGANIZER", "mailto:.+");
            String last = value(part, "DTSTART").orElse("");
            for (String line : part) {
                if (line.startsWith("FREEBUSY")) {
                    if (!line.matches("FREEBUSY;FBTYPE=BUSY(-TENTATIVE)?:" + UTC + "/" + UTC)) {
                        wrong.add("times: " + line);
                        continue;
                    }
                    String[] times = line.substring(line.indexOf(':') + 1).split("/", -1);
                    if (times[0].compareTo(last) < 0 || times[1].compareTo(times[0]) <= 0) {
                        wrong.add("out of order: " + line);
                    }
                    last = times[1];
                } else if (!line.matches("(UID|DTSTAMP|DTSTART|DTEND|ORGANIZER)[;:].*")) {
                    wrong.add("too much said: " + line);
                }
            }
            if (last.compareTo(value(part, "DTEND").orElse("")) > 0) {
                wrong.add("beyond the window: " + last);
            }
        }
    }

    private void once(List<String> event, String name, String pattern) {
        List<String> found = event.stream()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .toList();
        if (found.size() != 1 || !value(event, name).orElse("").matches(pattern)) {
            wrong.add(name + ": " + found);
        }
    }

    /** Parameters and shape of a date or time, without name and digits. */
    private static String form(String line) {
        return line.replaceFirst("^[A-Z-]+", "").replaceAll("\\d", "9");
    }

    private List<List<String>> parts(String name) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = null;
        for (String line : lines) {
            if (line.equals("BEGIN:" + name)) {
                part = new ArrayList<>();
            } else if (line.equals("END:" + name) && part != null) {
                parts.add(part);
                part = null;
            } else if (part != null) {
                part.add(line);
            }
        }
        return parts;
    }

    private static Optional<String> line(List<String> part, String name) {
        return part.stream()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .findFirst();
    }

    private static Optional<String> value(List<String> part, String name) {
        return line(part, name).map(line -> line.substring(line.indexOf(':') + 1));
    }
}
