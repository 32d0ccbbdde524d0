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
 * @param unit the very unit that is wanted, which makes it one unit; null for whichever is free
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
        @Nullable String idempotencyKey,
        @Nullable Long unit) {

    /** A plain booking of a means without terms. */
    public BookingRequest(
            MeansId means, Instant from, Instant to, int units, String purpose, @Nullable String idempotencyKey) {
        this(means, from, to, units, purpose, "", null, false, idempotencyKey);
    }

    /** Of whichever unit is free. */
    public BookingRequest(
            MeansId means,
            Instant from,
            Instant to,
            int units,
            String purpose,
            String costCode,
            @Nullable Long acceptedTerms,
            boolean hold,
            @Nullable String idempotencyKey) {
        this(means, from, to, units, purpose, costCode, acceptedTerms, hold, idempotencyKey, null);
    }

    /** The same, on that very unit; null for whichever is free. */
    public BookingRequest on(@Nullable Long one) {
        return new BookingRequest(means, from, to, units, purpose, costCode, acceptedTerms, hold, idempotencyKey, one);
    }

    public BookingRequest accepting(@Nullable Long terms) {
        return new BookingRequest(means, from, to, units, purpose, costCode, terms, hold, idempotencyKey, unit);
    }

    public BookingRequest withCostCode(String code) {
        return new BookingRequest(means, from, to, units, purpose, code, acceptedTerms, hold, idempotencyKey, unit);
    }

    /** The same, only kept for a while. */
    public BookingRequest held() {
        return new BookingRequest(means, from, to, units, purpose, costCode, acceptedTerms, true, idempotencyKey, unit);
    }
}
