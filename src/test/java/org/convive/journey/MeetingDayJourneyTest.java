package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.encounters.Introductions;
import org.convive.meetings.sharing.Rides;
import org.convive.shared.Utc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A meeting from its agenda to its album, mostly on a phone, as those who come and those who keep the door use it. */
class MeetingDayJourneyTest extends Journey {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern REASON = Pattern.compile("You have not met yet|Your companies are neighbours"
            + "|Your trades complement each other|Can help you with|Looks for what you can do");
    private static final String FACES = """
            async () => { await document.fonts.ready;
                return ['Instrument Sans', 'Bricolage Grotesque Variable'].every(name => [...document.fonts].some(
                    face => face.family.replaceAll('"', '') === name && face.status === 'loaded')); }""";

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private Actor marc;
    private MeetingId meeting;
    private String page;

    @BeforeEach
    void aMeetingOfThreePeople() {
        camille = stage.actor("camille.ferrand@verre-orsenne.example", "verre-d-orsenne");
        helene = actorOf("helene");
        nadia = actorOf("nadia");
        marc = actorOf("marc");
        Instant from = Instant.now().plus(HOUR);
        meeting = stage.bean(MeetingService.class)
                .schedule(
                        camille,
                        MeetingDraft.of(
                                "Evening of the journey",
                                from,
                                from.plus(HOUR),
                                ZoneId.of("Europe/Paris"),
                                Place.at("Le Creuset"),
                                Invited.people(helene.person(), nadia.person(), marc.person())));
        for (Actor actor : List.of(camille, helene, nadia, marc)) {
            var unused = stage.bean(MeetingService.class).answer(actor, meeting, Answer.YES, 0);
        }
        page = ORSENNE + "/meetings/" + meeting;
    }

    /** Nobody's evening stands first on the pages of other journeys. */
    @AfterEach
    void theEveningIsLongAgo() {
        stage.bean(JdbcClient.class)
                .sql("UPDATE meeting SET starts = starts - INTERVAL 40 DAY, ends = ends - INTERVAL 40 DAY WHERE id = ?")
                .param(meeting.value())
                .update();
    }

    @Test
    void theAgendaIsWrittenAndItsClockRunsForEverybodyWhoLooks() {
        var keeper = visitorWithPhone().signIn("camille", page + "/agenda");
        keeper.button("Add an item").click();
        keeper.page()
                .getByLabel("What", new Page.GetByLabelOptions().setExact(true))
                .fill("Price of gas");
        keeper.button("Save").click();
        assertThat(keeper.text("Price of gas").first()).isVisible();
        var helenesPhone = visitorWithPhone().signIn("helene", page + "/agenda");
        assertThat(helenesPhone.text("Price of gas").first()).isVisible();
        stage.bean(AgendaService.class)
                .begin(
                        camille,
                        meeting,
                        stage.bean(AgendaService.class)
                                .agenda(camille, meeting)
                                .items()
                                .getFirst()
                                .id());
        assertThat(helenesPhone.page().locator("cv-clock")).containsText(Pattern.compile("[0-9]+:[0-9]{2} left"));
        assertThat(keeper.button("End this item")).isVisible();
        noErrors(keeper, helenesPhone);
    }

    @Test
    void twoPeopleTakeMinutesAtOnceAndBothSeeWhatBothWrote() {
        begun();
        var one = visitorWithPhone().signIn("helene", page + "/minutes");
        var other = visitor().signIn("nadia", page + "/minutes");
        Locator hers = one.page().getByLabel("What was said");
        Locator theirs = other.page().getByLabel("What was said");
        hers.fill("Gas is dear");
        theirs.fill("We look for cullet");
        one.button("Add").click();
        assertThat(other.text("Gas is dear").first()).isVisible();
        assertThat(theirs).hasValue("We look for cullet");
        other.button("Add").click();
        assertThat(one.text("We look for cullet").first()).isVisible();
        assertThat(one.text("Gas is dear").first()).isVisible();
        noErrors(one, other);
    }

    @Test
    void theTablesAreMixedShownAndPrinted() {
        var keeper = visitorWithPhone().signIn("camille", page + "/tables");
        keeper.button("Mix the tables").click();
        assertThat(keeper.text("The tables are laid.")).isVisible();
        keeper.button("Show everybody their table").click();
        keeper.button("Mix again").click();
        assertThat(keeper.text("Nobody sits with a colleague").first()).isVisible();
        assertPdf(keeper, page + "/tables.pdf");
        var guest = visitorWithPhone().signIn("helene", page);
        assertThat(guest.text("Your table").first()).isVisible();
        noErrors(keeper, guest);
    }

