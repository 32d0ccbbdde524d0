package org.convive.identity;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * A signed-in person acting in one cluster. Every service asks for one, so that nothing can be read or written
 * without saying who does it and where.
 *
 * @param zone the cluster's time zone
 * @param locale the person's language
 * @param organisation the organisation the person stands for here, if any
 */
public record Actor(
        PersonId person,
        String name,
        EmailAddress email,
        ClusterId cluster,
        String slug,
        String clusterName,
        ZoneId zone,
        Locale locale,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        Role role) {

    public boolean isAnimator() {
        return role == Role.ANIMATOR;
    }

    /** May decide for this organisation: its manager, or an animator. */
    public boolean maySpeakFor(OrganisationId other) {
        return isAnimator() || isManagerOf(other);
    }

    public boolean isManagerOf(OrganisationId other) {
        return role == Role.MANAGER && other.equals(organisation);
    }

    /** @throws AccessDeniedException unless the actor animates the cluster */
    public void requireAnimator() {
        require(isAnimator(), "only an animator may do this");
    }

    /** @throws AccessDeniedException unless the actor may decide for the organisation */
    public void requireVoiceOf(OrganisationId other) {
        require(maySpeakFor(other), "only a manager of this organisation may do this");
    }

    /** @throws AccessDeniedException unless the condition holds */
    public void require(boolean allowed, String why) {
        if (!allowed) {
            throw new AccessDeniedException(why);
        }
    }

    /** @throws AccessDeniedException when the actor stands for no organisation */
    public OrganisationId requireOrganisation() {
        require(organisation != null, "you stand for no organisation here");
        return Objects.requireNonNull(organisation);
    }
}
