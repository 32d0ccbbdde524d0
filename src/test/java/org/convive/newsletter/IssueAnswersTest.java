package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.convive.identity.Actor;
import org.convive.mail.Postman;
import org.convive.meetings.Answer;
import org.convive.meetings.Comer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class IssueAnswersTest {
    private static final Pattern ANSWER = Pattern.compile("http://localhost:8080(/links/answers/[^\\s\"<>]+/HELP)");
    private static final Pattern LEAVE = Pattern.compile("http://localhost:8080(/links/unsubscribe/[^\\s\"<>]+)");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Fixtures fixtures;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    IssueAnswers answers;

    @Autowired
    IssueNumbers numbers;

    @Autowired
    MeetingService meetings;

    @Autowired
    MeetingQueries meetingQueries;

    @Autowired
    Postman postman;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    private final Mailbox mailbox = new Mailbox();
    private MockMvc http;
    private Actor camille;
    private Actor nadia;
    private long issue;
    private String text;

    @BeforeEach
    void aLetterThatAsksForHelp() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state = 'QUEUED'")
                .update();
        mailbox.receiveFrom(sender);
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        Block need = Block.empty(Block.Kind.ACTION)
                .with(new Block.Words("Who lends a pump?", "For two days.", "", ""))
                .answers(Set.of(Block.Answer.HELP));
        issue = newsletter.begin(camille);
        int version =
                newsletter.save(camille, issue, new Draft("The river", "It is low.", Locale.ENGLISH, List.of(need)), 0);
        newsletter.publish(camille, issue, version);
        postman.deliverDue();
        text = Mailbox.part(mailbox.of(nadia.email().value()).getFirst(), "text/plain")
                .orElseThrow();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void lookingAtTheLinkSaysNothingAndOnePostSaysIt() throws Exception {
        String link = found(ANSWER);
        http.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Who lends a pump?")))
                .andExpect(content().string(containsString("<form method=\"post\"")));
        assertThat(numbers.of(camille, issue).answers()).isEmpty();
        http.perform(post(link)).andExpect(status().isOk());
        http.perform(post(link)).andExpect(status().isOk());
        assertThat(numbers.of(camille, issue).answers()).isEqualTo(Map.of(Block.Answer.HELP, 1));
        assertThat(answers.perBlock(camille, issue))
                .containsExactly(new IssueAnswers.PerBlock("Who lends a pump?", Map.of(Block.Answer.HELP, 1)));
        assertThat(answers.said(camille, issue)).singleElement().satisfies(said -> {
            assertThat(said.email()).isEqualTo(nadia.email().value());
            assertThat(said.about()).isEqualTo("Who lends a pump?");
        });
        http.perform(post(link + "/back")).andExpect(status().isOk());
        assertThat(answers.said(camille, issue)).isEmpty();
    }

    @Test
    void theHtmlOfTheMailHoldsTheReadersOwnLinksAndNoPlaceholder() {
        String html = Mailbox.part(mailbox.of(nadia.email().value()).getFirst(), "text/html")
                .orElseThrow();
        assertThat(html).contains("/links/answers/", "/links/letters/choices/").doesNotContain("{{");
    }

    @Test
    void iComeInALetterIsAnAnswerToTheMeetingAndInterestedIsTold() throws Exception {
        Instant from = Instant.now().plus(Duration.ofDays(2));
        MeetingId supper = meetings.schedule(
                camille,
                MeetingDraft.of(
                        "Supper at the furnace",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Here"),
                        Invited.wholeCluster()));
        Block card = Block.card(Block.Kind.MEETING, supper.value(), "", "Bring a bottle.");
        Block words = Block.text("A second kiln", "Who wants to look at it?")
                .answers(Set.of(Block.Answer.INTERESTED, Block.Answer.HELP));
        long second = newsletter.begin(camille);
        int version =
                newsletter.save(camille, second, new Draft("Supper", "", Locale.ENGLISH, List.of(card, words)), 0);
        newsletter.publish(camille, second, version);
        postman.deliverDue();
        String html = Mailbox.part(mailbox.of(nadia.email().value()).getLast(), "text/html")
                .orElseThrow();

        String come = found(html, "COME");
        http.perform(get(come)).andExpect(content().string(containsString("Supper at the furnace")));
        assertThat(meetingQueries.get(nadia, supper).saying(Answer.YES)).isEmpty();
        http.perform(post(come))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("on the list of who comes")));
        assertThat(meetingQueries.get(nadia, supper).saying(Answer.YES))
                .extracting(Comer::person)
                .containsExactly(nadia.person());

        http.perform(post(found(html, "INTERESTED"))).andExpect(status().isOk());
        http.perform(post(found(html, "HELP"))).andExpect(status().isOk());
        assertThat(answers.said(camille, second))
                .extracting(IssueAnswers.Said::about)
                .containsExactlyInAnyOrder("Supper at the furnace", "A second kiln", "A second kiln");

        meetings.cancel(camille, supper, "");
        http.perform(post(come))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("on the list of who comes"))));
    }

    private static String found(String html, String answer) {
        var matcher = Pattern.compile("http://localhost:8080(/links/answers/[^\\s\"<>]+/" + answer + ")\"")
                .matcher(html);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    @Test
    void whatWasNotAskedCannotBeSaid() throws Exception {
        String link = found(ANSWER);
        http.perform(post(link.replace("/HELP", "/COME"))).andExpect(status().isNotFound());
        http.perform(post(link.replace("/answers/", "/answers/x"))).andExpect(status().isNotFound());
        jdbc.sql("DELETE FROM membership WHERE person_id = ?")
                .param(nadia.person().value())
                .update();
        http.perform(post(link)).andExpect(status().isNotFound());
        assertThat(numbers.of(camille, issue).answers()).isEmpty();
    }

    @Test
    void whoLeavesByTheLetterIsCountedAndWhoComesBackIsNot() throws Exception {
        String link = found(LEAVE);
        http.perform(post(link)).andExpect(status().isOk());
        assertThat(numbers.of(camille, issue).left()).isEqualTo(1);
        http.perform(post(link.replace("/unsubscribe/", "/subscribe/"))).andExpect(status().isOk());
        assertThat(numbers.of(camille, issue).left()).isZero();
    }

    @Test
    void readingOnThePortalIsCountedDayByDay() {
        newsletter.markRead(nadia, issue);
        newsletter.markRead(nadia, issue);
        IssueNumbers.Numbers told = numbers.of(camille, issue);
        assertThat(told.read()).isEqualTo(1);
        assertThat(told.delivered()).isEqualTo(2);
        assertThat(told.days()).first().satisfies(day -> assertThat(day.read()).isEqualTo(1));
    }

    @Test
    void numbersAreForTheAnimatorsOfTheCluster() {
        assertThatThrownBy(() -> numbers.of(fixtures.animatorOfNewCluster(), issue))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answers.perBlock(fixtures.animatorOfNewCluster(), issue))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answers.said(fixtures.animatorOfNewCluster(), issue))
                .isInstanceOf(NotFoundException.class);
    }

    private String found(Pattern pattern) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
