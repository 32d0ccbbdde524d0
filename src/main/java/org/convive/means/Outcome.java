package org.convive.means;

/** How one attempt to occupy units ended. */
sealed interface Outcome {
    /** Committed. */
    record Done(BookingId booking) implements Outcome {}

    /** Too few units are free. */
    record Taken() implements Outcome {}

    /** The means changed since it was read, or the same request came in twice: look again. */
    record Again() implements Outcome {}
}
