package org.convive.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.CalendarSource;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meetings a person comes to, perhaps comes to, or hosts, for their own calendar. */
@Component
class MeetingCalendar implements CalendarSource {
    private final JdbcClient jdbc;
    private final MeetingLetters letters;

    MeetingCalendar(JdbcClient jdbc, MeetingLetters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    @Override
    public List<CalendarEntry> entriesOf(PersonId person, Instant endingAfter) {
        return jdbc.sql("SELECT t.*, c.slug, " + Meetings.WHERE + """
                         AS place_words
                        FROM membership m
                        JOIN cluster c ON c.id = m.cluster_id
                        JOIN meeting t ON t.cluster_id = c.id AND t.ends > :after
                        LEFT JOIN meeting_answer a ON a.meeting_id = t.id AND a.person_id = m.person_id
                        WHERE m.person_id = :person
                          AND ((a.answer IN ('YES', 'MAYBE') AND a.arrival IS NULL)
                               OR (COALESCE(a.answer, '') <> 'NO' AND (t.organiser_id = m.person_id
                                   OR EXISTS (SELECT 1 FROM meeting_host h
                                              WHERE h.meeting_id = t.id AND h.person_id = m.person_id))))
                        ORDER BY t.starts, t.id LIMIT 2000""")
                .param("after", Utc.column(endingAfter))
                .param("person", person.value())
                .query((row, n) -> {
                    Meeting meeting = Meetings.meeting(row, Set.of());
                    return MeetingLetters.entry(meeting, letters.address(row.getString("slug"), meeting.id()));
                })
                .list();
    }
}
