package org.convive.means;

import java.util.List;

/** How one attempt to occupy units ended. */
sealed interface Outcome {
    /** Committed. */
    record Done(List<BookingId> bookings) implements Outcome {
        BookingId only() {
            return bookings.getFirst();
        }
    }

    /** Too few units are free for the claim at this place. */
    record Taken(int claim) implements Outcome {}

    /** A means changed since it was read, or the same request came in twice: look again. */
    record Again() implements Outcome {}
}
