package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.share;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.convive.Convive;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Memberships;
import org.convive.identity.Role;
import org.convive.local.LocalKeycloak;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.convive.shared.EmailAddress;
import org.convive.testing.Fixtures;
import org.convive.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a script uses it: over HTTP, with tokens of a real Keycloak. */
@Tag("journey")
@SpringBootTest(
        classes = Convive.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "convive.public-url=http://localhost:8080",
            "convive.client-secret=" + LocalKeycloak.DEMO_SECRET,
            "convive.mail.delivery=off",
            "convive.check-configuration=false",
            "spring.mail.host=localhost",
            "management.server.port=-1"
        })
@Import(Fixtures.class)
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
class ApiJourneyTest {
    /** Its own, so that the one of the browser journeys sends its logouts to their portal. */
    private static final LocalKeycloak KEYCLOAK = startKeycloak();

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Fixtures fixtures;

    @Autowired
    Accounts accounts;

    @Autowired
    Memberships memberships;

    @Autowired
    MeansService means;

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Actor camille;
    private MeansId scanner;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("convive.issuer-uri", KEYCLOAK::issuer);
    }

    @AfterAll
    static void stopKeycloak() {
        KEYCLOAK.close();
    }

    @BeforeEach
    void world() {
        camille = fixtures.animatorOfNewCluster();
        Actor sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        scanner = share(means, sarcelle, draft("ScanArm", "ScanArm 1"));
        admit("helene.aubrac@saulnaye.example", "Verrerie Saulnaye");
        admit("marc.delporte@moulin-fauvel.example", "Moulin-Fauvel");
    }

    @Test
    void aScriptBooksIsRefusedAndCancels() throws Exception {
        String helene = token("helene", "access_token");
        String marc = token("marc", "access_token");

        JsonNode me = json(send("GET", "/me", helene, null), 200);
        assertThat(me.get("email").asString()).isEqualTo("helene.aubrac@saulnaye.example");
        assertThat(me.get("memberships")
                        .valueStream()
                        .map(one -> one.get("cluster").asString()))
                .contains(camille.slug());

        HttpResponse<String> booked = send("POST", path("/bookings"), helene, wish());
        JsonNode booking = json(booked, 201);
        String location = booked.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(address(path("/bookings/" + booking.get("id"))));

        JsonNode taken = json(send("POST", path("/bookings"), marc, wish()), 409);
        assertThat(taken.get("alternatives").size()).isPositive();
        assertThat(taken.at("/takenBy/0/organisation/name").asString()).isEqualTo("Verrerie Saulnaye");

        json(send("DELETE", path("/bookings/" + booking.get("id")), marc, null), 403);
        assertThat(send("DELETE", path("/bookings/" + booking.get("id")), helene, null)
                        .statusCode())
                .isEqualTo(204);
        json(send("POST", path("/bookings"), marc, wish()), 201);
        // A plus sign that nobody escaped.
        String day = path(
                "/means/" + scanner + "/occupancy?from=" + ApiTest.paris(in(2, 0)) + "&to=" + ApiTest.paris(in(3, 0)));
        assertThat(json(send("GET", day, helene, null), 200)
                        .at("/items/0/organisation/name")
                        .asString())
                .isEqualTo("Moulin-Fauvel");
    }

    @Test
    void ottoOfTheOtherClusterFindsNothing() throws Exception {
        String otto = token("otto", "access_token");
        json(send("GET", "/me", otto, null), 200);
        for (String resource : new String[] {"/means", "/meetings", "/newsletters", "/bookings/1"}) {
            json(send("GET", path(resource), otto, null), 404);
        }
        json(send("POST", path("/bookings"), otto, wish()), 404);
    }

    @Test
    void onlyAccessTokensOfTheRealmAreTaken() throws Exception {
        String helene = token("helene", "access_token");
        json(send("GET", "/me", null, null), 401);
        json(send("GET", "/me", helene.substring(0, helene.length() - 8) + "AAAAAAAA", null), 401);
        json(send("GET", "/me", token("helene", "id_token"), null), 401);
        json(send("GET", "/me", token("helene", "refresh_token"), null), 401);
    }

    @Test
    void oddRequestsAreProblemsToo() throws Exception {
        String helene = token("helene", "access_token");
        json(send("GET", "//me", helene, null), 400);
        json(send("GET", "/nowhere", helene, null), 404);
        var endless = HttpRequest.newBuilder(URI.create(address(path("/bookings"))))
                .header("Authorization", "Bearer " + helene)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(("{\"purpose\": \"" + "x".repeat(400_000)).getBytes())))
                .build();
        json(http.send(endless, BodyHandlers.ofString()), 413);
    }

    /** The answer's body; a refusal must be a problem. */
    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith(status < 400 ? "application/json" : "application/problem+json");
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String token(String user, String kind) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(KEYCLOAK.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=convive-cli&scope=openid&password=convive"
                        + "&username=" + user))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get(kind).asString();
    }

    private void admit(String email, String organisation) {
        Actor manager = fixtures.managerOf(camille, organisation);
        var person = accounts.invite(new EmailAddress(email), email);
        memberships.admit(camille, person, manager.organisation(), Role.MEMBER);
    }

    private String wish() {
        return "{\"meansId\": %s, \"from\": \"%s\", \"to\": \"%s\", \"units\": 1, \"purpose\": \"Moulds\"}"
                .formatted(scanner, in(2, 8), in(2, 12));
    }

    private String path(String resource) {
        return "/clusters/" + camille.slug() + resource;
    }

    private String address(String path) {
        return "http://localhost:" + port + "/api/v1" + path;
    }

    private static LocalKeycloak startKeycloak() {
        Path home = Path.of("target", "keycloak-api-" + ProcessHandle.current().pid());
        try (var socket = new ServerSocket(0)) {
            int free = socket.getLocalPort();
            socket.close();
            var keycloak = LocalKeycloak.start(home.toAbsolutePath(), free, "http://localhost:8080", 3025);
            keycloak.awaitReady();
            return keycloak;
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
