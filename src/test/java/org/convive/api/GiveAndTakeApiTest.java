package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.use.Meter;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GiveAndTakeApiTest extends ApiTest {
    @Autowired
    MeansService means;

    @Autowired
    MeansQueries queries;

    @Autowired
    BookingService bookings;

    @Autowired
    UseService uses;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private MeansId bench;
    private BookingId booking;

    @BeforeEach
    void aBookingThatBeginsNow() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
        uses.change(helene, bench, new UseRules(true, 0, false, Meter.NONE, "", 0));
        assertThat(put(
                        helene,
                        of(helene, "/means/" + bench + "/tariff"),
                        "{\"version\":0,\"currency\":\"EUR\",\"perHour\":6000,\"perDay\":0,\"perMeter\":0,\"perUse\":0,"
                                + "\"favourUpTo\":0}"))
                .hasStatusOk();
        Instant from = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
        booking = bookings.book(marc, new BookingRequest(bench, from, from.plus(Duration.ofHours(2)), 1, "", null));
    }

    @Test
    void aUseBecomesALineThatIsDisputedCorrectedAndPaid() {
        assertThat(post(marc, of(marc, "/bookings/" + booking + "/check-in"), "{}"))
                .hasStatusOk();
        assertThat(post(marc, of(marc, "/bookings/" + booking + "/check-out"), "{\"usedMinutes\": 60}"))
                .bodyJson()
                .extractingPath("$.settled")
                .isNotNull();
        assertThat(get(helene, of(helene, "/give-and-take/balances")))
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[0].amount.minor", minor -> assertThat(minor).isEqualTo(6000))
                .hasPathSatisfying(
                        "$.items[0].partner.name", name -> assertThat(name).isEqualTo("Moulin"));
        String month = java.time.YearMonth.now(ApiTest.PARIS).toString();
        assertThat(get(marc, of(marc, "/give-and-take/statements/" + month)))
                .bodyJson()
                .extractingPath("$.partners[0].after.minor")
                .isEqualTo(-6000);
        assertThat(get(marc, of(marc, "/give-and-take/statements/" + month + ".csv")))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .contains("Bench");
        assertThat(get(marc, of(marc, "/give-and-take/statements/" + month + ".pdf")))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(get(
                        marc,
                        of(marc, "/give-and-take/statements/" + month + "?company=" + helene.requireOrganisation())))
                .hasStatus(404);
        assertThat(get(marc, of(marc, "/give-and-take/statements/2026-13"))).hasStatus(404);
        assertThat(get(marc, of(marc, "/bookings/" + booking + "/lines")))
                .bodyJson()
                .extractingPath("$.items[0].amount.minor")
                .isEqualTo(6000);
        long line = ((Number) com.jayway.jsonpath.JsonPath.read(
                        body(get(marc, of(marc, "/give-and-take/lines"))), "$.items[0].id"))
                .longValue();
        assertThat(post(marc, of(marc, "/give-and-take/lines/" + line + "/disputes"), "{\"words\": \"Half of it\"}"))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DISPUTED");
        assertThat(post(
                        marc,
                        of(marc, "/give-and-take/lines/" + line + "/corrections"),
                        "{\"less\":1,\"words\":\"x\"}"))
                .hasStatus(403);
        assertThat(post(
                        helene,
                        of(helene, "/give-and-take/lines/" + line + "/corrections"),
                        "{\"less\":3000,\"words\":\"Agreed\"}"))
                .hasStatusOk();
        assertThat(post(
                        helene,
                        of(helene, "/give-and-take/payments"),
                        "{\"payerId\":" + marc.requireOrganisation() + ",\"currency\":\"EUR\"}"))
                .bodyJson()
                .extractingPath("$.minor")
                .isEqualTo(3000);
    }

    @Test
    void damageIsReportedOnceAndReleasedByTheOwner() {
        long unit = queries.get(helene, bench).means().units().getFirst().id();
        String report = "{\"unitId\":" + unit + ",\"words\":\"Broken\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(post(marc, of(marc, "/means/" + bench + "/damage"), report)
                            .header("Idempotency-Key", "d1"))
                    .hasStatus(201);
        }
        String all = body(get(marc, of(marc, "/means/" + bench + "/damage")));
        assertThat(com.jayway.jsonpath.JsonPath.<java.util.List<?>>read(all, "$.items"))
                .hasSize(1);
        long id = ((Number) com.jayway.jsonpath.JsonPath.read(all, "$.items[0].id")).longValue();
        assertThat(post(marc, of(marc, "/damage/" + id + "/release"), "{}")).hasStatus(403);
        assertThat(post(helene, of(helene, "/damage/" + id + "/release"), "{}"))
                .bodyJson()
                .extractingPath("$.blocked")
                .isEqualTo(false);
        assertThat(post(marc, of(marc, "/means/" + bench + "/damage"), "{}")).hasStatus(422);
    }

    @Test
    void utilisationIsForOwnersAndUnmetDemandForAnimators() {
        assertThat(get(helene, of(helene, "/utilisation")))
                .bodyJson()
                .extractingPath("$.items[0].means.name")
                .isEqualTo("Bench");
        assertThat(get(marc, of(marc, "/utilisation")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(get(marc, of(marc, "/unmet-demand"))).hasStatus(403);
    }

    /** The bench costs €60 an hour. */
    @Test
    void aSearchWithAPriceCountsAllUnitsAndComparesOneCurrency() {
        MeansId pair = MeansWorld.share(means, helene, MeansWorld.draft("Pair", "A", "B"));
        MeansWorld.share(means, helene, MeansWorld.draft("Gift", "A", "B"));
        assertThat(put(
                        helene,
                        of(helene, "/means/" + pair + "/tariff"),
                        "{\"version\":0,\"currency\":\"EUR\",\"perHour\":6000,\"perDay\":0,\"perMeter\":0,\"perUse\":0,"
                                + "\"favourUpTo\":0}"))
                .hasStatusOk();
        assertThat(affordable("\"text\": \"3D\", \"units\": 2", "\"maxMinor\": 24000"))
                .containsExactlyInAnyOrder("Pair", "Gift");
        assertThat(affordable("\"text\": \"3D\", \"units\": 2", "\"maxMinor\": 23999"))
                .containsExactly("Gift");
        assertThat(affordable("\"text\": \"3D\"", "\"maxMinor\": 12000, \"currency\": \"EUR\""))
                .containsExactlyInAnyOrder("Bench", "Pair", "Gift");
        assertThat(affordable("\"text\": \"3D\"", "\"maxMinor\": 99999, \"currency\": \"CHF\""))
                .containsExactly("Gift");
        assertThat(post(
                        marc,
                        of(marc, "/searches/candidates"),
                        "{\"needs\": [{}], \"from\": \"2037-03-02T08:00:00Z\", \"to\": \"2037-03-02T12:00:00Z\","
                                + " \"maxMinor\": -1, \"currency\": \"EURO\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("maxMinor", "currency");
    }

    /** For two hours. */
    private java.util.List<String> affordable(String need, String limit) {
        return com.jayway.jsonpath.JsonPath.read(
                body(post(
                        marc,
                        of(marc, "/searches/candidates"),
                        "{\"needs\": [{" + need + "}], \"from\": \"" + MeansWorld.in(5, 8) + "\", \"to\": \""
                                + MeansWorld.in(5, 10) + "\", " + limit + "}")),
                "$.items[*].means.name");
    }

    @Test
    void aSearchInVainIsUnmetDemandWhoeverAsked() {
        String times = "\"from\": \"2037-03-02T08:00:00Z\", \"to\": \"2037-03-02T12:00:00Z\"}";
        assertThat(post(
                        marc,
                        of(marc, "/searches"),
                        "{\"needs\": [{\"text\": \"Laser ring\"}, {\"kind\": \"VEHICLE\", \"capacity\": 9}], " + times))
                .hasStatusOk();
        assertThat(post(
                        marc,
                        of(marc, "/searches/candidates"),
                        "{\"needs\": [{\"capacity\": 40}, {\"text\": \"not looked at\"}], " + times))
                .hasStatusOk();
        assertThat(com.jayway.jsonpath.JsonPath.<java.util.List<String>>read(
                        body(get(camille, of(camille, "/unmet-demand"))), "$.items[*].wish"))
                .containsExactlyInAnyOrder("laser ring", "vehicle for 9 people", "for 40 people");
    }

    private static String body(
            org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder request) {
        try {
            return request.exchange().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
