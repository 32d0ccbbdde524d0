package org.convive.local;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * The sign-in of a local run, with Keycloak's addresses written down instead of discovered: the portal and Keycloak can
 * then start at the same time.
 */
@Configuration
@Profile("local")
class LocalSignIn {
    @Bean
    ClientRegistrationRepository clientRegistrationRepository(
            @Value("${convive.issuer-uri}") String issuer,
            @Value("${convive.client-id}") String client,
            @Value("${convive.client-secret}") String secret) {
        String endpoints = issuer + "/protocol/openid-connect";
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("keycloak")
                .clientId(client)
                .clientSecret(secret)
                .clientName("Keycloak")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(issuer)
                .authorizationUri(endpoints + "/auth")
                .tokenUri(endpoints + "/token")
                .jwkSetUri(endpoints + "/certs")
                .userInfoUri(endpoints + "/userinfo")
                .userNameAttributeName("preferred_username")
                .providerConfigurationMetadata(Map.of("issuer", issuer, "end_session_endpoint", endpoints + "/logout"))
                .build());
    }
}
