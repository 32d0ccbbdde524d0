package org.convive.meetings;

import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.mail.Outbox;
import org.springframework.stereotype.Component;

/** Puts letters about a meeting into the outbox: one for each reader, since each has their own calendar part. */
@Component
class MeetingPost {
    private final MeetingLetters letters;
    private final Outbox outbox;
    private final Silence silence;

    MeetingPost(MeetingLetters letters, Outbox outbox, Silence silence) {
        this.letters = letters;
        this.outbox = outbox;
        this.silence = silence;
    }

    void invite(Actor sender, Meeting meeting, List<Reader> readers, Instant now) {
        readers.forEach(reader -> outbox.post(letters.invitation(sender, meeting, reader, now)));
    }

    /** Invites people later than the others; they have their own time to answer before they are reminded. */
    void inviteLate(Actor sender, Meeting meeting, List<Reader> newcomers, Instant now) {
        invite(sender, meeting, newcomers, now);
        silence.invited(meeting.id(), newcomers, now);
    }

    void remind(Actor sender, Meeting meeting, List<Reader> readers, Instant now) {
        readers.forEach(reader -> outbox.post(letters.reminder(sender, meeting, reader, now)));
    }

    /** It has no date any more: calendars drop it, and people are asked anew. */
    void tellUndated(Actor sender, Meeting before, Meeting after, List<Reader> readers, Instant now) {
        readers.forEach(reader -> outbox.post(letters.undated(sender, before, after, reader, now)));
    }

    void tellChange(Actor sender, Meeting before, Meeting after, List<Reader> readers, Instant now) {
        readers.forEach(reader -> outbox.post(letters.change(sender, before, after, reader, now)));
    }

    void tellCancelled(Actor sender, Meeting meeting, List<Reader> readers, Instant now) {
        readers.forEach(reader -> outbox.post(letters.cancellation(sender, meeting, reader, now)));
    }

    void tellPromoted(Actor sender, Meeting meeting, List<Reader> readers, Instant now) {
        readers.forEach(reader -> outbox.post(letters.promotion(sender, meeting, reader, now)));
    }
}
