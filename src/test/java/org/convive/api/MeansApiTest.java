package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.share;

import com.jayway.jsonpath.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.convive.identity.Actor;
import org.convive.means.Lending;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Shared means in full through the API: what the pages do, by the same rules. */
class MeansApiTest extends ApiTest {
    @Autowired
    MeansService service;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private Actor otto;
    private MeansId scanner;
    private MeansId asked;

    @BeforeEach
    void world() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Val Mécanique");
        scanner = share(service, helene, draft("ScanArm", "A"));
        asked = share(
                service, helene, draft("Bench", "P1").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
    }

    @Test
    void aHoldIsKeptAndBecomesABooking() {
        long id = id(ok(post(marc, of(marc, "/bookings"), wish(scanner, 2, 8, 10, ", \"hold\": true")), 201));
        String held = ok(get(marc, of(marc, "/bookings/" + id)), 200);
        assertThat((String) JsonPath.read(held, "$.status")).isEqualTo("HELD");
        assertThat((String) JsonPath.read(held, "$.expires")).isNotBlank();
        assertThat(post(helene, of(helene, "/bookings/" + id + "/confirm"), "{}"))
                .hasStatus(403);
        assertThat((String) JsonPath.read(
                        ok(post(marc, of(marc, "/bookings/" + id + "/confirm"), "{}"), 200), "$.status"))
                .isEqualTo("CONFIRMED");
        assertThat(post(marc, of(marc, "/bookings/" + id + "/confirm"), "{}")).hasStatus(422);
    }

    @Test
    void termsAreAcceptedInTheVersionThatWasRead() {
        MeansId laser = share(service, helene, draft("Laser", "L").onTerms("Wear the glasses."));
        assertThat(post(marc, of(marc, "/bookings"), wish(laser, 2, 8, 10, ""))).hasStatus(422);
        String page = ok(get(marc, of(marc, "/means/" + laser)), 200);
        assertThat((Boolean) JsonPath.read(page, "$.asksTerms")).isTrue();
        int terms = JsonPath.read(page, "$.termsId");
        String booked =
                ok(post(marc, of(marc, "/bookings"), wish(laser, 2, 8, 10, ", \"acceptedTerms\": " + terms)), 201);
        assertThat((Integer) JsonPath.read(booked, "$.terms")).isEqualTo(terms);
        assertThat((String) JsonPath.read(ok(get(marc, of(marc, "/terms/" + terms)), 200), "$.text"))
                .isEqualTo("Wear the glasses.");
        assertThat(get(otto, of(otto, "/terms/" + terms))).hasStatus(404);
    }

    @Test
    void animatorsProposeWordsAndEverybodyReadsThem() {
        assertThat(post(marc, of(marc, "/words"), "{\"word\": \"Laser cladding\"}"))
                .hasStatus(403);
        assertThat(post(camille, of(camille, "/words"), "{}")).hasStatus(422);
        ok(post(camille, of(camille, "/words"), "{\"word\": \"Laser cladding\"}"), 201);
        String words = ok(get(marc, of(marc, "/words")), 200);
        assertThat((List<?>) JsonPath.read(words, "$.items[?(@.proposed == true)].word"))
                .isEqualTo(List.of("Laser cladding"));
        assertThat((List<?>) JsonPath.read(words, "$.items[?(@.used > 0)].word"))
                .isNotEmpty();
        assertThat(delete(marc, of(marc, "/words?word=Laser%20cladding"))).hasStatus(403);
        assertThat(delete(camille, of(camille, "/words?word=Laser%20cladding"))).hasStatus(204);
        assertThat(ok(get(marc, of(marc, "/words")), 200)).doesNotContain("cladding");
    }

