package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People outside the cluster who are invited to one meeting by e-mail and answer by a signed link. They get no account
 * page and see nothing else; should they sign in one day with that address, it is the same person.
 */
@Service
public class OutsideGuests {
    static final int MOST_AT_ONCE = 100;

    /** People a day whom one organiser writes to, those who came to their open meetings by themselves included. */
    static final int MOST_A_DAY = 500;

    private final Meetings meetings;
    private final MeetingService service;
    private final Voices voices;
    private final Invitations invitations;
    private final MeetingPost post;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutsideGuests(
            Meetings meetings,
            MeetingService service,
            Voices voices,
            Invitations invitations,
            MeetingPost post,
            Accounts accounts,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.meetings = meetings;
        this.service = service;
        this.voices = voices;
        this.invitations = invitations;
        this.post = post;
        this.accounts = accounts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Invites people by e-mail. Whoever turns out to be a member is invited as one.
     *
     * @param typed one a line: {@code Anna Kern <anna@kern.example>, Kern GmbH}; name and company may be missing
     * @return how many people got a letter now
     * @throws InvalidInput for the field {@code guests}, naming the line that cannot be read
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int invite(Actor actor, MeetingId id, String typed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Meeting meeting = meetings.lock(actor, id);
        meeting.requireChangeableBy(actor);
        List<GuestLine> guests = GuestLine.read(typed);
        InvalidInput.check()
                .that(!guests.isEmpty(), "guests", Message.of("shared.error.required"))
                .that(
                        guests.size() <= MOST_AT_ONCE,
                        "guests",
                        Message.of("meetings.guests.error.too-many", MOST_AT_ONCE))
                .that(!meeting.isOver(now), "guests", Message.of("meetings.error.over"))
                .that(
                        guests.size() + invitedLately(actor.person(), now) <= MOST_A_DAY,
                        "guests",
                        Message.of("meetings.guests.error.too-many-a-day", MOST_A_DAY))
                .orThrow();
        Set<PersonId> before = Readers.people(meetings.readers(id));
        guests.forEach(guest -> invite(actor, id, guest, now));
        List<Reader> newcomers = Readers.newcomers(Readers.others(actor, meetings.readers(id)), before);
        post.inviteLate(actor, meeting, newcomers, now);
        audit.record(actor, "meeting.guests-invited", "meeting:" + id, Integer.toString(newcomers.size()));
        return newcomers.size();
    }

    private int invitedLately(PersonId organiser, Instant now) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting_guest WHERE invited_by = ? AND invited_at > ?")
                .params(organiser.value(), Utc.column(now.minus(1, ChronoUnit.DAYS)))
                .query(Integer.class)
                .single();
    }

    /**
     * What became of somebody who came to an open meeting.
     *
     * @param waitingPosition their place in the queue; null when they have a seat
     * @param saidBefore they had answered already, and that answer stays
     */
    public record Joined(PersonId person, @Nullable Integer waitingPosition, boolean saidBefore) {}

    /**
     * Somebody whom nobody invited comes to an open meeting; whoever calls has proved the address and that it is open.
     * They get the invitation with the calendar entry.
     *
     * @throws org.convive.shared.InvalidInput when it is too late
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Joined join(MeetingId id, EmailAddress email, String name, String company, Locale locale) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PersonId organiser = jdbc.sql("SELECT organiser_id FROM meeting WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> new PersonId(row.getLong("organiser_id")))
                .single();
        PersonId person = known(email, name, locale);
        boolean saidBefore = jdbc.sql("SELECT COUNT(*) FROM meeting_answer WHERE meeting_id = ? AND person_id = ?")
                .params(id.value(), person.value())
                .query(Boolean.class)
                .single();
        if (saidBefore) {
            return new Joined(person, null, true);
        }
        write(id, person, name, company, organiser, now);
        Actor guest = voices.of(id, person).orElseThrow(() -> new NotFoundException("meeting"));
        MeetingService.Reply reply = service.answer(guest, id, Answer.YES, 0, Source.LINK);
        voices.of(id, organiser).ifPresent(sender -> {
            List<Reader> newcomer = meetings.readers(id).stream()
                    .filter(reader -> reader.person().equals(person))
                    .toList();
            post.invite(sender, meetings.get(sender, id), newcomer, now);
        });
        audit.record(guest, "meeting.joined", "meeting:" + id, company);
        return new Joined(person, reply.waitingPosition(), false);
    }

    /**
     * Invites guests of one meeting to another one; who is no guest there is left aside.
     *
     * @return how many people got a letter now
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int copy(Actor actor, MeetingId from, MeetingId to, List<PersonId> people) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Meeting meeting = meetings.lock(actor, to);
        meeting.requireChangeableBy(actor);
        if (people.isEmpty()) {
            return 0;
        }
        Set<PersonId> before = Readers.people(meetings.readers(to));
        jdbc.sql("""
                        INSERT IGNORE INTO meeting_guest (meeting_id, person_id, name, company, invited_by, invited_at)
                        SELECT :to, person_id, name, company, :by, :now FROM meeting_guest
                        WHERE meeting_id = :from AND person_id IN (:people)""")
                .param("to", to.value())
                .param("by", actor.person().value())
                .param("now", Utc.column(now))
                .param("from", from.value())
                .param("people", people.stream().map(PersonId::value).toList())
                .update();
        List<Reader> newcomers = Readers.newcomers(Readers.others(actor, meetings.readers(to)), before);
        post.inviteLate(actor, meeting, newcomers, now);
        return newcomers.size();
    }

    private PersonId known(EmailAddress email, String name, Locale locale) {
        return accounts.find(email).map(Account::id).orElseGet(() -> {
            PersonId person = accounts.invite(email, name);
            accounts.speak(person, locale);
            return person;
        });
    }

    private void invite(Actor actor, MeetingId id, GuestLine guest, Instant now) {
        PersonId person = known(new EmailAddress(guest.email()), guest.name(), actor.locale());
        boolean member = jdbc.sql("SELECT COUNT(*) FROM membership WHERE cluster_id = ? AND person_id = ?")
                .params(actor.cluster().value(), person.value())
                .query(Boolean.class)
                .single();
        if (member) {
            invitations.add(id, Invited.people(person));
            return;
        }
        write(id, person, guest.name(), guest.company(), actor.person(), now);
    }

    private void write(MeetingId id, PersonId person, String name, String company, PersonId by, Instant now) {
        jdbc.sql("""
                        INSERT INTO meeting_guest (meeting_id, person_id, name, company, invited_by, invited_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE company = VALUES(company), name = VALUES(name)""")
                .params(id.value(), person.value(), name, company, by.value(), Utc.column(now))
                .update();
    }
}
