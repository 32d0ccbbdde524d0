package org.convive.directory;

import java.util.List;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as lists and maps show it.
 *
 * @param trade what it does in a word or two; may be empty
 * @param town of its main site; may be empty
 * @param place of its main site
 * @param headcount how many work there, as the organisation says
 * @param competences by name
 * @param faces its people here, by name
 */
public record OrganisationCard(
        OrganisationId id,
        String name,
        OrganisationKind kind,
        String trade,
        String town,
        @Nullable GeoPoint place,
        @Nullable Long picture,
        @Nullable Integer headcount,
        List<String> competences,
        List<Face> faces) {

    /** Somebody's name and portrait. */
    public record Face(PersonId id, String name, @Nullable Long picture) {}
}
