package org.convive.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.session.HttpSessionCreatedEvent;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.security.web.session.HttpSessionIdChangedEvent;
import org.springframework.stereotype.Component;

/**
 * Ends sessions when the identity provider says so, in this process: Spring Security's own handler would send itself a
 * request for each session, which fails when a proxy in front ends the TLS or the public name is not reachable from here.
 */
@Component
class BackChannelLogout implements LogoutHandler {
    private final OidcSessionRegistry signedIn;
    private final Map<String, HttpSession> open = new ConcurrentHashMap<>();

    BackChannelLogout(OidcSessionRegistry signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcLogoutToken token)) {
            return;
        }
        for (var ended : signedIn.removeSessionInformation(token)) {
            HttpSession session = open.remove(ended.getSessionId());
            if (session != null) {
                invalidate(session);
            }
        }
    }

    @EventListener
    void opened(HttpSessionCreatedEvent event) {
        open.put(event.getSession().getId(), event.getSession());
    }

    @EventListener
    void renamed(HttpSessionIdChangedEvent event) {
        open.remove(event.getOldSessionId());
        open.put(event.getNewSessionId(), (HttpSession) event.getSource());
    }

    @EventListener
    void closed(HttpSessionDestroyedEvent event) {
        open.remove(event.getId());
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // It ended by itself in the meantime.
        }
    }
}
