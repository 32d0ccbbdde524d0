package org.convive.means.telling;

import java.util.List;
import org.convive.means.MeansNotices;
import org.convive.means.telling.BookingFacts.Facts;
import org.convive.shared.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reminds people of what they booked, a day before; once for each time, also when it was moved. */
@Component
public class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final BookingFacts bookings;
    private final BookingEntries entries;
    private final Crier crier;

    Reminders(BookingFacts bookings, BookingEntries entries, Crier crier) {
        this.bookings = bookings;
        this.entries = entries;
        this.crier = crier;
    }

    /** @return how many bookings were told of, that begin soon; one that cannot be told of holds up no other */
    public int remind() {
        int told = 0;
        for (Facts facts : bookings.beginning()) {
            try {
                remind(facts);
                told++;
            } catch (RuntimeException e) {
                LOG.warn("nobody could be reminded of booking {}, it will be tried again", facts.id(), e);
            }
        }
        return told;
    }

    private void remind(Facts facts) {
        crier.tell(
                facts.cluster(),
                List.of(facts.person()),
                null,
                MeansNotices.REMINDER,
                Message.of("means.told.reminder", facts.means(), facts.slot(), facts.owner()),
                facts.href(),
                notice -> notice.about("booking:" + facts.id())
                        .once(key(facts))
                        .withCalendar(entries.request(facts))
                        .answeredTo(entries.mailbox(facts.id(), facts.person())));
    }

    /** {@link BookingFacts#beginning} asks for it in SQL. */
    private static String key(Facts facts) {
        return "reminder:" + facts.id() + ":" + facts.slot().from().getEpochSecond();
    }
}
