package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.in;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Changing, moving, repeating, the desk, means and second sessions of meetings through the API. */
class MeetingDeedsApiTest extends ApiTest {
    @Autowired
    private MeansService means;

    @Autowired
    private BookingService bookings;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private Actor otto;

    @BeforeEach
    void people() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        otto = fixtures.animatorOfNewCluster();
    }

    @Test
    void aMeetingMovesWithItsMeansOrNothingMoves() throws Exception {
        MeansId room = MeansWorld.share(means, helene, MeansWorld.draft("Room", "Room 1"));
        int id = meeting(3, 10, null);
        assertThat(put(helene, of(helene, "/meetings/" + id + "/means"), "{\"means\":[%s]}".formatted(room)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].means.name")
                .isEqualTo("Room");
        bookings.book(marc, MeansWorld.request(room, in(4, 10), 2));
        assertThat(put(helene, of(helene, "/meetings/" + id + "?version=0"), body(4, 10, null)))
                .hasStatus(409)
                .bodyJson()
                .hasPathSatisfying("$.lines[0].takenBy", by -> assertThat(by).isNotNull());
        assertThat(get(helene, of(helene, "/meetings/" + id)))
                .bodyJson()
                .extractingPath("$.from")
                .isEqualTo(paris(in(3, 10)));
        assertThat(put(helene, of(helene, "/meetings/" + id + "?version=0"), body(3, 14, null)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(1);
        assertThat(put(helene, of(helene, "/meetings/" + id + "?version=0"), body(3, 15, null)))
                .hasStatus(409);
        assertThat(get(marc, of(marc, "/meetings/" + id + "/means")))
                .bodyJson()
                .extractingPath("$.items[0].from")
                .isEqualTo(paris(in(3, 14)));
        assertThat(delete(helene, of(helene, "/meetings/" + id + "?word=Sorry")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.kept")
                .isEqualTo(List.of());
        assertThat(get(marc, of(marc, "/meetings/" + id + "/means")))
                .bodyJson()
                .extractingPath("$.items")
                .isEqualTo(List.of());
    }

    @Test
    void aSeriesIsScheduledReadAndPartlyCalledOff() throws Exception {
        String wish = "{\"meeting\":%s,\"rule\":\"FREQ=WEEKLY;COUNT=3\"}".formatted(body(3, 10, null));
        MvcTestResult made = post(helene, of(helene, "/meetings/series"), wish)
                .header("Idempotency-Key", "series-1")
                .exchange();
        assertThat(made).hasStatus(201);
        List<Integer> ids = JsonPath.read(made.getResponse().getContentAsString(), "$.items[*].id");
        assertThat(ids).hasSize(3);
        assertThat(post(helene, of(helene, "/meetings/series"), wish).header("Idempotency-Key", "series-1"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo(ids.getFirst());
        assertThat(delete(helene, of(helene, "/meetings/" + ids.get(1) + "?scope=FOLLOWING")))
                .hasStatusOk();
        assertThat(get(marc, of(marc, "/meetings/" + ids.getFirst() + "/series")))
                .bodyJson()
                .extractingPath("$.items[*].cancelled")
                .isEqualTo(List.of(false, true, true));
        assertThat(post(
                        helene,
                        of(helene, "/meetings/series"),
                        "{\"meeting\":%s,\"rule\":\"nonsense\"}".formatted(body(3, 10, null))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("rule");
    }

    @Test
    void theStageGoesBackAndForthAndOnlyByThoseWhoMay() throws Exception {
        int id = meeting(3, 10, null);
        assertThat(put(marc, of(marc, "/meetings/" + id + "/stage"), "{\"stage\":\"IDEA\"}"))
                .hasStatus(403);
        assertThat(put(helene, of(helene, "/meetings/" + id + "/stage"), "{\"stage\":\"IDEA\"}"))
                .bodyJson()
                .extractingPath("$.stage")
                .isEqualTo("IDEA");
        assertThat(put(
                        helene,
                        of(helene, "/meetings/" + id + "/stage"),
                        "{\"stage\":\"CONFIRMED\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(in(5, 9), in(5, 10))))
                .bodyJson()
                .extractingPath("$.stage")
                .isEqualTo("CONFIRMED");
        assertThat(put(helene, of(helene, "/meetings/" + id + "/stage"), "{\"stage\":\"FOLLOW_UP\"}"))
                .hasStatus(422);
        assertThat(put(helene, of(helene, "/meetings/" + id + "/stage"), "{\"stage\":\"DATES\"}"))
                .hasStatus(422);
    }

    @Test
    void theDeskShowsAnswersAsksQuestionsAndRecordsWhatWasSaidOnTheTelephone() throws Exception {
        int id = meeting(3, 10, null);
        assertThat(put(
                        helene,
                        of(helene, "/meetings/" + id + "/questions"),
                        "{\"questions\":[{\"kind\":\"TEXT\",\"words\":\"Which machine?\"}]}"))
                .hasStatusOk();
        MvcTestResult asked =
                get(marc, of(marc, "/meetings/" + id + "/questions")).exchange();
        int question = JsonPath.read(asked.getResponse().getContentAsString(), "$.items[0].id");
        assertThat(put(
                        marc,
                        of(marc, "/meetings/" + id + "/questions/" + question + "/reply"),
                        "{\"words\":\"The mill\"}"))
                .bodyJson()
                .extractingPath("$.items[0].mine")
                .isEqualTo("The mill");
        assertThat(put(
                        helene,
                        of(helene, "/meetings/" + id + "/desk/" + marc.person() + "/rsvp"),
                        "{\"answer\":\"YES\",\"guests\":1}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.source", source -> assertThat(source).isEqualTo("PHONE"))
                .hasPathSatisfying(
                        "$.replies." + question, reply -> assertThat(reply).isEqualTo("The mill"));
        assertThat(get(helene, of(helene, "/meetings/" + id + "/desk?segment=COMING")))
                .bodyJson()
                .extractingPath("$.items[*].person.name")
                .isEqualTo(List.of(marc.name()));
        assertThat(put(helene, of(helene, "/meetings/" + id + "/desk/rules"), "{\"perCompany\":2,\"approval\":true}"))
                .bodyJson()
                .extractingPath("$.approval")
                .isEqualTo(true);
        assertThat(post(
                        helene,
                        of(helene, "/meetings/" + id + "/desk/messages"),
                        "{\"segment\":\"COMING\",\"subject\":\"Parking\",\"words\":\"Behind the works\"}"))
                .bodyJson()
                .extractingPath("$.told")
                .isEqualTo(1);
        assertThat(get(marc, of(marc, "/meetings/" + id + "/desk"))).hasStatus(403);
    }

    @Test
    void aLongQueueLeadsToASecondSession() throws Exception {
        int id = meeting(3, 10, 1);
        for (int i = 0; i < 4; i++) {
            Actor person = fixtures.member(camille, "Guest " + (char) ('A' + i), null);
            assertThat(put(person, of(person, "/meetings/" + id + "/rsvp"), "{\"answer\":\"YES\"}"))
                    .hasStatusOk();
        }
        assertThat(get(marc, of(marc, "/meetings/" + id + "/second-session")))
                .bodyJson()
                .extractingPath("$.wanted")
                .isEqualTo(true);
        MvcTestResult offered = post(
                        marc, of(marc, "/meetings/" + id + "/second-session/offers"), "{\"words\":\"On Friday\"}")
                .exchange();
        int offer = JsonPath.read(offered.getResponse().getContentAsString(), "$.offers[0].id");
        String path = "/meetings/" + id + "/second-session/offers/" + offer + "/acceptance";
        assertThat(post(marc, of(marc, path), body(6, 10, 8))).hasStatus(403);
        MvcTestResult planned = post(helene, of(helene, path), body(6, 10, 8)).exchange();
        assertThat(planned).hasStatus(201);
        int next = JsonPath.read(planned.getResponse().getContentAsString(), "$.id");
        assertThat(post(helene, of(helene, "/meetings/" + next + "/second-session/invitations"), "{}"))
                .hasStatusOk();
    }

    @Test
    void somebodyOfAnotherClusterFindsNothing() throws Exception {
        int id = meeting(3, 10, null);
        for (String path : List.of("/series", "/means", "/desk", "/questions", "/second-session", "/desk/rules")) {
            assertThat(get(otto, of(otto, "/meetings/" + id + path))).hasStatus(404);
        }
        assertThat(put(otto, of(otto, "/meetings/" + id + "?version=0"), body(3, 14, null)))
                .hasStatus(404);
        assertThat(delete(otto, of(otto, "/meetings/" + id))).hasStatus(404);
        assertThat(put(otto, of(otto, "/meetings/" + id + "/stage"), "{\"stage\":\"IDEA\"}"))
                .hasStatus(404);
        assertThat(post(otto, of(otto, "/meetings/" + id + "/invitations"), "{\"everyone\":true}"))
                .hasStatus(404);
    }

    private int meeting(int days, int hour, @Nullable Integer capacity) throws Exception {
        MvcTestResult made = post(helene, of(helene, "/meetings"), body(days, hour, capacity))
                .exchange();
        assertThat(made).hasStatus(201);
        return JsonPath.read(made.getResponse().getContentAsString(), "$.id");
    }

    private static String body(int days, int hour, @Nullable Integer capacity) {
        return """
                {"title":"Furnace visit","from":"%s","to":"%s","place":"Here","capacity":%s,"invited":{"everyone":true}}""".formatted(in(days, hour), in(days, hour + 1), capacity);
    }
}
