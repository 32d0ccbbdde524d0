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
 * @param around what else there is at that time, for the reader
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
        Around around) {

    /**
     * What else there is at the time of an option. For the eyes of the reader only.
     *
     * @param busy what the reader has in their calendar here, in words
     * @param elsewhere whether a calendar that they gave says that they are busy; no titles are kept of those
     * @param holiday the public holiday of the country in which the cluster is, by its name; empty for other days
     */
    public record Around(List<String> busy, boolean elsewhere, String holiday) {
        public static final Around NOTHING = new Around(List.of(), false, "");
    }

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

    /** What the reader has in their calendar here at that time, in words. */
    public List<String> busy() {
        return around.busy();
    }

    DateOption with(List<Voter> others, @Nullable Suits reader, Around known) {
        return new DateOption(id, from, to, wholeDays, capacity, state, proposedBy, others, reader, known);
    }
}
