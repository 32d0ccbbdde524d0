package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Calendars that follow the portal, what comes from calendars, and calendars brought from elsewhere. */
class CalendarJourneyTest extends Journey {
    @Test
    void marcSubscribesReadsHisCalendarAndRevokesTheAddressInHisProfile() {
        var marc = visitor().signIn("marc", ORSENNE + "/calendar-feed");
        marc.button("Make my address").click();

        Locator address = marc.page().getByLabel("Your calendar address");
        assertThat(address).hasValue(Pattern.compile("^http://localhost:[0-9]+/feeds/calendar/.+\\.ics$"));
        String feed = address.inputValue();
        assertThat(marc.link("On this device (Apple, Outlook, Thunderbird)"))
                .hasAttribute("href", feed.replaceFirst("^http:", "webcal:"));
        assertThat(marc.link("Google Calendar"))
                .hasAttribute("href", Pattern.compile("https://calendar\\.google\\.com/.*webcal.*"));
        assertThat(marc.link("Outlook on the web")).hasAttribute("href", Pattern.compile("https://outlook\\..*"));

        var first = stage.send(HttpRequest.newBuilder(URI.create(feed)));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
        var again = stage.send(HttpRequest.newBuilder(URI.create(feed))
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
        var times = stage.send(HttpRequest.newBuilder(URI.create(feed.replace(".ics", ".ifb"))));
        assertThat(times.body()).contains("BEGIN:VFREEBUSY").doesNotContain("SUMMARY");

        marc.open("/profile");
        marc.button("Revoke it").first().click();
        assertThat(marc.text("The address no longer works.")).isVisible();
        assertThat(stage.send(HttpRequest.newBuilder(URI.create(feed))).statusCode())
                .isEqualTo(404);
        assertThat(marc.errors()).isEmpty();
        assertThat(marc.strangers()).isEmpty();
    }

    @Test
    void anybodyFollowsTheOpenMeetingsOfAClusterWithoutSigningIn() {
        var stranger = visitorWithPhone();
        stranger.open("/clusters/verre-d-orsenne");
        stranger.link("Open meetings in your calendar").click();
        stranger.expectHeading("Open meetings in your calendar");
        String feed = stranger.page().getByLabel("Address of the calendar").inputValue();
        assertThat(stranger.text("Nine plants open their doors, first meeting").first())
                .isVisible();
        var answer = stage.send(HttpRequest.newBuilder(URI.create(feed)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().replace("\r\n ", ""))
                .contains("SUMMARY:Nine plants open their doors\\, first meeting")
                .doesNotContain("Moulds and surfaces workshop");
        assertThat(stranger.errors()).isEmpty();
    }

    @Test
    void inFrenchTheFirstOfAMonthIsAnOrdinalInTheCalendarAndOnTheTimeline() {
        LocalDate first = LocalDate.now(ZoneId.of("Europe/Paris")).plusMonths(2).withDayOfMonth(1);
        String month = first.format(DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH));
        var helene = visitor("fr-FR", false).signIn("helene", ORSENNE + "/meetings?view=week&date=" + first);
        assertThat(helene.page().locator("cv-calendar")).containsText(". 1er");
        helene.open(ORSENNE + "/means?day=" + first);
        assertThat(helene.page().locator("cv-timeline")).containsText("1er " + month);
        assertThat(helene.errors()).isEmpty();
    }

    @Test
    void camillePutsADoubtfulAnswerAwayTakesItBackAndCountsIt() {
        var camille = visitor().signIn("camille", ORSENNE + "/answers-by-mail");
        Locator doubtful = camille.page()
                .locator(".cv-pane")
                .filter(new Locator.FilterOptions().setHasText("secretariat@saulnaye.example"))
                .first();
        assertThat(doubtful).containsText("Pauline Estrade");
        doubtful.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Put away"))
                .click();
        camille.button("Undo").click();
        doubtful.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Count as the answer of Pauline Estrade"))
                .click();
        assertThat(camille.text("Recorded for Pauline Estrade.")).isVisible();
        assertThat(stage.number("""
                        SELECT COUNT(*) FROM meeting_answer a JOIN person p ON p.id = a.person_id
                        JOIN meeting t ON t.id = a.meeting_id
                        WHERE p.name = 'Pauline Estrade' AND a.answer = 'YES' AND t.title LIKE 'Nine plants%'""")).isEqualTo(1);
        assertThat(camille.errors()).isEmpty();
    }

    @Test
    void nadiaBringsACalendarLooksAtItFirstAndSeesWhenSheIsBusy() {
        var nadia = visitor().signIn("nadia", ORSENNE + "/import");
        nadia.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("private.ics", "text/calendar", calendar()));
        assertThat(nadia.text("One event to use, one left out.")).isVisible();
        assertThat(nadia.text("Dentist").first()).isVisible();
        assertThat(busyTimesOfNadia()).isZero();

        nadia.page().getByLabel("Name for yourself").fill("Private");
        nadia.button("Keep my busy times").click();
        assertThat(nadia.text("Kept. Only you see them.")).isVisible();
        assertThat(busyTimesOfNadia()).isEqualTo(1);

        nadia.open("/profile");
        assertThat(nadia.page().getByText("Private", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        nadia.button("Forget it").first().click();
        assertThat(nadia.text("Forgotten.")).isVisible();
        assertThat(busyTimesOfNadia()).isZero();
        assertThat(nadia.errors()).isEmpty();
        assertThat(nadia.strangers()).isEmpty();
    }

    private long busyTimesOfNadia() {
        return stage.number("""
                SELECT COUNT(*) FROM calendar_busy b JOIN calendar_busy_source s ON s.id = b.source_id
                JOIN person p ON p.id = s.person_id WHERE p.email = 'nadia.ferhaoui@corvaine.example'""");
    }

    private static byte[] calendar() {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(
                LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(9));
        return ("""
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:a
                SUMMARY:Dentist
                DTSTART;TZID=Europe/Paris:%1$sT100000
                DTEND;TZID=Europe/Paris:%1$sT110000
                END:VEVENT
                BEGIN:VTODO
                UID:b
                SUMMARY:Buy bread
                END:VTODO
                END:VCALENDAR
                """.formatted(day)).getBytes(StandardCharsets.UTF_8);
    }
}
