package org.convive.means;

/** Where a booking stands. Those that {@link #occupies()} keep their units from everybody else. */
public enum BookingStatus {
    /** Kept for a while without obligation; lapses unless it is confirmed in time. An offer of the waiting list too. */
    HELD,
    /** Asked of the owner, who has not answered yet; lapses when no answer comes in time. */
    PENDING,
    /** The owner offers another time, which is kept for the booker; lapses unless it is accepted in time. */
    PROPOSED,
    /** Agreed. */
    CONFIRMED,
    /** Given back by the booker's company or the owner. */
    CANCELLED,
    /** The owner said no. */
    REFUSED,
    /** Nobody answered or confirmed in time. */
    EXPIRED;

    /** Whether it has its units. */
    public boolean occupies() {
        return this == HELD || this == PENDING || this == PROPOSED || this == CONFIRMED;
    }

    /** Whether somebody has to say something, or it lapses. */
    public boolean lapses() {
        return this == HELD || this == PENDING || this == PROPOSED;
    }
}
