package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.in;

import com.jayway.jsonpath.JsonPath;
import org.convive.identity.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class MinutesApiTest extends ApiTest {
    private Actor helene;
    private Actor marc;
    private Actor otto;
    private String meeting;

    @BeforeEach
    void aMeeting() throws Exception {
        Actor camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin-Fauvel");
        otto = fixtures.animatorOfNewCluster();
        MvcTestResult made = post(
                        helene,
                        of(helene, "/meetings"),
                        "{\"title\":\"Breakfast\",\"from\":\"%s\",\"to\":\"%s\",\"place\":\"Here\",\"invited\":{\"everyone\":true}}"
                                .formatted(in(3, 8), in(3, 10)))
                .exchange();
        assertThat(made).hasStatus(201);
        int id = JsonPath.read(made.getResponse().getContentAsString(), "$.id");
        meeting = "/meetings/" + id;
    }

    @Test
    void theAgendaIsWrittenChangedAndReadInOrder() throws Exception {
        assertThat(post(helene, of(helene, meeting + "/agenda/items"), "{\"title\":\"Gas\",\"minutes\":20}"))
                .hasStatus(201);
        MvcTestResult two = post(
                        helene,
                        of(helene, meeting + "/agenda/items"),
                        "{\"title\":\"Cullet\",\"minutes\":15,\"owner\":%d}"
                                .formatted(marc.person().value()))
                .exchange();
        assertThat(two).hasStatus(201);
        assertThat(two)
                .bodyJson()
                .hasPathSatisfying("$.minutes", minutes -> assertThat(minutes).isEqualTo(35))
                .hasPathSatisfying(
                        "$.items[1].owner.name", name -> assertThat(name).isEqualTo(marc.name()));
        int item = JsonPath.read(two.getResponse().getContentAsString(), "$.items[1].id");
        String address = of(helene, meeting + "/agenda/items/" + item);
        assertThat(put(helene, address, "{\"title\":\"Cullet\",\"minutes\":10}"))
                .hasStatus(422);
        assertThat(put(helene, address, "{\"title\":\"Cullet\",\"minutes\":10,\"version\":0}"))
                .hasStatusOk();
        assertThat(put(helene, address, "{\"title\":\"Cullet\",\"minutes\":5,\"version\":0}"))
                .hasStatus(409);
        assertThat(put(marc, address, "{\"title\":\"x\",\"minutes\":5,\"version\":1}"))
                .hasStatus(403);
        assertThat(get(marc, of(marc, meeting + "/agenda")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.minutes", minutes -> assertThat(minutes).isEqualTo(30));
    }

    @Test
    void theSameKeyAddsAnItemOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(post(helene, of(helene, meeting + "/agenda/items"), "{\"title\":\"Gas\",\"minutes\":20}")
                            .header("Idempotency-Key", "gas-" + meeting))
                    .hasStatus(201);
        }
        assertThat(get(helene, of(helene, meeting + "/agenda")))
                .bodyJson()
                .hasPathSatisfying("$.minutes", minutes -> assertThat(minutes).isEqualTo(20));
    }

    @Test
    void minutesAreWrittenMergedAndReleased() throws Exception {
        MvcTestResult made = post(
                        helene,
                        of(helene, meeting + "/minutes/entries"),
                        "{\"kind\":\"ACTION\",\"words\":\"Until March\",\"owner\":%d,\"due\":\"2030-03-01\"}"
                                .formatted(marc.person().value()))
                .exchange();
        assertThat(made).hasStatus(201);
        int entry = JsonPath.read(made.getResponse().getContentAsString(), "$.entries[0].id");
        String words = of(helene, meeting + "/minutes/entries/" + entry + "/words");
        assertThat(put(helene, words, "{\"words\":\"Until April\",\"version\":0}"))
                .hasStatusOk();
        assertThat(put(helene, words, "{\"words\":\"Until May\",\"version\":0}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.bothKept", both -> assertThat(both).isEqualTo(true));
        assertThat(get(marc, of(marc, meeting + "/minutes")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.entries.length()", length -> assertThat(length).isEqualTo(0));
        assertThat(put(marc, of(marc, meeting + "/minutes/state"), "{\"state\":\"RELEASED\"}"))
                .hasStatus(403);
        assertThat(put(helene, of(helene, meeting + "/minutes/state"), "{\"state\":\"RELEASED\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("RELEASED"));
        assertThat(put(marc, of(marc, meeting + "/minutes/entries/" + entry + "/done"), "{\"done\":true}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.entries[0].done", done -> assertThat(done).isNotNull());
        assertThat(post(helene, of(helene, meeting + "/minutes/entries"), "{\"words\":\"Late\"}"))
                .hasStatus(422);
    }

    @Test
    void somebodyOfAnotherClusterFindsNeither() {
        assertThat(get(otto, of(helene, meeting + "/agenda"))).hasStatus(404);
        assertThat(get(otto, of(otto, meeting + "/minutes"))).hasStatus(404);
        assertThat(post(otto, of(otto, meeting + "/minutes/entries"), "{\"words\":\"x\"}"))
                .hasStatus(404);
    }
}
