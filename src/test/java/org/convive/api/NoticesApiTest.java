package org.convive.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.convive.identity.Actor;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.MeansId;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

class NoticesApiTest extends ApiTest {
    @Autowired
    private BookingService bookings;

    @Autowired
    private BookingEvents events;

    @Autowired
    private MeansService means;

    private Actor helene;
    private Actor marc;
    private MeansId bench;

    @BeforeEach
    void people() {
        Actor camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
    }

    @Test
    void whatOneWasToldIsListedAndReadAndUnreadAgain() {
        BookingId his = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        tellAll();
        String all = body(get(helene, of(helene, "/notices")));
        assertThat(JsonPath.<String>read(all, "$.items[0].title")).startsWith("Moulin has booked Bench");
        assertThat(JsonPath.<String>read(all, "$.items[0].page")).endsWith("/bookings/" + his);
        assertThat(JsonPath.<Integer>read(all, "$.unread")).isEqualTo(1);
        assertThat(body(get(marc, of(marc, "/notices")))).doesNotContain("has booked");

        int id = JsonPath.read(all, "$.items[0].id");
        assertThat(put(marc, of(marc, "/notices/read"), "{\"ids\": [" + id + "]}"))
                .hasStatusOk();
        assertThat(unread()).as("those of others are left alone").isEqualTo(1);
        assertThat(put(helene, of(helene, "/notices/read"), "{\"all\": true}")).hasStatusOk();
        assertThat(unread()).isZero();
        assertThat(put(helene, of(helene, "/notices/read"), "{\"ids\": [" + id + "], \"read\": false}"))
                .hasStatusOk();
        assertThat(unread()).isEqualTo(1);
        assertThat(get(helene, of(helene, "/notices?limit=0"))).hasStatus(422);
        assertThat(get(helene, of(helene, "/notices?offset=-1"))).hasStatus(422);
    }

    @Test
    void aKindThatIsSwitchedOffIsToldNoMore() {
        assertThat(body(get(helene, "/me/notice-choices"))).contains("means.notice.change", "\"byMail\":true");
        assertThat(put(helene, "/me/notice-choices/means.notice.change", "{\"inPortal\": false, \"byMail\": false}"))
                .hasStatus(204);
        bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(4, 9), 2));
        tellAll();
        assertThat(unread()).isZero();
        assertThat(put(helene, "/me/notice-choices/nothing.like.it", "{\"byMail\": true}"))
                .hasStatus(404);
        assertThat(stranger(HttpMethod.GET, "/me/notice-choices")).hasStatus(401);
    }

    @Test
    void theCatalogueIsATableLabelsArePrintedAndAMeansHasACalendar() {
        assertThat(get(marc, of(marc, "/means.csv"))).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(get(marc, of(marc, "/means/" + bench + "/label.pdf")))
                .hasStatusOk()
                .hasContentType("application/pdf");
        String made =
                body(post(marc, of(marc, "/calendar-addresses"), "{\"kind\": \"means\", \"subject\": " + bench + "}"));
        assertThat(made).contains("/feeds/calendar/");
        String mine = body(get(marc, "/me/calendar-addresses"));
        assertThat(mine).contains("Bench").doesNotContain("/feeds/");
        int id = JsonPath.read(mine, "$.items[0].id");
        delete(helene, "/me/calendar-addresses/" + id).exchange();
        assertThat(body(get(marc, "/me/calendar-addresses"))).contains("Bench");
        assertThat(delete(marc, "/me/calendar-addresses/" + id)).hasStatus(204);
        assertThat(body(get(marc, "/me/calendar-addresses"))).doesNotContain("Bench");
    }

    private static String body(MockMvcRequestBuilder request) {
        try {
            return request.exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int unread() {
        return JsonPath.read(body(get(helene, of(helene, "/notices"))), "$.unread");
    }

    private void tellAll() {
        while (events.tell() > 0) {
            // as long as there is something to tell
        }
    }
}
