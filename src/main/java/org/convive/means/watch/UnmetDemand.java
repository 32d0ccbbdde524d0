package org.convive.means.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.means.Finder;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people looked for and did not find, and what they wait for: where a cluster might invest together. Who searched is
 * counted, never named.
 */
@Service
public class UnmetDemand {
    private final JdbcClient jdbc;
    private final Translations texts;
    private final Clock clock;

    UnmetDemand(JdbcClient jdbc, Translations texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Searches for one thing that found nothing.
     *
     * @param searches how often, each person and day once
     * @param companies how many companies looked for it
     * @param hours how many hours they wanted it
     */
    public record Missing(String wish, int searches, int companies, long hours, LocalDate last) {}

    /** A means that people wait for. */
    public record Waited(MeansId means, String name, String owner, int wishes, int companies, long hours) {}

    /** A search in vain, wherever it was made; each wish of several counts by itself. */
    @EventListener
    @Transactional
    public void nothingFound(Finder.NothingFound none) {
        Finder.Search search = none.search();
        search.needs()
                .forEach(need -> nothingFound(
                        none.actor(),
                        wish(none.actor(), need),
                        search.window().from(),
                        search.window().from().plus(search.length())));
    }

    /** What was typed; else the kind, else for how many. Empty when anything would have done. */
    private String wish(Actor actor, Finder.Need need) {
        if (!need.text().isBlank()) {
            return need.text();
        }
        String kind = need.kind() == null ? "" : texts.text(actor.locale(), "means.kind.one." + need.kind());
        return need.capacity() == null
                ? kind
                : texts.text(actor.locale(), "means.watch.for-people", kind, need.capacity())
                        .strip();
    }

    /** Nothing of this was free in the hours that were asked for; as above. */
    @Transactional
    public void nothingFree(Actor actor, String text, @Nullable MeansKind kind, Instant from, Instant to) {
        nothingFound(actor, wish(actor, new Finder.Need(text, kind, 1, null)), from, to);
    }

    /** Somebody looked for something and found nothing. Says nothing when they did so before today. */
    @Transactional
    public void nothingFound(Actor actor, String wish, Instant from, Instant to) {
        String words = wish.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty() || !to.isAfter(from)) {
            return;
        }
        jdbc.sql("""
                        INSERT IGNORE INTO unmet_search (cluster_id, person_id, organisation_id, searched_on, wish, minutes)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .param(actor.cluster().value())
                .param(actor.person().value())
                .param(
                        actor.organisation() == null
                                ? null
                                : actor.organisation().value())
                .param(LocalDate.now(clock.withZone(actor.zone())))
                .param(words.length() > 100 ? words.substring(0, 100) : words)
                .param(Math.min(Duration.between(from, to).toMinutes(), 60L * 24 * 31))
                .update();
    }

    /** What was looked for in vain in the last year, most wanted first; for animators. */
    public List<Missing> missing(Actor actor) {
        actor.requireAnimator();
        return jdbc.sql("""
                        SELECT wish, COUNT(*) AS searches, COUNT(DISTINCT organisation_id) AS companies,
                               SUM(minutes) DIV 60 AS hours, MAX(searched_on) AS last
                        FROM unmet_search WHERE cluster_id = ? AND searched_on > ?
                        GROUP BY wish ORDER BY companies DESC, searches DESC, wish LIMIT 100""")
                .params(
                        actor.cluster().value(),
                        LocalDate.now(clock.withZone(actor.zone())).minusYears(1))
                .query((row, n) -> new Missing(
                        row.getString("wish"),
                        row.getInt("searches"),
                        row.getInt("companies"),
                        row.getLong("hours"),
                        row.getObject("last", LocalDate.class)))
                .list();
    }

    /** The means for whose slots people waited in the last year without getting one, most wanted first. */
    public List<Waited> waited(Actor actor) {
        actor.requireAnimator();
        LocalDateTime since =
                Utc.column(clock.instant().atZone(actor.zone()).minusYears(1).toInstant());
        return jdbc.sql("""
                        SELECT m.id, m.name, o.name AS owner, COUNT(*) AS wishes,
                               COUNT(DISTINCT w.organisation_id) AS companies,
                               SUM(TIMESTAMPDIFF(MINUTE, w.starts_at, w.ends_at) * w.units) DIV 60 AS hours
                        FROM booking_wish w JOIN means m ON m.id = w.means_id
                        JOIN organisation o ON o.id = m.organisation_id
                        WHERE w.cluster_id = ? AND w.starts_at > ? AND w.state = 'WAITING'
                        GROUP BY m.id, m.name, o.name ORDER BY companies DESC, wishes DESC LIMIT 100""")
                .params(actor.cluster().value(), since)
                .query((row, n) -> new Waited(
                        new MeansId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("owner"),
                        row.getInt("wishes"),
                        row.getInt("companies"),
                        row.getLong("hours")))
                .list();
    }
}
