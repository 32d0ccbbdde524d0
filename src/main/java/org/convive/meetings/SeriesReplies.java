package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.calendar.Appointment;
import org.convive.calendar.ReplyDesk;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to a whole series that come from calendars by mail: said of each date that is still ahead and concerns the
 * person. An answer to one date only (with a RECURRENCE-ID) is the business of {@link MeetingReplies}.
 */
@Component
class SeriesReplies implements ReplyDesk {
    private static final char KIND = 's';

    private final JdbcClient jdbc;
    private final MeetingReplies dates;
    private final Meetings meetings;
    private final Voices voices;
    private final SeriesPost post;
    private final Actors actors;
    private final Clock clock;

    SeriesReplies(
            JdbcClient jdbc,
            MeetingReplies dates,
            Meetings meetings,
            Voices voices,
            SeriesPost post,
            Actors actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.dates = dates;
        this.meetings = meetings;
        this.voices = voices;
        this.post = post;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public char kind() {
        return KIND;
    }

    @Override
    public Optional<Appointment> find(String uid, @Nullable LocalDateTime recurrenceId) {
        return recurrenceId == null ? appointment("t.series_uid = ?", uid) : Optional.empty();
    }

    @Override
    public Optional<Appointment> find(long id) {
        return appointment("t.series_id = ? AND t.series_uid IS NOT NULL", id);
    }

    /** The series as its next date shows it; as it was announced, so that no answer to it is stale. */
    private Optional<Appointment> appointment(String where, Object key) {
        return jdbc.sql("""
                        SELECT t.id, t.series_id, t.series_uid, t.cluster_id, t.title, t.starts, t.recurrence_zone, c.slug
                        FROM meeting t JOIN cluster c ON c.id = t.cluster_id
                        WHERE t.starts IS NOT NULL AND\s""" + where + " ORDER BY t.ends <= ?, t.starts LIMIT 1")
                .params(key, Utc.column(clock.instant()))
                .query((row, n) -> new Appointment(
                        KIND,
                        row.getLong("series_id"),
                        row.getString("series_uid"),
                        new ClusterId(row.getLong("cluster_id")),
                        row.getString("title"),
                        Utc.moment(row.getObject("starts", LocalDateTime.class)),
                        ZoneId.of(row.getString("recurrence_zone")),
                        0,
                        MeetingEntries.path(row.getString("slug"), new MeetingId(row.getLong("id")))))
                .optional();
    }

    /** The dates that are still ahead, in the order in which they are locked. */
    private List<Appointment> ahead(long series) {
        return jdbc
                .sql("SELECT id FROM meeting WHERE series_id = ? AND starts > ? ORDER BY id")
                .params(series, Utc.column(clock.instant()))
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> dates.find(id).stream())
                .toList();
    }

    @Override
    public Optional<Guest> guest(Appointment appointment, PersonId person) {
        return latest(ahead(appointment.id()).stream()
                .flatMap(date -> dates.guest(date, person).stream())
                .toList());
    }

    @Override
    public Optional<Guest> guest(Appointment appointment, EmailAddress mailbox) {
        return latest(ahead(appointment.id()).stream()
                .flatMap(date -> dates.guest(date, mailbox).stream())
                .toList());
    }

    /** What they said last to any of the dates is what a later answer must be later than. */
    private static Optional<Guest> latest(List<Guest> guests) {
        return guests.stream()
                .max(Comparator.comparing(guest -> Objects.requireNonNullElse(guest.answeredAt(), Instant.EPOCH)));
    }

    @Override
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Outcome answer(Appointment appointment, PersonId person, Participation answer) {
        return answer(appointment, person, answer, Set.of());
    }

    @Override
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Outcome answer(Appointment appointment, PersonId person, Participation answer, Set<Instant> except) {
        Set<Long> kept = except.isEmpty() ? Set.of() : at(appointment.id(), except);
        List<Outcome> outcomes = ahead(appointment.id()).stream()
                .filter(date -> !kept.contains(date.id()))
                .filter(date -> dates.guest(date, person).isPresent())
                .map(date -> dates.answer(date, person, answer))
                .toList();
        for (Outcome outcome : List.of(Outcome.RECORDED, Outcome.WAITING, Outcome.SAME, Outcome.CALLED_OFF)) {
            if (outcomes.contains(outcome)) {
                return outcome;
            }
        }
        return Outcome.TOO_LATE;
    }

    /** The dates that the series had at these moments. */
    private Set<Long> at(long series, Set<Instant> moments) {
        return jdbc
                .sql(
                        "SELECT id, recurrence_id, recurrence_zone FROM meeting WHERE series_id = ? AND recurrence_id IS NOT NULL")
                .param(series)
                .query((row, n) -> Map.entry(
                        row.getLong("id"),
                        row.getObject("recurrence_id", LocalDateTime.class)
                                .atZone(ZoneId.of(row.getString("recurrence_zone")))
                                .toInstant()))
                .list()
                .stream()
                .filter(date -> moments.contains(date.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void tellOrganiser(Appointment appointment, Word word) {
        ahead(appointment.id()).stream().findFirst().ifPresent(date -> dates.tellOrganiser(date, word));
    }

    @Override
    public void sendAgain(Appointment appointment, PersonId person) {
        List<SeriesPost.Dated> concerned = ahead(appointment.id()).stream()
                .flatMap(date -> dated(new MeetingId(date.id()), person).stream())
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        Meeting first = concerned.getFirst().meeting();
        actors.member(first.organiser(), first.cluster())
                .ifPresent(organiser ->
                        post.invite(organiser, concerned, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private Optional<SeriesPost.Dated> dated(MeetingId id, PersonId person) {
        return voices.of(id, person)
                .map(reader -> meetings.get(reader, id))
                .filter(meeting -> !meeting.cancelled())
                .map(meeting -> new SeriesPost.Dated(
                        meeting,
                        meetings.readers(id).stream()
                                .filter(one -> one.person().equals(person))
                                .toList()));
    }

    @Override
    public boolean mayRead(Actor actor, long id) {
        return jdbc.sql("SELECT id FROM meeting WHERE series_id = ? AND cluster_id = ? ORDER BY starts LIMIT 1")
                .params(id, actor.cluster().value())
                .query(Long.class)
                .optional()
                .filter(date -> mayChange(actor, new MeetingId(date)))
                .isPresent();
    }

    private boolean mayChange(Actor actor, MeetingId id) {
        try {
            return meetings.get(actor, id).mayBeChangedBy(actor);
        } catch (NotFoundException e) {
            return false;
        }
    }
}
