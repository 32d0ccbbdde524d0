package org.convive.calendar;

import java.util.Comparator;
import java.util.List;

/** Writes entries as a calendar to subscribe to or to download (RFC 5545, 7986). The same entries give the same bytes. */
public final class Feed {
    private static final String REFRESH = "PT1H";

    private Feed() {}

    /** A calendar that is read again and again. */
    public static String of(String name, List<CalendarEntry> entries) {
        ContentLines lines = EventWriter.calendar()
                .text("NAME", name)
                .text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .line("X-PUBLISHED-TTL", REFRESH);
        return events(lines, entries);
    }

    /** A single entry to be put into a calendar once. */
    public static String download(CalendarEntry entry) {
        return events(EventWriter.calendar(), List.of(entry));
    }

    private static String events(ContentLines lines, List<CalendarEntry> entries) {
        List<CalendarEntry> sorted = entries.stream()
                .sorted(Comparator.comparing((CalendarEntry entry) -> entry.recurrenceId() != null)
                        .thenComparing(CalendarEntry::from)
                        .thenComparing(CalendarEntry::uid))
                .toList();
        EventWriter.zones(lines, sorted);
        for (CalendarEntry entry : sorted) {
            lines.begin("VEVENT");
            EventWriter.event(lines, entry, entry.changed());
            lines.end("VEVENT");
        }
        return lines.end("VCALENDAR").toString();
    }
}
