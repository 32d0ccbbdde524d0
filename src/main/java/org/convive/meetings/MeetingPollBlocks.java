package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.convive.uikit.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings for the whole cluster whose date is looked for, as cards of a newsletter that lead to the poll. */
@Component
class MeetingPollBlocks implements BlockSource {
    private static final int CHOICES = 20;
    private static final String POLLS = """
            SELECT t.id, t.title, t.zone, t.poll_until, t.created_at, t.stage, c.slug,
                   (SELECT COUNT(*) FROM meeting_option o WHERE o.meeting_id = t.id AND o.state = 'OPEN') AS options
            FROM meeting t JOIN cluster c ON c.id = t.cluster_id
            WHERE t.cluster_id = ? AND t.everyone AND t.cancelled_at IS NULL\s""";

    private final JdbcClient jdbc;
    private final Translations translations;
    private final Clock clock;

    MeetingPollBlocks(JdbcClient jdbc, Translations translations, Clock clock) {
        this.jdbc = jdbc;
        this.translations = translations;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.POLL;
    }

    @Override
    public List<Choice> search(Actor actor, String text) {
        String like = "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return jdbc.sql(POLLS + "AND t.stage = 'DATES' AND (t.poll_until IS NULL OR t.poll_until > ?)"
                        + " AND t.title LIKE ? ESCAPE '!' ORDER BY t.id DESC LIMIT ?")
                .params(actor.cluster().value(), Utc.column(clock.instant()), like, CHOICES)
                .query((row, n) -> new Choice(
                        row.getLong("id"), row.getString("title"), dates(row.getInt("options"), actor.locale())))
                .list();
    }

    /** Once a date is chosen, the card says so, and still leads to the meeting. */
    @Override
    public Optional<Card> render(ClusterId cluster, long id, Locale locale) {
        return jdbc.sql(POLLS + "AND t.id = ?")
                .params(cluster.value(), id)
                .query((row, n) -> {
                    Instant until = moment(row.getObject("poll_until", LocalDateTime.class));
                    List<String> lines = new ArrayList<>();
                    if (row.getString("stage").equals("DATES")) {
                        lines.add(dates(row.getInt("options"), locale));
                        if (until != null && until.isAfter(clock.instant())) {
                            lines.add(translations.text(
                                    locale, "meetings.poll.until", day(row.getString("zone"), until, locale)));
                        } else if (until != null) {
                            lines.add(translations.text(locale, "meetings.letter.poll.closed"));
                        }
                    } else {
                        lines.add(translations.text(locale, "meetings.letter.poll.over"));
                    }
                    return new Card(
                            row.getString("title"),
                            lines,
                            MeetingEntries.path(row.getString("slug"), new MeetingId(id)));
                })
                .optional();
    }

    /** Polls that take answers. */
    @Override
    public List<Candidate> candidates(ClusterId cluster, Period period) {
        return jdbc.sql(POLLS + """
                        AND t.stage = 'DATES' AND (t.poll_until IS NULL OR t.poll_until > ?)
                        ORDER BY t.poll_until IS NULL, t.poll_until, t.id LIMIT 30""")
                .params(cluster.value(), Utc.column(period.now()))
                .query((row, n) -> {
                    Instant until = moment(row.getObject("poll_until", LocalDateTime.class));
                    String zone = row.getString("zone");
                    int options = row.getInt("options");
                    return new Candidate(
                            Topic.COMING,
                            Kind.POLL,
                            row.getLong("id"),
                            until == null ? period.until() : until,
                            row.getString("title"),
                            locale -> until == null
                                    ? translations.text(locale, "meetings.letter.poll", options)
                                    : translations.text(
                                            locale, "meetings.letter.poll-until", options, day(zone, until, locale)),
                            MeetingEntries.path(row.getString("slug"), new MeetingId(row.getLong("id"))),
                            70);
                })
                .list();
    }

    private String dates(int options, Locale locale) {
        return translations.text(locale, "meetings.letter.poll.dates", options);
    }

    private static String day(String zone, Instant at, Locale locale) {
        return Dates.of(locale, ZoneId.of(zone)).dayLong(at);
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime column) {
        return column == null ? null : Utc.moment(column);
    }
}
