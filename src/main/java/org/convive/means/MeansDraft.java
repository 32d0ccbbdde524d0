package org.convive.means;

import java.util.List;
import org.convive.directory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says of a means.
 *
 * @param description Markdown
 * @param place where it stands, as people say it
 * @param price as text, e.g. "€45 an hour"
 * @param picture an uploaded picture of the cluster
 * @param contact whom to ask, as text
 * @param capacity how many people or things it takes, where that means something
 * @param at where it stands on the map
 * @param terms insurance, liability, confidentiality in Markdown; a booker accepts them
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
        BookingRules rules,
        Lending lending,
        String contact,
        @Nullable Integer capacity,
        @Nullable GeoPoint at,
        String terms) {

    /** Lent to every member, without terms. */
    public MeansDraft(
            MeansKind kind,
            String name,
            String description,
            String place,
            String price,
            @Nullable Long picture,
            List<String> capabilities,
            List<UnitDraft> units,
            BookingRules rules) {
        this(
                kind,
                name,
                description,
                place,
                price,
                picture,
                capabilities,
                units,
                rules,
                Lending.OPEN,
                "",
                null,
                null,
                "");
    }

    public MeansDraft lent(Lending other) {
        return new MeansDraft(
                kind,
                name,
                description,
                place,
                price,
                picture,
                capabilities,
                units,
                rules,
                other,
                contact,
                capacity,
                at,
                terms);
    }

    public MeansDraft onTerms(String markdown) {
        return new MeansDraft(
                kind,
                name,
                description,
                place,
                price,
                picture,
                capabilities,
                units,
                rules,
                lending,
                contact,
                capacity,
                at,
                markdown);
    }

    /** A unit: one that is there already, or a new one when it has no id. */
    public record UnitDraft(@Nullable Long id, String name) {
        public static UnitDraft named(String name) {
            return new UnitDraft(null, name);
        }
    }
}
