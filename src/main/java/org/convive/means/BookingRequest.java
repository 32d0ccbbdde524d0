package org.convive.means;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to book.
 *
 * @param units how many units of the pool, all or none
 * @param costCode what the booker's company accounts it under; may be empty
 * @param acceptedTerms the id of the terms that the booker read and accepts; asked for where the owner has terms
 * @param hold only keep it for a while, without obligation
 * @param idempotencyKey the same for every repetition of one request (double click, repeated POST); null when the
 *     caller cannot repeat
 */
public record BookingRequest(
        MeansId means,
        Instant from,
        Instant to,
        int units,
        String purpose,
        String costCode,
        @Nullable Long acceptedTerms,
        boolean hold,
        @Nullable String idempotencyKey) {

    /** A plain booking of a means without terms. */
    public BookingRequest(
            MeansId means, Instant from, Instant to, int units, String purpose, @Nullable String idempotencyKey) {
        this(means, from, to, units, purpose, "", null, false, idempotencyKey);
    }

    public BookingRequest accepting(@Nullable Long terms) {
        return new BookingRequest(means, from, to, units, purpose, costCode, terms, hold, idempotencyKey);
    }

    public BookingRequest withCostCode(String code) {
        return new BookingRequest(means, from, to, units, purpose, code, acceptedTerms, hold, idempotencyKey);
    }

    /** The same, only kept for a while. */
    public BookingRequest held() {
        return new BookingRequest(means, from, to, units, purpose, costCode, acceptedTerms, true, idempotencyKey);
    }
}
