package org.convive.meetings.open;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
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
        return meetings.entries(calendar.cluster(), endingAfter, MOST);
    }
}
