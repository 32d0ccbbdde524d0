package org.convive.means.telling;

import java.time.Clock;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.InvitationWriter;
import org.convive.calendar.InvitationWriter.Invitation;
import org.convive.calendar.InvitationWriter.Participation;
import org.convive.calendar.InvitationWriter.Party;
import org.convive.mail.Letter;
import org.convive.means.telling.BookingFacts.Facts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Bookings as calendar parts of mails (RFC 6047); the same UID as in the personal feed. */
@Component
class BookingEntries {
    private final String publicUrl;
    private final String mailbox;
    private final Clock clock;

    BookingEntries(
            @Value("${convive.public-url}") String publicUrl,
            @Value("${convive.mail.from}") String mailbox,
            Clock clock) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.mailbox = mailbox;
        this.clock = clock;
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

    private Invitation invitation(Facts facts, boolean cancelled, Participation participation) {
        String where = facts.place().isBlank() ? facts.owner() : facts.owner() + ", " + facts.place();
        String page = publicUrl + "/" + facts.href();
        var entry = new CalendarEntry(
                "booking-" + facts.id() + "@" + facts.slug() + ".convive",
                facts.version(),
                facts.slot().from(),
                facts.slot().to(),
                facts.zone(),
                facts.means(),
                facts.purpose(),
                where,
                page,
                cancelled,
                facts.changed());
        return new Invitation(
                entry,
                clock.instant(),
                new Party(facts.clusterName(), mailbox),
                new Party(facts.personName(), facts.email()),
                participation);
    }
}
