package org.convive.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as lists show it to one person.
 *
 * @param stage how far it has come now
 * @param starts null while it has no date
 * @param where the place in words; empty for an online meeting
 * @param link where it takes place online; empty when it does not
 * @param capacity null for no limit
 * @param seatsTaken by those who come and their guests
 * @param coming how many members come, without guests
 * @param waiting how many members wait for seats
 * @param mine what the reader answered; null when nothing yet
 * @param invited whether it is for the reader; an animator sees others too
 * @param faces the first of those who come, in the order they said so
 */
public record MeetingCard(
        MeetingId id,
        String title,
        Stage stage,
        @Nullable Instant starts,
        @Nullable Instant ends,
        ZoneId zone,
        String where,
        String link,
        @Nullable Integer capacity,
        int seatsTaken,
        int coming,
        int waiting,
        @Nullable Instant answerBy,
        boolean cancelled,
        PersonId organiser,
        String organiserName,
        @Nullable MyAnswer mine,
        boolean invited,
        List<Comer> faces) {

    /**
     * @param waitingPosition 1 for the first on the waiting list; null for somebody who does not wait
     * @param approved false while the organiser has not approved a yes
     */
    public record MyAnswer(
            Answer answer, int guests, @Nullable Integer waitingPosition, boolean approved) {}

    /** Whether it has a date; without one neither {@link #from()} nor {@link #to()} may be asked. */
    public boolean isDated() {
        return starts != null;
    }

    /** @throws IllegalStateException when it has no date */
    public Instant from() {
        return dated(starts);
    }

    /** @throws IllegalStateException when it has no date */
    public Instant to() {
        return dated(ends);
    }

    private static Instant dated(@Nullable Instant moment) {
        if (moment == null) {
            throw new IllegalStateException("this meeting has no date");
        }
        return moment;
    }

    /** Seats left; null when there is no limit. */
    public @Nullable Integer seatsFree() {
        return capacity == null ? null : Math.max(0, capacity - seatsTaken);
    }

    public boolean isFull() {
        return capacity != null && seatsTaken >= capacity;
    }

    /** Whether any answer is still taken; who comes may say no until the start. */
    public boolean takesAnswers(Instant now) {
        return isDated() && !cancelled && now.isBefore(from()) && (answerBy == null || !now.isAfter(answerBy));
    }

    public boolean isOver(Instant now) {
        return isDated() && !now.isBefore(to());
    }

    /** Waits for the reader's answer. */
    public boolean awaitsMe(Instant now) {
        return mine == null && invited && takesAnswers(now);
    }

    MeetingCard with(List<Comer> faces) {
        return new MeetingCard(
                id,
                title,
                stage,
                starts,
                ends,
                zone,
                where,
                link,
                capacity,
                seatsTaken,
                coming,
                waiting,
                answerBy,
                cancelled,
                organiser,
                organiserName,
                mine,
                invited,
                faces);
    }
}
