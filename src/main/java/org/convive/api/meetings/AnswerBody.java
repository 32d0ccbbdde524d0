package org.convive.api.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.convive.meetings.Answer;
import org.jspecify.annotations.Nullable;

/** What the reader said to a meeting. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerBody(
        Answer answer,
        int guests,

        @Schema(description = "1 for the first on the waiting list; absent for somebody who does not wait") @Nullable
        Integer waitingPosition) {}
