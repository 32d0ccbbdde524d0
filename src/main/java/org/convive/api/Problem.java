package org.convive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 wants it told.
 *
 * @param reference to be quoted when asking for help
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong (RFC 9457). Title and detail are in the language of Accept-Language.")
public record Problem(
        @Schema(example = "urn:convive:problem:invalid") String type,
        String title,
        int status,
        String detail,
        @Schema(description = "The path that was asked for") String instance,

        @Schema(description = "One entry for each field that cannot be accepted (422)") @Nullable
        List<FieldProblem> errors,

        @Schema(description = "The nearest that is free, best first (409 of a booking)") @Nullable
        List<AlternativeBody> alternatives,

        @Schema(description = "Who has the units at that time (409 of a booking)") @Nullable
        List<OccupationBody> takenBy,

        @Schema(description = "The lines of a plan that cannot be booked, counted from 0 (409 and 422 of a plan)")
        @Nullable
        List<LineProblem> lines,

        @Schema(description = "To be quoted when asking for help (500)") @Nullable
        String reference) {

    /** A field that cannot be accepted, and why. */
    record FieldProblem(String field, String detail) {}

    /** A line of a plan that cannot be booked, and what is free instead. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineProblem(
            int line,
            @Nullable List<FieldProblem> errors,
            List<AlternativeBody> alternatives,
            List<OccupationBody> takenBy) {}
}
