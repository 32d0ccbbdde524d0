package org.convive.means;

/** Whether a booking holds its units. */
public enum BookingStatus {
    CONFIRMED,
    CANCELLED
}
