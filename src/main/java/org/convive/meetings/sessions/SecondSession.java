package org.convive.meetings.sessions;

import java.util.List;
import java.util.Optional;
import org.convive.meetings.MeetingId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a meeting is to be held once more, as one person sees it.
 *
 * @param waiting how many people wait for a seat, without those who wait for the organiser's word
 * @param wanted whether so many wait that somebody is asked to host a second session
 * @param offers who offered to, the first first; those declined are left out
 * @param mayDecide whether the reader organises it
 */
public record SecondSession(int waiting, boolean wanted, List<Offer> offers, boolean mayDecide) {
    public SecondSession {
        offers = List.copyOf(offers);
    }

    /** The reader's own offer. */
    public Optional<Offer> mine() {
        return offers.stream().filter(Offer::mine).findFirst();
    }

    /** Where an offer stands. */
    public enum State {
        OFFERED,
        /** The second session is scheduled. */
        ACCEPTED,
        DECLINED
    }

    /**
     * @param words what they added, e.g. when it would suit; may be empty
     * @param next the second session; null while there is none, or it is not for the reader
     */
    public record Offer(
            long id,
            PersonId person,
            String name,
            String organisation,
            String words,
            State state,
            boolean mine,
            @Nullable MeetingId next) {}
}
