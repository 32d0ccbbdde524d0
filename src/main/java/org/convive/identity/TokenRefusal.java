package org.convive.identity;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** How a request is refused that brought no good token, or may not do what it asks: the API says it in its own format. */
public interface TokenRefusal extends AuthenticationEntryPoint, AccessDeniedHandler {}
