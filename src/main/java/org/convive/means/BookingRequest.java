package org.convive.means;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to book.
 *
 * @param units how many units of the pool, all or none
 * @param idempotencyKey the same for every repetition of one request (double click, repeated POST); null when the
 *     caller cannot repeat
 */
public record BookingRequest(
        MeansId means,
        Instant from,
        Instant to,
        int units,
        String purpose,
        @Nullable String idempotencyKey) {}
