package org.convive.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.convive.identity.Actor;
import org.convive.means.Occupied;
import org.jspecify.annotations.Nullable;

/** A unit that somebody has. */
public record OccupationBody(
        long bookingId,
        Named unit,

        @Schema(description = "Missing where the owner shows only that it is taken") @Nullable
        Named organisation,

        OffsetDateTime from,
        OffsetDateTime to,
        @Schema(description = "Start including set-up") OffsetDateTime blockedFrom,
        @Schema(description = "End including tear-down") OffsetDateTime blockedTo,

        @Schema(description = "The owner took the unit out of use")
        boolean blackout,

        @Schema(description = "Empty unless the reader may know it")
        String purpose) {

    public static OccupationBody of(Actor actor, Occupied occupied) {
        return new OccupationBody(
                occupied.booking().value(),
                new Named(occupied.unit(), occupied.unitName()),
                occupied.hidden() ? null : new Named(occupied.organisation().value(), occupied.organisationName()),
                Times.at(actor, occupied.from()),
                Times.at(actor, occupied.to()),
                Times.at(actor, occupied.blockedFrom()),
                Times.at(actor, occupied.blockedTo()),
                occupied.blackout(),
                occupied.purpose());
    }
}
