package org.convive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.convive.identity.Account;
import org.convive.identity.Membership;
import org.convive.identity.Role;
import org.jspecify.annotations.Nullable;

/** The person whose token it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeBody(
        long id,
        String name,
        String email,

        @Schema(description = "The chosen language; absent when it follows the browser") @Nullable
        String language,

        @Schema(description = "Runs the portal: acts as animator in every cluster")
        boolean admin,

        List<MembershipBody> memberships) {

    /** A place in one cluster. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipBody(
            @Schema(description = "As in the addresses of the cluster's resources")
            String cluster,

            String clusterName,
            @Nullable Named organisation,
            Role role) {}

    static MeBody of(Account account, boolean admin, List<Membership> memberships) {
        var language = account.locale();
        return new MeBody(
                account.id().value(),
                account.name(),
                account.email().value(),
                language == null ? null : language.getLanguage(),
                admin,
                memberships.stream().map(MeBody::membership).toList());
    }

    private static MembershipBody membership(Membership membership) {
        var organisation = membership.organisation();
        String name = membership.organisationName();
        return new MembershipBody(
                membership.slug(),
                membership.clusterName(),
                organisation == null || name == null ? null : new Named(organisation.value(), name),
                membership.role());
    }
}
