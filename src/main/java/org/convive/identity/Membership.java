package org.convive.identity;

import org.convive.shared.ClusterId;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A person's place in one cluster. */
public record Membership(
        ClusterId cluster,
        String slug,
        String clusterName,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        Role role) {}
