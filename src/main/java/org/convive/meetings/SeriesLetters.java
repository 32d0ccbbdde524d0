package org.convive.meetings;

import java.time.Instant;
import java.util.List;
import org.convive.calendar.Recurrence;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.meetings.MeetingEntries.Asked;
import org.convive.shared.Translations;
import org.springframework.stereotype.Component;

/** Writes the letters about several dates of a meeting that repeats: one that names them, with one calendar part. */
@Component
class SeriesLetters {
    private static final int DATES_NAMED = 12;

    private final LetterPen.Kit kit;

    SeriesLetters(Translations translations, MeetingEntries entries, LetterLinks links) {
        this.kit = new LetterPen.Kit(translations, entries, links);
    }

    /** What those invited get when a series begins: calendars get its rule. */
    Letter announcement(Actor sender, List<Meeting> dates, Recurrence recurrence, Reader reader, Instant stamp) {
        return letter(sender, dates.getFirst().title(), dates, reader, "series")
                .letter("series", kit.entries().request(sender, dates.getFirst(), recurrence, reader, stamp));
    }

    /** Further dates for somebody who is invited to them now. */
    Letter invitation(Actor sender, List<Asked> dates, Instant stamp) {
        return told(sender, dates.getFirst().meeting().title(), dates, "series")
                .letter("series", kit.entries().request(sender, dates, stamp));
    }

    /** @param formerTitle what the reader knows the meeting as */
    Letter change(Actor sender, String formerTitle, List<Asked> dates, Instant stamp) {
        return told(sender, formerTitle, dates, "series-changed")
                .letter("series-changed", kit.entries().request(sender, dates, stamp));
    }

    Letter cancellation(Actor sender, List<Asked> dates, Instant stamp) {
        return told(sender, dates.getFirst().meeting().title(), dates, "series-cancelled")
                .letter("series-cancelled", kit.entries().cancel(sender, dates, stamp));
    }

    private LetterPen told(Actor sender, String title, List<Asked> dates, String kind) {
        List<Meeting> meetings = dates.stream().map(Asked::meeting).toList();
        return letter(sender, title, meetings, dates.getFirst().reader(), kind);
    }

    private LetterPen letter(Actor sender, String title, List<Meeting> dates, Reader reader, String kind) {
        Meeting first = dates.getFirst();
        LetterPen pen = new LetterPen(kit, sender, first, reader);
        pen.say("meetings.mail." + kind + ".intro", sender.name(), title);
        pen.lines(dates.stream().limit(DATES_NAMED).map(pen::when).toList());
        if (dates.size() > DATES_NAMED) {
            pen.say("meetings.mail.series.more", dates.size() - DATES_NAMED);
        }
        if (!first.cancelled()) {
            pen.description();
            pen.answer("meetings.mail.series.here", "");
        } else if (!first.farewell().isBlank()) {
            pen.quote(first.farewell());
        }
        pen.link("meetings.mail.see-here");
        return pen;
    }
}
