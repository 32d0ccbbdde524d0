package org.convive.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.convive.uikit.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings as cards of a newsletter: only those that are for the whole cluster. */
@Component
class MeetingBlocks implements BlockSource {
    private static final int CHOICES = 20;

    private final JdbcClient jdbc;
    private final Translations translations;
    private final Clock clock;

    MeetingBlocks(JdbcClient jdbc, Translations translations, Clock clock) {
        this.jdbc = jdbc;
        this.translations = translations;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.MEETING;
    }

    @Override
    public List<Choice> search(Actor actor, String text) {
        Instant since = clock.instant().minus(Duration.ofDays(text.isBlank() ? 0 : 90));
        String like = "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return jdbc.sql("""
                        SELECT id, title, starts, zone FROM meeting
                        WHERE cluster_id = ? AND everyone AND cancelled_at IS NULL AND ends > ?
                          AND title LIKE ? ESCAPE '!'
                        ORDER BY ends < ?, starts LIMIT ?""")
                .params(actor.cluster().value(), Utc.column(since), like, Utc.column(clock.instant()), CHOICES)
                .query((row, n) -> new Choice(
                        row.getLong("id"),
                        row.getString("title"),
                        Dates.of(actor.locale(), ZoneId.of(row.getString("zone")))
                                .dayAndTime(Utc.moment(row.getObject("starts", LocalDateTime.class)))))
                .list();
    }

    @Override
    public Optional<Card> render(ClusterId cluster, long id, Locale locale) {
        return jdbc.sql("SELECT t.*, c.slug, " + Meetings.WHERE + """
                         AS place_words FROM meeting t JOIN cluster c ON c.id = t.cluster_id
                        WHERE t.cluster_id = ? AND t.id = ? AND t.everyone""")
                .params(cluster.value(), id)
                .query((row, n) -> {
                    Meeting meeting = MeetingMapping.meeting(row, java.util.Set.of());
                    String where =
                            meeting.where().isEmpty() ? translations.text(locale, "meetings.online") : meeting.where();
                    String when = meeting.isDated()
                            ? Dates.of(locale, meeting.zone()).range(meeting.from(), meeting.to())
                            : translations.text(locale, "meetings.no-date-yet");
                    return new Card(
                            meeting.title(),
                            meeting.cancelled()
                                    ? List.of(when, where, translations.text(locale, "meetings.cancelled"))
                                    : List.of(when, where),
                            MeetingEntries.path(row.getString("slug"), meeting.id()));
                })
                .optional();
    }

    /** Only meetings that were opened to everybody. */
    @Override
    public Optional<Card> renderForEverybody(ClusterId cluster, long id, Locale locale) {
        boolean open = jdbc.sql("SELECT COUNT(*) FROM meeting WHERE cluster_id = ? AND id = ? AND is_open")
                .params(cluster.value(), id)
                .query(Boolean.class)
                .single();
        return open ? render(cluster, id, locale) : Optional.empty();
    }

    /** Meetings for everybody that are coming, those that took place, and seats that came free. */
    @Override
    public List<Candidate> candidates(ClusterId cluster, Period period) {
        return jdbc.sql("SELECT t.*, c.slug, " + Meetings.WHERE + """
                         AS place_words,
                               (SELECT COALESCE(SUM(1 + a.guests), 0) FROM meeting_answer a
                                WHERE a.meeting_id = t.id AND a.answer = 'YES' AND a.arrival IS NULL) AS coming,
                               EXISTS (SELECT 1 FROM meeting_answer_history h
                                       WHERE h.meeting_id = t.id AND h.answer = 'YES' AND h.waiting) AS was_full
                        FROM meeting t JOIN cluster c ON c.id = t.cluster_id
                        WHERE t.cluster_id = ? AND t.everyone AND t.cancelled_at IS NULL
                          AND t.starts >= ? AND t.starts < ? ORDER BY t.starts LIMIT 30""")
                .params(cluster.value(), Utc.column(period.since()), Utc.column(period.until()))
                .query((row, n) -> candidate(
                        MeetingMapping.meeting(row, java.util.Set.of()),
                        row.getString("slug"),
                        row.getInt("coming"),
                        row.getBoolean("was_full"),
                        period))
                .list();
    }

    private Candidate candidate(Meeting meeting, String slug, int coming, boolean wasFull, Period period) {
        boolean past = period.isPast(meeting.to());
        Integer capacity = meeting.capacity();
        int free = capacity == null ? 0 : Math.max(0, capacity - coming);
        boolean opened = !past && wasFull && free > 0;
        return new Candidate(
                past ? Topic.HAPPENED : opened ? Topic.OPEN : Topic.COMING,
                Kind.MEETING,
                meeting.id().value(),
                meeting.from(),
                meeting.title(),
                locale -> past
                        ? translations.text(
                                locale,
                                "meetings.letter.held",
                                Dates.of(locale, meeting.zone()).dayLong(meeting.from()),
                                coming)
                        : translations.text(
                                locale,
                                opened
                                        ? "meetings.letter.opened"
                                        : free > 0 ? "meetings.letter.coming-free" : "meetings.letter.coming",
                                Dates.of(locale, meeting.zone()).dayAndTime(meeting.from()),
                                coming,
                                free),
                MeetingEntries.path(slug, meeting.id()),
                past ? Math.min(40 + coming, 90) : opened ? 90 : 80);
    }
}