    @Test
    void whoAskedIsIntroducedAndSaysAfterwardsInOneTapThatTheyTalked() {
        var guest = visitorWithPhone().signIn("helene", page);
        guest.button("Introduce me").click();
        assertThat(guest.text("You asked to be introduced")).isVisible();
        stage.bean(Introductions.class).ask(marc, meeting, List.of());
        var keeper = visitor().signIn("camille", page);
        keeper.button("Introduce them now").click();
        assertThat(keeper.text("One introduction is made.")).isVisible();
        guest.open(page);
        assertThat(guest.text(marc.name()).first()).isVisible();
        assertThat(guest.page().getByText(REASON).first()).isVisible();
        over();
        guest.open(page);
        guest.button("We talked").click();
        assertThat(guest.text("You talked")).isVisible();
        assertThat(stage.number(
                        "SELECT COUNT(*) FROM meeting_introduction WHERE meeting_id = ? AND 'TALKED' IN (one_says, other_says)",
                        meeting.value()))
                .isEqualTo(1);
        noErrors(guest, keeper);
    }

    @Test
    void oneOffersSeatsTheOtherRidesAndOnlyTheySeeEachOthersContactsUntilTheyAreErased() {
        var driver = visitorWithPhone().signIn("helene", page);
        driver.text("I can drive").click();
        driver.button("Offer the seats").click();
        assertThat(driver.text("Your seats are on the list.")).isVisible();
        var rider = visitorWithPhone().signIn("nadia", page);
        assertThat(rider.text(helene.email().value())).hasCount(0);
        rider.page().getByRole(AriaRole.BUTTON, named("Ride along")).first().click();
        assertThat(rider.text(helene.email().value())).isVisible();
        var other = visitorWithPhone().signIn("marc", page);
        assertThat(other.text(helene.email().value())).hasCount(0);
        driver.open(page);
        assertThat(driver.text(nadia.email().value())).isVisible();
        at(Instant.now().minus(Duration.ofHours(30)));
        for (Visitor visitor : List.of(driver, rider)) {
            visitor.open(page);
            assertThat(visitor.text("Evening of the journey").first()).isVisible();
            assertThat(visitor.text(helene.email().value())).hasCount(0);
            assertThat(visitor.text(nadia.email().value())).hasCount(0);
        }
        int erased = stage.bean(Rides.class).erasePast();
        assertThat(erased).isPositive();
        assertThat(stage.number("SELECT COUNT(*) FROM meeting_ride_seat WHERE meeting_id = ?", meeting.value()))
                .isZero();
        noErrors(driver, rider, other);
    }

    @Test
    void whatIsWantedIsBroughtInOneTap() {
        stage.bean(org.convive.meetings.sharing.BringList.class).ask(camille, meeting, "Cheese board", 1);
        var guest = visitorWithPhone().signIn("nadia", page);
        guest.button("I bring it").click();
        assertThat(guest.text("1 of 1 covered")).isVisible();
        guest.button("Undo").click();
        assertThat(guest.text("0 of 1 covered")).isVisible();
        noErrors(guest);
    }

    @Test
    void atTheDoorOneCodeOneTapOneWalkInAndTheCountIsAlwaysTrue() {
        var keeper = visitorWithPhone().signIn("camille", page + "/door");
        keeper.page().getByRole(AriaRole.MENUITEM, named("Show the code")).click();
        assertThat(keeper.page().locator(".cv-qr svg")).isVisible();
        keeper.button("Close").click();
        String key = stage.bean(org.convive.meetings.day.DoorService.class).doorAddress(camille, meeting);
        var guest =
                visitorWithPhone().signIn("helene", key.substring(stage.url().length()));
        guest.button("I am here").click();
        assertThat(guest.text("Welcome").first()).isVisible();
        Locator here = keeper.page().locator(".cv-door-count > *").first();
        assertThat(here).containsText("1");
        keeper.button("Nadia Ferhaoui is here").click();
        assertThat(here).containsText("2");
        keeper.button("Somebody else came").click();
        keeper.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Anna Kern");
        keeper.button("Note them").click();
        assertThat(here).containsText("3");
        assertThat(keeper.text("Walk-in").first()).isVisible();
        assertPdf(keeper, page + "/attendance.pdf");
        assertPdf(keeper, page + "/badges.pdf");
        noErrors(keeper, guest);
    }

