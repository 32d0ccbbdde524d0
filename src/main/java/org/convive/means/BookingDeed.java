package org.convive.means;

import java.time.Instant;
import org.convive.shared.ClusterId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a booking and was committed.
 *
 * @param id rises with time within one means; the same deed always has the same id, so a listener that writes it down
 *     under a unique key does its work once
 * @param by who did it; null when nobody did: it lapsed
 * @param detail the former time of a booking that was moved ({@code from/to} in ISO 8601), else a few words
 */
public record BookingDeed(
        long id,
        ClusterId cluster,
        BookingId booking,
        MeansId means,
        Deed deed,
        @Nullable PersonId by,
        Instant at,
        String detail) {}
