package org.convive.calendar.inbound;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.Appointment;
import org.convive.calendar.ReplyDesk.Guest;
import org.convive.calendar.inbound.Finding.Kind;
import org.convive.calendar.inbound.Finding.State;
import org.convive.calendar.reading.ReadAttendee;
import org.convive.calendar.reading.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is worth (RFC 5546 §2.1.5 and §3.2.3, RFC 6047 §3): whose it is, and whether anything newer is known.
 * Only "accepted", "declined" and "tentative" are recorded; what else there is, is kept for people to read.
 */
final class ReplyPolicy {
    private ReplyPolicy() {}

    /**
     * What is known of a person's earlier answers.
     *
     * @param sequence of the newest answer that came by mail
     * @param stamp its DTSTAMP; null when none came
     * @param recordedAt when it was recorded
     */
    record Known(
            int sequence, @Nullable Instant stamp, @Nullable Instant recordedAt) {
        static final Known NOTHING = new Known(0, null, null);

        Known recorded(@Nullable Instant at) {
            return new Known(sequence, stamp, at);
        }

        /** The same for one time of a series, with what was answered to all of it. */
        Known after(Known series) {
            return new Known(sequence, later(stamp, series.stamp), later(recordedAt, series.recordedAt));
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    /** Which of the attendees named in an answer it is from, or why that cannot be told. */
    static Optional<ReadAttendee> author(ReadEvent event, String sender, @Nullable Guest invited) {
        List<ReadAttendee> attendees = event.attendees();
        if (invited == null) {
            return attendees.stream()
                    .filter(one -> one.mailbox().equals(sender))
                    .findFirst();
        }
        String mailbox = invited.mailbox().value();
        return attendees.stream()
                .filter(one -> one.mailbox().equals(mailbox))
                .findFirst()
                // From their own mailbox under another of their addresses.
                .or(() -> sender.equals(mailbox) && attendees.size() == 1
                        ? attendees.stream().findFirst()
                        : Optional.empty());
    }

    /** What is done with an answer whose author is known. */
    static Finding judge(
            String method, ReadEvent event, ReadAttendee author, Appointment now, Guest guest, Known known) {
        Kind kind = kind(method, author);
        Finding finding = new Finding(
                kind, State.KEPT, "", now, guest.person(), event, author.participation(), author.delegatedTo());
        if (kind == Kind.OTHER) {
            return finding.as(State.QUARANTINED, method.equals("DECLINECOUNTER") ? "declined-counter" : "no-reply");
        }
        if (event.sequence() < now.sequence()) {
            return finding.as(State.STALE, "earlier-version");
        }
        if (isOld(event, known) || answeredSince(event, guest, known)) {
            return finding.as(State.STALE, "answered-since");
        }
        return switch (author.participation()) {
            case "ACCEPTED", "DECLINED", "TENTATIVE" -> kind == Kind.REPLY ? finding.as(State.DONE, "") : finding;
            default -> finding;
        };
    }

    private static Kind kind(String method, ReadAttendee author) {
        return switch (method) {
            case "REPLY" ->
                author.participation().equals("DELEGATED") || author.delegatedTo() != null
                        ? Kind.DELEGATED
                        : Kind.REPLY;
            case "COUNTER" -> Kind.COUNTER;
            case "REFRESH" -> Kind.REFRESH;
            default -> Kind.OTHER;
        };
    }

    /** Not newer than the newest that came by mail: first by SEQUENCE, then by DTSTAMP. */
    private static boolean isOld(ReadEvent event, Known known) {
        Instant stamp = event.stamp();
        Instant last = known.stamp();
        if (last == null || event.sequence() > known.sequence()) {
            return false;
        }
        return event.sequence() < known.sequence() || stamp == null || !stamp.isAfter(last);
    }

    /** They said something else in the portal after they wrote this. */
    private static boolean answeredSince(ReadEvent event, Guest guest, Known known) {
        Instant stamp = event.stamp();
        Instant answered = guest.answeredAt();
        if (answered == null || stamp == null) {
            return false;
        }
        Instant recorded = known.recordedAt();
        boolean byMail = recorded != null && !answered.isAfter(recorded);
        // A DTSTAMP has whole seconds.
        return !byMail && stamp.isBefore(answered.truncatedTo(ChronoUnit.SECONDS));
    }
}
