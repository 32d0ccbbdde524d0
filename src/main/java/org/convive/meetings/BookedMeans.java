package org.convive.meetings;

import java.time.Instant;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.jspecify.annotations.Nullable;

/**
 * What is booked with meetings, and what happens to it when something happens to them. Every deed that gives a meeting
 * another time, or takes its time away, is done through here and nowhere else, so that no room is left behind. Inside another
 * transaction it works only while nothing is booked with the meetings, and throws {@link IllegalStateException} otherwise.
 */
public interface BookedMeans {
    /**
     * Does what gives meetings another time, and moves what is booked with each whose time changes, in one transaction.
     *
     * @param title for the bookings
     * @param deed done again when the database asks for the transaction to be repeated
     * @throws org.convive.meetings.means.MeansStay naming each means that cannot move; then nothing was changed
     * @throws org.convive.shared.NotFoundException when a meeting is not for the actor
     * @throws org.springframework.security.access.AccessDeniedException when the actor may not change one of them
     */
    void moving(Actor actor, List<Move> moves, String title, Runnable deed);

    /**
     * Does what takes the time of meetings away, and gives back what is booked with each, in one transaction.
     *
     * @param deed done again when the database asks for the transaction to be repeated
     * @return what stays booked, since another company booked it and only they, or its owner, may give it back
     * @throws org.convive.shared.NotFoundException when a meeting is not for the actor
     */
    List<BookingLine> freeing(Actor actor, List<MeetingId> meetings, Runnable deed);

    /**
     * A meeting and the time it would get.
     *
     * @param from null when not said
     */
    record Move(
            MeetingId meeting,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