    @Test
    void theWholeClustersTimelineHidesWhatAnOwnerDoesNotShow() {
        MeansId secret = share(service, helene, draft("Secret", "S").lent(Lending.OPEN.discreet()));
        Actor ada = fixtures.managerOf(camille, "Forge Ada");
        ok(post(marc, of(marc, "/bookings"), wish(scanner, 2, 8, 10, "")), 201);
        ok(post(marc, of(marc, "/bookings"), wish(secret, 2, 11, 12, "")), 201);
        String path = "/occupancy?from=" + in(2, 0) + "&to=" + in(3, 0);
        String seen = ok(get(ada, of(ada, path)), 200);
        assertThat((List<?>) JsonPath.read(seen, "$.items[*].means.name")).isEqualTo(List.of("ScanArm", "Secret"));
        assertThat((List<?>) JsonPath.read(seen, "$.items[*].occupation.organisation.name"))
                .as("only that the discreet one is taken")
                .isEqualTo(List.of("Moulin-Fauvel"));
        assertThat((List<?>) JsonPath.read(
                        ok(get(helene, of(helene, path)), 200), "$.items[*].occupation.organisation.name"))
                .isEqualTo(List.of("Moulin-Fauvel", "Moulin-Fauvel"));
        assertThat((List<?>) JsonPath.read(ok(get(otto, of(otto, path)), 200), "$.items"))
                .isEmpty();
    }

    @Test
    void theTrailOfABookingIsReadByThoseConcerned() {
        long id = id(ok(post(marc, of(marc, "/bookings"), wish(asked, 2, 8, 10, "")), 201));
        ok(post(helene, of(helene, "/bookings/" + id + "/approve"), "{}"), 200);
        assertThat(delete(marc, of(marc, "/bookings/" + id))).hasStatus(204);
        String path = "/bookings/" + id + "/trail";
        for (Actor one : List.of(marc, helene, camille)) {
            String trail = ok(get(one, of(one, path)), 200);
            assertThat((List<?>) JsonPath.read(trail, "$.items[*].deed")).isEqualTo(List.of("booking.cancelled"));
        }
        Actor ada = fixtures.managerOf(camille, "Forge Ada");
        assertThat(get(ada, of(ada, path))).hasStatus(403);
        assertThat(get(otto, of(otto, path))).hasStatus(404);
    }

    @Test
    void aTableOfMeansIsReadOnceHoweverOftenItIsSent() {
        String table = "kind,name,approval,certificate,quota_minutes\nmachine,Press,yes,Press safety,600\n";
        assertThat((Integer) JsonPath.read(ok(imported(marc, "key-1", table), 200), "$.shared"))
                .isEqualTo(1);
        assertThat((Integer) JsonPath.read(ok(imported(marc, "key-1", table), 200), "$.shared"))
                .isEqualTo(1);
        String list = ok(get(marc, of(marc, "/means?capability=Press")), 200);
        List<Integer> ids = JsonPath.read(list, "$.items[*].id");
        assertThat(ids).hasSize(1);
        String page = ok(get(marc, of(marc, "/means/" + ids.getFirst())), 200);
        assertThat((Boolean) JsonPath.read(page, "$.sheet.lending.approval")).isTrue();
        assertThat((Integer) JsonPath.read(page, "$.sheet.lending.quotaMinutes"))
                .isEqualTo(600);
        assertThat(imported(marc, "key-1", table + "machine,Saw,,,\n")).hasStatus(422);

        String wrong = ok(imported(marc, "key-2", "kind,name,approval\nmachine,Saw,\nmachine,Mill,perhaps\n"), 200);
        assertThat((Integer) JsonPath.read(wrong, "$.shared")).isZero();
        assertThat((Integer) JsonPath.read(wrong, "$.wrong[0].line")).isEqualTo(3);
        assertThat((String) JsonPath.read(wrong, "$.wrong[0].reason")).contains("approval", "perhaps");
        assertThat((List<?>) JsonPath.read(ok(get(marc, of(marc, "/means?capability=Saw")), 200), "$.items"))
                .as("all lines or none")
                .isEmpty();
        assertThat((Integer) JsonPath.read(
                        ok(imported(marc, "key-2", "kind,name\nmachine,Saw\nmachine,Mill\n"), 200), "$.shared"))
                .as("the mended table may come with the same key")
                .isEqualTo(2);
        assertThat(as(otto, HttpMethod.POST, of(marc, "/means-imports"))
                        .contentType("text/csv")
                        .content(table))
                .hasStatus(404);
        assertThat(imported(
                        fixtures.member(camille, "Nadia", marc.requireOrganisation()),
                        "key-3",
                        "kind,name\ntool,Key\n"))
                .hasStatus(403);
    }

