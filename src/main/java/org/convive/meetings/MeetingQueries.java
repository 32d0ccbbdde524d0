package org.convive.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.calendar.CalendarEntry;
import org.convive.identity.Actor;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads of meetings, as one person may see them. A list is one statement, and one more for all its faces. */
@Service
public class MeetingQueries {
    /** Whether the meeting {@code t} is for :person, who stands for :organisation; for the packages below. */
    public static final String INVITED = Meetings.INVITED;

    /** The place of the meeting {@code t} in words; for the packages below. */
    public static final String WHERE = Meetings.WHERE;

    private static final int FACES = 28;

    private static final String CARD =
            "SELECT t.*, " + Meetings.WHERE + """
             AS place_words, op.name AS organiser_name, mine.answer AS my_answer, mine.guests AS my_guests,
            mine.arrival AS my_arrival, mine.approved AS my_approved,\s""" + Meetings.INVITED + """
             AS invited,
            (SELECT COALESCE(SUM(1 + a.guests), 0) FROM meeting_answer a
             WHERE a.meeting_id = t.id AND a.answer = 'YES' AND a.arrival IS NULL) AS seats_taken,
            (SELECT COUNT(*) FROM meeting_answer a
             WHERE a.meeting_id = t.id AND a.answer = 'YES' AND a.arrival IS NULL) AS coming,
            (SELECT COUNT(*) FROM meeting_answer a WHERE a.meeting_id = t.id AND a.arrival IS NOT NULL) AS waiting,
            (SELECT COUNT(*) FROM meeting_answer a
             WHERE a.meeting_id = t.id AND a.arrival <= mine.arrival) AS my_position
            FROM meeting t
            JOIN person op ON op.id = t.organiser_id
            LEFT JOIN meeting_answer mine ON mine.meeting_id = t.id AND mine.person_id = :person
            WHERE t.cluster_id = :cluster AND (:animator OR\s""" + Meetings.INVITED + ")\n";

    private static final String COMERS = """
            SELECT a.meeting_id, a.person_id, a.answer, a.guests, a.arrival, """ + Called.NAME + " AS name, " + Called.PICTURE + """
             AS picture_id,
                   COALESCE(o.name, g.company, '') AS organisation_name,
                   ROW_NUMBER() OVER (PARTITION BY a.meeting_id ORDER BY a.answered_at, a.person_id) AS place
            FROM meeting_answer a
            JOIN person p ON p.id = a.person_id
            JOIN meeting t ON t.id = a.meeting_id
            LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
            LEFT JOIN organisation o ON o.id = m.organisation_id
            LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
            """;

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final Invitations invitations;
    private final MeetingEntries entries;
    private final Clock clock;

    MeetingQueries(JdbcClient jdbc, Meetings meetings, Invitations invitations, MeetingEntries entries, Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.invitations = invitations;
        this.entries = entries;
        this.clock = clock;
    }

    /** Which meetings a list shows. */
    public enum Selection {
        /** Not over yet, the next first; cancelled ones are shown as such. */
        UPCOMING("AND t.ends > :now ORDER BY t.starts, t.id LIMIT :limit"),
        /** Over, the latest first. */
        PAST("AND t.ends <= :now ORDER BY t.starts DESC, t.id DESC LIMIT :limit"),
        /** Those I organise, host, or answered yes or maybe to; what is coming first. */
        MINE("""
                AND t.starts IS NOT NULL AND (t.organiser_id = :person OR mine.answer IN ('YES', 'MAYBE')
                     OR EXISTS (SELECT 1 FROM meeting_host h WHERE h.meeting_id = t.id AND h.person_id = :person))
                ORDER BY t.ends <= :now, ABS(TIMESTAMPDIFF(SECOND, t.starts, :now)), t.id LIMIT :limit""");

        private final String sql;

        Selection(String sql) {
            this.sql = sql;
        }
    }

