package org.convive.means.telling;

import java.time.Clock;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.InvitationWriter;
import org.convive.calendar.InvitationWriter.Invitation;
import org.convive.calendar.InvitationWriter.Participation;
import org.convive.calendar.InvitationWriter.Party;
import org.convive.calendar.ReplyAddresses;
import org.convive.mail.Letter;
import org.convive.means.BookingId;
import org.convive.means.telling.BookingFacts.Facts;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Bookings as calendar parts of mails (RFC 6047); the same UID as in the personal feed. */
@Component
public class BookingEntries {
    private final String publicUrl;
    private final String portal;
    private final ReplyAddresses replies;
    private final BookingFacts bookings;
    private final Clock clock;

    BookingEntries(
            @Value("${convive.public-url}") String publicUrl,
            @Value("${convive.calendar.mailbox:${convive.mail.from}}") String portal,
            ReplyAddresses replies,
            BookingFacts bookings,
            Clock clock) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.portal = portal;
        this.replies = replies;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** A booking that stands, for a mail that says something about it and changes nothing; null when there is none. */
    public Letter.@Nullable CalendarPart asItStands(ClusterId cluster, BookingId id) {
        return bookings.of(cluster, id)
                .map(facts -> facts.status().equals("CONFIRMED") ? request(facts) : kept(facts))
                .orElse(null);
    }

    /** The booking stands; the person who booked comes. */
    Letter.CalendarPart request(Facts facts) {
        return new Letter.CalendarPart(
                "REQUEST", InvitationWriter.request(invitation(facts, false, Participation.ACCEPTED)));
    }

    /** The slot is kept for the person, who has to say something yet. */
    Letter.CalendarPart kept(Facts facts) {
        return new Letter.CalendarPart(
                "REQUEST", InvitationWriter.request(invitation(facts, false, Participation.TENTATIVE)));
    }

    /** The booking was given back, refused, or lapsed; a calendar that never knew it takes no notice. */
    Letter.CalendarPart cancel(Facts facts) {
        return new Letter.CalendarPart(
                "CANCEL", InvitationWriter.cancel(invitation(facts, true, Participation.DECLINED)));
    }

    /** The mailbox for one person's answers about a booking. */
    String mailbox(BookingId booking, PersonId person) {
        return replies.of(new ReplyAddresses.Ticket(BookingReplies.KIND, booking.value(), person));
    }

    /**
     * For the owner's people: when their means is out, by whom. Nobody asks them to answer, and it leaves their own time free.
     * It does not name the mailbox for the booker's answers, which is the booker's alone.
     */
    Letter.CalendarPart forOwner(Facts facts) {
        return new Letter.CalendarPart(
                "PUBLISH", InvitationWriter.publish(ownEntry(facts, false), clock.instant(), portal(facts)));
    }

    /** What {@link #forOwner} said is over. */
    Letter.CalendarPart goneForOwner(Facts facts) {
        return new Letter.CalendarPart(
                "CANCEL", InvitationWriter.withdraw(ownEntry(facts, true), clock.instant(), portal(facts)));
    }

    private CalendarEntry ownEntry(Facts facts, boolean cancelled) {
        return entry(facts, facts.means() + ": " + facts.company(), facts.place(), cancelled)
                .claiming(CalendarEntry.Claim.NOTE);
    }

    private Party portal(Facts facts) {
        return new Party(facts.clusterName(), portal);
    }

    private Invitation invitation(Facts facts, boolean cancelled, Participation participation) {
        String where = facts.place().isBlank() ? facts.owner() : facts.owner() + ", " + facts.place();
        return new Invitation(
                entry(facts, facts.means(), where, cancelled),
                clock.instant(),
                new Party(facts.clusterName(), mailbox(facts.id(), facts.person())),
                new Party(facts.personName(), facts.email()),
                participation);
    }

    private CalendarEntry entry(Facts facts, String title, String where, boolean cancelled) {
        return new CalendarEntry(
                BookingReplies.uid(facts.id(), facts.slug()),
                facts.version(),
                facts.slot().from(),
                facts.slot().to(),
                facts.zone(),
                title,
                facts.purpose(),
                where,
                publicUrl + "/" + facts.href(),
                cancelled,
                facts.changed());
    }
}
