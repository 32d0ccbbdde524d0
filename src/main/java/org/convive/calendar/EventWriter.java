package org.convive.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

    private static final Duration SERIES = Duration.ofDays(5 * 366L);

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
                .filter(entry -> !entry.wholeDay())
                .map(CalendarEntry::zone)
                .collect(Collectors.toMap(ZoneId::getId, zone -> zone, (a, b) -> a, TreeMap::new));
        zones.values().forEach(zone -> {
            var here = entries.stream()
                    .filter(entry -> !entry.wholeDay() && entry.zone().equals(zone))
                    .toList();
            Instant first = here.stream()
                    .map(CalendarEntry::from)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Instant last = here.stream()
                    .map(EventWriter::lastEnd)
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
                .utc("LAST-MODIFIED", entry.changed());
        times(lines, entry);
        lines.text("SUMMARY", entry.summary());
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
        lines.line("STATUS", status(entry)).line("TRANSP", entry.takesTime() ? "OPAQUE" : "TRANSPARENT");
    }

    private static String status(CalendarEntry entry) {
        if (entry.cancelled()) {
            return "CANCELLED";
        }
        return entry.claim() == CalendarEntry.Claim.TENTATIVE ? "TENTATIVE" : "CONFIRMED";
    }

    /** When and how often; whole days as dates, of which the last is not in it any more (RFC 5545 §3.6.1). */
    private static void times(ContentLines lines, CalendarEntry entry) {
        if (entry.wholeDay()) {
            lines.line("DTSTART;VALUE=DATE", day(entry, entry.from())).line("DTEND;VALUE=DATE", day(entry, entry.to()));
        } else {
            lines.local("DTSTART", entry.from(), entry.zone()).local("DTEND", entry.to(), entry.zone());
        }
        LocalDateTime occurrence = entry.recurrenceId();
        if (occurrence != null) {
            start(lines, "RECURRENCE-ID", entry, occurrence);
        }
        Recurrence recurrence = entry.recurrence();
        if (recurrence != null) {
            RepeatRule rule = recurrence.rule();
            lines.line("RRULE", entry.wholeDay() ? rule.writtenForDays() : rule.written(entry.zone()));
            recurrence.excluded().forEach(date -> start(lines, "EXDATE", entry, date));
            recurrence.added().forEach(date -> start(lines, "RDATE", entry, date));
        }
    }

    /** A start of the series, in the type and zone of DTSTART. */
    private static void start(ContentLines lines, String property, CalendarEntry entry, LocalDateTime local) {
        if (entry.wholeDay()) {
            lines.line(property + ";VALUE=DATE", ContentLines.date(local.toLocalDate()));
        } else {
            lines.local(property, local, entry.zone());
        }
    }

    private static String day(CalendarEntry entry, Instant midnight) {
        return ContentLines.date(LocalDate.ofInstant(midnight, entry.zone()));
    }

    /** Until when the rules of a zone matter to an entry; one that never ends is looked at for some years. */
    private static Instant lastEnd(CalendarEntry entry) {
        return entry.recurrence() == null ? entry.to() : entry.to().plus(SERIES);
    }

    static String address(String mailbox) {
        return "mailto:" + mailbox.strip().toLowerCase(Locale.ROOT);
    }
}
