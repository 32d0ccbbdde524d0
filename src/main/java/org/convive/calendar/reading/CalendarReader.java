package org.convive.calendar.reading;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.convive.calendar.Recurrence;
import org.convive.calendar.reading.ReadCalendar.Skipped;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** Understands calendars that others wrote. What it cannot understand is named, with the reason; never guessed. */
public final class CalendarReader {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Pattern DURATION = Pattern.compile("P(\\d+W)?(\\d+D)?(T.+)?");
    private static final int MOST_EVENTS = 5_000;

    private final CalendarPart calendar;
    private final ZoneId home;
    private final List<Skipped> skipped = new ArrayList<>();

    private CalendarReader(CalendarPart calendar, ZoneId home) {
        this.calendar = calendar;
        this.home = home;
    }

    /**
     * @param home the zone of times without one
     * @throws UnreadableCalendar when it is none
     */
    public static ReadCalendar read(byte[] bytes, ZoneId home) {
        return new CalendarReader(CalendarParser.parse(bytes), home).read();
    }

    private ReadCalendar read() {
        List<ReadEvent> events = new ArrayList<>();
        for (CalendarPart part : calendar.parts()) {
            switch (part.name()) {
                case "VEVENT" -> {
                    if (events.size() < MOST_EVENTS) {
                        event(part).ifPresent(events::add);
                    } else {
                        skip(part, Message.of("calendar.reading.skipped.too-many", MOST_EVENTS));
                    }
                }
                case "VTODO", "VJOURNAL" -> skip(part, Message.of("calendar.reading.skipped.no-event"));
                default -> {
                    // Zones are read where they are named; free/busy and others' own things concern nobody here.
                }
            }
        }
        return new ReadCalendar(
                calendar.text("METHOD").toUpperCase(Locale.ROOT),
                calendar.text("NAME").isEmpty() ? calendar.text("X-WR-CALNAME") : calendar.text("NAME"),
                calendar.text("PRODID"),
                List.copyOf(events),
                List.copyOf(skipped));
    }

    private Optional<ReadEvent> event(CalendarPart part) {
        try {
            ReadTime start = time(part, "DTSTART");
            ReadTime end = end(part, start);
            boolean cancelled = part.text("STATUS").equalsIgnoreCase("CANCELLED");
            return Optional.of(new ReadEvent(
                    part.text("UID"),
                    sequence(part),
                    stamp(part),
                    time(part, "RECURRENCE-ID"),
                    start,
                    end,
                    recurrence(part, start),
                    part.text("SUMMARY"),
                    part.text("DESCRIPTION"),
                    part.text("LOCATION"),
                    part.text("URL"),
                    cancelled,
                    !cancelled && !part.text("TRANSP").equalsIgnoreCase("TRANSPARENT"),
                    part.text("COMMENT"),
                    part.line("ORGANIZER").map(line -> mailbox(line.value())).orElse(null),
                    part.all("ATTENDEE").map(CalendarReader::attendee).toList()));
        } catch (UnknownZone e) {
            skip(part, Message.of("calendar.reading.skipped.zone", e.name));
        } catch (DateTimeException e) {
            skip(part, Message.of("calendar.reading.skipped.time"));
        } catch (InvalidInput e) {
            skip(part, e.fields().values().iterator().next());
        }
        return Optional.empty();
    }

    private void skip(CalendarPart part, Message reason) {
        String name = part.text("SUMMARY");
        skipped.add(new Skipped(name.isEmpty() ? part.text("UID") : name, reason));
    }

    private static int sequence(CalendarPart part) {
        String text = part.text("SEQUENCE");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private @Nullable Instant stamp(CalendarPart part) {
        try {
            ReadTime time = time(part, "DTSTAMP");
            return time == null ? null : time.moment();
        } catch (DateTimeException | UnknownZone e) {
            return null;
        }
    }

    private @Nullable ReadTime end(CalendarPart part, @Nullable ReadTime start) {
        ReadTime end = time(part, "DTEND");
        if (end != null || start == null) {
            return end;
        }
        String duration = part.text("DURATION").toUpperCase(Locale.ROOT);
        if (duration.isEmpty()) {
            return start.wholeDay() ? start.plusDays(1) : start;
        }
        return after(start, duration);
    }

    private static ReadTime after(ReadTime start, String duration) {
        var match = DURATION.matcher(duration.replaceFirst("^\\+", ""));
        if (!match.matches()) {
            throw new DateTimeException("duration");
        }
        int days = days(match.group(1)) * 7 + days(match.group(2));
        Duration time = match.group(3) == null ? Duration.ZERO : Duration.parse("P" + match.group(3));
        return new ReadTime(start.local().plusDays(days).plus(time), start.zone(), start.wholeDay());
    }

    private static int days(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text.substring(0, Math.min(text.length() - 1, 5)));
    }

    private @Nullable ReadTime time(CalendarPart part, String property) {
        ContentLine line = part.line(property).orElse(null);
        return line == null ? null : time(line, line.value().strip());
    }

    private ReadTime time(ContentLine line, String value) {
        if (value.length() == 8) {
            return new ReadTime(
                    LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(), home, true);
        }
        if (value.endsWith("Z")) {
            return new ReadTime(
                    LocalDateTime.parse(value.substring(0, value.length() - 1), MOMENT), ZoneOffset.UTC, false);
        }
        String tzid = line.parameter("TZID");
        ZoneId zone =
                tzid.isEmpty() ? home : ZoneNames.zone(tzid, calendar, home).orElseThrow(() -> new UnknownZone(tzid));
        return new ReadTime(LocalDateTime.parse(value, MOMENT), zone, false);
    }

    private @Nullable Recurrence recurrence(CalendarPart part, @Nullable ReadTime start) {
        String rule = part.text("RRULE");
        if (rule.isEmpty() || start == null) {
            return null;
        }
        return Recurrence.of(start.local(), start.zone(), rule)
                .without(dates(part, "EXDATE", start))
                .with(dates(part, "RDATE", start));
    }

    private List<LocalDateTime> dates(CalendarPart part, String property, ReadTime start) {
        return part.all(property)
                .filter(line -> !line.parameter("VALUE").equalsIgnoreCase("PERIOD"))
                .flatMap(line -> Arrays.stream(line.value().split(",", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(value -> time(line, value)))
                .map(time -> time.wholeDay()
                        ? time.local().toLocalDate().atTime(start.local().toLocalTime())
                        : LocalDateTime.ofInstant(time.moment(), start.zone()))
                .toList();
    }

    private static ReadAttendee attendee(ContentLine line) {
        return new ReadAttendee(
                mailbox(line.value()),
                line.parameter("CN"),
                line.parameter("PARTSTAT").toUpperCase(Locale.ROOT),
                optional(line.parameter("SENT-BY")),
                optional(line.parameter("DELEGATED-TO")));
    }

    private static @Nullable String optional(String mailbox) {
        return mailbox.isEmpty() ? null : mailbox(mailbox);
    }

    /** In lower case, without "mailto:" in any case. */
    static String mailbox(String value) {
        return value.strip().replaceFirst("(?i)^mailto:", "").strip().toLowerCase(Locale.ROOT);
    }

    private static final class UnknownZone extends RuntimeException {
        private final String name;

        UnknownZone(String name) {
            super(name);
            this.name = name;
        }
    }
}
