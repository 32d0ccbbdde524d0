package org.convive.means.use;

import java.math.BigDecimal;
import java.time.Instant;
import org.convive.means.BookingId;
import org.convive.means.MeansId;
import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A use is final; published in the transaction that settles it, so that the ledger's line and the mark are one.
 *
 * @param booked the time that was booked
 * @param usedMinutes how long each unit was used; the booked time when nobody said
 * @param meterUsed what the meter counted; null without one
 */
public record UseSettled(
        ClusterId cluster,
        BookingId booking,
        MeansId means,
        OrganisationId owner,
        OrganisationId user,
        TimeSlot booked,
        int units,
        int usedMinutes,
        @Nullable BigDecimal meterUsed,
        Instant at) {}