    public List<MeetingCard> list(Actor actor, Selection selection, int limit) {
        return list(actor, selection, MeetingFilter.NONE, limit);
    }

    public List<MeetingCard> list(Actor actor, Selection selection, MeetingFilter filter, int limit) {
        return withFaces(
                actor,
                filter.bind(cards(actor, filter.sql() + selection.sql), Utc.column(clock.instant()))
                        .param("now", Utc.column(clock.instant()))
                        .param("limit", limit)
                        .query(this::card)
                        .list());
    }

    /** Meetings that take place, or part of them, from one moment to another; without cancelled ones. */
    public List<MeetingCard> upcoming(Actor actor, Instant from, Instant to, int limit) {
        return withFaces(
                actor,
                cards(actor, """
                                AND t.cancelled_at IS NULL AND t.ends > :from AND t.starts < :to
                                ORDER BY t.starts, t.id LIMIT :limit""")
                        .param("from", Utc.column(from))
                        .param("to", Utc.column(to))
                        .param("limit", limit)
                        .query(this::card)
                        .list());
    }

    /** What the page "Today" shows: the next meetings for this person that they did not decline. */
    public List<MeetingCard> nextFor(Actor actor, int limit) {
        return withFaces(
                actor,
                cards(actor, """
                                AND t.cancelled_at IS NULL AND t.ends > :now AND COALESCE(mine.answer, '') <> 'NO'
                                HAVING invited ORDER BY t.starts, t.id LIMIT :limit""")
                        .param("now", Utc.column(clock.instant()))
                        .param("limit", limit)
                        .query(this::card)
                        .list());
    }

