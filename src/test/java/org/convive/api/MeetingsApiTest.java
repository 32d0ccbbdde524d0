package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.in;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MeetingsApiTest extends ApiTest {
    @Autowired
    NewsletterService newsletters;

    @Autowired
    NewsletterQueries newsletterQueries;

    private Actor camille;
    private Actor helene;
    private Actor marc;

    @BeforeEach
    void people() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
    }

    @Test
    void aMeetingIsScheduledListedAndRead() throws Exception {
        MvcTestResult made = schedule(helene, meeting("")).exchange();
        assertThat(made).hasStatus(201);
        int id = id(made);
        assertThat(made).hasHeader("Location", "http://localhost/api/v1" + of(helene, "/meetings/" + id));

        assertThat(get(marc, of(marc, "/meetings")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[0].title", title -> assertThat(title).isEqualTo("Furnace visit"))
                .hasPathSatisfying("$.items[0].from", from -> assertThat(from).isEqualTo(paris(in(3, 18))))
                .doesNotHavePath("$.items[0].description");
        assertThat(get(marc, of(marc, "/meetings?from=" + in(3, 0) + "&to=" + in(4, 0))))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(id);
        assertThat(get(marc, of(marc, "/meetings?from=" + in(5, 0) + "&to=" + in(6, 0))))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(get(marc, of(marc, "/meetings/" + id)))
                .bodyJson()
                .hasPathSatisfying("$.description", text -> assertThat(text).isEqualTo("Bring shoes"))
                .hasPathSatisfying("$.mayChange", may -> assertThat(may).isEqualTo(false));
    }

    @Test
    void answersAreGivenChangedAndWait() throws Exception {
        int id =
                id(schedule(helene, meeting(", \"capacity\": 2, \"hosts\": []")).exchange());

        assertThat(answer(marc, id, "{\"answer\": \"YES\", \"guests\": 1}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"answer\": \"YES\", \"guests\": 1}")
                .doesNotHavePath("$.waitingPosition");
        assertThat(answer(camille, id, "{\"answer\": \"YES\"}"))
                .bodyJson()
                .extractingPath("$.waitingPosition")
                .isEqualTo(1);
        assertThat(answer(marc, id, "{\"answer\": \"KEEP_POSTED\"}"))
                .bodyJson()
                .extractingPath("$.answer")
                .isEqualTo("KEEP_POSTED");
        assertThat(get(camille, of(camille, "/meetings/" + id)))
                .bodyJson()
                .hasPathSatisfying("$.seatsTaken", seats -> assertThat(seats).isEqualTo(1))
                .hasPathSatisfying("$.mine.answer", mine -> assertThat(mine).isEqualTo("YES"))
                .doesNotHavePath("$.mine.waitingPosition");
    }

    @Test
    void answersThatAreNoneAreRefused() throws Exception {
        int id = id(schedule(helene, meeting("")).exchange());
        invalid(answer(marc, id, "{}"), "answer");
        invalid(answer(marc, id, "{\"answer\": \"PERHAPS\"}"), "answer");
        invalid(answer(marc, id, "{\"answer\": 0}"), "answer");
        assertThat(answer(marc, id, "{\"answer\": \"PERHAPS\"}"))
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .isEqualTo("One of YES, MAYBE, NO, KEEP_POSTED");
        invalid(answer(marc, id, "{\"answer\": \"YES\", \"guests\": -1}"), "guests");
        assertThat(answer(marc, 4711, "{\"answer\": \"YES\"}")).hasStatus(404);
    }

    @Test
    void theSameKeySchedulesOnce() throws Exception {
        int first =
                id(schedule(helene, meeting("")).header("Idempotency-Key", "m1").exchange());
        int second =
                id(schedule(helene, meeting("")).header("Idempotency-Key", "m1").exchange());

        assertThat(second).isEqualTo(first);
        invalid(schedule(helene, meeting(", \"capacity\": 3")).header("Idempotency-Key", "m1"), "Idempotency-Key");
        assertThat(id(schedule(marc, meeting(""))
                        .header("Idempotency-Key", "m1")
                        .exchange()))
                .isNotEqualTo(first);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        invalid(schedule(helene, meeting(", \"capacity\": 0")).header("Idempotency-Key", "m2"), "capacity");
        assertThat(schedule(helene, meeting("")).header("Idempotency-Key", "m2"))
                .hasStatus(201);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        invalid(schedule(helene, "{}"), "from", "invited", "place", "title", "to");
        invalid(schedule(helene, meeting(", \"timeZone\": \"Mars\"")), "timeZone");
        invalid(schedule(helene, meeting(", \"answerBy\": \"2026-01-01T00:00:00\"")), "answerBy");
        invalid(schedule(helene, meeting(", \"hosts\": \"marc\"")), "hosts");
        invalid(schedule(helene, meeting(", \"hosts\": [\"marc\"]")), "hosts.0");
    }

    @Test
    void aMeetingForOthersIsNotFound() throws Exception {
        int id =
                id(schedule(helene, meeting("").replace("\"everyone\": true", "\"people\": [" + camille.person() + "]"))
                        .exchange());
        assertThat(get(camille, of(camille, "/meetings/" + id))).hasStatusOk();
        assertThat(get(marc, of(marc, "/meetings/" + id))).hasStatus(404);
    }

    @Test
    void publishedIssuesAreListedAndDraftsAreNot() {
        assertThat(get(marc, of(marc, "/newsletters")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        newsletters.begin(camille);
        long issue = newsletters.begin(camille);
        int version = newsletterQueries.forWriting(camille, issue).version();
        version = newsletters.save(
                camille, issue, new Draft("La lettre", "Bonjour à tous", Locale.FRENCH, List.of()), version);
        newsletters.publish(camille, issue, version);

        assertThat(get(marc, of(marc, "/newsletters")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[*].title",
                        titles -> assertThat(titles).asArray().containsExactly("La lettre"))
                .hasPathSatisfying(
                        "$.items[0].number", number -> assertThat(number).isEqualTo(1))
                .hasPathSatisfying(
                        "$.items[0].unread", unread -> assertThat(unread).isEqualTo(true));
    }

    private MockMvcRequestBuilder schedule(Actor actor, String json) {
        return post(actor, of(actor, "/meetings"), json);
    }

    private MockMvcRequestBuilder answer(Actor actor, int meeting, String json) {
        return put(actor, of(actor, "/meetings/" + meeting + "/rsvp"), json);
    }

    private static String meeting(String more) {
        return """
                {"title": "Furnace visit", "from": "%s", "to": "%s", "place": "Gassigny", "description": "Bring shoes",
                 "invited": {"everyone": true}%s}""".formatted(paris(in(3, 18)), paris(in(3, 20)), more);
    }

    private static int id(MvcTestResult made) throws Exception {
        return JsonPath.read(made.getResponse().getContentAsString(), "$.id");
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
