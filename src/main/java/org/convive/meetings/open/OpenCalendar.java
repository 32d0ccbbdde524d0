package org.convive.meetings.open;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.PublicCalendarSource;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open meetings of a cluster, as a calendar that anybody may follow. */
@Component
class OpenCalendar implements PublicCalendarSource {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final OpenMeetings meetings;

    OpenCalendar(JdbcClient jdbc, OpenMeetings meetings) {
        this.jdbc = jdbc;
        this.meetings = meetings;
    }

    @Override
    public Optional<PublicCalendar> find(String slug) {
        return meetings.cluster(slug)
                .map(cluster -> new PublicCalendar(
                        cluster.id(), cluster.slug(), cluster.name(), "public/meetings/" + cluster.slug()));
    }

    /** All meetings count for the time of the last change, so that it does not go back when one is closed again. */
    @Override
    public Stand stand(PublicCalendar calendar, Instant endingAfter) {
        return jdbc.sql("""
                        SELECT COALESCE(MAX(t.changed_at), c.created_at) AS changed,
                               CONCAT(COUNT(IF(t.is_open, 1, NULL)), '-', COALESCE(BIT_XOR(IF(t.is_open,
                                      CRC32(CONCAT_WS('|', t.id, t.version, t.changed_at)), 0)), 0)) AS revision
                        FROM cluster c LEFT JOIN meeting t ON t.cluster_id = c.id AND t.ends > ? WHERE c.id = ?""")
                .params(Utc.column(endingAfter), calendar.cluster().value())
                .query((row, n) ->
                        new Stand(row.getString("revision"), Utc.moment(row.getObject("changed", LocalDateTime.class))))
                .single();
    }

    @Override
    public List<CalendarEntry> entries(PublicCalendar calendar, Instant endingAfter) {
        Map<String, Date> dates = dates(calendar, endingAfter);
        return meetings.entries(calendar.cluster(), endingAfter, MOST).stream()
                .map(entry -> {
                    Date date = dates.get(entry.uid());
                    return date == null ? entry : date.of(entry);
                })
                .toList();
    }

    /** A date of a series is known in calendars by the series' UID, in mail and in every feed. */
    private Map<String, Date> dates(PublicCalendar calendar, Instant endingAfter) {
        return jdbc
                .sql("""
                        SELECT uid, series_uid, recurrence_id, recurrence_zone FROM meeting
                        WHERE cluster_id = ? AND is_open AND ends > ? AND series_uid IS NOT NULL""")
                .params(calendar.cluster().value(), Utc.column(endingAfter))
                .query((row, n) -> Map.entry(
                        row.getString("uid"),
                        new Date(
                                row.getString("series_uid"),
                                row.getObject("recurrence_id", LocalDateTime.class),
                                ZoneId.of(row.getString("recurrence_zone")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Date(String uid, LocalDateTime start, ZoneId zone) {
        CalendarEntry of(CalendarEntry entry) {
            return new CalendarEntry(
                            uid,
                            entry.sequence(),
                            entry.from(),
                            entry.to(),
                            zone,
                            entry.summary(),
                            entry.description(),
                            entry.location(),
                            entry.url(),
                            entry.cancelled(),
                            entry.changed())
                    .occurrence(start);
        }
    }
}
