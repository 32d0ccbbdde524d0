package org.convive.calendar;

import java.time.Instant;
import java.util.List;

/** Writes iTIP messages (RFC 5546) as they travel by mail (RFC 6047): one for each recipient. */
public final class InvitationWriter {
    private InvitationWriter() {}

    /** What a person answered, in the words of the standard. */
    public enum Participation {
        NEEDS_ACTION,
        ACCEPTED,
        DECLINED,
        TENTATIVE;

        String word() {
            return name().replace('_', '-');
        }
    }

    /** A name with its mailbox. */
    public record Party(String name, String mailbox) {}

    /**
     * One message to one recipient.
     *
     * @param stamp the instant of the message
     * @param organiser the mailbox that reads replies
     */
    public record Invitation(
            CalendarEntry entry, Instant stamp, Party organiser, Party recipient, Participation participation) {}

    /** An invitation or its change: the recipient is asked to answer. */
    public static String request(Invitation invitation) {
        return write("REQUEST", invitation);
    }

    /** The event does not take place. Its entry has a raised sequence. */
    public static String cancel(Invitation invitation) {
        return write("CANCEL", invitation);
    }

    private static String write(String method, Invitation invitation) {
        CalendarEntry entry = invitation.entry();
        ContentLines lines = EventWriter.calendar().line("METHOD", method);
        EventWriter.zones(lines, List.of(entry));
        lines.begin("VEVENT");
        EventWriter.event(lines, entry, invitation.stamp());
        Party organiser = invitation.organiser();
        Party recipient = invitation.recipient();
        lines.line(
                "ORGANIZER;CN=" + ContentLines.parameter(organiser.name()), EventWriter.address(organiser.mailbox()));
        lines.line(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT="
                        + invitation.participation().word()
                        + (method.equals("REQUEST") ? ";RSVP=TRUE" : "")
                        + ";CN="
                        + ContentLines.parameter(recipient.name()),
                EventWriter.address(recipient.mailbox()));
        return lines.end("VEVENT").end("VCALENDAR").toString();
    }
}
