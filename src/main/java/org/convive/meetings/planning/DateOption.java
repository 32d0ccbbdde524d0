package org.convive.meetings.planning;

import java.time.Instant;
import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A date that is asked about, with who can.
 *
 * @param capacity how many may say yes; null for no limit
 * @param proposedBy the name of whoever proposed it
 * @param voters in the order in which they said so
 * @param mine what the reader said; null when nothing yet
 * @param busy what the reader has in their calendar at that time, in words
 */
public record DateOption(
        long id,
        Instant from,
        Instant to,
        boolean wholeDays,
        @Nullable Integer capacity,
        State state,
        String proposedBy,
        List<Voter> voters,
        @Nullable Suits mine,
        List<String> busy) {

    /** Whether it is asked about. */
    public enum State {
        /** Asked. */
        OPEN,
        /** Somebody said that another time suits them; the organiser decides whether it is asked. */
        PROPOSED,
        /** No longer asked; what was said is kept. */
        WITHDRAWN
    }

    /** Somebody who said whether it suits. */
    public record Voter(
            PersonId person,
            String name,
            String organisation,
            @Nullable Long picture,
            Suits suits,
            boolean host) {}

    public long count(Suits suits) {
        return voters.stream().filter(voter -> voter.suits() == suits).count();
    }

    /** Whether as many said yes as may. */
    public boolean isFull() {
        return capacity != null && count(Suits.YES) >= capacity;
    }

    DateOption with(List<Voter> others, @Nullable Suits reader, List<String> entries) {
        return new DateOption(id, from, to, wholeDays, capacity, state, proposedBy, others, reader, entries);
    }
}
