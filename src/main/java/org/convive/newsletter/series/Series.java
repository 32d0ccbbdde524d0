package org.convive.newsletter.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.notices.Notice;
import org.convive.notices.Notices;
import org.convive.shared.ClusterId;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rhythm of a cluster's letters: reminds its animators, asks its members for news; each once for a due day. */
@Service
public class Series {
    private static final String RHYTHMS = """
            SELECT r.*, c.slug, c.name, c.time_zone,
                   (SELECT MAX(i.published_at) FROM newsletter_issue i
                    WHERE i.cluster_id = r.cluster_id AND i.state = 'PUBLISHED') AS last_letter
            FROM newsletter_rhythm r JOIN cluster c ON c.id = r.cluster_id\s""";

    private final JdbcClient jdbc;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Series(JdbcClient jdbc, Notices notices, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** The cluster's rhythm; one that reminds nobody when none was chosen. */
    public Rhythm of(Actor animator) {
        animator.requireAnimator();
        return row(animator.cluster()).map(Row::rhythm).orElseGet(() -> Rhythm.none(today(animator.zone())));
    }

    /** For which day the next letter is due. */
    public LocalDate due(Actor animator) {
        animator.requireAnimator();
        return row(animator.cluster())
                .map(Row::due)
                .orElseGet(() -> Rhythm.none(today(animator.zone())).due(null));
    }

    /**
     * Chooses another rhythm; the version is the one that was read.
     *
     * @throws StaleEdit when somebody else changed it meanwhile
     */
    @Transactional
    public void choose(Actor animator, Rhythm rhythm) {
        animator.requireAnimator();
        rhythm.requireValid();
        int updated = jdbc.sql("""
                        UPDATE newsletter_rhythm SET active = ?, month_day = ?, remind_days = ?, call_days = ?,
                               version = version + 1 WHERE cluster_id = ? AND version = ?""")
                .params(
                        rhythm.active(),
                        rhythm.monthDay(),
                        rhythm.remindDays(),
                        rhythm.callDays(),
                        animator.cluster().value(),
                        rhythm.version())
                .update();
        if (updated == 0 && (rhythm.version() > 0 || !inserted(animator, rhythm))) {
            throw new StaleEdit("rhythm");
        }
        audit.record(animator, "newsletter.rhythm-changed", "newsletter.rhythm", Integer.toString(rhythm.monthDay()));
    }

    private boolean inserted(Actor animator, Rhythm rhythm) {
        try {
            jdbc.sql("""
                            INSERT INTO newsletter_rhythm (cluster_id, active, month_day, remind_days, call_days, began_on,
                                   version) VALUES (?, ?, ?, ?, ?, ?, 1)""")
                    .params(
                            animator.cluster().value(),
                            rhythm.active(),
                            rhythm.monthDay(),
                            rhythm.remindDays(),
                            rhythm.callDays(),
                            today(animator.zone()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** A quiet month: the letter that is due is not written, and nobody is reminded of it any more. */
    @Transactional
    public void skip(Actor animator) {
        animator.requireAnimator();
        LocalDate due = due(animator);
        if (row(animator.cluster()).isEmpty()) {
            choose(animator, Rhythm.none(today(animator.zone())));
        }
        skipped(animator, due);
        audit.record(animator, "newsletter.skipped", "newsletter.rhythm", due.toString());
    }

    /** Takes the last skip back. */
    @Transactional
    public void unskip(Actor animator) {
        animator.requireAnimator();
        skipped(animator, null);
    }

    private void skipped(Actor animator, @Nullable LocalDate due) {
        jdbc.sql("UPDATE newsletter_rhythm SET skipped_for = ? WHERE cluster_id = ?")
                .param(due)
                .param(animator.cluster().value())
                .update();
    }

    /**
     * Asks the members for news now, on an animator's word; who was asked for the same letter is not asked again.
     *
     * @return how many were asked
     */
    @Transactional
    public int callNow(Actor animator) {
        animator.requireAnimator();
        int asked = call(animator.cluster(), animator.slug(), due(animator));
        audit.record(animator, "newsletter.news-asked", "newsletter.rhythm", Integer.toString(asked));
        return asked;
    }

    /**
     * Reminds and asks wherever it is time. Any number of nodes may do it at once: each due day is claimed.
     *
     * @return how many people were told something
     */
    @Transactional
    public int tellWhoIsDue() {
        int told = 0;
        for (Row row : jdbc.sql(RHYTHMS + "WHERE r.active").query(Series::row).list()) {
            LocalDate today = today(row.zone);
            LocalDate due = row.due();
            if (row.rhythm.calls(due, today) && claimed("called_for", row.cluster, due)) {
                told += call(row.cluster, row.slug, due);
            }
            if (row.rhythm.reminds(due, today) && claimed("reminded_for", row.cluster, due)) {
                told += remind(row, due);
            }
        }
        return told;
    }

    private int call(ClusterId cluster, String slug, LocalDate due) {
        return notices.tell(people(cluster, "").stream()
                .map(person -> Notice.of(
                                cluster,
                                person,
                                SeriesNotices.CALL,
                                Message.of("newsletter.notice.call.title", due),
                                "c/" + slug + "/newsletter/news")
                        .withWords(Message.of("newsletter.notice.call.words"))
                        .once("newsletter.call:" + cluster + ":" + due))
                .toList());
    }

    private int remind(Row row, LocalDate due) {
        return notices.tell(people(row.cluster, "AND role = 'ANIMATOR'").stream()
                .map(person -> Notice.of(
                                row.cluster,
                                person,
                                SeriesNotices.REMINDER,
                                Message.of("newsletter.notice.reminder.title", due),
                                "c/" + row.slug + "/newsletter/next")
                        .withWords(Message.of("newsletter.notice.reminder.words"))
                        .once("newsletter.reminder:" + row.cluster + ":" + due))
                .toList());
    }

    private List<PersonId> people(ClusterId cluster, String which) {
        return jdbc.sql("SELECT person_id FROM membership WHERE cluster_id = ? " + which + " ORDER BY person_id")
                .param(cluster.value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list();
    }

    private boolean claimed(String column, ClusterId cluster, LocalDate due) {
        return jdbc.sql("UPDATE newsletter_rhythm SET " + column + " = ? WHERE cluster_id = ? AND NOT (" + column
                                + " <=> ?)")
                        .params(due, cluster.value(), due)
                        .update()
                == 1;
    }

    private java.util.Optional<Row> row(ClusterId cluster) {
        return jdbc.sql(RHYTHMS + "WHERE r.cluster_id = ?")
                .param(cluster.value())
                .query(Series::row)
                .optional();
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("time_zone"));
        LocalDateTime last = row.getObject("last_letter", LocalDateTime.class);
        return new Row(
                new ClusterId(row.getLong("cluster_id")),
                row.getString("slug"),
                zone,
                last == null ? null : LocalDate.ofInstant(Utc.moment(last), zone),
                new Rhythm(
                        row.getBoolean("active"),
                        row.getInt("month_day"),
                        row.getInt("remind_days"),
                        row.getInt("call_days"),
                        Objects.requireNonNull(row.getObject("began_on", LocalDate.class)),
                        row.getObject("skipped_for", LocalDate.class),
                        row.getObject("reminded_for", LocalDate.class),
                        row.getObject("called_for", LocalDate.class),
                        row.getInt("version")));
    }

    private record Row(
            ClusterId cluster,
            String slug,
            ZoneId zone,
            @Nullable LocalDate lastLetter,
            Rhythm rhythm) {
        LocalDate due() {
            return rhythm.due(lastLetter);
        }
    }
}
