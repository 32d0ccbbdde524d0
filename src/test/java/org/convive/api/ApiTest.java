package org.convive.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.shared.PersonId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** A test that sends requests through the whole chain of the API, as somebody whose token was accepted. */
@PortalTest
abstract class ApiTest {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    protected Fixtures fixtures;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private FilterRegistrationBean<ApiGate> gate;

    private MockMvcTester mvc;

    @BeforeEach
    void openApi() {
        mvc = MockMvcTester.from(
                context,
                builder -> builder.addFilters(gate.getFilter())
                        .apply(springSecurity())
                        .build());
    }

    /** A request without a token. */
    protected MockMvcRequestBuilder stranger(HttpMethod method, String path) {
        return mvc.method(method).uri(URI.create("/api/v1" + path));
    }

    protected MockMvcRequestBuilder as(Actor actor, HttpMethod method, String path) {
        var token = new TestingAuthenticationToken(new TestUser(actor.person(), false), "n/a", List.of());
        token.setAuthenticated(true);
        return stranger(method, path).with(authentication(token));
    }

    protected MockMvcRequestBuilder get(Actor actor, String path) {
        return as(actor, HttpMethod.GET, path);
    }

    protected MockMvcRequestBuilder delete(Actor actor, String path) {
        return as(actor, HttpMethod.DELETE, path);
    }

    protected MockMvcRequestBuilder post(Actor actor, String path, String json) {
        return as(actor, HttpMethod.POST, path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }

    protected MockMvcRequestBuilder put(Actor actor, String path, String json) {
        return as(actor, HttpMethod.PUT, path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }

    protected static String of(Actor actor, String path) {
        return "/clusters/" + actor.slug() + path;
    }

    /** As the API writes it: with the offset of Paris. */
    protected static String paris(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(PARIS));
    }

    private record TestUser(PersonId personId, boolean isAdmin) implements SignedIn {}
}
