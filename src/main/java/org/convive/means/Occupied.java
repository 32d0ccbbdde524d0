package org.convive.means;

import java.time.Instant;
import org.convive.shared.OrganisationId;

/**
 * A unit that somebody has.
 *
 * @param blockedFrom start including set-up
 * @param blockedTo end including tear-down
 * @param blackout the owner took it out of use
 * @param purpose empty unless the reader may know it
 * @param hidden the owner shows only that it is taken: the organisation's name is empty for this reader
 */
public record Occupied(
        BookingId booking,
        MeansId means,
        long unit,
        String unitName,
        OrganisationId organisation,
        String organisationName,
        Instant from,
        Instant to,
        Instant blockedFrom,
        Instant blockedTo,
        boolean blackout,
        String purpose,
        BookingStatus status,
        boolean hidden,
        OrganisationId owner,
        int version) {}
