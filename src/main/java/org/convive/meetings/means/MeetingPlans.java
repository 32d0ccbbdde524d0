package org.convive.meetings.means;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.MeansQueries;
import org.convive.meetings.MeetingId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which bookings belong to which meeting. A meeting may have several plans, and a plan may serve several dates of a series:
 * each booking of it belongs to the date whose start, as booked, is nearest.
 */
@Repository
class MeetingPlans {
    private final JdbcClient jdbc;
    private final MeansQueries means;

    MeetingPlans(JdbcClient jdbc, MeansQueries means) {
        this.jdbc = jdbc;
        this.means = means;
    }

    /** What is booked with a meeting and not given back, soonest first. */
    List<BookingLine> lines(Actor actor, MeetingId id) {
        return jdbc
                .sql("SELECT plan_id FROM meeting_plan WHERE meeting_id = ? ORDER BY plan_id")
                .param(id.value())
                .query(Long.class)
                .list()
                .stream()
                .flatMap(plan -> lines(actor, id, plan).stream())
                .toList();
    }

    private List<BookingLine> lines(Actor actor, MeetingId id, long plan) {
        List<BookingLine> all = means.ofPlan(actor, plan).stream()
                .filter(line -> line.status().occupies())
                .toList();
        List<Part> parts = all.isEmpty() ? List.of() : parts(plan);
        return parts.size() < 2
                ? all
                : all.stream()
                        .filter(line -> nearest(parts, line.from()).equals(id))
                        .toList();
    }

    private static MeetingId nearest(List<Part> parts, Instant from) {
        return parts.stream()
                .min(Comparator.comparing(part -> part.distance(from)))
                .map(Part::meeting)
                .orElseThrow();
    }

    private List<Part> parts(long plan) {
        return jdbc.sql("SELECT meeting_id, starts FROM meeting_plan WHERE plan_id = ? ORDER BY meeting_id")
                .param(plan)
                .query((row, n) -> {
                    LocalDateTime starts = row.getObject("starts", LocalDateTime.class);
                    return new Part(
                            new MeetingId(row.getLong("meeting_id")), starts == null ? null : Utc.moment(starts));
                })
                .list();
    }

    /** The plans of a meeting, also those of which nothing is left. */
    Set<Long> plans(MeetingId id) {
        return plans(id, "SELECT plan_id FROM meeting_plan WHERE meeting_id = ?");
    }

    /** As {@link #plans}, as they stand at this moment, within a transaction; nobody adds one before it ends. */
    Set<Long> lockedPlans(MeetingId id) {
        return plans(id, "SELECT plan_id FROM meeting_plan WHERE meeting_id = ? FOR UPDATE");
    }

    private Set<Long> plans(MeetingId id, String sql) {
        return Set.copyOf(jdbc.sql(sql).param(id.value()).query(Long.class).list());
    }

    /** @param starts of the meeting as its means were booked */
    void link(MeetingId id, long plan, Instant starts) {
        jdbc.sql("""
                        INSERT INTO meeting_plan (meeting_id, plan_id, starts) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE starts = VALUES(starts)""").params(id.value(), plan, Utc.column(starts)).update();
    }

    /** Forgets the plans of a meeting, since all that was booked with them is given back. */
    void unlink(MeetingId id) {
        jdbc.sql("DELETE FROM meeting_plan WHERE meeting_id = ?")
                .param(id.value())
                .update();
    }

    /** @param starts null for a plan of one meeting alone */
    private record Part(MeetingId meeting, @Nullable Instant starts) {
        Duration distance(Instant from) {
            return starts == null
                    ? Duration.ofDays(36_500)
                    : Duration.between(starts, from).abs();
        }
    }
}