    @Test
    void somebodySignsTheSheetWithAFingerOnTheKeepersTablet() {
        stage.bean(org.convive.meetings.day.DoorService.class).arrive(camille, meeting, helene.person());
        var keeper = visitor().signIn("camille", page + "/door");
        keeper.button(helene.name() + " signs").click();
        var field = keeper.page().locator(".cv-signature").boundingBox();
        keeper.page().mouse().move(field.x + 20, field.y + 30);
        keeper.page().mouse().down();
        keeper.page().mouse().move(field.x + 120, field.y + 60);
        keeper.page().mouse().move(field.x + 200, field.y + 20);
        keeper.page().mouse().up();
        keeper.button("Keep the signature").click();
        assertThat(keeper.button(helene.name() + " signs again")).isVisible();
        assertPdf(keeper, page + "/attendance.pdf");
        noErrors(keeper);
    }

    @Test
    void afterwardsOneTapSaysHowItWas() {
        over();
        var guest = visitorWithPhone().signIn("nadia", page);
        guest.button("Very good").click();
        assertThat(guest.text("Thank you.")).isVisible();
        assertThat(stage.number("SELECT COUNT(*) FROM meeting_pulse WHERE meeting_id = ? AND how = 3", meeting.value()))
                .isEqualTo(1);
        noErrors(guest);
    }

    @Test
    void aPhotoIsAddedOnAPhoneAndShownOnceWhoIsInItAgrees() {
        over();
        var photographer = visitorWithPhone().signIn("helene", page + "/photos");
        photographer
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("evening.jpg", "image/jpeg", jpeg()));
        photographer.page().getByLabel("Who can be recognised?").click();
        photographer
                .page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(nadia.name()))
                .click();
        photographer.page().keyboard().press("Escape");
        photographer.button("Put it in the album").click();
        assertThat(photographer.text("One photo waits for consent")).isVisible();
        var other = visitorWithPhone().signIn("marc", page + "/photos");
        assertThat(other.text("No photo yet")).isVisible();
        var inIt = visitorWithPhone().signIn("nadia", page + "/photos");
        inIt.button("Yes, they may").click();
        assertThat(inIt.page().locator(".cv-photo img")).isVisible();
        other.open(page + "/photos");
        assertThat(other.page().locator(".cv-photo img")).isVisible();
        inIt.button("Please not").click();
        assertThat(inIt.text("Photos in which you were marked are not shown.")).isVisible();
        other.open(page + "/photos");
        assertThat(other.text("No photo yet")).isVisible();
        noErrors(photographer, inIt);
    }

    @Test
    void somebodyOutsideReadsAnOpenMeetingAndAsksToComeWithoutSigningIn() {
        stage.bean(JdbcClient.class)
                .sql("UPDATE cluster SET is_public = TRUE WHERE slug = 'verre-d-orsenne'")
                .update();
        var keeper = visitorWithPhone().signIn("camille", page);
        keeper.text("Anybody may read about it and come").click();
        assertThat(keeper.text("The meeting is open to everybody.")).isVisible();
        var stranger = visitorWithPhone();
        stranger.page().navigate(stage.url() + "/public/meetings/verre-d-orsenne/" + meeting);
        stranger.expectHeading("Evening of the journey");
        assertThat(stranger.text("Nadia")).hasCount(0);
        assertThat(stranger.page().evaluate(FACES))
                .as("the portal's faces, from its own host")
                .isEqualTo(true);
        stranger.page().getByLabel("Your name").fill("Anna Kern");
        stranger.page().getByLabel("Your e-mail address").fill("anna@kern.example");
        stranger.button("I would like to come").click();
        stranger.expectHeading("Please look into your mailbox");
        assertThat(stage.number(
                        "SELECT COUNT(*) FROM mail_letter WHERE kind = 'meeting.join' AND subject_ref = ?",
                        "meeting:" + meeting))
                .isEqualTo(1);
        noErrors(keeper, stranger);
    }

    private Actor actorOf(String username) {
        String email = stage.bean(JdbcClient.class)
                .sql("SELECT email FROM person WHERE email LIKE ? ORDER BY id LIMIT 1")
                .param(username + ".%")
                .query(String.class)
                .single();
        return stage.actor(email, "verre-d-orsenne");
    }

    private void begun() {
        at(Instant.now().minus(Duration.ofMinutes(20)));
    }

    private void over() {
        at(Instant.now().minus(HOUR).minus(HOUR));
    }

    private void at(Instant from) {
        stage.bean(JdbcClient.class)
                .sql("UPDATE meeting SET starts = ?, ends = ? WHERE id = ?")
                .params(Utc.column(from), Utc.column(from.plus(HOUR)), meeting.value())
                .update();
    }

    private void assertPdf(Visitor visitor, String path) {
        APIResponse file = visitor.page().request().get(stage.url() + path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(new String(file.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static void noErrors(Visitor... visitors) {
        for (Visitor visitor : visitors) {
            assertThat(visitor.errors()).isEmpty();
            assertThat(visitor.strangers()).isEmpty();
        }
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }

    private static byte[] jpeg() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
