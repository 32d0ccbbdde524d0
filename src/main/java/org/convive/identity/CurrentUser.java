package org.convive.identity;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who sent the request being handled. */
@Component
public class CurrentUser {
    private final SecurityContextHolderStrategy context;

    CurrentUser(SecurityContextHolderStrategy context) {
        this.context = context;
    }

    public Optional<SignedIn> find() {
        Authentication authentication = context.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            return Optional.of(signedIn);
        }
        return Optional.empty();
    }

    /** @throws AccessDeniedException when nobody is signed in */
    public SignedIn require() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }
}
