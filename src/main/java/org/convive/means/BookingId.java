package org.convive.means;

/** Identifies a booking. */
public record BookingId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