    private MockMvcRequestBuilder imported(Actor actor, String key, String table) {
        return as(actor, HttpMethod.POST, of(actor, "/means-imports"))
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .content(table);
    }

    @Test
    void aRequestIsApprovedRefusedOrGetsAnotherTimeByItsOwnerOnly() {
        long first = id(ok(post(marc, of(marc, "/bookings"), wish(asked, 2, 8, 10, "")), 201));
        assertThat((List<?>) JsonPath.read(ok(get(helene, of(helene, "/bookings?of=REQUESTS")), 200), "$.items"))
                .hasSize(1);
        assertThat(post(marc, of(marc, "/bookings/" + first + "/approve"), "{}"))
                .hasStatus(403);
        assertThat(post(otto, of(otto, "/bookings/" + first + "/approve"), "{}"))
                .hasStatus(404);
        assertThat(status(post(helene, of(helene, "/bookings/" + first + "/approve"), "{\"word\": \"Welcome\"}")))
                .isEqualTo("CONFIRMED");

        long second = id(ok(post(marc, of(marc, "/bookings"), wish(asked, 2, 13, 14, "")), 201));
        assertThat(post(
                        helene,
                        of(helene, "/bookings/" + second + "/propose"),
                        "{\"from\": \"" + paris(in(2, 9)) + "\", \"to\": \"" + paris(in(2, 11)) + "\"}"))
                .hasStatus(409);
        assertThat(status(post(
                        helene,
                        of(helene, "/bookings/" + second + "/propose"),
                        "{\"from\": \"" + paris(in(2, 15)) + "\", \"to\": \"" + paris(in(2, 16)) + "\"}")))
                .isEqualTo("PROPOSED");
        assertThat(status(post(marc, of(marc, "/bookings/" + second + "/accept"), "")))
                .isEqualTo("CONFIRMED");

        long third = id(ok(post(marc, of(marc, "/bookings"), wish(asked, 3, 8, 10, "")), 201));
        assertThat(status(post(helene, of(helene, "/bookings/" + third + "/refuse"), "{\"word\": \"Sorry\"}")))
                .isEqualTo("REFUSED");
        assertThat((List<?>) JsonPath.read(
                        ok(get(marc, of(marc, "/bookings/" + third + "/deeds")), 200), "$.items[*].deed"))
                .isEqualTo(List.of("REQUESTED", "REFUSED"));
    }

