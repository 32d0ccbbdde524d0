package org.convive.means;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says of a means.
 *
 * @param description Markdown
 * @param place where it stands, as people say it
 * @param price as text, e.g. "€45 an hour"
 * @param picture an uploaded picture of the cluster
 */
public record MeansDraft(
        MeansKind kind,
        String name,
        String description,
        String place,
        String price,
        @Nullable Long picture,
        List<String> capabilities,
        List<UnitDraft> units,
        BookingRules rules) {

    /** A unit: one that is there already, or a new one when it has no id. */
    public record UnitDraft(@Nullable Long id, String name) {
        public static UnitDraft named(String name) {
            return new UnitDraft(null, name);
        }
    }
}
