package org.convive.api.means;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.convive.api.Named;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingStatus;
import org.jspecify.annotations.Nullable;

/** A booking. */
record BookingBody(
        long id,
        Named means,
        Named owner,
        String place,
        String price,
        Named person,
        Named organisation,
        OffsetDateTime from,
        OffsetDateTime to,
        int units,

        @Schema(description = "The units it holds; empty when cancelled")
        String unitNames,

        @Schema(description = "The owner took the units out of use")
        boolean blackout,

        @Schema(description = "Empty unless the reader may know it")
        String purpose,

        BookingStatus status,

        @Schema(description = "Whether the reader may cancel it")
        boolean mayCancel,

        @Schema(description = "To be given back when the booking is moved")
        int version,

        @Schema(description = "Empty unless the reader is of the booker's company")
        String costCode,

        @Schema(description = "What the owner said to the request")
        String word,

        @Schema(description = "When a hold, a request or a proposal lapses") @Nullable
        OffsetDateTime expires,

        @Schema(description = "The version of rules and terms that it was made under") @Nullable
        Long terms,

        @Schema(description = "What it was booked together with") @Nullable
        Long plan,

        @Schema(description = "It was given back after the owner's term for giving back freely")
        boolean late) {

    static BookingBody of(Actor actor, BookingLine line) {
        return new BookingBody(
                line.id().value(),
                new Named(line.means().value(), line.meansName()),
                new Named(line.owner().value(), line.ownerName()),
                line.place(),
                line.price(),
                new Named(line.person().value(), line.personName()),
                new Named(line.organisation().value(), line.organisationName()),
                Times.at(actor, line.from()),
                Times.at(actor, line.to()),
                line.units(),
                line.unitNames(),
                line.blackout(),
                line.purpose(),
                line.status(),
                line.status().occupies() && line.mayChange(actor),
                line.version(),
                line.costCode(),
                line.word(),
                Times.perhaps(actor, line.expires()),
                line.terms(),
                line.plan(),
                line.late());
    }
}
