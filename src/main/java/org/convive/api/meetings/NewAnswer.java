package org.convive.api.meetings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.convive.meetings.Answer;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** An answer to a meeting. */
@Schema(requiredProperties = "answer")
record NewAnswer(
        @Nullable Answer answer,

        @Schema(description = "People who come along, only counted with YES", defaultValue = "0") @Nullable
        Integer guests) {

    Answer said() {
        InvalidInput.check()
                .that(answer != null, "answer", Message.of("shared.error.required"))
                .orThrow();
        return Objects.requireNonNull(answer);
    }

    int company() {
        return guests == null ? 0 : guests;
    }
}
