package org.convive.api.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.meetings.planning.BestDate;
import org.convive.meetings.planning.DateOption;
import org.convive.meetings.planning.DatePoll;
import org.convive.meetings.planning.Suits;
import org.jspecify.annotations.Nullable;

/** The dates that are asked about, as the token's person sees them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PollBody(
        String timeZone,

        @Schema(description = "Until when people may say what suits; absent for no end") @Nullable
        OffsetDateTime until,

        @Schema(description = "How many people said something")
        int answered,

        List<OptionBody> options,

        @Schema(description = "Proposed by others; the organiser has not decided")
        List<OptionBody> proposed,

        @Schema(description = "The option that suits best; absent while nobody can") @Nullable
        Long best,

        @Schema(description = "Why it is the best") BestDate.@Nullable Reason reason) {

    /** One date. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OptionBody(
            long id,
            OffsetDateTime from,
            OffsetDateTime to,
            boolean wholeDays,

            @Schema(description = "How many may say yes; absent for no limit") @Nullable
            Integer capacity,

            long yes,
            long ifNeeded,
            long no,

            @Schema(description = "What the reader said; absent when nothing yet") @Nullable
            Suits mine,

            @Schema(description = "The public holiday on that day; empty for other days")
            String holiday,

            @Schema(description = "What the reader has in their calendar here at that time")
            List<String> busy,

            @Schema(description = "Whether a calendar that the reader gave says that they are busy then")
            boolean busyElsewhere) {

        static OptionBody of(Actor actor, DateOption option) {
            return new OptionBody(
                    option.id(),
                    Times.at(actor, option.from()),
                    Times.at(actor, option.to()),
                    option.wholeDays(),
                    option.capacity(),
                    option.count(Suits.YES),
                    option.count(Suits.IF_NEEDED),
                    option.count(Suits.NO),
                    option.mine(),
                    option.around().holiday(),
                    option.around().busy(),
                    option.around().elsewhere());
        }
    }

    static PollBody of(Actor actor, DatePoll poll) {
        return new PollBody(
                poll.zone().getId(),
                Times.perhaps(actor, poll.until()),
                poll.answered(),
                poll.options().stream().map(one -> OptionBody.of(actor, one)).toList(),
                poll.proposed().stream().map(one -> OptionBody.of(actor, one)).toList(),
                poll.best().map(BestDate.Best::option).orElse(null),
                poll.best().map(BestDate.Best::reason).orElse(null));
    }
}
