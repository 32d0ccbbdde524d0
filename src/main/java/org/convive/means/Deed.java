package org.convive.means;

/** What can happen to a booking. */
public enum Deed {
    /** Made and agreed at once. */
    BOOKED,
    /** Kept for a while. */
    HELD,
    /** Asked of the owner. */
    REQUESTED,
    /** A hold, or an offer of the waiting list, became a booking. */
    CONFIRMED,
    /** The owner said yes. */
    APPROVED,
    /** The owner said no. */
    REFUSED,
    /** The owner offers another time; the detail says which was asked. */
    PROPOSED,
    /** The booker takes the other time. */
    ACCEPTED,
    /** Nobody answered or confirmed in time. */
    EXPIRED,
    /** Given back. */
    CANCELLED,
    /** A cancellation was undone. */
    RESTORED,
    /** Moved or resized; the detail says from when. */
    MOVED,
    /** On another unit of the same means, at the same time; the detail says which. */
    UNIT_CHANGED,
    /** The owner took units out of use. */
    BLACKED_OUT,
    /** A slot that was waited for is free and kept for the person who waited. */
    OFFERED
}
