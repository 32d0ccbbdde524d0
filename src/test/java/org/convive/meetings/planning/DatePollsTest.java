package org.convive.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Comer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.Place;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.meetings.desk.Reminders;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class DatePollsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DatePolls polls;

    @Autowired
    private PlanningQueries planning;

    @Autowired
    private MeetingStages stages;

    @Autowired
    private Reminders reminders;

    @Autowired
    private Interests interests;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private Actor otto;
    private final Instant monday = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.HOURS);
    private final Instant tuesday = monday.plus(Duration.ofDays(1));

    @BeforeEach
    void cluster() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        nadia = fixtures.member(camille, "Nadia", null);
        otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Mécanique du Val");
    }

    @Test
    void choosingADateTurnsWhatWasSaidIntoAnswersAndInvites() {
        MeetingId id = poll(null);
        polls.vote(helene, id, Map.of(option(id, 0), Suits.IF_NEEDED, option(id, 1), Suits.YES), Source.PORTAL);
        polls.vote(camille, id, Map.of(option(id, 1), Suits.NO), Source.PORTAL);
        polls.choose(nadia, id, option(id, 1), null, null);
        MeetingPage page = queries.get(helene, id);
        assertThat(page.card().stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(page.card().from()).isEqualTo(tuesday);
        assertThat(page.saying(Answer.YES)).extracting(Comer::person).containsExactly(helene.person());
        assertThat(page.saying(Answer.NO)).extracting(Comer::person).containsExactly(camille.person());
        assertThat(letters(id, "meeting.dates")).isEqualTo(2);
        assertThat(letters(id, "meeting.invitation")).isEqualTo(2);
        assertThat(sources(id)).containsOnly("POLL");
    }

    @Test
    void theSeatsOfTheChosenDateGoToThoseWhoSaidYesFirst() {
        MeetingId id = polls.start(nadia, draft(1), List.of(at(monday)), null);
        polls.vote(helene, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL);
        polls.vote(camille, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL);
        polls.choose(nadia, id, option(id, 0), null, null);
        MeetingPage page = queries.get(helene, id);
        assertThat(page.saying(Answer.YES)).extracting(Comer::person).containsExactly(helene.person());
        assertThat(page.waiting()).extracting(Comer::person).containsExactly(camille.person());
    }

    @Test
    void goingBackAsksAboutTheFormerDateWithItsAnswersAndTakesItOutOfCalendars() {
        MeetingId id = meetings.schedule(nadia, draft(null, monday));
        meetings.answer(helene, id, Answer.YES, 0);
        meetings.answer(camille, id, Answer.NO, 0);
        polls.ask(nadia, id, List.of(at(tuesday)), null);
        DatePoll poll = planning.poll(helene, id);
        assertThat(poll.options()).extracting(DateOption::from).containsExactly(monday, tuesday);
        assertThat(poll.options().getFirst().mine()).isEqualTo(Suits.YES);
        assertThat(queries.get(helene, id).saying(Answer.YES))
                .as("the answer stays")
                .hasSize(1);
        assertThat(letters(id, "meeting.undated")).isEqualTo(2);
        assertThat(jdbc.sql("SELECT sequence FROM meeting WHERE id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(queries.list(helene, MeetingQueries.Selection.UPCOMING, 10)).isEmpty();
    }

    @Test
    void otherDatesReplaceTheseAndWhatWasSaidComesBackWithThem() {
        MeetingId id = poll(null);
        polls.vote(helene, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL);
        polls.ask(nadia, id, List.of(at(tuesday)), null);
        assertThat(planning.poll(helene, id).options())
                .extracting(DateOption::from)
                .containsExactly(tuesday);
        polls.ask(nadia, id, List.of(at(monday), at(tuesday)), null);
        assertThat(planning.poll(helene, id).options().getFirst().mine()).isEqualTo(Suits.YES);
    }

    @Test
    void anotherTimeIsAskedAboutWhenTheOrganiserAcceptsIt() {
        MeetingId id = poll(null);
        Instant wednesday = tuesday.plus(Duration.ofDays(1));
        polls.propose(helene, id, at(wednesday), Source.PORTAL);
        DatePoll poll = planning.poll(camille, id);
        assertThat(poll.options()).hasSize(2);
        assertThat(poll.proposed()).extracting(DateOption::proposedBy).containsExactly(helene.name());
        long option = poll.proposed().getFirst().id();
        assertThatThrownBy(() -> polls.vote(camille, id, Map.of(option, Suits.YES), Source.PORTAL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> polls.decide(helene, id, option, true)).isInstanceOf(AccessDeniedException.class);
        polls.decide(nadia, id, option, true);
        assertThat(planning.poll(helene, id).options()).hasSize(3);
        assertThat(planning.poll(helene, id).option(option).orElseThrow().mine())
                .isEqualTo(Suits.YES);
    }

    @Test
    void aDateTakesNoMoreYesesThanItsLimit() {
        MeetingId id = polls.start(
                nadia, draft(null), List.of(new OptionDraft(monday, monday.plusSeconds(3600), false, 1)), null);
        polls.vote(helene, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL);
        polls.vote(helene, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL);
        assertThatThrownBy(() -> polls.vote(camille, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL))
                .isInstanceOf(InvalidInput.class);
        polls.vote(camille, id, Map.of(option(id, 0), Suits.IF_NEEDED), Source.PORTAL);
    }

    @Test
    void afterTheDeadlineNothingIsSaidAnyMore() {
        MeetingId id = poll(Instant.now().plusSeconds(3600));
        jdbc.sql("UPDATE meeting SET poll_until = '2020-01-01' WHERE id = ?")
                .param(id.value())
                .update();
        assertThatThrownBy(() -> polls.vote(helene, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL))
                .isInstanceOf(InvalidInput.class);
        polls.choose(nadia, id, option(id, 0), null, null);
    }

    @Test
    void aWholeDayGetsItsHoursWhenItIsChosenAlsoWhenTheClocksChange() {
        LocalDate sunday = LocalDate.of(2027, 3, 28);
        MeetingId id = polls.start(nadia, draft(null), List.of(OptionDraft.days(sunday, sunday, PARIS)), null);
        DateOption option = planning.poll(helene, id).options().getFirst();
        assertThat(Duration.between(option.from(), option.to())).isEqualTo(Duration.ofHours(23));
        assertThatThrownBy(() -> polls.choose(nadia, id, option.id(), null, null))
                .isInstanceOf(InvalidInput.class);
        polls.choose(nadia, id, option.id(), LocalTime.of(9, 0), LocalTime.of(17, 0));
        assertThat(queries.card(helene, id).from()).isEqualTo(Instant.parse("2027-03-28T07:00:00Z"));
    }

    @Test
    void theReaderSeesWhatTheyHaveAtThatTime() {
        MeetingId breakfast = meetings.schedule(camille, draft(null, monday));
        meetings.answer(helene, breakfast, Answer.YES, 0);
        MeetingId id = poll(null);
        assertThat(planning.poll(helene, id).options().getFirst().busy()).containsExactly("Supper at the furnace");
        assertThat(planning.poll(helene, id).options().getLast().busy()).isEmpty();
        assertThat(planning.poll(nadia, id).options().getFirst().busy()).isEmpty();
    }

    @Test
    void somebodyOfAnotherClusterFindsNothing() {
        MeetingId id = poll(null);
        long option = option(id, 0);
        assertThatThrownBy(() -> planning.poll(otto, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> polls.vote(otto, id, Map.of(option, Suits.YES), Source.PORTAL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> polls.ask(otto, id, List.of(at(monday)), null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> polls.choose(otto, id, option, null, null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> polls.propose(otto, id, at(monday), Source.PORTAL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> interests.say(otto, id, Interest.WOULD_COME, Source.PORTAL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stages.setDate(otto, id, monday, tuesday)).isInstanceOf(NotFoundException.class);
        assertThat(planning.inTheMaking(otto, 10)).isEmpty();
    }

    @Test
    void theDateOfOneMeetingCannotBeAnsweredOrChosenForAnother() {
        MeetingId id = poll(null);
        MeetingId other = poll(null);
        long foreign = option(other, 0);
        assertThatThrownBy(() -> polls.vote(helene, id, Map.of(foreign, Suits.YES), Source.PORTAL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> polls.choose(nadia, id, foreign, null, null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> polls.unvote(helene, id, foreign)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyTheOrganiserAHostOrAnAnimatorAsksAndChooses() {
        MeetingId id = poll(null);
        assertThatThrownBy(() -> polls.ask(helene, id, List.of(at(monday)), null))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> polls.choose(helene, id, option(id, 0), null, null))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> stages.setDate(helene, id, monday, tuesday)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPollNamesWhatIsWrongWithEachDate() {
        assertThatThrownBy(() -> polls.start(
                        nadia,
                        draft(null),
                        List.of(
                                at(monday),
                                at(Instant.parse("2020-01-01T09:00:00Z")),
                                new OptionDraft(null, null, false, null)),
                        null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("options.1", "options.2"));
    }

    @Test
    void anIdeaGathersInterestThatIsKeptThroughAllStages() {
        MeetingId id = stages.imagine(nadia, draft(null));
        interests.say(helene, id, Interest.COULD_HOST, Source.PORTAL);
        interests.say(camille, id, Interest.KEEP_POSTED, Source.PORTAL);
        stages.setDate(nadia, id, monday, tuesday);
        MeetingPage page = queries.get(camille, id);
        assertThat(page.saying(Answer.KEEP_POSTED)).extracting(Comer::person).containsExactly(camille.person());
        assertThat(queries.awaited(helene)).as("who would come is asked anew").isEqualTo(1);
        assertThatThrownBy(() -> interests.say(helene, id, Interest.WOULD_COME, Source.PORTAL))
                .isInstanceOf(InvalidInput.class);
        var unused = stages.undate(nadia, id, Stage.IDEA);
        assertThat(planning.interest(helene, id)).contains(Interest.COULD_HOST);
    }

    @Test
    void whoWantsToBeKeptPostedIsNotWrittenToWhileTheMeetingGoesFromStageToStage() {
        MeetingId id = stages.imagine(nadia, draft(null));
        interests.say(helene, id, Interest.KEEP_POSTED, Source.PORTAL);
        assertThat(writtenTo(id)).as("the idea itself").contains(helene.email().value());
        forget(id);
        var asked = polls.ask(nadia, id, List.of(at(monday)), Instant.now().plus(Duration.ofHours(20)));
        assertThat(writtenTo(id)).containsExactly(camille.email().value());
        jdbc.sql("UPDATE meeting SET asked_at = created_at - INTERVAL 9 DAY WHERE id = ?")
                .param(id.value())
                .update();
        reminders.remindDue();
        assertThat(letters(id, "meeting.reminder")).isEqualTo(1);
        polls.choose(nadia, id, option(id, 0), null, null);
        var undated = stages.undate(nadia, id, Stage.DATES);
        assertThat(letters(id, "meeting.invitation")).isEqualTo(1);
        assertThat(letters(id, "meeting.undated")).isEqualTo(1);
        assertThat(writtenTo(id)).containsOnly(camille.email().value());
        polls.vote(helene, id, Map.of(option(id, 0), Suits.YES), Source.PORTAL);
        polls.choose(nadia, id, option(id, 0), null, null);
        assertThat(writtenTo(id))
                .as("who says yes after all")
                .contains(helene.email().value());
    }

    private List<String> writtenTo(MeetingId id) {
        return jdbc.sql("""
                        SELECT d.address FROM mail_letter l JOIN mail_delivery d ON d.letter_id = l.id
                        WHERE l.subject_ref = ?""").param("meeting:" + id).query(String.class).list();
    }

    private void forget(MeetingId id) {
        jdbc.sql("UPDATE mail_letter SET subject_ref = 'meeting:before' WHERE subject_ref = ?")
                .param("meeting:" + id)
                .update();
    }

    private MeetingId poll(@Nullable Instant until) {
        return polls.start(nadia, draft(null), List.of(at(tuesday), at(monday)), until);
    }

    private long option(MeetingId id, int place) {
        return planning.poll(nadia, id).options().get(place).id();
    }

    private static OptionDraft at(Instant from) {
        return OptionDraft.at(from, from.plusSeconds(3600));
    }

    private int letters(MeetingId id, String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM mail_letter WHERE subject_ref = ? AND kind = ?")
                .params("meeting:" + id, kind)
                .query(Integer.class)
                .single();
    }

    private List<String> sources(MeetingId id) {
        return jdbc.sql("SELECT source FROM meeting_answer WHERE meeting_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private MeetingDraft draft(@Nullable Integer capacity) {
        return draft(capacity, null);
    }

    private MeetingDraft draft(@Nullable Integer capacity, @Nullable Instant from) {
        return new MeetingDraft(
                "Supper at the furnace",
                from,
                from == null ? null : from.plusSeconds(3600),
                PARIS,
                Place.at("Le Creuset"),
                "",
                capacity,
                null,
                List.of(),
                Invited.wholeCluster());
    }
}
