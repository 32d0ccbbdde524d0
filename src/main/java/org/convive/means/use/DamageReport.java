package org.convive.means.use;

import java.util.List;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found damaged.
 *
 * @param booking the booking during which it was found; null for none
 * @param blocks whether the unit cannot be used
 * @param photos numbers of pictures of the cluster
 * @param idempotencyKey the same for every repetition of one report
 */
public record DamageReport(
        MeansId means,
        long unit,
        @Nullable BookingId booking,
        String words,
        boolean blocks,
        List<Long> photos,
        String idempotencyKey) {}
