package org.convive.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.convive.shared.ClusterId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Keeps which meetings belong together. */
@Repository
class SeriesRows {
    private final JdbcClient jdbc;

    SeriesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(ClusterId cluster, LocalDateTime start, ZoneId zone, String recurrence, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO meeting_series (cluster_id, starts, zone, recurrence, created_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(cluster.value(), start, zone.getId(), recurrence, Utc.column(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** @param occurrence by which calendars know this date, for ever */
    void join(MeetingId meeting, long series, Instant occursAt, Meeting.Occurrence occurrence) {
        jdbc.sql("""
                        UPDATE meeting SET series_id = ?, occurs_at = ?, series_uid = ?, recurrence_id = ?,
                               recurrence_zone = ?
                        WHERE id = ?""")
                .params(
                        series,
                        Utc.column(occursAt),
                        occurrence.uid(),
                        occurrence.start(),
                        occurrence.zone().getId(),
                        meeting.value())
                .update();
    }

    /** Whether its time was changed by itself. */
    boolean isMoved(MeetingId meeting) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting WHERE id = ? AND occurs_at <> starts")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
    }

    /** After all of a series were moved together, their times are those of the series again. */
    void settle(MeetingId meeting) {
        jdbc.sql("UPDATE meeting SET occurs_at = starts WHERE id = ? AND series_id IS NOT NULL")
                .param(meeting.value())
                .update();
    }

    /** The others of the series from a moment on that are neither over nor called off. */
    List<MeetingId> ahead(MeetingId meeting, Instant from, Instant now) {
        return jdbc.sql("""
                        SELECT t.id FROM meeting t JOIN meeting base ON base.series_id = t.series_id
                        WHERE base.id = ? AND t.id <> base.id AND t.cancelled_at IS NULL AND t.starts >= ? AND t.starts > ?
                        ORDER BY t.id""")
                .params(meeting.value(), Utc.column(from), Utc.column(now))
                .query((row, n) -> new MeetingId(row.getLong("id")))
                .list();
    }
}
