package org.convive.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingQueries;
import org.junit.jupiter.api.Test;

/** Otto belongs to Val Mécanique alone: Verre d'Orsenne does not exist for him. */
class IsolationJourneyTest extends Journey {
    private static final String SLUG = "verre-d-orsenne";
    private static final String CAMILLE = "camille.ferrand@verre-orsenne.example";

    @Test
    void ottoFindsNoPageOfTheOtherClusterNorItsThingsUnderHisOwn() {
        var otto = visitor().signIn("otto", MECANIQUE);
        List<String> open = new ArrayList<>();
        for (String template : Pages.templates()) {
            if (!template.startsWith("c/:cluster")) {
                continue;
            }
            String theirs = Pages.example(stage, template, CAMILLE, SLUG);
            refused(otto, theirs, open);
            if (template.contains("([0-9]")
                    || template.contains("/:") && template.indexOf(':') != template.lastIndexOf(':')) {
                refused(otto, theirs.replace(ORSENNE, MECANIQUE), open);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void ottoGetsNoPictureOfTheOtherCluster() {
        var otto = visitor().signIn("otto", MECANIQUE);
        long picture = stage.number("""
                SELECT MIN(x.id) FROM picture x JOIN cluster c ON c.id = x.cluster_id WHERE c.slug = ?""", SLUG);
        for (String cluster : List.of(ORSENNE, MECANIQUE)) {
            var answer = otto.page().request().get(stage.url() + cluster + "/pictures/" + picture);
            assertThat(answer.status()).isIn(403, 404);
        }
        var camille = visitor().signIn("camille", ORSENNE);
        assertThat(camille.page()
                        .request()
                        .get(stage.url() + ORSENNE + "/pictures/" + picture)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ottosTokenOpensNothingOfTheOtherCluster() {
        String token = stage.token("otto");
        Actor camille = stage.actor(CAMILLE, SLUG);
        long meeting = stage.bean(MeetingQueries.class)
                .nextFor(camille, 1)
                .getFirst()
                .id()
                .value();
        long means = stage.number(
                "SELECT MIN(m.id) FROM means m WHERE m.cluster_id = ?",
                camille.cluster().value());
        long booking = stage.number(
                "SELECT MIN(id) FROM booking WHERE cluster_id = ?",
                camille.cluster().value());
        String window = "?from=2030-01-01T08:00:00Z&to=2030-01-01T10:00:00Z";
        for (String slug : List.of(SLUG, "val-mecanique")) {
            String base = "/api/v1/clusters/" + slug;
            List<String> paths = new ArrayList<>(List.of(
                    base + "/means/" + means + "/occupancy" + window,
                    base + "/bookings/" + booking,
                    base + "/meetings/" + meeting));
            if (slug.equals(SLUG)) {
                paths.addAll(List.of(base + "/means", base + "/meetings", base + "/newsletters"));
            }
            for (String path : paths) {
                assertThat(status(stage.request(path), token)).as("GET " + path).isIn(403, 404);
            }
            assertThat(status(stage.request(base + "/bookings/" + booking).DELETE(), token))
                    .as("DELETE of a booking under " + slug)
                    .isIn(403, 404);
            assertThat(status(
                            stage.request(base + "/meetings/" + meeting + "/rsvp")
                                    .header("Content-Type", "application/json")
                                    .PUT(HttpRequest.BodyPublishers.ofString("{\"answer\":\"YES\",\"guests\":0}")),
                            token))
                    .as("PUT of an answer under " + slug)
                    .isIn(403, 404);
        }
        assertThat(status(stage.request("/api/v1/clusters/val-mecanique/means"), token))
                .isEqualTo(200);
    }

    @Test
    void aStrangersFeedIsNotFound() {
        for (String path : List.of("/feeds/calendar/abcdefgh.ics", "/feeds/newsletter/abcdefgh.atom")) {
            assertThat(stage.send(stage.request(path)).statusCode()).as(path).isEqualTo(404);
        }
    }

    private int status(HttpRequest.Builder request, String token) {
        return stage.send(request.header("Authorization", "Bearer " + token).header("Idempotency-Key", "isolation"))
                .statusCode();
    }

    private static void refused(Visitor otto, String path, List<String> open) {
        otto.open(path);
        otto.page().locator("h1").first().waitFor();
        if (otto.page().locator(".cv-error-page").count() == 0) {
            open.add(path);
        }
    }
}
