package org.convive.api.means;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.convive.api.Asked;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.means.MeansDraft;
import org.convive.means.MeansDraft.UnitDraft;
import org.convive.means.MeansKind;
import org.jspecify.annotations.Nullable;

/** What an owner says of a means: as it is read, and as it is sent back when it is changed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"kind", "name", "units"})
record MeansSheet(
        @Nullable MeansKind kind,
        @Nullable String name,
        @Schema(description = "Markdown") @Nullable String description,
        @Nullable String place,
        @Nullable String price,

        @Schema(description = "A picture of the cluster") @Nullable
        Long pictureId,

        @Nullable List<String> capabilities,

        @Schema(description = "At least one; a unit without an id is new, one that is missing is retired") @Nullable
        List<UnitBody> units,

        @Schema(description = "Whom to ask") @Nullable String contact,

        @Schema(description = "How many people or things it takes") @Nullable
        Integer capacity,

        @Nullable Double latitude,
        @Nullable Double longitude,

        @Schema(description = "Insurance, liability, confidentiality in Markdown; a booker accepts them") @Nullable
        String terms,

        @Nullable RulesSheet rules,
        @Nullable LendingSheet lending) {

    /** A unit of a pool. */
    record UnitBody(@Nullable Long id, @Nullable String name) {}

    static MeansSheet of(Actor actor, MeansDetail detail) {
        Means means = detail.means();
        return new MeansSheet(
                means.kind(),
                means.name(),
                detail.description(),
                means.place(),
                means.price(),
                means.picture(),
                means.capabilities(),
                means.units().stream()
                        .map(unit -> new UnitBody(unit.id(), unit.name()))
                        .toList(),
                detail.contact(),
                means.capacity(),
                means.at() == null ? null : means.at().latitude(),
                means.at() == null ? null : means.at().longitude(),
                detail.terms(),
                RulesSheet.of(means.rules()),
                LendingSheet.of(actor, means.owner(), means.lending()));
    }

    /** @param zone the cluster's, for rules that name none */
    MeansDraft draft(java.time.ZoneId zone) {
        return new MeansDraft(
                Asked.required(kind, "kind"),
                Asked.text(name),
                Asked.text(description),
                Asked.text(place),
                Asked.text(price),
                pictureId,
                Asked.list(capabilities),
                Asked.list(units).stream()
                        .map(unit -> new UnitDraft(unit.id(), Asked.text(unit.name())))
                        .toList(),
                Asked.or(rules, RulesSheet.USUAL).rules(zone),
                Asked.or(lending, LendingSheet.USUAL).lending(),
                Asked.text(contact),
                capacity,
                latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                Asked.text(terms));
    }
}
