package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.share;

import com.jayway.jsonpath.JsonPath;
import org.convive.identity.Actor;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BookingsApiTest extends ApiTest {
    @Autowired
    MeansService means;

    private Actor camille;
    private Actor sarcelle;
    private Actor helene;
    private Actor marc;
    private MeansId scanner;

    @BeforeEach
    void world() {
        camille = fixtures.animatorOfNewCluster();
        sarcelle = fixtures.managerOf(camille, "Métrologie Sarcelle");
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        scanner = share(means, sarcelle, draft("ScanArm", "ScanArm 1"));
    }

    @Test
    void meansAreListedWithWhatIsFree() {
        share(means, marc, draft("Mould press", "Press"));
        assertThat(book(helene, 8, 12)).hasStatus(201);
        String window = "?capability=scan&from=" + paris(in(2, 9)) + "&to=" + paris(in(2, 10));

        assertThat(get(marc, of(marc, "/means" + window)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[?(@.name == 'ScanArm')].unitsFree",
                        free -> assertThat(free).asArray().containsExactly(0))
                .hasPathSatisfying(
                        "$.items[?(@.name == 'ScanArm')].owner.name",
                        owner -> assertThat(owner).asArray().containsExactly("Métrologie Sarcelle"));
        assertThat(get(marc, of(marc, "/means")))
                .bodyJson()
                .doesNotHavePath("$.items[0].unitsFree")
                .hasPathSatisfying(
                        "$.items[*].name", names -> assertThat(names).asArray().contains("ScanArm", "Mould press"));
    }

    @Test
    void aBookingIsMadeReadAndCancelled() throws Exception {
        MvcTestResult made = book(helene, 8, 12).exchange();
        assertThat(made).hasStatus(201);
        int id = JsonPath.read(made.getResponse().getContentAsString(), "$.id");
        assertThat(made).hasHeader("Location", "http://localhost/api/v1" + of(helene, "/bookings/" + id));
        assertThat(made)
                .bodyJson()
                .hasPathSatisfying("$.from", from -> assertThat(from).isEqualTo(paris(in(2, 8))))
                .hasPathSatisfying("$.to", to -> assertThat(to).isEqualTo(paris(in(2, 12))))
                .hasPathSatisfying("$.unitNames", units -> assertThat(units).isEqualTo("ScanArm 1"))
                .hasPathSatisfying("$.purpose", purpose -> assertThat(purpose).isEqualTo("Line review"))
                .hasPathSatisfying(
                        "$.organisation.name", name -> assertThat(name).isEqualTo("Verrerie Saulnaye"));

        assertThat(get(marc, of(marc, "/bookings/" + id)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.purpose", purpose -> assertThat(purpose).isEqualTo(""))
                .hasPathSatisfying("$.mayCancel", may -> assertThat(may).isEqualTo(false));
        assertThat(get(marc, of(marc, occupancy())))
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[0].organisation.name", name -> assertThat(name).isEqualTo("Verrerie Saulnaye"))
                .hasPathSatisfying("$.items[0].from", from -> assertThat(from).isEqualTo(paris(in(2, 8))));

        assertThat(delete(marc, of(marc, "/bookings/" + id)))
                .hasStatus(403)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(delete(helene, of(helene, "/bookings/" + id))).hasStatus(204);
        assertThat(delete(helene, of(helene, "/bookings/" + id))).hasStatus(204);
        assertThat(get(helene, of(helene, "/bookings/" + id)))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("CANCELLED");
        assertThat(get(marc, of(marc, occupancy())))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void whoComesLateIsToldWhatIsFreeInstead() {
        assertThat(book(helene, 8, 12)).hasStatus(201);

        assertThat(book(marc, 9, 10))
                .hasStatus(409)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.type", type -> assertThat(type).isEqualTo("urn:convive:problem:taken"))
                .hasPathSatisfying(
                        "$.alternatives[0].meansId", id -> assertThat(id).isEqualTo((int) scanner.value()))
                .hasPathSatisfying(
                        "$.alternatives[0].from",
                        from -> assertThat(from)
                                .asString()
                                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?\\+0[12]:00"))
                .hasPathSatisfying(
                        "$.takenBy[0].organisation.name",
                        name -> assertThat(name).isEqualTo("Verrerie Saulnaye"));
    }

    @Test
    void theSameKeyBooksOnce() throws Exception {
        MvcTestResult first =
                book(helene, 8, 12).header("Idempotency-Key", "k1").exchange();
        MvcTestResult second =
                book(helene, 8, 12).header("Idempotency-Key", "k1").exchange();

        assertThat(second)
                .hasStatus(201)
                .hasHeader("Location", String.valueOf(first.getResponse().getHeader("Location")));
        invalid(book(helene, 14, 15).header("Idempotency-Key", "k1"), "Idempotency-Key");
        invalid(book(helene, 14, 15).header("Idempotency-Key", "k".repeat(101)), "Idempotency-Key");
    }

    @Test
    void theBrokenRuleIsToldBesideItsFieldInTheLanguageAskedFor() {
        invalid(book(helene, 12, 8), "to");
        assertThat(book(helene, 12, 8).header("Accept-Language", "fr"))
                .bodyJson()
                .hasPathSatisfying("$.title", title -> assertThat(title).isEqualTo("Certains champs sont à corriger"))
                .hasPathSatisfying(
                        "$.errors[0].detail",
                        detail -> assertThat(detail).isEqualTo("La fin doit venir après le début"));
        assertThat(book(helene, 12, 8).header("Accept-Language", "en"))
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .isEqualTo("The end must come after the start");
        invalid(send(helene, wish("units", "2")), "units");
        invalid(send(helene, wish("units", "0")), "units");
        invalid(send(helene, wish("from", "\"2020-01-01T08:00:00+01:00\"")), "from");
        invalid(send(helene, wish("purpose", "\"" + "é".repeat(501) + "\"")), "purpose");
        invalid(send(helene, "{}"), "from", "meansId", "to");
    }

    @Test
    void fieldsOfTheWrongKindAreNamed() {
        invalid(send(helene, wish("from", "\"2026-01-01T08:00:00\"")), "from");
        invalid(send(helene, wish("from", "\"tomorrow\"")), "from");
        invalid(send(helene, wish("from", "1767254400")), "from");
        invalid(send(helene, wish("from", "\"+123456-01-01T08:00:00Z\"")), "from");
        invalid(send(helene, wish("units", "\"two\"")), "units");
        invalid(send(helene, wish("units", "1.5")), "units");
        invalid(send(helene, wish("units", "99999999999")), "units");
        invalid(send(helene, wish("unit", "1")), "unit");
        invalid(send(helene, wish("purpose", "{}")), "purpose");
    }

    @Test
    void anyOffsetIsTakenAndTheClustersGivenBack() {
        String from = in(2, 8).toString();
        assertThat(send(helene, wish("from", '"' + from + '"')))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.from")
                .isEqualTo(paris(in(2, 8)));
    }

    @Test
    void textsAreKeptAsTheyWereTyped() {
        assertThat(send(helene, wish("purpose", "\"<script>alert(1)</script> 🫖 \u202eabc\"")))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.purpose")
                .isEqualTo("<script>alert(1)</script> 🫖 \u202eabc");
    }

    @Test
    void whoStandsForNoCompanyDoesNotBook() {
        Actor guest = fixtures.member(camille, "Guest", null);
        assertThat(book(guest, 8, 12)).hasStatus(403);
    }

    @Test
    void aMeansOfAnotherClusterIsNotFound() {
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");
        assertThat(book(otto, 8, 12)).hasStatus(404);
        assertThat(get(otto, of(otto, occupancy()))).hasStatus(404);
    }

    private String occupancy() {
        return "/means/" + scanner + "/occupancy?from=" + in(2, 0) + "&to=" + in(3, 0);
    }

    private MockMvcRequestBuilder book(Actor actor, int from, int to) {
        return send(actor, json(paris(in(2, from)), paris(in(2, to))));
    }

    private MockMvcRequestBuilder send(Actor actor, String json) {
        return post(actor, of(actor, "/bookings"), json);
    }

    /** A sound wish but for one field, which is last and so decides. */
    private String wish(String field, String value) {
        String sound = json(paris(in(2, 8)), paris(in(2, 12)));
        return sound.replaceFirst("\"" + field + "\": (\"[^\"]*\"|\\d+),?", "")
                .replaceFirst("\\s*}$", ", \"" + field + "\": " + java.util.regex.Matcher.quoteReplacement(value) + "}")
                .replaceFirst(",\\s*,", ",");
    }

    private String json(String from, String to) {
        return """
                {"meansId": %s, "from": "%s", "to": "%s", "units": 1, "purpose": "Line review"}""".formatted(scanner, from, to);
    }

    private static void invalid(MockMvcRequestBuilder request, String... fields) {
        assertThat(request)
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly((Object[]) fields);
    }
}
