package org.convive.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.CalendarEntry.Claim;
import org.convive.calendar.CalendarSource;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meetings a person comes to, perhaps comes to, or hosts, for their own calendar. */
@Component
class MeetingCalendar implements CalendarSource {
    private final JdbcClient jdbc;
    private final MeetingEntries entries;

    MeetingCalendar(JdbcClient jdbc, MeetingEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    @Override
    public List<CalendarEntry> entriesOf(PersonId person, Instant endingAfter) {
        return select("SELECT t.*, a.answer, c.slug, " + Meetings.WHERE + " AS place_words ", person, endingAfter)
                .query((row, n) -> {
                    Meeting meeting = MeetingMapping.meeting(row, Set.of());
                    CalendarEntry entry =
                            MeetingEntries.entry(meeting, entries.address(row.getString("slug"), meeting.id()));
                    return "MAYBE".equals(row.getString("answer")) ? entry.claiming(Claim.TENTATIVE) : entry;
                })
                .list();
    }

    @Override
    public String revisionOf(PersonId person, Instant endingAfter) {
        return select("""
                        SELECT CONCAT(COUNT(*), '-', COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', id, version, changed_at,
                               answer))), 0))
                        FROM (SELECT t.id, t.version, t.changed_at, t.starts, a.answer\s""", person, endingAfter, ") entries").query(String.class).single();
    }

    private JdbcClient.StatementSpec select(String columns, PersonId person, Instant endingAfter) {
        return select(columns, person, endingAfter, "");
    }

    private JdbcClient.StatementSpec select(String columns, PersonId person, Instant endingAfter, String end) {
        return jdbc.sql(columns + """
                        FROM membership m
                        JOIN cluster c ON c.id = m.cluster_id
                        JOIN meeting t ON t.cluster_id = c.id AND t.ends > :after
                        LEFT JOIN meeting_answer a ON a.meeting_id = t.id AND a.person_id = m.person_id
                        WHERE m.person_id = :person
                          AND ((a.answer IN ('YES', 'MAYBE') AND a.arrival IS NULL)
                               OR (COALESCE(a.answer, '') <> 'NO' AND (t.organiser_id = m.person_id
                                   OR EXISTS (SELECT 1 FROM meeting_host h
                                              WHERE h.meeting_id = t.id AND h.person_id = m.person_id))))
                        ORDER BY t.starts, t.id LIMIT 2000""" + end)
                .param("after", Utc.column(endingAfter))
                .param("person", person.value());
    }
}
