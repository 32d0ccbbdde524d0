package org.convive.meetings.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.SignedLinks;
import org.convive.meetings.Answer;
import org.convive.meetings.AnswerLinks;
import org.convive.meetings.Comer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.OutsideGuests;
import org.convive.meetings.Place;
import org.convive.meetings.desk.Question;
import org.convive.meetings.desk.Questions;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.Interest;
import org.convive.meetings.planning.OptionDraft;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.Suits;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class MeetingLinksTest {
    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingStages stages;

    @Autowired
    private OutsideGuests outside;

    @Autowired
    private DatePolls polls;

    @Autowired
    private PlanningQueries planning;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private Questions questions;

    @Autowired
    private SignedLinks signed;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc http;
    private Actor camille;
    private Actor nadia;
    private Actor helene;
    private final Instant from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);

    @BeforeEach
    void aCluster() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        helene = fixtures.member(camille, "Helene", null);
    }

    @Test
    void point30LookingShowsTheAnswerOfTheLinkAndChangesNothing() throws Exception {
        MeetingId id = supper(Invited.wholeCluster());
        String path = path(id, nadia.person());
        http.perform(get(path + "?answer=YES"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"YES\" checked")));
        http.perform(head(path + "?answer=YES")).andExpect(status().isOk());
        assertThat(queries.card(nadia, id).mine()).isNull();
    }

    @Test
    void thePostRecordsAndSaysWhereItCameFrom() throws Exception {
        MeetingId id = supper(Invited.wholeCluster());
        http.perform(post(path(id, nadia.person())).param("answer", "YES").param("guests", "2"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("See you at")));
        assertThat(queries.card(nadia, id).seatsTaken()).isEqualTo(3);
        assertThat(jdbc.sql("SELECT source FROM meeting_answer WHERE meeting_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("LINK");
    }

    @Test
    void behindTheLinkAMeetingThatHasBegunIsNotCalledOver() throws Exception {
        MeetingId id = supper(Invited.wholeCluster());
        for (int minutes : List.of(5, 600)) {
            Instant begun = Instant.now().minus(Duration.ofMinutes(minutes));
            jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                    .params(Utc.column(begun), Utc.column(begun.plus(Duration.ofHours(2))), id.value())
                    .update();
            http.perform(get(path(id, nadia.person())))
                    .andExpect(content()
                            .string(containsString(
                                    minutes == 5 ? "This meeting has already started" : "This meeting is over")));
        }
    }

    @Test
    void aForgedLinkChangesNothing() throws Exception {
        MeetingId id = supper(Invited.wholeCluster());
        String token = links.token(id, nadia.person());
        String body = token.substring(0, token.length() - 43);
        String signature = token.substring(token.length() - 43);
        String other = links.token(id, helene.person());
        for (String forged : List.of(
                other.substring(0, other.length() - 43) + signature,
                body + other.substring(other.length() - 43),
                body,
                token + "x",
                signed.token("newsletter.unsubscribe", nadia.person().toString(), id.toString(), null),
                signed.token("meetings.answer", nadia.person().toString(), id + "0", null))) {
            http.perform(post("/links/meetings/" + forged).param("answer", "YES"))
                    .andExpect(status().is4xxClientError());
        }
        assertThat(queries.get(camille, id).answers()).isEmpty();
    }

    @Test
    void aLinkSpeaksForItsPersonOnlyWhateverTheFormSays() throws Exception {
        MeetingId id = supper(Invited.wholeCluster());
        http.perform(post(path(id, nadia.person()))
                        .param("answer", "YES")
                        .param("person", helene.person().toString()))
                .andExpect(status().isOk());
        assertThat(queries.get(camille, id).saying(Answer.YES))
                .extracting(Comer::person)
                .containsExactly(nadia.person());
    }

    @Test
    void aLinkIsNoGoodForAMeetingThatIsNotForItsPerson() throws Exception {
        MeetingId secret = supper(Invited.people(helene.person()));
        http.perform(get(path(secret, nadia.person())))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("Supper"))));
        PersonId stranger = fixtures.person("Stranger");
        http.perform(post(path(supper(Invited.wholeCluster()), stranger)).param("answer", "YES"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aGuestFromOutsideAnswersWithoutAnAccountAndSeesNothingElse() throws Exception {
        MeetingId id = supper(Invited.people(nadia.person()));
        assertThat(outside.invite(camille, id, "Anna Kern <anna." + id + "@kern.example>, Kern GmbH"))
                .isEqualTo(1);
        PersonId anna = accounts.find(new EmailAddress("anna." + id + "@kern.example"))
                .orElseThrow()
                .id();
        http.perform(post(path(id, anna)).param("answer", "YES")).andExpect(status().isOk());
        assertThat(queries.get(nadia, id).saying(Answer.YES))
                .singleElement()
                .satisfies(comer ->
                        assertThat(comer.name() + ", " + comer.organisation()).isEqualTo("Anna Kern, Kern GmbH"));
        http.perform(post(path(supper(Invited.wholeCluster()), anna)).param("answer", "YES"))
                .andExpect(status().isNotFound());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail_delivery WHERE address = ?")
                        .param("anna." + id + "@kern.example")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPollIsAnsweredByLink() throws Exception {
        MeetingId id = polls.start(
                camille,
                draft(Invited.wholeCluster(), null),
                List.of(OptionDraft.at(from, from.plusSeconds(60))),
                null);
        long option = planning.poll(nadia, id).options().getFirst().id();
        http.perform(get(path(id, nadia.person()) + "?date." + option + "=YES")).andExpect(status().isOk());
        assertThat(planning.poll(nadia, id).iAnswered()).isFalse();
        http.perform(post(path(id, nadia.person()))
                        .param("date." + option, "IF_NEEDED")
                        .param("from", "2027-03-29T09:00")
                        .param("to", "2027-03-29T11:00"))
                .andExpect(status().isOk());
        assertThat(planning.poll(nadia, id).options().getFirst().mine()).isEqualTo(Suits.IF_NEEDED);
        assertThat(planning.poll(nadia, id).proposed())
                .singleElement()
                .satisfies(proposed -> assertThat(proposed.from()).isEqualTo(Instant.parse("2027-03-29T07:00:00Z")));
    }

    @Test
    void anIdeaIsAnsweredByLink() throws Exception {
        MeetingId id = stages.imagine(camille, draft(Invited.wholeCluster(), null));
        http.perform(post(path(id, nadia.person())).param("interest", "COULD_HOST"))
                .andExpect(status().isOk());
        assertThat(planning.interest(nadia, id)).contains(Interest.COULD_HOST);
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        MeetingId id = supper(Invited.wholeCluster());
        http.perform(post(path(id, nadia.person())).param("answer", "YES").param("guests", "17"))
                .andExpect(content().string(containsString("From 0 to 5 guests")))
                .andExpect(content().string(containsString("value=\"17\"")));
        http.perform(post(path(id, nadia.person())))
                .andExpect(content().string(containsString("Choose one of the answers")));
        assertThat(queries.card(nadia, id).mine()).isNull();
    }

    @Test
    void theOrganisersQuestionsAreAnsweredByLinkToo() throws Exception {
        MeetingId id = supper(Invited.wholeCluster());
        questions.ask(
                camille,
                id,
                List.of(
                        new Question.Draft(null, Question.Kind.CHOICE, "Fish or meat?", List.of("Fish", "Meat")),
                        new Question.Draft(null, Question.Kind.DIET, "Allergies?", List.of())));
        List<Question> asked = questions.of(nadia, id);
        String fish = "question." + asked.get(0).id();
        String diet = "question." + asked.get(1).id();
        http.perform(get(path(id, nadia.person()) + "?answer=YES&" + fish + "=Fish"))
                .andExpect(content().string(containsString("Fish or meat?")))
                .andExpect(content().string(containsString("value=\"Fish\" checked")));
        assertThat(questions.of(nadia, id)).allMatch(question -> question.mine() == null);
        http.perform(post(path(id, nadia.person())).param("answer", "YES").param(diet, "Nuts"))
                .andExpect(content().string(containsString("Tick that the organiser may keep it")))
                .andExpect(content().string(containsString("value=\"Nuts\"")));
        assertThat(queries.card(nadia, id).mine()).isNull();
        http.perform(post(path(id, nadia.person()))
                        .param("answer", "YES")
                        .param(fish, "Fish")
                        .param(diet, "Nuts")
                        .param("consent." + asked.get(1).id(), "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Nuts"))));
        assertThat(questions.of(nadia, id)).extracting(Question::mine).containsExactly("Fish", "Nuts");
        http.perform(post(path(id, nadia.person())).param("answer", "YES").param(diet, ""));
        assertThat(questions.of(nadia, id)).extracting(Question::mine).containsExactly("Fish", "Nuts");
        assertThat(questions.of(helene, id)).allMatch(question -> question.mine() == null);
    }

    @Test
    void theAnimatorAnswersForSomebodyOnTheTelephone() {
        MeetingId id = supper(Invited.wholeCluster());
        meetings.answerFor(camille, id, nadia.person(), Answer.YES, 1);
        assertThat(queries.card(nadia, id).seatsTaken()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT source, recorded_by FROM meeting_answer WHERE meeting_id = ?")
                        .param(id.value())
                        .query()
                        .singleRow())
                .containsEntry("source", "PHONE")
                .containsEntry("recorded_by", camille.person().value());
        Assertions.assertThatThrownBy(() -> meetings.answerFor(helene, id, nadia.person(), Answer.NO, 0))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        Assertions.assertThatThrownBy(() -> meetings.answerFor(camille, id, fixtures.person("Stranger"), Answer.YES, 0))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void anOrganiserWritesToFiveHundredStrangersADayAndNoMore() {
        MeetingId id = supper(Invited.wholeCluster());
        for (int round = 0; round < 5; round++) {
            String prefix = "guest" + id + "." + round + ".";
            outside.invite(
                    camille,
                    id,
                    IntStream.range(0, 100)
                            .mapToObj(one -> prefix + one + "@kern.example")
                            .collect(Collectors.joining("\n")));
        }
        Assertions.assertThatThrownBy(() -> outside.invite(camille, id, "one.more@kern.example"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("guests"));
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        MeetingId id = supper(Invited.wholeCluster());
        Assertions.assertThatThrownBy(() -> outside.invite(camille, id, "Anna Kern, kern.example"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("guests"));
    }

    private String path(MeetingId id, PersonId person) {
        return "/links/meetings/" + links.token(id, person);
    }

    private MeetingId supper(Invited invited) {
        return meetings.schedule(camille, draft(invited, from));
    }

    private static MeetingDraft draft(Invited invited, @Nullable Instant from) {
        return new MeetingDraft(
                "Supper",
                from,
                from == null ? null : from.plusSeconds(3600),
                ZoneId.of("Europe/Paris"),
                Place.at("Le Creuset"),
                "",
                null,
                null,
                List.of(),
                invited);
    }
}
