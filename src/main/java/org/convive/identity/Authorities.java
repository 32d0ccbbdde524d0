package org.convive.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Keycloak's realm roles as Spring authorities: {@code animator} becomes {@code ROLE_ANIMATOR}. */
final class Authorities {
    static final String ADMIN = "ROLE_ADMIN";

    private Authorities() {}

    /** @param realmAccess the claim {@code realm_access} of a Keycloak token */
    static List<GrantedAuthority> of(@Nullable Map<String, Object> realmAccess) {
        if (realmAccess == null || !(realmAccess.get("roles") instanceof Collection<?> roles)) {
            return List.of();
        }
        return roles.stream()
                .map(role -> (GrantedAuthority)
                        new SimpleGrantedAuthority("ROLE_" + role.toString().toUpperCase(Locale.ROOT)))
                .toList();
    }
}
