package org.convive.meetings.sharing;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A car that goes to a meeting.
 *
 * @param leaves the place it leaves from, in words
 * @param mine whether the reader drives it
 * @param joined whether the reader rides along
 * @param company the people in it with their contacts, the driver first: only for those who are in it, empty for others
 */
public record Ride(
        long id,
        String leaves,
        @Nullable LocalTime at,
        int seats,
        int taken,
        boolean mine,
        boolean joined,
        List<Contact> company) {
    public Ride {
        company = List.copyOf(company);
    }

    /** How one reaches somebody in the same car. */
    public record Contact(String name, String phone, String email, boolean driver) {}

    public int free() {
        return Math.max(0, seats - taken);
    }
}
