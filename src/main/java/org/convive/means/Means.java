package org.convive.means;

import java.util.List;
import org.convive.directory.GeoPoint;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A shared means as lists show it.
 *
 * @param capacity how many people or things it takes, where that means something
 * @param at where it stands on the map
 */
public record Means(
        MeansId id,
        MeansKind kind,
        String name,
        OrganisationId owner,
        String ownerName,
        String place,
        String price,
        @Nullable Long picture,
        List<String> capabilities,
        List<Unit> units,
        BookingRules rules,
        Lending lending,
        @Nullable Integer capacity,
        @Nullable GeoPoint at) {

    boolean can(List<String> any) {
        return capabilities.stream().anyMatch(label -> any.stream().anyMatch(label::equalsIgnoreCase));
    }
}
