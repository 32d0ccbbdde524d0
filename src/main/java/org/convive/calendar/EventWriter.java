package org.convive.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What feeds, downloads and invitations have in common: the calendar around, its zones, the event. */
final class EventWriter {
    private static final String PRODUCT = "-//Convive//Convive portal//EN";

    private EventWriter() {}

    static ContentLines calendar() {
        return new ContentLines()
                .begin("VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", PRODUCT)
                .line("CALSCALE", "GREGORIAN");
    }

    /** One VTIMEZONE for each zone that the entries use. */
    static void zones(ContentLines lines, Collection<CalendarEntry> entries) {
        Map<String, ZoneId> zones = entries.stream()
                .map(CalendarEntry::zone)
                .collect(Collectors.toMap(ZoneId::getId, zone -> zone, (a, b) -> a, TreeMap::new));
        zones.values().forEach(zone -> {
            var here = entries.stream().filter(e -> e.zone().equals(zone)).toList();
            Instant first = here.stream()
                    .map(CalendarEntry::from)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Instant last = here.stream()
                    .map(CalendarEntry::to)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            TimeZones.write(lines, zone, first, last);
        });
    }

    /** The properties of an event, without BEGIN and END. */
    static void event(ContentLines lines, CalendarEntry entry, Instant stamp) {
        lines.line("UID", entry.uid())
                .utc("DTSTAMP", stamp)
                .line("SEQUENCE", Integer.toString(entry.sequence()))
                .utc("LAST-MODIFIED", entry.changed())
                .local("DTSTART", entry.from(), entry.zone())
                .local("DTEND", entry.to(), entry.zone())
                .text("SUMMARY", entry.summary());
        if (!entry.description().isBlank()) {
            lines.text("DESCRIPTION", entry.description());
        }
        if (!entry.location().isBlank()) {
            lines.text("LOCATION", entry.location());
        }
        String url = entry.url();
        if (url != null) {
            lines.line("URL", url);
        }
        lines.line("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED")
                .line("TRANSP", entry.cancelled() ? "TRANSPARENT" : "OPAQUE");
    }

    static String address(String mailbox) {
        return "mailto:" + mailbox.strip().toLowerCase(Locale.ROOT);
    }
}
