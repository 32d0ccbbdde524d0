package org.convive.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Objects;
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
        String purpose) {

    /** @throws InvalidInput naming what is missing */
    BookingRequest request(@Nullable String key) {
        InvalidInput.check()
                .that(meansId != null, "meansId", Message.of("shared.error.required"))
                .that(from != null, "from", Message.of("shared.error.required"))
                .that(to != null, "to", Message.of("shared.error.required"))
                .orThrow();
        return new BookingRequest(
                new MeansId(Objects.requireNonNull(meansId)),
                Objects.requireNonNull(from).toInstant(),
                Objects.requireNonNull(to).toInstant(),
                units == null ? 1 : units,
                purpose == null ? "" : purpose,
                key);
    }
}
