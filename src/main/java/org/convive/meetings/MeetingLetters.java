package org.convive.meetings;

import java.time.Instant;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.shared.Translations;
import org.springframework.stereotype.Component;

/** Writes the letters about a meeting, each in its reader's language and with their own calendar part. */
@Component
class MeetingLetters {
    private final LetterPen.Kit kit;

    MeetingLetters(Translations translations, MeetingEntries entries, LetterLinks links) {
        this.kit = new LetterPen.Kit(translations, entries, links);
    }

    /** What is sent to whoever is invited, at whatever stage: to say who would come, which dates suit, or yes and no. */
    Letter invitation(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        LetterPen pen = new LetterPen(kit, sender, meeting, reader);
        if (!meeting.isDated()) {
            boolean idea = meeting.stage() == Stage.IDEA;
            pen.say(
                    idea ? "meetings.mail.idea.intro" : "meetings.mail.dates.intro",
                    sender.name(),
                    sender.clusterName());
            pen.facts();
            pen.description();
            pen.answer(idea ? "meetings.mail.idea.here" : "meetings.mail.dates.here", "");
            return pen.letter(idea ? "idea" : "dates", null);
        }
        pen.say("meetings.mail.invitation.intro", sender.name(), sender.clusterName());
        pen.facts();
        if (meeting.answerBy() != null) {
            pen.say("meetings.mail.answer-by", pen.dates().dayAndTime(meeting.answerBy()));
        }
        pen.description();
        if (reader.answer() != null) {
            pen.say("meetings.mail.change.said." + reader.answer());
        }
        for (Answer answer : Answer.values()) {
            pen.answer("meetings.answer." + answer, "?answer=" + answer);
        }
        pen.link("meetings.mail.see-here");
        return pen.letter("invitation", kit.entries().request(sender, meeting, reader, stamp));
    }

    /** The one gentle reminder. */
    Letter reminder(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        LetterPen pen = new LetterPen(kit, sender, meeting, reader);
        pen.say("meetings.mail.reminder.intro", sender.name());
        pen.facts();
        if (meeting.isDated()) {
            for (Answer answer : Answer.values()) {
                pen.answer("meetings.answer." + answer, "?answer=" + answer);
            }
        } else {
            pen.answer("meetings.mail.dates.here", "");
        }
        pen.say("meetings.mail.reminder.only");
        return pen.letter("reminder", null);
    }

    /** The date is open again: the calendars of those invited drop it. */
    Letter undated(Actor sender, Meeting before, Meeting after, Reader reader, Instant stamp) {
        LetterPen pen = new LetterPen(kit, sender, after, reader);
        pen.say("meetings.mail.undated.intro", sender.name(), pen.when(before));
        pen.facts();
        boolean idea = after.stage() == Stage.IDEA;
        pen.answer(idea ? "meetings.mail.idea.here" : "meetings.mail.dates.here", "");
        return pen.letter("undated", kit.entries().cancel(sender, before.withdrawn(after.sequence()), reader, stamp));
    }

    Letter change(Actor sender, Meeting before, Meeting after, Reader reader, Instant stamp) {
        LetterPen pen = new LetterPen(kit, sender, after, reader);
        pen.say("meetings.mail.change.intro", sender.name(), before.title());
        if (!before.title().equals(after.title())) {
            pen.say("meetings.mail.change.title", after.title());
        }
        if (!before.from().equals(after.from())
                || !before.to().equals(after.to())
                || !before.zone().equals(after.zone())) {
            pen.say("meetings.mail.change.when", pen.when(after), pen.when(before));
        }
        if (!before.place().equals(after.place())) {
            pen.say("meetings.mail.change.where", MeetingEntries.where(after), MeetingEntries.where(before));
        }
        if (reader.answer() != null) {
            pen.say("meetings.mail.change.said." + reader.answer());
        }
        pen.link("meetings.mail.see-here");
        // Calendars ask again when what was answered is no longer what is asked; the portal keeps the answer meanwhile.
        Reader asked = before.sequence() == after.sequence() ? reader : reader.unanswered();
        return pen.letter("change", kit.entries().request(sender, after, asked, stamp));
    }

    Letter cancellation(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        LetterPen pen = new LetterPen(kit, sender, meeting, reader);
        pen.say("meetings.mail.cancellation.intro", sender.name());
        pen.facts();
        if (!meeting.farewell().isBlank()) {
            pen.quote(meeting.farewell());
        }
        pen.link("meetings.mail.see-here");
        return pen.letter(
                "cancellation", meeting.isDated() ? kit.entries().cancel(sender, meeting, reader, stamp) : null);
    }

    Letter promotion(Actor sender, Meeting meeting, Reader reader, Instant stamp) {
        LetterPen pen = new LetterPen(kit, sender, meeting, reader);
        pen.say("meetings.mail.promotion.intro");
        pen.facts();
        pen.link("meetings.mail.promotion.here");
        return pen.letter("promotion", kit.entries().request(sender, meeting, reader, stamp));
    }
}
