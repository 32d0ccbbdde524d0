package org.convive.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.meetings.day.Attendee;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.desk.DeskRow;
import org.convive.meetings.desk.MeetingDesk;
import org.convive.meetings.desk.Segment;
import org.convive.meetings.tables.Sitter;
import org.convive.meetings.tables.TableService;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.convive.testing.RowLocks;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Meetings as they are seen from outside their pages: the download, the newsletter's cards. */
@PortalTest
class MeetingOutsideTest {
    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private MeetingBlocks blocks;

    @Autowired
    private OutsideGuests outside;

    @Autowired
    private MeetingDesk desk;

    @Autowired
    private DoorService door;

    @Autowired
    private TableService tables;

    @Autowired
    private AnswerRows answers;

    @Autowired
    private Meetings rows;

    @Autowired
    private RowLocks locks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private MockMvc http;
    private Actor camille;
    private Actor otto;
    private MeetingId supper;

    @BeforeEach
    void cluster() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        camille = fixtures.animatorOfNewCluster();
        otto = fixtures.animatorOfNewCluster();
        supper = meetings.schedule(camille, draft("Souper à l’été", Invited.wholeCluster()));
    }

    @Test
    void aMemberDownloadsAMeeting() throws Exception {
        http.perform(get(path(supper)).with(authentication(as(camille))))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", Matchers.containsString(".ics")))
                .andExpect(content()
                        .string(Matchers.containsString(
                                "UID:" + queries.entry(camille, supper).uid())));
    }

    @Test
    void somebodyOfAnotherClusterDownloadsNothing() throws Exception {
        http.perform(get(path(supper)).with(authentication(as(otto)))).andExpect(status().isNotFound());
        http.perform(get(path(supper).replace(camille.slug(), otto.slug())).with(authentication(as(otto))))
                .andExpect(status().isNotFound());
    }

    @Test
    void aNewsletterShowsMeetingsOfItsWholeClusterOnly() {
        MeetingId secret = meetings.schedule(camille, draft("Souper secret", Invited.people(camille.person())));
        assertThat(blocks.search(camille, "souper")).extracting("id").containsExactly(supper.value());
        assertThat(blocks.search(camille, "")).hasSize(1);
        assertThat(blocks.search(otto, "souper")).isEmpty();
        assertThat(blocks.render(camille.cluster(), supper.value(), Locale.FRENCH))
                .hasValueSatisfying(
                        card -> assertThat(card.path()).isEqualTo("c/" + camille.slug() + "/meetings/" + supper));
        assertThat(blocks.render(otto.cluster(), supper.value(), Locale.FRENCH)).isEmpty();
        assertThat(blocks.render(camille.cluster(), secret.value(), Locale.FRENCH))
                .isEmpty();
    }

    @Test
    void aLetterThatEverybodyReadsShowsAMeetingOnlyOnceItIsOpen() {
        assertThat(blocks.renderForEverybody(camille.cluster(), supper.value(), Locale.FRENCH))
                .isEmpty();
        jdbc.sql("UPDATE meeting SET is_open = TRUE WHERE id = ?")
                .param(supper.value())
                .update();
        assertThat(blocks.renderForEverybody(camille.cluster(), supper.value(), Locale.FRENCH))
                .isPresent();
    }

    @Test
    void aMeetingThatIsOverStandsAmongThePastOnes() {
        jdbc.sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(
                        Utc.column(Instant.now().minusSeconds(7200)),
                        Utc.column(Instant.now().minusSeconds(3600)),
                        supper.value())
                .update();
        assertThat(queries.list(camille, MeetingQueries.Selection.PAST, 5)).hasSize(1);
        assertThat(queries.list(camille, MeetingQueries.Selection.UPCOMING, 5)).isEmpty();
        assertThat(queries.list(camille, MeetingQueries.Selection.MINE, 5)).hasSize(1);
        assertThat(queries.awaited(camille)).isZero();
    }

    @Test
    void aGuestIsCalledAsTypedWhateverTheirAccountInAnotherClusterSays() {
        Actor secret = fixtures.member(otto, "Secret Name", null);
        jdbc.sql("UPDATE person SET about = 'Knows all secrets' WHERE id = ?")
                .param(secret.person().value())
                .update();
        var unused = outside.invite(camille, supper, "Madame Kern <" + secret.email() + ">, Kern GmbH");
        meetings.answerFor(camille, supper, secret.person(), Answer.YES, 0);

        assertThat(queries.get(camille, supper).saying(Answer.YES))
                .extracting(Comer::name, Comer::organisation)
                .containsExactly(Tuple.tuple("Madame Kern", "Kern GmbH"));
        assertThat(desk.rows(camille, supper, Segment.EVERYBODY))
                .extracting(DeskRow::name)
                .contains("Madame Kern")
                .doesNotContain("Secret Name");
        assertThat(rows.readers(supper)).extracting(Reader::name).contains("Madame Kern");
        assertThat(door.attendance(camille, supper).people())
                .extracting(Attendee::name, Attendee::organisation, Attendee::about)
                .containsExactly(Tuple.tuple("Madame Kern", "Kern GmbH", ""));
        assertThat(tables.plan(camille, supper).sitters())
                .extracting(Sitter::name, Sitter::organisation)
                .containsExactly(Tuple.tuple("Madame Kern", "Kern GmbH"));
    }

    @Test
    void aMemberIsCalledAsInTheirAccountWhateverTheOrganiserTyped() {
        Actor nadia = fixtures.member(camille, "Nadia Ferhaoui", null);
        MeetingId closed = meetings.schedule(camille, draft("Closed", Invited.people(camille.person())));
        var unused = outside.invite(camille, closed, "Nana <" + nadia.email() + ">");
        meetings.answerFor(camille, closed, nadia.person(), Answer.YES, 0);
        assertThat(queries.get(camille, closed).saying(Answer.YES))
                .extracting(Comer::name)
                .containsExactly("Nadia Ferhaoui");
    }

    @Test
    void whoAnswersLocksTheAnswersOnlyAndNobodysMembership() {
        meetings.answer(camille, supper, Answer.YES, 0);
        locks.assertLeavesAlone(
                () -> assertThat(answers.seating(rows.get(camille, supper)).taken())
                        .isOne(),
                "SELECT person_id FROM membership WHERE cluster_id = ?",
                camille.cluster().value());
    }

    private String path(MeetingId id) {
        return "/c/" + camille.slug() + "/meetings/" + id + "/meeting.ics";
    }

    private static Authentication as(Actor actor) {
        var token = new TestingAuthenticationToken(new Visitor(actor.person()), "n/a", List.of());
        token.setAuthenticated(true);
        return token;
    }

    private static MeetingDraft draft(String title, Invited invited) {
        Instant from = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
        return MeetingDraft.of(
                title, from, from.plusSeconds(7200), ZoneId.of("Europe/Paris"), Place.at("Le Creuset"), invited);
    }

    private record Visitor(PersonId personId) implements SignedIn {
        @Override
        public boolean isAdmin() {
            return false;
        }
    }
}
