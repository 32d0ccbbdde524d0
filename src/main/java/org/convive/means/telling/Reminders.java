package org.convive.means.telling;

import java.util.List;
import org.convive.means.MeansNotices;
import org.convive.shared.Message;
import org.springframework.stereotype.Component;

/** Reminds people of what they booked, a day before; once for each time, also when it was moved. */
@Component
public class Reminders {
    private final BookingFacts bookings;
    private final BookingEntries entries;
    private final Crier crier;

    Reminders(BookingFacts bookings, BookingEntries entries, Crier crier) {
        this.bookings = bookings;
        this.entries = entries;
        this.crier = crier;
    }

    /** @return how many bookings begin soon */
    public int remind() {
        var soon = bookings.beginning();
        soon.forEach(facts -> crier.tell(
                facts.cluster(),
                List.of(facts.person()),
                null,
                MeansNotices.REMINDER,
                Message.of("means.told.reminder", facts.means(), facts.slot(), facts.owner()),
                facts.href(),
                notice -> notice.about("booking:" + facts.id())
                        .once("reminder:" + facts.id() + ":"
                                + facts.slot().from().getEpochSecond())
                        .withCalendar(entries.request(facts))
                        .answeredTo(entries.mailbox(facts.id(), facts.person()))));
        return soon.size();
    }
}
