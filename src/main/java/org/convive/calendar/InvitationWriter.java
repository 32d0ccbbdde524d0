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
        return request(List.of(invitation));
    }

    /** Several times of one series in one message, all with its UID and to the same recipient (RFC 5546 §3.2.2). */
    public static String request(List<Invitation> times) {
        return write("REQUEST", times);
    }

    /** The event does not take place. Its entry has a raised sequence. */
    public static String cancel(Invitation invitation) {
        return cancel(List.of(invitation));
    }

    /** Several times of one series do not take place (RFC 5546 §3.2.5). */
    public static String cancel(List<Invitation> times) {
        return write("CANCEL", times);
    }

    /** An event for whoever reads it, who is asked nothing: no attendees (RFC 5546 §3.2.1). */
    public static String publish(CalendarEntry entry, Instant stamp, Party organiser) {
        return write("PUBLISH", entry, stamp, organiser);
    }

    /** A published event does not take place (RFC 5546 §3.2.5). Its entry has a raised sequence. */
    public static String withdraw(CalendarEntry entry, Instant stamp, Party organiser) {
        return write("CANCEL", entry, stamp, organiser);
    }

    private static String write(String method, CalendarEntry entry, Instant stamp, Party organiser) {
        ContentLines lines = EventWriter.calendar().line("METHOD", method);
        EventWriter.zones(lines, List.of(entry));
        lines.begin("VEVENT");
        EventWriter.event(lines, entry, stamp);
        organiser(lines, organiser);
        return lines.end("VEVENT").end("VCALENDAR").toString();
    }

    private static void organiser(ContentLines lines, Party organiser) {
        lines.line(
                "ORGANIZER;CN=" + ContentLines.parameter(organiser.name()), EventWriter.address(organiser.mailbox()));
    }

    private static String write(String method, List<Invitation> times) {
        ContentLines lines = EventWriter.calendar().line("METHOD", method);
        EventWriter.zones(lines, times.stream().map(Invitation::entry).toList());
        times.forEach(invitation -> write(lines, method, invitation));
        return lines.end("VCALENDAR").toString();
    }

    private static void write(ContentLines lines, String method, Invitation invitation) {
        lines.begin("VEVENT");
        EventWriter.event(lines, invitation.entry(), invitation.stamp());
        Party recipient = invitation.recipient();
        organiser(lines, invitation.organiser());
        lines.line(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT="
                        + invitation.participation().word()
                        + (method.equals("REQUEST") ? ";RSVP=TRUE" : "")
                        + ";CN="
                        + ContentLines.parameter(recipient.name()),
                EventWriter.address(recipient.mailbox()));
        lines.end("VEVENT");
    }
}
