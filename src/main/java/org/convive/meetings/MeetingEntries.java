package org.convive.meetings;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.InvitationWriter;
import org.convive.calendar.InvitationWriter.Invitation;
import org.convive.calendar.InvitationWriter.Participation;
import org.convive.calendar.InvitationWriter.Party;
import org.convive.calendar.Recurrence;
import org.convive.calendar.ReplyAddresses;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.uikit.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Meetings as calendars know them: entries, and the calendar parts of letters (RFC 5546), one for each reader. */
@Component
class MeetingEntries {
    private final URI publicUrl;
    private final ReplyAddresses replies;

    MeetingEntries(@Value("${convive.public-url}") URI publicUrl, ReplyAddresses replies) {
        this.publicUrl = publicUrl;
        this.replies = replies;
    }

    /** A meeting and one of those it concerns, with what they answered to it. */
    record Asked(Meeting meeting, Reader reader) {}

    /** The meeting as an entry of a calendar; a date of a series is one time of the series' entry. */
    static CalendarEntry entry(Meeting meeting, String address) {
        String words = Markdown.text(meeting.description());
        Meeting.Occurrence occurrence = meeting.occurrence();
        var entry = new CalendarEntry(
                occurrence == null ? meeting.uid() : occurrence.uid(),
                meeting.sequence(),
                meeting.from(),
                meeting.to(),
                occurrence == null ? meeting.zone() : occurrence.zone(),
                meeting.title(),
                words.isEmpty() ? address : words + "\n\n" + address,
                where(meeting),
                address,
                meeting.cancelled(),
                meeting.changed());
        return occurrence == null ? entry : entry.occurrence(occurrence.start());
    }

    String address(String slug, MeetingId id) {
        return publicUrl.toString().replaceAll("/+$", "") + "/" + path(slug, id);
    }

    static String path(String slug, MeetingId id) {
        return "c/" + slug + "/meetings/" + id;
    }

    /** The place in words, then the address online. */
    static String where(Meeting meeting) {
        String link = meeting.place().link();
        if (meeting.where().isEmpty()) {
            return link;
        }
        return link.isEmpty() ? meeting.where() : meeting.where() + ", " + link;
    }

    Letter.CalendarPart request(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        return request(sender, List.of(new Asked(meeting, reader)), stamp);
    }

    /** Several dates of one series, each with what the reader answered to it. */
    Letter.CalendarPart request(Actor sender, List<Asked> dates, Instant stamp) {
        return new Letter.CalendarPart("REQUEST", InvitationWriter.request(itip(sender, dates, stamp)));
    }

    /** A whole series by its rule, as it is announced. */
    Letter.CalendarPart request(Actor sender, Meeting first, Recurrence recurrence, Reader reader, Instant stamp) {
        Invitation date = itip(sender, first, reader, stamp);
        return new Letter.CalendarPart(
                "REQUEST",
                InvitationWriter.request(new Invitation(
                        date.entry().repeated(recurrence),
                        stamp,
                        date.organiser(),
                        date.recipient(),
                        date.participation())));
    }

    Letter.CalendarPart cancel(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        return cancel(sender, List.of(new Asked(meeting, reader)), stamp);
    }

    Letter.CalendarPart cancel(Actor sender, List<Asked> dates, Instant stamp) {
        return new Letter.CalendarPart("CANCEL", InvitationWriter.cancel(itip(sender, dates, stamp)));
    }

    private List<Invitation> itip(Actor sender, List<Asked> dates, Instant stamp) {
        return dates.stream()
                .map(date -> itip(sender, date.meeting(), date.reader(), stamp))
                .toList();
    }

    private Invitation itip(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        return new Invitation(
                entry(meeting, address(sender.slug(), meeting.id())),
                stamp,
                new Party(sender.name(), replyAddress(meeting, reader)),
                new Party(reader.name(), reader.email().value()),
                participation(reader.answer(), reader.waiting()));
    }

    /** The portal reads it: what calendars answer, and what people write when they press "Reply". */
    String replyAddress(Meeting meeting, Reader reader) {
        return replies.of(
                new ReplyAddresses.Ticket(MeetingReplies.KIND, meeting.id().value(), reader.person()));
    }

    private static Participation participation(@Nullable Answer answer, boolean waiting) {
        if (answer == null) {
            return Participation.NEEDS_ACTION;
        }
        return switch (answer) {
            case YES -> waiting ? Participation.TENTATIVE : Participation.ACCEPTED;
            case NO -> Participation.DECLINED;
            case MAYBE, KEEP_POSTED -> Participation.TENTATIVE;
        };
    }
}
