package org.convive.meetings.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.CalendarSource;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What meetings asked a person to do, on the day until when, for their own calendar. It takes none of their time. What is
 * done stays and says so; what was struck from the minutes stays as called off.
 */
@Component
class ActionCalendar implements CalendarSource {
    private static final String FROM = """
            FROM meeting_minutes_entry e
            JOIN meeting t ON t.id = e.meeting_id
            JOIN cluster c ON c.id = t.cluster_id
            JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = e.owner_id
            JOIN person p ON p.id = e.owner_id
            WHERE e.owner_id = ? AND e.kind = 'ACTION' AND e.due >= ?""";

    private final JdbcClient jdbc;
    private final Translations translations;
    private final String publicUrl;

    ActionCalendar(JdbcClient jdbc, Translations translations, @Value("${convive.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.translations = translations;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public List<CalendarEntry> entriesOf(PersonId person, Instant endingAfter) {
        return select("""
                        SELECT e.id, e.words, e.due, e.done_at, e.removed_at, e.created_at, e.revised, e.revised_at,
                               t.id AS meeting_id, t.title, c.slug, c.time_zone, p.language\s""", person, endingAfter, " ORDER BY e.due, e.id LIMIT 1000")
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public String revisionOf(PersonId person, Instant endingAfter) {
        return select("""
                        SELECT CONCAT(COUNT(*), '-', COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', e.id, e.revised, e.done_at,
                               e.removed_at, t.title, p.language))), 0))\s""", person, endingAfter, "").query(String.class).single();
    }

    private JdbcClient.StatementSpec select(String columns, PersonId person, Instant endingAfter, String end) {
        return jdbc.sql(columns + FROM + end).params(person.value(), LocalDate.ofInstant(endingAfter, ZoneOffset.UTC));
    }

    private CalendarEntry entry(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("time_zone"));
        LocalDate due = Objects.requireNonNull(row.getObject("due", LocalDate.class));
        Locale locale = locale(row.getString("language"));
        String page = publicUrl + "/c/" + row.getString("slug") + "/meetings/" + row.getLong("meeting_id") + "/minutes";
        LocalDateTime changed = row.getObject("revised_at", LocalDateTime.class);
        return new CalendarEntry(
                        "action-" + row.getLong("id") + "@" + row.getString("slug") + ".convive",
                        row.getInt("revised"),
                        due.atStartOfDay(zone).toInstant(),
                        due.plusDays(1).atStartOfDay(zone).toInstant(),
                        zone,
                        translations.text(
                                locale,
                                row.getObject("done_at") == null
                                        ? "meetings.minutes.calendar.todo"
                                        : "meetings.minutes.calendar.done",
                                row.getString("words")),
                        translations.text(locale, "meetings.minutes.calendar.from", row.getString("title")),
                        "",
                        page,
                        row.getObject("removed_at") != null,
                        Utc.moment(
                                changed == null
                                        ? Objects.requireNonNull(row.getObject("created_at", LocalDateTime.class))
                                        : changed))
                .forWholeDays()
                .claiming(CalendarEntry.Claim.NOTE);
    }

    private static Locale locale(@Nullable String language) {
        return language == null ? Locale.ENGLISH : Translations.nearest(Locale.of(language));
    }
}
