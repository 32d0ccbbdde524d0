package org.convive.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
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

    private final Meetings meetings;
    private final MeetingPost post;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutsideGuests(
            Meetings meetings, MeetingPost post, Accounts accounts, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.meetings = meetings;
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
                .orThrow();
        Set<PersonId> before = Readers.people(meetings.readers(id));
        guests.forEach(guest -> invite(actor, id, guest, now));
        List<Reader> newcomers = Readers.newcomers(Readers.others(actor, meetings.readers(id)), before);
        post.invite(actor, meeting, newcomers, now);
        audit.record(actor, "meeting.guests-invited", "meeting:" + id, Integer.toString(newcomers.size()));
        return newcomers.size();
    }

    private void invite(Actor actor, MeetingId id, GuestLine guest, Instant now) {
        var email = new EmailAddress(guest.email());
        boolean known = accounts.find(email).isPresent();
        PersonId person = accounts.find(email).map(Account::id).orElseGet(() -> accounts.invite(email, guest.name()));
        if (!known) {
            accounts.speak(person, actor.locale());
        }
        boolean member = jdbc.sql("SELECT COUNT(*) FROM membership WHERE cluster_id = ? AND person_id = ?")
                .params(actor.cluster().value(), person.value())
                .query(Boolean.class)
                .single();
        if (member) {
            meetings.invite(id, Invited.people(person));
            return;
        }
        jdbc.sql("""
                        INSERT INTO meeting_guest (meeting_id, person_id, company, invited_by, invited_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE company = VALUES(company)""")
                .params(
                        id.value(),
                        person.value(),
                        guest.company(),
                        actor.person().value(),
                        Utc.column(now))
                .update();
    }
}
