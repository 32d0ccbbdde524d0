package org.convive.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.convive.calendar.Recurrence;
import org.convive.identity.Actor;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.meetings.MeetingEntries.Asked;
import org.convive.shared.PersonId;
import org.springframework.stereotype.Component;

/** Puts letters about several dates of a series into the outbox: one for each person, naming the dates that concern them. */
@Component
class SeriesPost {
    private final SeriesLetters letters;
    private final Outbox outbox;

    SeriesPost(SeriesLetters letters, Outbox outbox) {
        this.letters = letters;
        this.outbox = outbox;
    }

    /** A date, and who is to be told about it. */
    record Dated(Meeting meeting, List<Reader> readers) {}

    void announce(Actor sender, List<Meeting> dates, Recurrence recurrence, List<Reader> readers, Instant now) {
        readers.forEach(reader -> outbox.post(letters.announcement(sender, dates, recurrence, reader, now)));
    }

    void invite(Actor sender, List<Dated> dates, Instant now) {
        post(dates, (person, asked) -> letters.invitation(sender, asked, now));
    }

    void tellChanged(Actor sender, String formerTitle, List<Dated> dates, Instant now) {
        post(dates, (person, asked) -> letters.change(sender, formerTitle, asked, now));
    }

    void tellCancelled(Actor sender, List<Dated> dates, Instant now) {
        post(dates, (person, asked) -> letters.cancellation(sender, asked, now));
    }

    private void post(List<Dated> dates, BiFunction<PersonId, List<Asked>, Letter> writing) {
        Map<PersonId, List<Asked>> concerned = new LinkedHashMap<>();
        dates.forEach(date -> date.readers()
                .forEach(reader -> concerned
                        .computeIfAbsent(reader.person(), person -> new ArrayList<>())
                        .add(new Asked(date.meeting(), reader))));
        concerned.forEach((person, asked) -> outbox.post(writing.apply(person, asked)));
    }
}
