package org.convive.means.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.Feed;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.SignedLinks;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.Occupied;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Calendars to subscribe to: one of a means, one of a company's bookings and means. They say what and who, never what
 * for. The address belongs to a person and works as long as they belong to the cluster.
 */
@Service
public class MeansFeeds {
    static final String MEANS = "means.feed";
    static final String COMPANY = "means.company-feed";
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final SignedLinks links;
    private final Actors actors;
    private final MeansQueries queries;
    private final Translations texts;
    private final Clock clock;
    private final String publicUrl;

    MeansFeeds(
            JdbcClient jdbc,
            SignedLinks links,
            Actors actors,
            MeansQueries queries,
            Translations texts,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.links = links;
        this.actors = actors;
        this.queries = queries;
        this.texts = texts;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The address of a means' calendar for the actor. */
    public String ofMeans(Actor actor, MeansId means) {
        return publicUrl + "/feeds/means/" + token(MEANS, actor, means.value()) + ".ics";
    }

    /** The address of the calendar of the actor's company. */
    public String ofCompany(Actor actor) {
        return publicUrl + "/feeds/company/"
                + token(COMPANY, actor, actor.requireOrganisation().value()) + ".ics";
    }

    private String token(String purpose, Actor actor, long thing) {
        return links.token(
                purpose, actor.cluster() + "-" + thing, actor.person().toString(), null);
    }

    /** @throws NotFoundException when the address is not genuine, or its person left the cluster */
    String readMeans(String token) {
        Holder holder = holder(MEANS, token);
        Actor actor = holder.actor();
        Instant now = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var means = queries.get(actor, new MeansId(holder.thing())).means();
        List<CalendarEntry> entries = queries.occupancy(actor, means.id(), now.minus(BACK), now.plus(AHEAD)).stream()
                .map(one -> entry(actor, means.rules().zone(), one))
                .toList();
        return Feed.of(means.name(), entries);
    }

    private CalendarEntry entry(Actor actor, ZoneId zone, Occupied one) {
        String who = one.blackout()
                ? texts.text(actor.locale(), "means.timeline.maintenance")
                : one.organisationName().isBlank()
                        ? texts.text(actor.locale(), "means.feed.taken")
                        : one.organisationName();
        // Blackouts may come in pieces: what is blocked is shown, not what was written.
        Instant from = one.blackout() ? one.blockedFrom() : one.from();
        Instant to = one.blackout() ? one.blockedTo() : one.to();
        return new CalendarEntry(
                "unit-" + one.unit() + "-" + one.booking() + "-" + from.getEpochSecond() + "@" + actor.slug()
                        + ".convive",
                0,
                from,
                to,
                zone,
                who + " · " + one.unitName(),
                "",
                "",
                null,
                false,
                from.isBefore(clock.instant()) ? from : clock.instant().truncatedTo(ChronoUnit.DAYS));
    }

    String readCompany(String token) {
        Holder holder = holder(COMPANY, token);
        Actor actor = holder.actor();
        if (actor.organisation() == null || actor.organisation().value() != holder.thing()) {
            throw new NotFoundException("feed");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Locale locale = actor.locale();
        List<CalendarEntry> entries = jdbc.sql("""
                        SELECT b.id, b.version, b.starts_at, b.ends_at, b.changed_at, b.organisation_id, m.name, m.place,
                               m.time_zone, own.name AS owner_name, o.name AS company, m.organisation_id AS owner_id
                        FROM booking b JOIN means m ON m.id = b.means_id
                        JOIN organisation own ON own.id = m.organisation_id JOIN organisation o ON o.id = b.organisation_id
                        WHERE b.cluster_id = :cluster AND b.kind = 'BOOKING' AND b.status = 'CONFIRMED'
                          AND b.ends_at > :since AND (b.organisation_id = :company OR m.organisation_id = :company)
                        ORDER BY b.starts_at LIMIT 2000""")
                .param("cluster", actor.cluster().value())
                .param("since", Utc.column(now.minus(BACK)))
                .param("company", holder.thing())
                .query((row, n) -> {
                    boolean taken = row.getLong("organisation_id") == holder.thing();
                    String partner = row.getString(taken ? "owner_name" : "company");
                    return new CalendarEntry(
                            "booking-" + row.getLong("id") + "@" + actor.slug() + ".convive",
                            row.getInt("version"),
                            Utc.moment(row.getObject("starts_at", LocalDateTime.class)),
                            Utc.moment(row.getObject("ends_at", LocalDateTime.class)),
                            ZoneId.of(row.getString("time_zone")),
                            texts.text(
                                    locale,
                                    taken ? "means.feed.borrowed" : "means.feed.lent",
                                    row.getString("name"),
                                    partner),
                            "",
                            row.getString("place"),
                            publicUrl + "/c/" + actor.slug() + "/bookings/" + row.getLong("id"),
                            false,
                            Utc.moment(row.getObject("changed_at", LocalDateTime.class)));
                })
                .list();
        return Feed.of(texts.text(locale, "means.feed.company", String.valueOf(actor.organisationName())), entries);
    }

    private record Holder(Actor actor, long thing) {}

    private Holder holder(String purpose, String token) {
        SignedLinks.Good good = links.good(purpose, token).orElseThrow(() -> new NotFoundException("feed"));
        String[] parts = good.subject().split("-", 2);
        var cluster = new ClusterId(Long.parseLong(parts[0]));
        Actor actor =
                actors.member(new PersonId(good.payloadId()), cluster).orElseThrow(() -> new NotFoundException("feed"));
        return new Holder(actor, Long.parseLong(parts[1]));
    }
}
