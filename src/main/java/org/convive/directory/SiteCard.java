package org.convive.directory;

import org.convive.shared.OrganisationId;
import org.convive.shared.SiteId;
import org.jspecify.annotations.Nullable;

/** A site of an organisation: where one can meet, or where a means stands. */
public record SiteCard(
        SiteId id,
        OrganisationId organisation,
        String organisationName,
        String name,
        String town,
        String address,
        @Nullable GeoPoint place,
        boolean main,
        int version) {}
