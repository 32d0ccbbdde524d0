package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.AnswerLinks;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.OutsideGuests;
import org.convive.meetings.Place;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.OptionDraft;
import org.convive.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A meeting through all its stages on a telephone; a poll without an account; a series; approval and waiting list. */
class PlanningJourneyTest extends Journey {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Instant soon = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.HOURS);

    @Test
    void anIdeaBecomesAPollADateAMeetingThatWasHeldAndItsFollowUp() {
        Actor nadiaActor = nadia();
        MeetingId id = stage.bean(MeetingStages.class)
                .imagine(
                        camille(),
                        draft("Visit of the cullet works", nadiaActor.person()).undated());
        Visitor nadia = visitorWithPhone().signIn("nadia", path(id));
        tap(nadia, 0);
        nadia.button("Undo").waitFor();
        assertThat(stage.number("SELECT COUNT(*) FROM meeting_interest WHERE meeting_id = ?", id.value()))
                .isEqualTo(1);

        Visitor camille = visitorWithPhone().signIn("camille", path(id));
        camille.button("Find a date").click();
        assertThat(camille.text("Which dates do you ask about?").first()).isVisible();
        stage.bean(DatePolls.class)
                .ask(
                        camille(),
                        id,
                        List.of(OptionDraft.at(soon, soon.plusSeconds(3600)), at(1)),
                        soon.minus(Duration.ofDays(5)));

        nadia.open(path(id));
        nadia.expectHeading("Visit of the cullet works");
        assertThat(nadia.page().locator(".cv-poll-row")).hasCount(2);
        tap(nadia, 0);
        nadia.button("Undo").waitFor();
        assertThat(nadia.page().getByText("Suits everybody who answered.").first())
                .isVisible();

        camille.open(path(id));
        camille.button("Choose").first().click();
        camille.button("Choose and invite").click();
        assertThat(camille.text("The date is set").first()).isVisible();
        assertThat(stageOf(id)).isEqualTo(org.convive.meetings.Stage.CONFIRMED);

        nadia.open(path(id));
        assertThat(nadia.page()
                        .locator(".cv-rsvp")
                        .first()
                        .getByRole(AriaRole.RADIO)
                        .first())
                .isChecked();

        stage.bean(JdbcClient.class)
                .sql("UPDATE meeting SET starts = starts - INTERVAL 30 DAY, ends = ends - INTERVAL 30 DAY,"
                        + " answer_by = NULL WHERE id = ?")
                .param(id.value())
                .update();
        camille.open(path(id));
        assertThat(stageOf(id)).isEqualTo(org.convive.meetings.Stage.HELD);
        camille.button("Start the follow-up").click();
        assertThat(camille.button("Start the follow-up")).hasCount(0);
        assertThat(stageOf(id)).isEqualTo(org.convive.meetings.Stage.FOLLOW_UP);
        assertThat(camille.errors()).isEmpty();
        assertThat(nadia.errors()).isEmpty();
        assertThat(nadia.strangers()).isEmpty();
    }

    @Test
    void somebodyWithoutAnAccountSaysWhichDatesSuitBehindTheirLink() {
        MeetingId id = stage.bean(DatePolls.class)
                .start(
                        camille(),
                        draft("Powder purchase", nadia().person()).undated(),
                        List.of(OptionDraft.at(soon, soon.plusSeconds(3600)), at(1)),
                        null);
        String mailbox = "anna." + id + "@kern.example";
        stage.bean(OutsideGuests.class).invite(camille(), id, "Anna Kern <" + mailbox + ">, Kern GmbH");
        PersonId anna = new PersonId(stage.number("SELECT id FROM person WHERE email = ?", mailbox));
        Visitor visitor = visitorWithPhone();
        Page page = visitor.page();
        page.navigate(
                stage.url() + "/links/meetings/" + stage.bean(AnswerLinks.class).token(id, anna));
        assertThat(page.locator("h1")).containsText("Powder purchase");
        assertThat(page.locator("fieldset")).hasCount(2);
        assertThat(votes(id)).isZero();
        page.locator("fieldset").first().getByText("Yes").click();
        page.locator("fieldset").nth(1).getByText("If needed").click();
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your answer is saved");
        assertThat(votes(id)).isEqualTo(2);
        assertThat(page.locator("fieldset").first().locator("input").first()).isChecked();
        assertThat(visitor.strangers()).isEmpty();
    }

    @Test
    void ofASeriesOneDateIsCalledOffThenThoseThatFollowThenAll() {
        List<MeetingId> dates = stage.bean(MeetingSeries.class)
                .schedule(
                        camille(),
                        draft("Morning round", nadia().person()),
                        RepeatRule.weekly(1, Set.of()).times(5));
        Visitor camille = visitorWithPhone().signIn("camille", path(dates.get(1)));
        cancel(camille, "This date only");
        assertThat(cancelled(dates)).containsExactly(false, true, false, false, false);
        camille.open(path(dates.get(3)));
        cancel(camille, "This date and those that follow");
        assertThat(cancelled(dates)).containsExactly(false, true, false, true, true);
        camille.open(path(dates.get(2)));
        cancel(camille, "All dates to come");
        assertThat(cancelled(dates)).containsOnly(true);
        assertThat(camille.errors()).isEmpty();
    }

    @Test
    void aYesWaitsForTheOrganiserAndThenForASeatAndTheNextInLineGetsIt() {
        Actor helene = stage.actor("helene.aubrac@saulnaye.example", "verre-d-orsenne");
        MeetingService meetings = stage.bean(MeetingService.class);
        MeetingId id = meetings.schedule(camille(), one("Bench trial", helene.person(), nadia().person()));
        meetings.rules(camille(), id, null, true);
        Visitor nadia = visitorWithPhone().signIn("nadia", path(id));
        tap(nadia, 0);
        nadia.button("Undo").waitFor();
        assertThat(waiting(id)).isEqualTo(1);

        Visitor camille = visitorWithPhone().signIn("camille", path(id) + "/desk");
        camille.button("Approve").click();
        assertThat(camille.button("Approve")).hasCount(0);
        assertThat(waiting(id)).isZero();

        meetings.rules(camille(), id, null, false);
        meetings.answer(helene, id, Answer.YES, 0);
        assertThat(waiting(id)).isEqualTo(1);
        nadia.open(path(id));
        tap(nadia, 2);
        nadia.button("Undo").waitFor();
        assertThat(stage.bean(MeetingQueries.class).get(helene, id).saying(Answer.YES))
                .extracting(comer -> comer.person())
                .containsExactly(helene.person());
        assertThat(waiting(id)).isZero();
    }

    private static void tap(Visitor visitor, int place) {
        visitor.page()
                .locator(".cv-rsvp")
                .first()
                .locator("vaadin-radio-button")
                .nth(place)
                .click();
    }

    private static void cancel(Visitor visitor, String scope) {
        visitor.page()
                .locator(".cv-meeting-menu vaadin-menu-bar-button")
                .first()
                .click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Cancel the meeting"))
                .click();
        visitor.page()
                .locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(scope))
                .last()
                .click();
        visitor.button("Cancel and tell them").click();
        assertThat(visitor.page().getByText("This meeting was cancelled.").first())
                .isVisible();
    }

    private List<Boolean> cancelled(List<MeetingId> dates) {
        return dates.stream()
                .map(date -> stage.number(
                                "SELECT COUNT(*) FROM meeting WHERE id = ? AND cancelled_at IS NOT NULL", date.value())
                        > 0)
                .toList();
    }

    private long votes(MeetingId id) {
        return stage.number(
                "SELECT COUNT(*) FROM meeting_vote v JOIN meeting_option o ON o.id = v.option_id WHERE o.meeting_id = ?",
                id.value());
    }

    private long waiting(MeetingId id) {
        return stage.number(
                "SELECT COUNT(*) FROM meeting_answer WHERE meeting_id = ? AND arrival IS NOT NULL", id.value());
    }

    private org.convive.meetings.Stage stageOf(MeetingId id) {
        return stage.bean(MeetingQueries.class).card(camille(), id).stage();
    }

    private static String path(MeetingId id) {
        return ORSENNE + "/meetings/" + id;
    }

    private Actor camille() {
        return stage.actor("camille.ferrand@verre-orsenne.example", "verre-d-orsenne");
    }

    private Actor nadia() {
        return stage.actor("nadia.ferhaoui@corvaine.example", "verre-d-orsenne");
    }

    private OptionDraft at(int days) {
        return OptionDraft.at(
                soon.plus(Duration.ofDays(days)),
                soon.plus(Duration.ofDays(days)).plusSeconds(3600));
    }

    private MeetingDraft draft(String title, PersonId... people) {
        return MeetingDraft.of(
                title, soon, soon.plusSeconds(3600), PARIS, Place.at("Le Creuset"), Invited.people(people));
    }

    /** One seat. */
    private MeetingDraft one(String title, PersonId... people) {
        return new MeetingDraft(
                title,
                soon,
                soon.plusSeconds(3600),
                PARIS,
                Place.at("Le Creuset"),
                "",
                1,
                null,
                List.of(),
                Invited.people(people));
    }
}
