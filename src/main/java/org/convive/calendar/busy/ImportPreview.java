package org.convive.calendar.busy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convive.calendar.Recurrence;
import org.convive.calendar.reading.CalendarReader;
import org.convive.calendar.reading.ReadCalendar;
import org.convive.calendar.reading.ReadCalendar.Skipped;
import org.convive.calendar.reading.ReadEvent;
import org.convive.calendar.reading.UnreadableCalendar;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * What an import would bring, and what it would leave out and why. Nothing is written.
 *
 * @param name of the calendar; may be empty
 * @param events the next first
 * @param home the zone of its times without one
 */
public record ImportPreview(String name, List<ImportedEvent> events, List<Skipped> skipped, ZoneId home) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @param home the zone of times without one
     * @throws UnreadableCalendar when it is no calendar
     */
    public static ImportPreview of(byte[] calendar, ZoneId home, Clock clock) {
        ReadCalendar read = CalendarReader.read(calendar, home);
        List<Skipped> skipped = new ArrayList<>(read.skipped());
        List<ImportedEvent> events = new ArrayList<>();
        Map<String, Set<LocalDateTime>> changed = changed(read);
        Instant now = clock.instant();
        for (ReadEvent event : read.events()) {
            String reason = unusable(event);
            if (!reason.isEmpty()) {
                skipped.add(skipped(event, reason));
                continue;
            }
            ImportedEvent imported = imported(event, changed.getOrDefault(event.uid(), Set.of()), now);
            if (imported == null) {
                skipped.add(skipped(event, "past"));
            } else {
                events.add(imported);
            }
        }
        events.sort(Comparator.comparing(ImportedEvent::from));
        return new ImportPreview(read.name(), List.copyOf(events), List.copyOf(skipped), home);
    }

    private static String unusable(ReadEvent event) {
        if (event.cancelled()) {
            return "cancelled";
        }
        if (event.start() == null || event.end() == null) {
            return "no-time";
        }
        Duration length = Duration.between(event.start().moment(), event.end().moment());
        if (length.isNegative() || length.isZero()) {
            return "no-length";
        }
        return length.compareTo(LONGEST) > 0 ? "too-long" : "";
    }

    private static Skipped skipped(ReadEvent event, String reason) {
        String name = event.summary().isEmpty() ? event.uid() : event.summary();
        return new Skipped(name, Message.of("calendar.reading.skipped." + reason));
    }

    /** Times of series that stand there once more by themselves: the series must not have them too. */
    private static Map<String, Set<LocalDateTime>> changed(ReadCalendar read) {
        Map<String, Set<LocalDateTime>> changed = new HashMap<>();
        for (ReadEvent event : read.events()) {
            if (event.recurrenceId() != null) {
                for (ReadEvent series : read.events()) {
                    if (series.uid().equals(event.uid()) && series.recurrence() != null) {
                        changed.computeIfAbsent(event.uid(), uid -> new HashSet<>())
                                .add(LocalDateTime.ofInstant(
                                        event.recurrenceId().moment(),
                                        series.recurrence().zone()));
                    }
                }
            }
        }
        return changed;
    }

    private static @Nullable ImportedEvent imported(ReadEvent event, Set<LocalDateTime> changed, Instant now) {
        Instant from = Objects.requireNonNull(event.start()).moment();
        Duration length =
                Duration.between(from, Objects.requireNonNull(event.end()).moment());
        Recurrence recurrence =
                event.recurrence() == null ? null : event.recurrence().without(changed);
        if (recurrence != null) {
            List<Instant> next = recurrence.between(now.minus(length), now.plus(Duration.ofDays(3660)), 1);
            if (next.isEmpty()) {
                return null;
            }
            from = next.getFirst();
        } else if (!from.plus(length).isAfter(now)) {
            return null;
        }
        return new ImportedEvent(
                event.summary(),
                event.location(),
                event.description(),
                from,
                from.plus(length),
                event.start().wholeDay(),
                recurrence,
                event.busy());
    }
}
