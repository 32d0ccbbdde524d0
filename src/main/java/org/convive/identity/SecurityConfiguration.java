package org.convive.identity;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/**
 * The filter chains: bearer tokens for the API, nobody for health and for links that carry their own proof, Keycloak
 * sign-in (authorization code + PKCE) for everything else.
 */
@Configuration
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {
    private static final String LOGIN = "/oauth2/authorization/keycloak";

    @Bean
    @Order(10)
    SecurityFilterChain api(HttpSecurity http, Accounts accounts, TokenRefusal refusal) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/api/v1/openapi.json", "/api/v1/openapi.yaml")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(tokenUsers(accounts)))
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Feeds and signed links: the URL itself is the proof, checked by the handler. */
    @Bean
    @Order(20)
    SecurityFilterChain links(HttpSecurity http) {
        return http.securityMatcher(
                        "/feeds/**",
                        "/links/**",
                        "/public/pictures/**",
                        "/public/letters/**",
                        "/public/meetings/**",
                        "/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain portal(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            Accounts accounts,
            BackChannelLogout backChannelLogout,
            VaadinDefaultRequestCache requestCache,
            SignOut signOut) {
        var afterLogout = new OidcClientInitiatedLogoutSuccessHandler(clients);
        afterLogout.setPostLogoutRedirectUri("{baseUrl}/goodbye");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/convive/**", "/favicon.ico", "/favicon.svg", "/manifest.webmanifest")
                .permitAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage(LOGIN, "{baseUrl}/goodbye")
                        .logoutSuccessHandler(afterLogout)
                        // An address that is no route gets our page that says so, not an empty refusal.
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.oauth2Login(login -> login.userInfoEndpoint(info -> info.oidcUserService(portalUsers(accounts)))
                .failureUrl("/sign-in-failed"));
        requestCache.setDelegateRequestCache(addressesAsTyped());
        http.logout(logout -> logout.logoutRequestMatcher(signOut));
        http.oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannelLogout)));
        return http.build();
    }

    /** Addresses come back after the sign-in as they were typed, without the marker "?continue". */
    @SuppressWarnings("NullAway") // null is how the documentation says "no marker"
    private static HttpSessionRequestCache addressesAsTyped() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    @Bean
    OidcSessionRegistry oidcSessionRegistry() {
        return new InMemoryOidcSessionRegistry();
    }

    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    private static OAuth2UserService<OidcUserRequest, OidcUser> portalUsers(Accounts accounts) {
        var delegate = new OidcUserService();
        return request -> {
            OidcUser user = delegate.loadUser(request);
            if (user.getEmail() == null || !EmailAddress.isValid(user.getEmail())) {
                throw refused("email_missing");
            }
            List<GrantedAuthority> authorities = new ArrayList<>(user.getAuthorities());
            authorities.addAll(Authorities.of(user.getClaimAsMap("realm_access")));
            try {
                var person = accounts.signedIn(
                        Objects.requireNonNull(user.getSubject()),
                        new EmailAddress(user.getEmail()),
                        Boolean.TRUE.equals(user.getEmailVerified()),
                        user.getFullName() == null ? "" : user.getFullName());
                return new PortalUser(person, authorities, user.getIdToken(), user.getUserInfo());
            } catch (Accounts.UnverifiedEmailException e) {
                throw refused("email_unverified");
            }
        };
    }

    private static Converter<Jwt, AbstractAuthenticationToken> tokenUsers(Accounts accounts) {
        return jwt -> {
            String type = jwt.getClaimAsString("typ");
            if (type != null && !"Bearer".equals(type)) {
                throw new InvalidBearerTokenException("this is no access token");
            }
            String email = jwt.getClaimAsString("email");
            if (email == null || !EmailAddress.isValid(email)) {
                throw new InvalidBearerTokenException("the token names no e-mail address");
            }
            Map<String, Object> realmAccess = jwt.getClaimAsMap("realm_access");
            List<GrantedAuthority> authorities = Authorities.of(realmAccess);
            String name = jwt.getClaimAsString("name");
            try {
                var person = accounts.signedIn(
                        Objects.requireNonNull(jwt.getSubject()),
                        new EmailAddress(email),
                        Boolean.TRUE.equals(jwt.getClaimAsBoolean("email_verified")),
                        name == null ? "" : name);
                boolean admin = authorities.stream().anyMatch(a -> Authorities.ADMIN.equals(a.getAuthority()));
                return new TokenAuthentication(jwt, authorities, new TokenUser(person, admin));
            } catch (Accounts.UnverifiedEmailException e) {
                throw new InvalidBearerTokenException("the e-mail address is not verified", e);
            }
        };
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }

    /** A bearer token whose principal is our person. */
    private static final class TokenAuthentication extends JwtAuthenticationToken {
        private final TokenUser user;

        TokenAuthentication(Jwt jwt, List<GrantedAuthority> authorities, TokenUser user) {
            super(jwt, authorities);
            this.user = user;
        }

        @Override
        public Object getPrincipal() {
            return user;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
