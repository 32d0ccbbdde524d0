package org.convive.api.means;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.convive.api.Asked;
import org.convive.api.OffsetTime;
import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A booking to be made. */
@Schema(requiredProperties = {"meansId", "from", "to"})
record NewBooking(
        @Nullable Long meansId,
        @JsonDeserialize(using = OffsetTime.class) @Nullable OffsetDateTime from,
        @JsonDeserialize(using = OffsetTime.class) @Nullable OffsetDateTime to,

        @Schema(description = "How many units, all or none", defaultValue = "1") @Nullable
        Integer units,

        @Schema(description = "Told to the owner and to the booker's company only", maxLength = 500) @Nullable
        String purpose,

        @Schema(description = "What the booker's company accounts it under", maxLength = 60) @Nullable
        String costCode,

        @Schema(description = "The id of the terms that were read; needed where the owner has terms") @Nullable
        Long acceptedTerms,

        @Schema(description = "Only kept for a while, without obligation", defaultValue = "false") @Nullable
        Boolean hold,

        @Schema(description = "The very unit that is wanted, which makes it one unit; whichever is free when left out")
        @Nullable
        Long unitId) {

    /** @throws InvalidInput naming what is missing */
    BookingRequest request(@Nullable String key) {
        InvalidInput.check()
                .that(meansId != null, "meansId", Message.of("shared.error.required"))
                .that(from != null, "from", Message.of("shared.error.required"))
                .that(to != null, "to", Message.of("shared.error.required"))
                .orThrow();
        var request = new BookingRequest(
                new MeansId(Asked.required(meansId, "meansId")),
                Asked.required(from, "from").toInstant(),
                Asked.required(to, "to").toInstant(),
                Asked.or(units, 1),
                Asked.text(purpose),
                Asked.text(costCode),
                acceptedTerms,
                Boolean.TRUE.equals(hold),
                key);
        return unitId == null ? request : request.on(unitId);
    }
}
