package org.convive.means.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What each company has of a means this quarter beside its fair part. Every member may see it, but where the owner shows
 * only when a means is taken: there each company sees its own part.
 */
@Service
public class FairShare {
    private final JdbcClient jdbc;
    private final MeansQueries queries;
    private final Clock clock;

    FairShare(JdbcClient jdbc, MeansQueries queries, Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.clock = clock;
    }

    /** One company's hours. */
    public record Part(OrganisationId company, String name, Duration used) {}

    /**
     * A quarter of one means.
     *
     * @param fair what each company may have: the owner's limit, else the open hours of all units divided by the
     *     companies that may book
     */
    public record Share(LocalDate firstDay, Duration fair, List<Part> parts) {}

    public Share of(Actor actor, MeansId id) {
        Means means = queries.get(actor, id).means();
        ZoneId zone = means.rules().zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate first = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = first.plusMonths(3).atStartOfDay(zone).toInstant();
        List<Part> parts = jdbc.sql("""
                        SELECT b.organisation_id, o.name,
                               SUM(TIMESTAMPDIFF(MINUTE, b.starts_at, b.ends_at) * b.units) AS minutes
                        FROM booking b JOIN organisation o ON o.id = b.organisation_id
                        WHERE b.means_id = ? AND b.cluster_id = ? AND b.kind = 'BOOKING'
                          AND b.status IN ('HELD', 'PENDING', 'PROPOSED', 'CONFIRMED')
                          AND b.ends_at > ? AND b.starts_at >= ? AND b.starts_at < ?
                        GROUP BY b.organisation_id, o.name ORDER BY minutes DESC, o.name""")
                .params(id.value(), actor.cluster().value(), Utc.column(from), Utc.column(from), Utc.column(to))
                .query((row, n) -> new Part(
                        new OrganisationId(row.getLong("organisation_id")),
                        row.getString("name"),
                        Duration.ofMinutes(row.getLong("minutes"))))
                .list();
        boolean mayKnow = !means.lending().freeBusy()
                || actor.isAnimator()
                || means.owner().equals(actor.organisation());
        return new Share(
                first,
                fair(actor, means, from, to),
                parts.stream()
                        .filter(part -> mayKnow || part.company().equals(actor.organisation()))
                        .toList());
    }

    private Duration fair(Actor actor, Means means, Instant from, Instant to) {
        Duration quota = means.lending().quota();
        if (quota != null) {
            return quota;
        }
        long companies = means.lending().chosenOnly()
                ? means.lending().chosen().size() + 1L
                : jdbc.sql("SELECT COUNT(DISTINCT organisation_id) FROM membership WHERE cluster_id = ?")
                        .param(actor.cluster().value())
                        .query(Long.class)
                        .single();
        Duration open =
                means.rules().open(from, to).stream().map(TimeSlot::length).reduce(Duration.ZERO, Duration::plus);
        return open.multipliedBy(means.units().size()).dividedBy(Math.max(1, companies));
    }
}
