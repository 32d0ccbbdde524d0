package org.convive.meetings.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.meetings.MeetingGate;
import org.convive.meetings.MeetingId;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One gentle reminder, to those who said nothing yet, two days before answers close (or a week before a meeting without
 * such a date); a day before a poll closes. Never a second one: whichever node marks the meeting first writes. A series
 * is one invitation: one reminder for a person, not one a date.
 */
@Component("meetingReminders")
public class Reminders {
    private static final Duration BEFORE_CLOSING = Duration.ofDays(2);
    private static final Duration BEFORE_START = Duration.ofDays(7);
    private static final Duration BEFORE_POLL = Duration.ofDays(1);
    /** Who was invited, or asked anew, only just now is not reminded. */
    private static final Duration GRACE = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final MeetingGate gate;
    private final Actors actors;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(JdbcClient jdbc, MeetingGate gate, Actors actors, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.actors = actors;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Reminds of everything that is due. @return how many letters were written */
    public int remindDue() {
        Instant now = clock.instant();
        int answers = remind("reminded_at", """
                        t.stage = 'CONFIRMED' AND t.starts > :now AND (t.answer_by IS NULL OR t.answer_by > :now)
                        AND COALESCE(t.answer_by - INTERVAL :closing SECOND, t.starts - INTERVAL :start SECOND) <= :now""", now);
        return answers + remind("poll_reminded_at", """
                        t.stage = 'DATES' AND t.poll_until > :now AND t.poll_until - INTERVAL :poll SECOND <= :now""", now);
    }

    private int remind(String column, String due, Instant now) {
        List<Due> found = jdbc.sql(
                        "SELECT t.id, t.series_id, t.cluster_id, t.organiser_id FROM meeting t WHERE t.cancelled_at IS NULL AND t."
                                + column + " IS NULL AND COALESCE(t.asked_at, t.created_at) < :grace AND " + due
                                + " ORDER BY t.starts, t.id LIMIT 200")
                .param("now", Utc.column(now))
                .param("grace", Utc.column(now.minus(GRACE)))
                .param("closing", BEFORE_CLOSING.toSeconds())
                .param("start", BEFORE_START.toSeconds())
                .param("poll", BEFORE_POLL.toSeconds())
                .query((row, n) -> new Due(
                        new MeetingId(row.getLong("id")),
                        row.getObject("series_id", Long.class),
                        new ClusterId(row.getLong("cluster_id")),
                        new PersonId(row.getLong("organiser_id"))))
                .list();
        return found.stream().mapToInt(one -> remind(one, column, now)).sum();
    }

    private int remind(Due due, String column, Instant now) {
        return actors.member(due.organiser(), due.cluster())
                .map(organiser -> count(transaction.execute(status -> {
                    lockSeries(due.series());
                    int mine = jdbc.sql("UPDATE meeting SET " + column + " = ? WHERE id = ? AND " + column + " IS NULL")
                            .params(Utc.column(now), due.meeting().value())
                            .update();
                    return mine == 0 ? 0 : write(organiser, due.meeting(), now);
                })))
                .orElse(0);
    }

    /** So that two nodes do not remind the same person of two of its dates. */
    private void lockSeries(@Nullable Long series) {
        if (series != null) {
            var unused = jdbc.sql("SELECT id FROM meeting_series WHERE id = ? FOR UPDATE")
                    .param(series)
                    .query(Long.class)
                    .single();
        }
    }

    private int write(Actor organiser, MeetingId id, Instant now) {
        return gate.remind(organiser, id, now.minus(GRACE), now);
    }

    private static int count(@Nullable Integer letters) {
        return letters == null ? 0 : letters;
    }

    private record Due(MeetingId meeting, @Nullable Long series, ClusterId cluster, PersonId organiser) {}
}