    /** How many meetings wait for this person's answer. */
    public int awaited(Actor actor) {
        OrganisationId organisation = actor.organisation();
        return jdbc.sql("""
                        SELECT COUNT(*) FROM meeting t
                        WHERE t.cluster_id = :cluster AND t.cancelled_at IS NULL AND t.starts > :now
                          AND (t.answer_by IS NULL OR t.answer_by >= :now)
                          AND NOT EXISTS (SELECT 1 FROM meeting_answer a
                                          WHERE a.meeting_id = t.id AND a.person_id = :person)
                          AND\s""" + Meetings.INVITED)
                .param("cluster", actor.cluster().value())
                .param("person", actor.person().value())
                .param("organisation", organisation == null ? null : organisation.value())
                .param("now", Utc.column(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Meetings in a range of a calendar, cancelled ones included; without faces. */
    public List<MeetingCard> between(Actor actor, Instant from, Instant to, MeetingFilter filter) {
        String time = "AND t.ends > :from AND t.starts < :to ORDER BY t.starts, t.id LIMIT 1000";
        return filter.bind(cards(actor, filter.sql() + time), Utc.column(clock.instant()))
                .param("from", Utc.column(from))
                .param("to", Utc.column(to))
                .query(this::card)
                .list();
    }

    /** All times of the series a meeting belongs to, by time; empty for one that does not repeat. */
    public List<MeetingCard> series(Actor actor, MeetingId id) {
        return cards(actor, """
                        AND t.series_id = (SELECT base.series_id FROM meeting base WHERE base.id = :id)
                        ORDER BY t.starts, t.id LIMIT 100""").param("id", id.value()).query(this::card).list();
    }

    /** @throws NotFoundException when there is no such meeting here, or it is not for the actor */
    public MeetingCard card(Actor actor, MeetingId id) {
        return withFaces(
                        actor,
                        cards(actor, "AND t.id = :id")
                                .param("id", id.value())
                                .query(this::card)
                                .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("meeting"));
    }

    /** @throws NotFoundException when there is no such meeting here, or it is not for the actor */
    public MeetingPage get(Actor actor, MeetingId id) {
        Meeting meeting = meetings.get(actor, id);
        MeetingCard card = cards(actor, "AND t.id = :id")
                .param("id", id.value())
                .query(this::card)
                .single();
        List<Comer> answers = jdbc.sql(COMERS + "WHERE a.meeting_id = ? ORDER BY a.arrival, a.answered_at, a.person_id")
                .param(id.value())
                .query((row, n) -> comer(row))
                .list();
        List<Comer> faces = answers.stream().filter(Comer::comes).limit(FACES).toList();
        return new MeetingPage(
                card.with(faces),
                meeting.description(),
                meeting.place(),
                invitations.hosts(id),
                invitations.of(id),
                answers,
                meeting.mayBeChangedBy(actor),
                meeting.farewell(),
                meeting.version());
    }

    /**
     * The meeting as an entry to be put into a calendar.
     *
     * @throws NotFoundException also when it has no date yet
     */
    public CalendarEntry entry(Actor actor, MeetingId id) {
        Meeting meeting = meetings.get(actor, id);
        if (!meeting.isDated()) {
            throw new NotFoundException("date of this meeting");
        }
        return MeetingEntries.entry(meeting, entries.address(actor.slug(), id));
    }

    private JdbcClient.StatementSpec cards(Actor actor, String rest) {
        OrganisationId organisation = actor.organisation();
        return jdbc.sql(CARD + rest)
                .param("cluster", actor.cluster().value())
                .param("animator", actor.isAnimator())
                .param("person", actor.person().value())
                .param("organisation", organisation == null ? null : organisation.value());
    }

    private List<MeetingCard> withFaces(Actor actor, List<MeetingCard> cards) {
        if (cards.isEmpty()) {
            return cards;
        }
        Map<Long, List<Comer>> faces = jdbc
                .sql("SELECT * FROM (" + COMERS + """
                        WHERE t.cluster_id = :cluster AND a.meeting_id IN (:ids) AND a.answer = 'YES'
                          AND a.arrival IS NULL) comers
                        WHERE place <= :faces ORDER BY meeting_id, place""")
                .param("cluster", actor.cluster().value())
                .param("ids", cards.stream().map(card -> card.id().value()).toList())
                .param("faces", FACES)
                .query((row, n) -> Map.entry(row.getLong("meeting_id"), comer(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return cards.stream()
                .map(card -> card.with(faces.getOrDefault(card.id().value(), List.of())))
                .toList();
    }

    private static Comer comer(ResultSet row) throws SQLException {
        return new Comer(
                new PersonId(row.getLong("person_id")),
                row.getString("name"),
                row.getString("organisation_name"),
                row.getObject("picture_id", Long.class),
                Answer.valueOf(row.getString("answer")),
                row.getInt("guests"),
                row.getObject("arrival", Long.class) != null);
    }

    private MeetingCard card(ResultSet row, int number) throws SQLException {
        String answer = row.getString("my_answer");
        MeetingCard.MyAnswer mine = answer == null
                ? null
                : new MeetingCard.MyAnswer(
                        Answer.valueOf(answer),
                        row.getInt("my_guests"),
                        row.getObject("my_arrival") == null ? null : row.getInt("my_position"),
                        row.getBoolean("my_approved"));
        Instant end = MeetingMapping.moment(row, "ends");
        return new MeetingCard(
                new MeetingId(row.getLong("id")),
                row.getString("title"),
                Stage.valueOf(row.getString("stage")).at(clock.instant(), end),
                MeetingMapping.moment(row, "starts"),
                end,
                ZoneId.of(row.getString("zone")),
                row.getString("place_words"),
                row.getString("link"),
                row.getObject("capacity", Integer.class),
                row.getInt("seats_taken"),
                row.getInt("coming"),
                row.getInt("waiting"),
                MeetingMapping.moment(row, "answer_by"),
                row.getObject("cancelled_at") != null,
                new PersonId(row.getLong("organiser_id")),
                row.getString("organiser_name"),
                mine,
                row.getBoolean("invited"),
                List.of());
    }
}
