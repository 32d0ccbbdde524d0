package org.convive.meetings.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Comer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class OpenPagesTest {
    private static final String EVIL = "\"></script><script>alert(1)</script>";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private OpenMeetings open;

    @Autowired
    private JdbcClient jdbc;

    private final Instant from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
    private MockMvc http;
    private Actor camille;
    private Actor nadia;
    private MeetingId visit;
    private String page;

    @BeforeEach
    void anOpenMeeting() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia Secret", null);
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
        visit = meetings.schedule(
                camille,
                new MeetingDraft(
                        "Workshop " + EVIL,
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        new Place(null, "Old kiln", "https://rooms.example/secret-room"),
                        "Come and **see**. " + EVIL,
                        3,
                        null,
                        List.of(camille.person()),
                        Invited.wholeCluster()));
        var unused = meetings.answer(nadia, visit, Answer.YES, 0);
        open.open(camille, visit, true);
        page = "/public/meetings/" + camille.slug() + "/" + visit;
    }

    @Test
    void theyAreReachableWithoutSigningInOnlyWhileTheyAreOpen() throws Exception {
        http.perform(get(page)).andExpect(status().isOk());
        http.perform(get("/public/meetings/" + camille.slug())).andExpect(status().isOk());
        open.open(camille, visit, false);
        http.perform(get(page)).andExpect(status().isNotFound());
        http.perform(ask("Anna", "anna@kern.example")).andExpect(status().isNotFound());
        http.perform(get("/public/meetings/nowhere")).andExpect(status().isNotFound());
        http.perform(get("/public/meetings/" + camille.slug() + "/999999999")).andExpect(status().isNotFound());
    }

    @Test
    void thePageIsWholeShareableSafeAndShowsNothingPrivate() throws Exception {
        String html = body(page + "?lang=en");
        assertThat(html)
                .contains(
                        "<html lang=\"en\">",
                        "<strong>see</strong>",
                        "Old kiln",
                        "<link rel=\"canonical\" href=\"http://localhost:8080" + page + "\">",
                        "hreflang=\"fr\"",
                        "property=\"og:title\"",
                        "property=\"og:image\"",
                        "rel=\"canonical\"")
                .doesNotContain("Nadia", "secret-room", "<script>alert");
        assertThat(body(page + "?lang=fr")).contains("<html lang=\"fr\">", "Votre nom", "Venir");
    }

    @Test
    void searchEnginesReadAnEventOfSchemaOrg() throws Exception {
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(body(page));
        assertThat(script.find()).isTrue();
        JsonNode event = new JsonMapper().readTree(script.group(1));
        assertThat(event.get("@type").asString()).isEqualTo("Event");
        assertThat(event.get("name").asString()).isEqualTo("Workshop " + EVIL);
        assertThat(Instant.parse(
                        java.time.OffsetDateTime.parse(event.get("startDate").asString())
                                .toInstant()
                                .toString()))
                .isEqualTo(from);
        assertThat(event.get("eventAttendanceMode").asString()).endsWith("MixedEventAttendanceMode");
        assertThat(event.get("location").get("name").asString()).isEqualTo("Old kiln");
        assertThat(event.get("remainingAttendeeCapacity").asInt()).isEqualTo(1);
        meetings.cancel(camille, visit, "");
        assertThat(body(page)).contains("EventCancelled").doesNotContain("<form");
    }

    @Test
    void somebodyOutsideComesOnceTheyConfirmByTheLetterAndNotBefore() throws Exception {
        http.perform(ask("Anna Kern", "anna@kern.example")).andExpect(status().isOk());
        assertThat(coming()).containsExactly("Camille", "Nadia Secret");
        String link = linkTo("anna@kern.example");
        http.perform(get(link)).andExpect(status().isOk());
        assertThat(coming()).containsExactly("Camille", "Nadia Secret");
        http.perform(post(link)).andExpect(status().isOk());
        assertThat(coming()).containsExactly("Camille", "Nadia Secret", "Anna Kern");
        http.perform(ask("Bert", "bert@kern.example")).andExpect(status().isOk());
        http.perform(post(linkTo("bert@kern.example"))).andExpect(status().isOk());
        assertThat(queries.get(camille, visit).waiting())
                .extracting(Comer::name)
                .containsExactly("Bert");
    }

    @Test
    void theLinkIsGoodForItsAddressOnlyAndDoesNotUndoALaterAnswer() throws Exception {
        http.perform(ask("Anna Kern", "anna@kern.example")).andExpect(status().isOk());
        String link = linkTo("anna@kern.example");
        http.perform(post(link.substring(0, link.length() - 2) + "AA")).andExpect(status().isNotFound());
        http.perform(post(link)).andExpect(status().isOk());
        jdbc.sql("""
                        UPDATE meeting_answer SET answer = 'NO' WHERE meeting_id = ? AND person_id =
                        (SELECT id FROM person WHERE email = 'anna@kern.example')""").param(visit.value()).update();
        http.perform(post(link)).andExpect(status().isOk());
        assertThat(coming()).containsExactly("Camille", "Nadia Secret");
        open.open(camille, visit, false);
        http.perform(post(link)).andExpect(status().isNotFound());
    }

    @Test
    void aMemberWhoWritesThereAnswersAsThemselves() throws Exception {
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        http.perform(ask("Somebody", helene.email().value())).andExpect(status().isOk());
        http.perform(post(linkTo(helene.email().value()))).andExpect(status().isOk());
        assertThat(coming()).contains(helene.name()).doesNotContain("Somebody");
    }

    @Test
    void whatIsTypedWronglyIsSaidBesideTheFieldAndStays() throws Exception {
        String html = http.perform(ask("Anna <b>", "no address"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("aria-invalid", "value=\"no address\"", "value=\"Anna &lt;b&gt;\"");
    }

    @Test
    void anAddressIsWrittenToThreeTimesAtMostAndAProgramThatFillsEverythingNever() throws Exception {
        for (int i = 0; i < 5; i++) {
            http.perform(ask("Anna", "anna.often@kern.example")).andExpect(status().isOk());
        }
        assertThat(letters("anna.often@kern.example")).isEqualTo(JoinRequests.MOST_TO_AN_ADDRESS);
        http.perform(ask("Bot", "bot@kern.example").param("website", "https://spam.example"))
                .andExpect(status().isOk());
        assertThat(letters("bot@kern.example")).isZero();
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder ask(String name, String email) {
        return post(page).param("name", name).param("email", email).param("lang", "en");
    }

    private String body(String path) throws Exception {
        return http.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private List<String> coming() {
        return queries.get(camille, visit).answers().stream()
                .filter(Comer::comes)
                .map(Comer::name)
                .toList();
    }

    private int letters(String address) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                        WHERE l.kind = 'meeting.join' AND l.subject_ref = ? AND d.address = ?""")
                .params("meeting:" + visit, address)
                .query(Integer.class)
                .single();
    }

    private String linkTo(String address) {
        String text = jdbc.sql("""
                        SELECT l.body_text FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                        WHERE l.kind = 'meeting.join' AND l.subject_ref = ? AND d.address = ?""")
                .params("meeting:" + visit, address)
                .query(String.class)
                .single();
        Matcher link = Pattern.compile("http://localhost:8080(/links/meetings-join/\\S+)")
                .matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
