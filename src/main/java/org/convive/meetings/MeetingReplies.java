package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.Appointment;
import org.convive.calendar.ReplyDesk;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to meetings that come from calendars by mail. Seats that they free go to those who wait, and whoever gets one is
 * told in the portal's own letter, as always.
 */
@Component
class MeetingReplies implements ReplyDesk {
    static final char KIND = 'm';

    private static final String GUEST = """
            SELECT p.id,\s""" + Called.NAME + """
             AS name, p.email, a.answered_at
            FROM meeting t
            JOIN person p
            LEFT JOIN membership m ON m.cluster_id = t.cluster_id AND m.person_id = p.id
            LEFT JOIN meeting_guest g ON g.meeting_id = t.id AND g.person_id = p.id
            LEFT JOIN meeting_answer a ON a.meeting_id = t.id AND a.person_id = p.id
            WHERE t.id = :id AND (m.person_id IS NOT NULL OR g.person_id IS NOT NULL) AND (a.answer IS NOT NULL OR\s"""
            + Meetings.INVITED.replace(":person", "p.id").replace(":organisation", "m.organisation_id") + ") AND ";

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final AnswerRows answers;
    private final Voices voices;
    private final MeetingPost post;
    private final Actors actors;
    private final ReplyTeller teller;
    private final Clock clock;

    MeetingReplies(
            JdbcClient jdbc,
            Meetings meetings,
            AnswerRows answers,
            Voices voices,
            MeetingPost post,
            Actors actors,
            ReplyTeller teller,
            Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.answers = answers;
        this.voices = voices;
        this.post = post;
        this.actors = actors;
        this.teller = teller;
        this.clock = clock;
    }

    @Override
    public char kind() {
        return KIND;
    }

    @Override
    public Optional<Appointment> find(String uid, @Nullable LocalDateTime recurrenceId) {
        return recurrenceId == null
                ? appointment("t.uid = ? AND t.series_uid IS NULL", uid)
                : appointment("t.series_uid = ? AND t.recurrence_id = ?", uid, recurrenceId);
    }

    @Override
    public Optional<Appointment> find(long id) {
        return appointment("t.id = ?", id);
    }

    private Optional<Appointment> appointment(String where, Object... keys) {
        return jdbc.sql("""
                        SELECT t.id, COALESCE(t.series_uid, t.uid) AS uid, t.cluster_id, t.title, t.starts,
                               COALESCE(t.recurrence_zone, t.zone) AS zone, t.sequence, c.slug
                        FROM meeting t JOIN cluster c ON c.id = t.cluster_id
                        WHERE t.starts IS NOT NULL AND\s""" + where)
                .params(keys)
                .query((row, n) -> new Appointment(
                        KIND,
                        row.getLong("id"),
                        row.getString("uid"),
                        new ClusterId(row.getLong("cluster_id")),
                        row.getString("title"),
                        Utc.moment(row.getObject("starts", LocalDateTime.class)),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("sequence"),
                        MeetingEntries.path(row.getString("slug"), new MeetingId(row.getLong("id")))))
                .optional();
    }

    @Override
    public Optional<Guest> guest(Appointment appointment, PersonId person) {
        return guest(appointment, "p.id = :who", person.value());
    }

    @Override
    public Optional<Guest> guest(Appointment appointment, EmailAddress mailbox) {
        return guest(appointment, "p.email = :who", mailbox.value());
    }

    private Optional<Guest> guest(Appointment appointment, String where, Object who) {
        return jdbc.sql(GUEST + where)
                .param("id", appointment.id())
                .param("who", who)
                .query((row, n) -> new Guest(
                        new PersonId(row.getLong("id")),
                        row.getString("name"),
                        new EmailAddress(row.getString("email")),
                        MeetingMapping.moment(row, "answered_at")))
                .optional();
    }

    @Override
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Outcome answer(Appointment appointment, PersonId person, Participation participation) {
        MeetingId id = new MeetingId(appointment.id());
        Actor actor = voices.of(id, person).orElseThrow(() -> new NotFoundException("person"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Meeting meeting = meetings.lock(actor, id);
        if (meeting.cancelled()) {
            return Outcome.CALLED_OFF;
        }
        Answer answer = answer(participation);
        Seating seating = answers.seating(meeting);
        Seating.Party before = seating.partyOf(person);
        int guests = before != null && answer == Answer.YES ? before.guests() : 0;
        if (before != null && before.says(answer, guests)) {
            return before.isWaiting() ? Outcome.WAITING : Outcome.SAME;
        }
        try {
            meeting.requireAnswerable(answer, before != null && before.answer() == Answer.YES, actor, now);
        } catch (InvalidInput closed) {
            return Outcome.TOO_LATE;
        }
        seating.answer(person, answer, guests, actor.organisation(), meeting.mayBeChangedBy(actor));
        answers.save(id, seating, AnswerRows.Via.of(Source.CALENDAR), now);
        if (!seating.promoted().isEmpty()) {
            Actor sender = actors.member(meeting.organiser(), meeting.cluster()).orElse(actor);
            post.tellPromoted(sender, meeting, Readers.promoted(meetings.readers(id), seating), now);
        }
        return seating.positionOf(person) == null ? Outcome.RECORDED : Outcome.WAITING;
    }

    private static Answer answer(Participation participation) {
        return switch (participation) {
            case ACCEPTED -> Answer.YES;
            case DECLINED -> Answer.NO;
            case TENTATIVE -> Answer.MAYBE;
        };
    }

    @Override
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void sendAgain(Appointment appointment, PersonId person) {
        MeetingId id = new MeetingId(appointment.id());
        voices.of(id, person).ifPresent(reader -> {
            Meeting meeting = meetings.get(reader, id);
            List<Reader> alone = meetings.readers(id).stream()
                    .filter(one -> one.person().equals(person))
                    .toList();
            actors.member(meeting.organiser(), meeting.cluster())
                    .filter(organiser -> !meeting.cancelled())
                    .ifPresent(organiser -> post.invite(
                            organiser, meeting, alone, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        });
    }

    @Override
    public void tellOrganiser(Appointment appointment, Word word) {
        jdbc.sql("SELECT organiser_id FROM meeting WHERE id = ?")
                .param(appointment.id())
                .query(Long.class)
                .optional()
                .ifPresent(organiser -> teller.tell(new PersonId(organiser), appointment, word));
    }

    @Override
    public boolean mayRead(Actor actor, long id) {
        try {
            return meetings.get(actor, new MeetingId(id)).mayBeChangedBy(actor);
        } catch (NotFoundException e) {
            return false;
        }
    }
}
