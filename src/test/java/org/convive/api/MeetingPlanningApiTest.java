package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.in;

import com.jayway.jsonpath.JsonPath;
import org.convive.identity.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MeetingPlanningApiTest extends ApiTest {
    private Actor helene;
    private Actor marc;
    private Actor otto;

    @BeforeEach
    void people() {
        Actor camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        otto = fixtures.animatorOfNewCluster();
    }

    @Test
    void anIdeaBecomesAPollAndThePollAMeeting() throws Exception {
        int id = idea();
        assertThat(put(marc, of(marc, "/meetings/" + id + "/interest"), "{\"interest\":\"WOULD_COME\"}"))
                .hasStatusOk();
        MvcTestResult asked = put(
                        helene,
                        of(helene, "/meetings/" + id + "/poll"),
                        "{\"options\":[{\"from\":\"%s\",\"to\":\"%s\"}]}".formatted(in(3, 18), in(3, 20)))
                .exchange();
        assertThat(asked).hasStatusOk();
        int option = JsonPath.read(asked.getResponse().getContentAsString(), "$.options[0].id");
        assertThat(put(
                        marc,
                        of(marc, "/meetings/" + id + "/poll/votes"),
                        "{\"votes\":{\"%d\":\"YES\"}}".formatted(option)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.best", best -> assertThat(best).isEqualTo(option))
                .hasPathSatisfying("$.reason", reason -> assertThat(reason).isEqualTo("EVERYBODY"));
        assertThat(post(marc, of(marc, "/meetings/" + id + "/poll/choice"), "{\"option\":%d}".formatted(option)))
                .hasStatus(403);
        assertThat(post(helene, of(helene, "/meetings/" + id + "/poll/choice"), "{\"option\":%d}".formatted(option)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.stage", stage -> assertThat(stage).isEqualTo("CONFIRMED"))
                .hasPathSatisfying(
                        "$.answers[0].answer", answer -> assertThat(answer).isEqualTo("YES"));
    }

    @Test
    void somebodyOfAnotherClusterFindsNoPoll() throws Exception {
        int id = idea();
        assertThat(get(otto, of(helene, "/meetings/" + id + "/poll"))).hasStatus(404);
        assertThat(get(otto, of(otto, "/meetings/" + id + "/poll"))).hasStatus(404);
    }

    @Test
    void whatIsInTheMakingIsListedAndEverythingSaidCanBeTakenBack() throws Exception {
        int id = idea();
        String meeting = of(marc, "/meetings/" + id);
        assertThat(put(marc, meeting + "/interest", "{\"interest\":\"WOULD_COME\"}"))
                .hasStatusOk();
        making("$.items[0].answered", true);
        assertThat(delete(marc, meeting + "/interest")).hasStatus(204);
        making("$.items[0].answered", false);
        making("$.items[0].stage", "IDEA");
        MvcTestResult asked = put(
                        helene,
                        of(helene, "/meetings/" + id + "/poll"),
                        "{\"options\":[{\"from\":\"%s\",\"to\":\"%s\"}]}".formatted(in(3, 18), in(3, 20)))
                .exchange();
        int option = JsonPath.read(asked.getResponse().getContentAsString(), "$.options[0].id");
        assertThat(put(marc, meeting + "/poll/votes", "{\"votes\":{\"%d\":\"YES\"}}".formatted(option)))
                .hasStatusOk();
        making("$.items[0].voters", 1);
        assertThat(delete(marc, meeting + "/poll/votes/" + option)).hasStatusOk();
        making("$.items[0].voters", 0);
        assertThat(delete(marc, meeting + "/interest")).as("no idea any more").hasStatus(422);
        assertThat(post(helene, of(helene, "/meetings/" + id + "/poll/choice"), "{\"option\":%d}".formatted(option)))
                .hasStatusOk();
        assertThat(put(marc, meeting + "/rsvp", "{\"answer\":\"YES\"}")).hasStatusOk();
        assertThat(delete(marc, meeting + "/rsvp")).hasStatus(204);
        assertThat(get(marc, meeting)).hasStatusOk().bodyText().doesNotContain(marc.name());
        assertThat(get(marc, of(marc, "/meetings/in-the-making?limit=0"))).hasStatus(422);
    }

    @Test
    void somebodyOfAnotherClusterTakesNothingBackAndSeesNothingInTheMaking() throws Exception {
        int id = idea();
        for (String path : java.util.List.of("/rsvp", "/interest", "/poll/votes/1")) {
            assertThat(delete(otto, of(otto, "/meetings/" + id + path))).hasStatus(404);
            assertThat(delete(otto, of(helene, "/meetings/" + id + path))).hasStatus(404);
        }
        assertThat(get(otto, of(helene, "/meetings/in-the-making"))).hasStatus(404);
        assertThat(get(otto, of(otto, "/meetings/in-the-making")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items.length()", items -> assertThat(items).isEqualTo(0));
    }

    private void making(String path, Object value) {
        assertThat(get(marc, of(marc, "/meetings/in-the-making")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(path, found -> assertThat(found).isEqualTo(value));
    }

    private int idea() throws Exception {
        MvcTestResult made = post(
                        helene,
                        of(helene, "/meetings/ideas"),
                        "{\"title\":\"Furnace visit\",\"invited\":{\"everyone\":true}}")
                .exchange();
        assertThat(made).hasStatus(201);
        return JsonPath.read(made.getResponse().getContentAsString(), "$.id");
    }
}
