package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.junit.jupiter.api.Test;

class MeetingJourneyTest extends Journey {

    /** Each meeting is sooner than the one before, so it is the one that Today shows first. */
    private static final AtomicInteger MINUTES_AHEAD = new AtomicInteger(100);

    @Test
    void nadiaAnswersAMeetingInOneTapFromTodayAndTakesItBack() {
        MeetingId meeting = nextMeeting("Kiln talk");
        var nadia = visitor().signIn("nadia", ORSENNE);
        Locator answers = question(nadia, "Kiln talk");
        Locator yes = answers.getByRole(AriaRole.RADIO).first();

        answers.locator("vaadin-radio-button").first().click();

        assertThat(yes).isChecked();
        assertThat(nadia.button("Undo")).isVisible();
        assertThat(answersOf(meeting)).isEqualTo(1);

        nadia.button("Undo").click();

        assertThat(yes).not().isChecked();
        assertThat(answersOf(meeting)).isZero();
        assertThat(nadia.errors()).isEmpty();
        assertThat(nadia.strangers()).isEmpty();
    }

    @Test
    void onAPhoneAnAnswerIsOneTapTooAndStaysWhenThePageIsOpenedAgain() {
        MeetingId meeting = nextMeeting("Mould talk");
        var nadia = visitorWithPhone().signIn("nadia", ORSENNE);

        question(nadia, "Mould talk").locator("vaadin-radio-button").nth(1).click();
        nadia.button("Undo").waitFor();
        assertThat(answersOf(meeting)).isEqualTo(1);

        nadia.open(ORSENNE + "/meetings/" + meeting);
        assertThat(question(nadia, "Mould talk").getByRole(AriaRole.RADIO).nth(1))
                .isChecked();
    }

    private Locator question(Visitor visitor, String title) {
        return visitor.page()
                .locator(".cv-hero, .cv-day-row, .cv-page")
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator(".cv-rsvp")
                .first();
    }

    private long answersOf(MeetingId meeting) {
        return stage.number("SELECT COUNT(*) FROM meeting_answer WHERE meeting_id = ?", meeting.value());
    }

    /** Sooner than anything in the demo world, for Nadia alone. */
    private MeetingId nextMeeting(String title) {
        Actor camille = stage.actor("camille.ferrand@verre-orsenne.example", "verre-d-orsenne");
        Actor nadia = stage.actor("nadia.ferhaoui@corvaine.example", "verre-d-orsenne");
        Instant soon = Instant.now().plus(Duration.ofMinutes(MINUTES_AHEAD.addAndGet(-20)));
        return stage.bean(MeetingService.class)
                .schedule(
                        camille,
                        MeetingDraft.of(
                                title,
                                soon,
                                soon.plus(Duration.ofHours(1)),
                                ZoneId.of("Europe/Paris"),
                                Place.at("Le Creuset"),
                                Invited.people(nadia.person())));
    }
}
