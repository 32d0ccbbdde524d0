package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convive.identity.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiContractTest extends ApiTest {
    private Actor helene;

    @BeforeEach
    void people() {
        helene = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Verrerie Saulnaye");
    }

    @Test
    void meIsTheAccountAndItsMemberships() {
        assertThat(get(helene, "/me"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .hasPathSatisfying(
                        "$.email",
                        email -> assertThat(email).isEqualTo(helene.email().value()))
                .hasPathSatisfying(
                        "$.memberships[0].cluster", slug -> assertThat(slug).isEqualTo(helene.slug()))
                .hasPathSatisfying(
                        "$.memberships[0].organisation.name",
                        name -> assertThat(name).isEqualTo("Verrerie Saulnaye"))
                .hasPathSatisfying(
                        "$.memberships[0].role", role -> assertThat(role).isEqualTo("MANAGER"));
    }

    @Test
    void withoutATokenTheAnswerAsksForOne() {
        assertThat(stranger(HttpMethod.GET, "/me"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer")
                .hasContentType("application/problem+json;charset=UTF-8");
        refused(stranger(HttpMethod.GET, "/me").header("Accept-Language", "fr-FR"), 401, "unauthorized");
        assertThat(stranger(HttpMethod.GET, "/me").header("Accept-Language", "de, fr;q=0.8"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Identifiez-vous d’abord");
        refused(stranger(HttpMethod.GET, "/nowhere"), 401, "unauthorized");
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        var rubbish = stranger(HttpMethod.GET, "/me").header("Authorization", "Bearer rubbish");
        assertThat(rubbish).hasStatus(401);
        refused(rubbish, 401, "unauthorized");
    }

    @Test
    void whileNobodyCanCheckTokensTheApiSaysSo() {
        // The tests' identity provider cannot be reached, so the signature of no token can be checked.
        refused(
                stranger(HttpMethod.GET, "/me").header("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA"),
                503,
                "unavailable");
    }

    @Test
    void unknownAddressesAndMethodsAreProblems() {
        refused(get(helene, "/nowhere"), 404, "not-found");
        refused(get(helene, "/clusters/nowhere/means"), 404, "not-found");
        refused(get(helene, of(helene, "/bookings/abc")), 404, "not-found");
        refused(get(helene, of(helene, "/bookings/99999999999999999999")), 404, "not-found");
        refused(get(helene, of(helene, "/bookings/4711")), 404, "not-found");
        refused(
                get(helene, of(helene, "/means/4711/occupancy?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")),
                404,
                "not-found");
        refused(get(helene, of(helene, "/give-and-take/payments")), 405, "method-not-allowed");
        assertThat(get(helene, of(helene, "/give-and-take/payments"))).hasHeader("Allow", "POST");
        refused(get(helene, "/me").accept(MediaType.TEXT_HTML), 406, "not-acceptable");
        refused(
                as(helene, HttpMethod.POST, of(helene, "/bookings"))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("hello"),
                415,
                "unsupported-media-type");
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() {
        refused(post(helene, of(helene, "/bookings"), "{\"meansId\": 1,"), 400, "malformed");
        assertThat(post(helene, of(helene, "/bookings"), "{\n\"meansId\": x}"))
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .startsWith("This is no JSON: line 2");
        refused(post(helene, of(helene, "/bookings"), "[]"), 400, "malformed");
        refused(post(helene, of(helene, "/bookings"), "null"), 400, "malformed");
        refused(post(helene, of(helene, "/bookings"), ""), 400, "malformed");
        refused(post(helene, of(helene, "/bookings"), "[".repeat(5000)), 400, "malformed");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String body = "{\"purpose\": \"" + "x".repeat(300_000) + "\"}";
        refused(post(helene, of(helene, "/bookings"), body), 413, "too-large");
    }

    @Test
    void periodsAreCheckedInAddresses() {
        invalid(get(helene, of(helene, "/means?from=2026-01-01T00:00:00&to=2026-01-02T00:00:00Z")), "from");
        invalid(get(helene, of(helene, "/means?from=yesterday&to=2026-01-02T00:00:00Z")), "from");
        invalid(get(helene, of(helene, "/means?from=2026-01-01T00:00:00Z")), "to");
        invalid(get(helene, of(helene, "/means?from=2026-01-03T00:00:00Z&to=2026-01-02T00:00:00Z")), "to");
        invalid(get(helene, of(helene, "/means?from=2026-01-03T00:00:00Z&to=2029-01-02T00:00:00Z")), "to");
        invalid(get(helene, of(helene, "/means?from=%2B99999-01-03T00:00:00Z&to=2029-01-02T00:00:00Z")), "from");
        invalid(get(helene, of(helene, "/means/1/occupancy?to=2026-01-02T00:00:00Z")), "from");
        invalid(get(helene, of(helene, "/occupancy?from=2026-01-01T00:00:00Z&to=2026-03-02T00:00:00Z")), "to");
        invalid(get(helene, of(helene, "/occupancy?to=2026-03-02T00:00:00Z")), "from");
        invalid(get(helene, of(helene, "/meetings?limit=0")), "limit");
        invalid(get(helene, of(helene, "/meetings?limit=many")), "limit");
        assertThat(get(helene, of(helene, "/means?from=2026-01-01T00:00:00+01:00&to=2026-01-02T00:00:00%2B01:00")))
                .hasStatusOk();
    }

    @Test
    void theDescriptionIsOpenApi31OfTheApiAlone() throws Exception {
        var response = stranger(HttpMethod.GET, "/openapi.json").exchange().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        JsonNode api = new JsonMapper().readTree(response.getContentAsByteArray());

        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/me",
                        "/api/v1/me/notice-choices",
                        "/api/v1/me/notice-choices/{kind}",
                        "/api/v1/me/calendar-addresses",
                        "/api/v1/me/calendar-addresses/{id}",
                        "/api/v1/clusters/{slug}/calendar-addresses",
                        "/api/v1/clusters/{slug}/notices",
                        "/api/v1/clusters/{slug}/notices/read",
                        "/api/v1/clusters/{slug}/means.csv",
                        "/api/v1/clusters/{slug}/means-imports",
                        "/api/v1/clusters/{slug}/words",
                        "/api/v1/clusters/{slug}/occupancy",
                        "/api/v1/clusters/{slug}/bookings/{id}/trail",
                        "/api/v1/clusters/{slug}/means/{id}/label.pdf",
                        "/api/v1/clusters/{slug}/terms/{id}.pdf",
                        "/api/v1/clusters/{slug}/plans/{id}/documents",
                        "/api/v1/clusters/{slug}/damage/{id}/offers/{booking}",
                        "/api/v1/clusters/{slug}/means",
                        "/api/v1/clusters/{slug}/means/{id}/occupancy",
                        "/api/v1/clusters/{slug}/bookings",
                        "/api/v1/clusters/{slug}/bookings/{id}",
                        "/api/v1/clusters/{slug}/bookings/{id}/use",
                        "/api/v1/clusters/{slug}/bookings/{id}/check-in",
                        "/api/v1/clusters/{slug}/bookings/{id}/check-out",
                        "/api/v1/clusters/{slug}/bookings/{id}/confirmations",
                        "/api/v1/clusters/{slug}/means/{id}/damage",
                        "/api/v1/clusters/{slug}/damage/{id}/release",
                        "/api/v1/clusters/{slug}/means/{id}/tariff",
                        "/api/v1/clusters/{slug}/give-and-take/balances",
                        "/api/v1/clusters/{slug}/give-and-take/lines",
                        "/api/v1/clusters/{slug}/give-and-take/statements/{month}",
                        "/api/v1/clusters/{slug}/give-and-take/lines/{id}/disputes",
                        "/api/v1/clusters/{slug}/give-and-take/lines/{id}/clearings",
                        "/api/v1/clusters/{slug}/give-and-take/lines/{id}/corrections",
                        "/api/v1/clusters/{slug}/give-and-take/payments",
                        "/api/v1/clusters/{slug}/utilisation",
                        "/api/v1/clusters/{slug}/unmet-demand",
                        "/api/v1/clusters/{slug}/bookings/{id}/restore",
                        "/api/v1/clusters/{slug}/bookings/{id}/time",
                        "/api/v1/clusters/{slug}/bookings/{id}/deeds",
                        "/api/v1/clusters/{slug}/bookings/{id}/approve",
                        "/api/v1/clusters/{slug}/bookings/{id}/refuse",
                        "/api/v1/clusters/{slug}/bookings/{id}/propose",
                        "/api/v1/clusters/{slug}/bookings/{id}/accept",
                        "/api/v1/clusters/{slug}/bookings/{id}/confirm",
                        "/api/v1/clusters/{slug}/bookings/{id}/documents",
                        "/api/v1/clusters/{slug}/bookings/{id}/lines",
                        "/api/v1/clusters/{slug}/plans",
                        "/api/v1/clusters/{slug}/plans/looks",
                        "/api/v1/clusters/{slug}/plans/series-looks",
                        "/api/v1/clusters/{slug}/plans/{id}",
                        "/api/v1/clusters/{slug}/wishes",
                        "/api/v1/clusters/{slug}/wishes/{id}",
                        "/api/v1/clusters/{slug}/searches",
                        "/api/v1/clusters/{slug}/searches/candidates",
                        "/api/v1/clusters/{slug}/means/{id}",
                        "/api/v1/clusters/{slug}/means/{id}/return",
                        "/api/v1/clusters/{slug}/means/{id}/terms",
                        "/api/v1/clusters/{slug}/terms/{id}",
                        "/api/v1/clusters/{slug}/means/{id}/use-rules",
                        "/api/v1/clusters/{slug}/means/{id}/certificates",
                        "/api/v1/clusters/{slug}/means/{id}/certificates/{person}",
                        "/api/v1/clusters/{slug}/means/{id}/fair-share",
                        "/api/v1/clusters/{slug}/means/{id}/trail",
                        "/api/v1/clusters/{slug}/means/{id}/blackouts",
                        "/api/v1/clusters/{slug}/means/{id}/maintenance",
                        "/api/v1/clusters/{slug}/maintenance/{id}",
                        "/api/v1/clusters/{slug}/maintenance/{id}/skip",
                        "/api/v1/clusters/{slug}/maintenance/{id}/retry",
                        "/api/v1/clusters/{slug}/means/{id}/documents",
                        "/api/v1/clusters/{slug}/documents/{id}",
                        "/api/v1/clusters/{slug}/pictures",
                        "/api/v1/clusters/{slug}/pictures/{id}",
                        "/api/v1/clusters/{slug}/damage/{id}",
                        "/api/v1/clusters/{slug}/damage/{id}/hits",
                        "/api/v1/clusters/{slug}/damage/{id}/moves",
                        "/api/v1/clusters/{slug}/give-and-take/lines/{id}",
                        "/api/v1/clusters/{slug}/give-and-take/statements/{month}.pdf",
                        "/api/v1/clusters/{slug}/give-and-take/statements/{month}.csv",
                        "/api/v1/clusters/{slug}/unmet-demand/waiting",
                        "/api/v1/clusters/{slug}/meetings",
                        "/api/v1/clusters/{slug}/meetings/in-the-making",
                        "/api/v1/clusters/{slug}/meetings/{id}/poll/votes/{option}",
                        "/api/v1/clusters/{slug}/meetings/{id}",
                        "/api/v1/clusters/{slug}/meetings/{id}/rsvp",
                        "/api/v1/clusters/{slug}/meetings/ideas",
                        "/api/v1/clusters/{slug}/meetings/{id}/interest",
                        "/api/v1/clusters/{slug}/meetings/{id}/poll",
                        "/api/v1/clusters/{slug}/meetings/{id}/poll/votes",
                        "/api/v1/clusters/{slug}/meetings/{id}/poll/choice",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/agenda",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/agenda/items",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/agenda/items/{item}",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/minutes",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/minutes/state",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/minutes/entries",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/minutes/entries/{entry}",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/minutes/entries/{entry}/words",
                        "/api/v1/clusters/{slug}/meetings/{meeting}/minutes/entries/{entry}/done",
                        "/api/v1/clusters/{slug}/meetings/{id}/poll/proposals",
                        "/api/v1/clusters/{slug}/meetings/{id}/poll/proposals/{option}",
                        "/api/v1/clusters/{slug}/meetings/{id}/stage",
                        "/api/v1/clusters/{slug}/meetings/series",
                        "/api/v1/clusters/{slug}/meetings/{id}/series",
                        "/api/v1/clusters/{slug}/meetings/{id}/means",
                        "/api/v1/clusters/{slug}/meetings/{id}/invitations",
                        "/api/v1/clusters/{slug}/meetings/{id}/guests",
                        "/api/v1/clusters/{slug}/meetings/{id}/desk",
                        "/api/v1/clusters/{slug}/meetings/{id}/desk/{person}/rsvp",
                        "/api/v1/clusters/{slug}/meetings/{id}/desk/{person}/approval",
                        "/api/v1/clusters/{slug}/meetings/{id}/desk/rules",
                        "/api/v1/clusters/{slug}/meetings/{id}/desk/messages",
                        "/api/v1/clusters/{slug}/meetings/{id}/questions",
                        "/api/v1/clusters/{slug}/meetings/{id}/questions/{question}/reply",
                        "/api/v1/clusters/{slug}/meetings/{id}/second-session",
                        "/api/v1/clusters/{slug}/meetings/{id}/second-session/offers",
                        "/api/v1/clusters/{slug}/meetings/{id}/second-session/offers/mine",
                        "/api/v1/clusters/{slug}/meetings/{id}/second-session/offers/{offer}",
                        "/api/v1/clusters/{slug}/meetings/{id}/second-session/offers/{offer}/acceptance",
                        "/api/v1/clusters/{slug}/meetings/{id}/second-session/invitations",
                        "/api/v1/clusters/{slug}/newsletters",
                        "/links/letters/join/{slug}");
        JsonNode join = api.at("/paths/~1links~1letters~1join~1{slug}/post");
        assertThat(join.get("security")).isEmpty();
        assertThat(join.get("responses").propertyNames()).contains("200", "404", "422", "429");
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        for (var path : api.get("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                assertThat(operation.get("summary").asString()).isNotBlank();
                if (path.getKey().startsWith("/links/")) {
                    continue;
                }
                assertThat(operation
                                .at("/responses/default/content/application~1problem+json/schema/$ref")
                                .asString())
                        .endsWith("/Problem");
            }
        }
        JsonNode booking = api.at("/paths/~1api~1v1~1clusters~1{slug}~1bookings/post");
        assertThat(booking.get("responses").propertyNames()).contains("201", "409", "422");
        assertThat(booking.get("parameters")
                        .valueStream()
                        .map(one -> one.get("name").asString()))
                .contains("Idempotency-Key");
        assertThat(api.at("/components/schemas/NewBooking/properties/from/format")
                        .asString())
                .isEqualTo("date-time");
    }

    @Test
    void ottoOfTheOtherClusterFindsNothing() {
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");
        String window = "?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";
        for (String path : List.of(
                "/means",
                "/means" + window,
                "/means/1/occupancy" + window,
                "/bookings/1",
                "/bookings",
                "/bookings/1/use",
                "/bookings/1/deeds",
                "/bookings/1/documents",
                "/bookings/1/lines",
                "/plans/1",
                "/wishes",
                "/means/1",
                "/means/1/terms",
                "/terms/1",
                "/means/1/use-rules",
                "/means/1/certificates",
                "/means/1/fair-share",
                "/means/1/trail",
                "/means/1/maintenance",
                "/means/1/documents",
                "/documents/1",
                "/pictures/1",
                "/damage/1",
                "/damage/1/hits",
                "/notices",
                "/means.csv",
                "/words",
                "/occupancy" + window,
                "/bookings/1/trail",
                "/means/1/label.pdf",
                "/terms/1.pdf",
                "/plans/1/documents",
                "/give-and-take/lines/1",
                "/give-and-take/statements/2026-03.pdf",
                "/give-and-take/statements/2026-03.csv",
                "/unmet-demand/waiting",
                "/means/1/damage",
                "/means/1/tariff",
                "/give-and-take/balances",
                "/give-and-take/lines",
                "/give-and-take/statements/2026-03",
                "/utilisation",
                "/unmet-demand",
                "/meetings",
                "/meetings/1",
                "/meetings/in-the-making",
                "/newsletters")) {
            refused(get(otto, of(helene, path)), 404, "not-found");
        }
        refused(delete(otto, of(helene, "/bookings/1")), 404, "not-found");
        refused(post(otto, of(helene, "/bookings"), "{}"), 404, "not-found");
        for (String path : List.of(
                "/bookings/1/restore",
                "/bookings/1/approve",
                "/bookings/1/refuse",
                "/bookings/1/propose",
                "/bookings/1/accept",
                "/bookings/1/confirm",
                "/plans",
                "/plans/looks",
                "/plans/series-looks",
                "/wishes",
                "/searches",
                "/searches/candidates",
                "/means",
                "/words",
                "/means/1/return",
                "/means/1/blackouts",
                "/means/1/maintenance",
                "/maintenance/1/skip",
                "/maintenance/1/retry",
                "/damage/1/moves",
                "/calendar-addresses",
                "/bookings/1/check-in",
                "/bookings/1/check-out",
                "/bookings/1/confirmations",
                "/means/1/damage",
                "/damage/1/release",
                "/give-and-take/lines/1/disputes",
                "/give-and-take/lines/1/corrections",
                "/give-and-take/payments")) {
            refused(post(otto, of(helene, path), "{}"), 404, "not-found");
        }
        refused(delete(otto, of(helene, "/words?word=Laser")), 404, "not-found");
        refused(delete(otto, of(helene, "/damage/1/offers/1")), 404, "not-found");
        refused(put(otto, of(helene, "/damage/1/offers/1"), "{}"), 404, "not-found");
        refused(put(otto, of(helene, "/notices/read"), "{}"), 404, "not-found");
        refused(post(otto, of(helene, "/meetings"), "{}"), 404, "not-found");
        refused(put(otto, of(helene, "/meetings/1/rsvp"), "{\"answer\": \"YES\"}"), 404, "not-found");
    }

    private static void refused(MockMvcRequestBuilder request, int status, String kind) {
        assertThat(request)
                .hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.type", type -> assertThat(type).isEqualTo("urn:convive:problem:" + kind))
                .hasPathSatisfying("$.status", number -> assertThat(number).isEqualTo(status))
                .hasPathSatisfying(
                        "$.title",
                        title -> assertThat(title).asString().isNotBlank().doesNotContain("!"))
                .hasPathSatisfying(
                        "$.detail",
                        detail -> assertThat(detail).asString().isNotBlank().doesNotContain("!"));
    }

    private static void invalid(MockMvcRequestBuilder request, String field) {
        assertThat(request)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly(field);
    }
}