    @Test
    void aBookingMovesWithTheVersionThatWasReadAndKeepsItsTimeWhenTheOtherIsTaken() {
        long id = id(ok(post(marc, of(marc, "/bookings"), wish(scanner, 2, 8, 10, "")), 201));
        ok(post(helene, of(helene, "/bookings"), wish(scanner, 2, 12, 13, "")), 201);
        int version = JsonPath.read(ok(get(marc, of(marc, "/bookings/" + id)), 200), "$.version");
        assertThat(put(marc, of(marc, "/bookings/" + id + "/time"), time(12, 14, version)))
                .hasStatus(409)
                .bodyJson()
                .hasPathSatisfying("$.type", type -> assertThat(type).isEqualTo("urn:convive:problem:taken"))
                .hasPathSatisfying(
                        "$.takenBy[0].organisation.name",
                        name -> assertThat(name).isEqualTo("Verrerie Saulnaye"));
        String moved = ok(put(marc, of(marc, "/bookings/" + id + "/time"), time(9, 11, version)), 200);
        assertThat((String) JsonPath.read(moved, "$.from")).isEqualTo(paris(in(2, 9)));
        assertThat(put(marc, of(marc, "/bookings/" + id + "/time"), time(8, 9, version)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:convive:problem:stale");
    }

    @Test
    void aPlanIsBookedWholeOnceOrNotAtAll() {
        MeansId van = share(service, marc, draft("Van", "V"));
        String both = plan(wish(scanner, 2, 8, 10, ""), wish(van, 2, 8, 10, ""));
        long plan = id(ok(post(marc, of(marc, "/plans"), both).header("Idempotency-Key", "p1"), 201));
        assertThat(id(ok(post(marc, of(marc, "/plans"), both).header("Idempotency-Key", "p1"), 201)))
                .isEqualTo(plan);

        assertThat(post(helene, of(helene, "/plans"), plan(wish(scanner, 3, 8, 10, ""), wish(van, 2, 9, 10, ""))))
                .hasStatus(409)
                .bodyJson()
                .hasPathSatisfying("$.lines[0].line", line -> assertThat(line).isEqualTo(1))
                .hasPathSatisfying(
                        "$.lines[0].takenBy[0].organisation.name",
                        name -> assertThat(name).isEqualTo("Moulin-Fauvel"));
        assertThat((List<?>) JsonPath.read(
                        ok(
                                get(
                                        helene,
                                        of(
                                                helene,
                                                "/means/" + scanner + "/occupancy?from=" + in(3, 0) + "&to="
                                                        + in(4, 0))),
                                200),
                        "$.items"))
                .isEmpty();
        assertThat(post(helene, of(helene, "/plans"), plan(wish(scanner, 3, 10, 8, ""))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.lines[0].errors[0].field")
                .isEqualTo("to");

        assertThat(get(otto, of(otto, "/plans/" + plan))).hasStatus(404);
        assertThat(delete(marc, of(marc, "/plans/" + plan))).hasStatus(204);
        assertThat((List<?>) JsonPath.read(ok(get(marc, of(marc, "/plans/" + plan)), 200), "$.bookings[*].status"))
                .isEqualTo(List.of("CANCELLED", "CANCELLED"));
    }

    @Test
    void aSeriesIsLookedAtSoThatEachConflictIsAnsweredByItself() {
        ok(post(helene, of(helene, "/bookings"), wish(scanner, 9, 8, 9, "")), 201);
        String looked = ok(
                post(
                        marc,
                        of(marc, "/plans/series-looks"),
                        "{\"rule\": \"FREQ=WEEKLY;COUNT=3\", \"first\": " + wish(scanner, 2, 8, 9, "") + "}"),
                200);
        assertThat((List<?>) JsonPath.read(looked, "$.items[*].free")).isEqualTo(List.of(true, false, true));
        assertThat((List<?>) JsonPath.read(looked, "$.items[1].alternatives")).isNotEmpty();
        assertThat(post(
                        marc,
                        of(marc, "/plans/series-looks"),
                        "{\"rule\": \"FREQ=WEEKLY\", \"first\": " + wish(scanner, 2, 8, 9, "") + "}"))
                .hasStatus(422);
        assertThat((List<?>) JsonPath.read(
                        ok(post(marc, of(marc, "/plans/looks"), plan(wish(scanner, 9, 8, 9, ""))), 200),
                        "$.items[*].free"))
                .isEqualTo(List.of(false));
    }

    @Test
    void whatBecomesFreeIsHeldForWhoWaits() {
        long hers = id(ok(post(helene, of(helene, "/bookings"), wish(scanner, 2, 8, 10, "")), 201));
        assertThat(post(marc, of(marc, "/wishes"), wish(scanner, 2, 13, 14, "")))
                .hasStatus(422);
        String waiting = ok(post(marc, of(marc, "/wishes"), wish(scanner, 2, 8, 10, "")), 200);
        assertThat((List<?>) JsonPath.read(waiting, "$.items")).hasSize(1);
        assertThat(delete(helene, of(helene, "/bookings/" + hers))).hasStatus(204);
        int offer = JsonPath.read(ok(get(marc, of(marc, "/wishes")), 200), "$.items[0].offer");
        assertThat(status(post(marc, of(marc, "/bookings/" + offer + "/confirm"), "{}")))
                .isEqualTo("CONFIRMED");
        int wish = JsonPath.read(waiting, "$.items[0].id");
        assertThat(delete(helene, of(helene, "/wishes/" + wish))).hasStatus(404);
    }

    @Test
    void severalThingsAreFoundTogetherAtATimeWhenAllAreFree() {
        share(service, marc, draft("Van", "V"));
        ok(post(helene, of(helene, "/bookings"), wish(scanner, 2, 7, 12, "")), 201);
        String found = ok(
                post(
                        marc,
                        of(marc, "/searches"),
                        "{\"needs\": [{\"text\": \"scanarm\"}, {\"text\": \"van\"}], \"minutes\": 120, \"from\": \""
                                + paris(in(2, 0)) + "\", \"to\": \"" + paris(in(3, 0)) + "\"}"),
                200);
        assertThat((String) JsonPath.read(found, "$.items[0].from")).isEqualTo(paris(in(2, 12)));
        assertThat((List<?>) JsonPath.read(found, "$.items[0].means[*].means.name"))
                .isEqualTo(List.of("ScanArm", "Van"));
        assertThat(post(marc, of(marc, "/searches"), "{\"needs\": []}")).hasStatus(422);
    }

    @Test
    void theOwnerTakesUnitsOutOfUseOnceAndAgainAndAgain() {
        String blackout = "{\"from\": \"" + paris(in(2, 8)) + "\", \"to\": \"" + paris(in(2, 12))
                + "\", \"reason\": \"Service\"}";
        assertThat(post(marc, of(marc, "/means/" + scanner + "/blackouts"), blackout))
                .hasStatus(403);
        long id = id(ok(
                post(helene, of(helene, "/means/" + scanner + "/blackouts"), blackout)
                        .header("Idempotency-Key", "b1"),
                201));
        assertThat(id(ok(
                        post(helene, of(helene, "/means/" + scanner + "/blackouts"), blackout)
                                .header("Idempotency-Key", "b1"),
                        201)))
                .isEqualTo(id);
        assertThat(post(marc, of(marc, "/bookings"), wish(scanner, 2, 9, 10, "")))
                .hasStatus(409);

        String weekly = "{\"title\": \"Calibration\", \"minutes\": 60, \"rule\": \"FREQ=WEEKLY;COUNT=3\", \"from\": \""
                + paris(in(3, 8)) + "\"}";
        long plan = id(ok(
                post(helene, of(helene, "/means/" + scanner + "/maintenance"), weekly)
                        .header("Idempotency-Key", "m1"),
                201));
        assertThat(id(ok(
                        post(helene, of(helene, "/means/" + scanner + "/maintenance"), weekly)
                                .header("Idempotency-Key", "m1"),
                        201)))
                .isEqualTo(plan);
        String skipped = ok(
                post(helene, of(helene, "/maintenance/" + plan + "/skip"), "{\"from\": \"" + paris(in(3, 8)) + "\"}"),
                200);
        assertThat((List<?>) JsonPath.read(skipped, "$.times[*].state"))
                .isEqualTo(List.of("SKIPPED", "BLOCKED", "BLOCKED"));
        assertThat(delete(marc, of(marc, "/maintenance/" + plan))).hasStatus(403);
        assertThat(delete(otto, of(otto, "/maintenance/" + plan))).hasStatus(404);
        assertThat(delete(helene, of(helene, "/maintenance/" + plan))).hasStatus(204);
        ok(post(marc, of(marc, "/bookings"), wish(scanner, 10, 8, 9, "")), 201);
    }

    @Test
    void aMeansIsSharedChangedAndTakenOffTheListAsItsSheetSays() {
        String sheet = """
                {"kind": "TEST_BENCH", "name": "Oven", "units": [{"name": "O1"}], "capabilities": ["Annealing"],
                 "rules": {"timeZone": "Europe/Paris", "minMinutes": 30, "maxMinutes": 240, "horizonDays": 90,
                           "openingHours": {"MONDAY": [{"opens": "08:00", "closes": "12:00"}]}},
                 "lending": {"approval": true, "answerMinutes": 600}, "terms": "Clean it."}""";
        String made = ok(
                post(helene, of(helene, "/means"), "{\"sheet\": " + sheet + "}").header("Idempotency-Key", "s1"), 201);
        long id = id(made);
        assertThat(id(ok(
                        post(helene, of(helene, "/means"), "{\"sheet\": " + sheet + "}")
                                .header("Idempotency-Key", "s1"),
                        201)))
                .isEqualTo(id);
        assertThat((String) JsonPath.read(made, "$.sheet.rules.openingHours.MONDAY[0].opens"))
                .isEqualTo("08:00:00");
        int version = JsonPath.read(made, "$.version");
        int unit = JsonPath.read(made, "$.sheet.units[0].id");
        String other = sheet.replace("\"name\": \"O1\"", "\"id\": " + unit + ", \"name\": \"Oven 1\"")
                .replace("Clean it.", "Clean it well.");
        String change = "{\"version\": " + version + ", \"sheet\": " + other + "}";
        assertThat(put(marc, of(marc, "/means/" + id), change)).hasStatus(403);
        assertThat(put(otto, of(otto, "/means/" + id), change)).hasStatus(404);
        ok(put(helene, of(helene, "/means/" + id), change), 200);
        assertThat(put(helene, of(helene, "/means/" + id), change)).hasStatus(409);
        assertThat((List<?>) JsonPath.read(
                        ok(get(marc, of(marc, "/means/" + id + "/terms")), 200), "$.items[*].number"))
                .isEqualTo(List.of(2, 1));
        assertThat((List<?>) JsonPath.read(
                        ok(get(helene, of(helene, "/means/" + id + "/trail")), 200), "$.items[*].deed"))
                .isEqualTo(List.of("means.terms", "means.changed", "means.shared"));
        assertThat(get(marc, of(marc, "/means/" + id + "/trail"))).hasStatus(403);
        assertThat(delete(helene, of(helene, "/means/" + id))).hasStatus(204);
        assertThat((Boolean) JsonPath.read(ok(get(helene, of(helene, "/means/" + id)), 200), "$.withdrawn"))
                .isTrue();
        ok(post(helene, of(helene, "/means/" + id + "/return"), ""), 200);
        assertThat(post(helene, of(helene, "/means"), "{}")).hasStatus(422);
        assertThat(post(helene, of(helene, "/means"), "{\"sheet\": {\"kind\": \"ROOM\"}}"))
                .hasStatus(422);
    }

    @Test
    void whomAnOwnerTrustsAndChoosesIsToldToTheOwnerAndTheAnimatorOnly() {
        long his = marc.requireOrganisation().value();
        MeansId press = share(
                service,
                helene,
                draft("Press", "P")
                        .lent(Lending.OPEN
                                .toChosen(Set.of(marc.requireOrganisation()))
                                .withApproval(Duration.ofHours(48), Set.of(marc.requireOrganisation()))));
        for (Actor actor : List.of(helene, camille)) {
            String page = ok(get(actor, of(actor, "/means/" + press)), 200);
            assertThat((Object) JsonPath.read(page, "$..lending.chosen[0]").toString())
                    .isEqualTo("[" + his + "]");
            assertThat((Object) JsonPath.read(page, "$..lending.trusted[0]").toString())
                    .isEqualTo("[" + his + "]");
        }
        String page = ok(get(marc, of(marc, "/means/" + press)), 200);
        assertThat((List<?>) JsonPath.read(page, "$..lending.chosenOnly")).hasSize(1);
        assertThat((List<?>) JsonPath.read(page, "$..chosen")).isEmpty();
        assertThat((List<?>) JsonPath.read(page, "$..trusted")).isEmpty();
    }

    @Test
    void whatHappenedAtAHandoverIsNotForOtherCompanies() {
        long id = id(ok(post(marc, of(marc, "/bookings"), wish(scanner, 2, 8, 10, "")), 201));
        Actor nadia = fixtures.managerOf(camille, "Corvaine");
        ok(get(nadia, of(nadia, "/bookings/" + id)), 200);
        assertThat(get(nadia, of(nadia, "/bookings/" + id + "/use"))).hasStatus(403);
        ok(get(helene, of(helene, "/bookings/" + id + "/use")), 200);
    }

    @Test
    void rulesOfUseCertificatesAndFairPartsAreForThoseConcerned() {
        String rules = "{\"checkIn\": true, \"noShowMinutes\": 30, \"ownerConfirms\": true, \"meter\": \"HOURS\","
                + " \"instructions\": \"Ask Ines\", \"version\": 0}";
        assertThat(put(marc, of(marc, "/means/" + scanner + "/use-rules"), rules))
                .hasStatus(403);
        ok(put(helene, of(helene, "/means/" + scanner + "/use-rules"), rules), 200);
        assertThat((Integer) JsonPath.read(
                        ok(get(marc, of(marc, "/means/" + scanner + "/use-rules")), 200), "$.noShowMinutes"))
                .isEqualTo(30);
        MeansId press = share(service, helene, draft("Press", "P").lent(Lending.OPEN.withCertificate("Press")));
        assertThat(post(marc, of(marc, "/bookings"), wish(press, 2, 8, 9, ""))).hasStatus(422);
        ok(
                put(
                        helene,
                        of(helene, "/means/" + press + "/certificates/" + marc.person()),
                        "{\"until\": \"2999-01-01\"}"),
                200);
        ok(post(marc, of(marc, "/bookings"), wish(press, 2, 8, 9, "")), 201);
        assertThat(get(marc, of(marc, "/means/" + press + "/certificates"))).hasStatus(403);
        assertThat(delete(helene, of(helene, "/means/" + press + "/certificates/" + marc.person())))
                .hasStatus(204);
        assertThat(get(marc, of(marc, "/means/" + press + "/fair-share"))).hasStatusOk();
    }

    @Test
    void filesAndPicturesAreKeptOnceAndReadInTheirClusterOnly() throws Exception {
        String path = of(helene, "/means/" + scanner + "/documents?name=manual.pdf");
        byte[] manual = new byte[300_000];
        int id = JsonPath.read(ok(file(helene, path, manual).header("Idempotency-Key", "f1"), 201), "$.id");
        assertThat((Integer) JsonPath.read(ok(file(helene, path, manual).header("Idempotency-Key", "f1"), 201), "$.id"))
                .isEqualTo(id);
        assertThat(file(marc, of(marc, "/means/" + scanner + "/documents?name=manual.pdf"), manual))
                .hasStatus(403);
        assertThat(file(helene, of(helene, "/means/" + scanner + "/documents?name=run.exe"), manual))
                .hasStatus(422);
        assertThat(file(helene, path, new byte[6 * 1024 * 1024])).hasStatus(413);
        assertThat(get(marc, of(marc, "/documents/" + id))).hasStatusOk().body().isEqualTo(manual);
        assertThat(get(otto, of(otto, "/documents/" + id))).hasStatus(404);
        assertThat(delete(marc, of(marc, "/documents/" + id))).hasStatus(403);
        assertThat(delete(helene, of(helene, "/documents/" + id))).hasStatus(204);

        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        int picture = JsonPath.read(ok(file(marc, of(marc, "/pictures?alt=Scratch"), png.toByteArray()), 201), "$.id");
        assertThat(get(helene, of(helene, "/pictures/" + picture))).hasStatusOk();
        assertThat(get(otto, of(otto, "/pictures/" + picture))).hasStatus(404);
        assertThat(file(marc, of(marc, "/pictures"), "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasStatus(422);
    }

    private MockMvcRequestBuilder file(Actor actor, String path, byte[] bytes) {
        return as(actor, HttpMethod.POST, path)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(bytes);
    }

    private static String plan(String... wishes) {
        return "{\"bookings\": [" + String.join(", ", wishes) + "]}";
    }

    private static String wish(MeansId means, int days, int from, int to, String more) {
        return "{\"meansId\": " + means + ", \"from\": \"" + paris(in(days, from)) + "\", \"to\": \""
                + paris(in(days, to)) + "\"" + more + "}";
    }

    private static String time(int from, int to, int version) {
        return "{\"from\": \"" + paris(in(2, from)) + "\", \"to\": \"" + paris(in(2, to)) + "\", \"version\": "
                + version + "}";
    }

    private static String status(MockMvcRequestBuilder request) {
        return JsonPath.read(ok(request, 200), "$.status");
    }

    private static long id(String json) {
        return ((Number) JsonPath.read(json, "$.id")).longValue();
    }

    private static String ok(MockMvcRequestBuilder request, int status) {
        var result = request.exchange();
        try {
            String body = result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(result.getResponse().getStatus()).as(body).isEqualTo(status);
            return body;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
