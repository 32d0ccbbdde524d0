package org.convive.api.means;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.convive.api.Named;
import org.convive.means.Availability;
import org.convive.means.BookingRules;
import org.convive.means.Means;
import org.convive.means.MeansKind;
import org.jspecify.annotations.Nullable;

/** A shared means. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeansBody(
        long id,
        MeansKind kind,
        String name,
        Named owner,
        String place,
        String price,
        List<String> capabilities,
        List<Named> units,

        @Schema(description = "How many units nobody has in the whole period; only when a period was asked for")
        @Nullable
        Integer unitsFree,

        @Schema(description = "Whether the rules allow that period; only when a period was asked for") @Nullable
        Boolean allowed,

        RulesBody rules) {

    /** What the owner asks of a booking. */
    record RulesBody(
            String timeZone,
            boolean openAlways,
            long minMinutes,
            long maxMinutes,
            long noticeMinutes,
            int horizonDays,
            long setUpMinutes,
            long tearDownMinutes) {

        static RulesBody of(BookingRules rules) {
            return new RulesBody(
                    rules.zone().getId(),
                    rules.hours().isAlways(),
                    rules.shortest().toMinutes(),
                    rules.longest().toMinutes(),
                    rules.notice().toMinutes(),
                    rules.horizonDays(),
                    rules.setUp().toMinutes(),
                    rules.tearDown().toMinutes());
        }
    }

    /** @param windowed whether a period was asked for */
    static MeansBody of(Availability availability, boolean windowed) {
        Means means = availability.means();
        return new MeansBody(
                means.id().value(),
                means.kind(),
                means.name(),
                new Named(means.owner().value(), means.ownerName()),
                means.place(),
                means.price(),
                means.capabilities(),
                means.units().stream()
                        .map(unit -> new Named(unit.id(), unit.name()))
                        .toList(),
                windowed ? availability.freeUnits() : null,
                windowed ? availability.bookable() : null,
                RulesBody.of(means.rules()));
    }
}
