package org.convive.api.meetings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.api.OffsetTime;
import org.convive.api.Times;
import org.convive.meetings.planning.OptionDraft;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Dates to ask about. */
@Schema(requiredProperties = "options")
record NewPoll(
        @Nullable List<NewOption> options,

        @Schema(description = "Until when people may say what suits; absent for no end")
        @JsonDeserialize(using = OffsetTime.class)
        @Nullable
        OffsetDateTime until) {

    /** One date. */
    @Schema(requiredProperties = {"from", "to"})
    record NewOption(
            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime to,

            @Schema(description = "From midnight to midnight of the meeting's time zone", defaultValue = "false")
            @Nullable
            Boolean wholeDays,

            @Schema(description = "How many may say yes; absent for no limit") @Nullable
            Integer capacity) {

        OptionDraft draft() {
            return new OptionDraft(Times.instant(from), Times.instant(to), Boolean.TRUE.equals(wholeDays), capacity);
        }
    }

    List<OptionDraft> drafts() {
        return options == null
                ? List.of()
                : options.stream().map(NewOption::draft).toList();
    }
}
