package org.convive.identity;

import java.util.Collection;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person signed in to the portal through the identity provider. */
final class PortalUser extends DefaultOidcUser implements SignedIn {
    private final long person;

    PortalUser(
            PersonId person,
            Collection<? extends GrantedAuthority> authorities,
            OidcIdToken idToken,
            @Nullable OidcUserInfo userInfo) {
        super(authorities, idToken, userInfo, "preferred_username");
        this.person = person.value();
    }

    @Override
    public PersonId personId() {
        return new PersonId(person);
    }

    @Override
    public boolean isAdmin() {
        return getAuthorities().stream().anyMatch(a -> Authorities.ADMIN.equals(a.getAuthority()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortalUser user && user.person == person && super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
