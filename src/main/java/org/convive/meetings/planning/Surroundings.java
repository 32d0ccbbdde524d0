package org.convive.meetings.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.CalendarSource;
import org.convive.calendar.busy.BusyTimes;
import org.convive.identity.Actor;
import org.convive.meetings.Meeting;
import org.convive.meetings.planning.DateOption.Around;
import org.convive.shared.Holidays;
import org.convive.shared.TimeSlot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What else there is when a date is looked for: public holidays, and when the reader is busy (with their own meetings and
 * bookings, and in the calendars that they gave). A handful of statements, however many dates are asked about.
 */
@Service
public class Surroundings {
    private static final int NAMED = 3;

    private final JdbcClient jdbc;
    private final List<CalendarSource> calendars;
    private final BusyTimes busy;

    Surroundings(JdbcClient jdbc, List<CalendarSource> calendars, BusyTimes busy) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.busy = busy;
    }

    /** The name of the public holiday on that day where the cluster is, in the reader's language. */
    public Optional<String> holiday(Actor actor, LocalDate day) {
        return Holidays.name(country(actor), day, actor.locale());
    }

    /** What is around the dates of a meeting. */
    Known of(Actor actor, Meeting meeting, List<DateOption> options) {
        if (options.isEmpty()) {
            return new Known(actor, meeting.zone(), "", List.of(), List.of());
        }
        Instant first =
                options.stream().map(DateOption::from).min(Instant::compareTo).orElseThrow();
        Instant last =
                options.stream().map(DateOption::to).max(Instant::compareTo).orElseThrow();
        return new Known(
                actor,
                meeting.zone(),
                country(actor),
                calendars.stream()
                        .flatMap(source -> source.entriesOf(actor.person(), first).stream())
                        .filter(entry -> entry.takesTime() && !entry.uid().equals(meeting.uid()))
                        .toList(),
                busy.between(actor.person(), first, last));
    }

    private String country(Actor actor) {
        return jdbc.sql("SELECT country FROM cluster WHERE id = ?")
                .param(actor.cluster().value())
                .query(String.class)
                .single();
    }

    /** What is known for the whole time that is asked about. */
    record Known(Actor actor, ZoneId zone, String country, List<CalendarEntry> entries, List<TimeSlot> elsewhere) {
        Around at(DateOption option) {
            return new Around(
                    entries.stream()
                            .filter(entry -> entry.from().isBefore(option.to())
                                    && entry.to().isAfter(option.from()))
                            .map(CalendarEntry::summary)
                            .distinct()
                            .limit(NAMED)
                            .toList(),
                    elsewhere.stream()
                            .anyMatch(slot -> slot.from().isBefore(option.to())
                                    && slot.to().isAfter(option.from())),
                    holiday(option));
        }

        /** The first holiday among the days of an option. */
        private String holiday(DateOption option) {
            LocalDate first = option.from().atZone(zone).toLocalDate();
            LocalDate last = option.to().minusMillis(1).atZone(zone).toLocalDate();
            return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                    .flatMap(day -> Holidays.name(country, day, actor.locale()).stream())
                    .findFirst()
                    .orElse("");
        }
    }
}
