package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.convive.identity.Actor;
import org.convive.means.MeansId;
import org.convive.means.MeansWorld;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.Place;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.OptionDraft;
import org.junit.jupiter.api.Test;

/** Calendars from elsewhere: busy times for one's own eyes, a meeting proposed from an event, a means taken out of use. */
class OtherCalendarJourneyTest extends MeansJourney {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** When Marc's other calendar says that he is busy. */
    private final Instant busy = MeansWorld.in(AHEAD, 10);

    @Test
    void marcLinksHisOtherCalendarAndOnlyHeSeesItInAPollAndBesideABooking() throws IOException {
        MeansId means = share(plain(named("Kiln"), "One"));
        MeetingId poll = poll();
        var calendars = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        calendars.createContext("/marc.ics", exchange -> {
            byte[] calendar = calendar("Dentist").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/calendar");
            exchange.sendResponseHeaders(200, calendar.length);
            exchange.getResponseBody().write(calendar);
            exchange.close();
        });
        calendars.start();
        try {
            var visitor = visitor().signIn("marc", ORSENNE + "/import");
            visitor.page()
                    .getByLabel("Or its link")
                    .fill("http://127.0.0.1:" + calendars.getAddress().getPort() + "/marc.ics");
            visitor.button("Look at it").click();
            assertThat(visitor.text("Dentist").first()).isVisible();
            visitor.page().getByLabel("Name for yourself").fill("At home");
            visitor.button("Keep my busy times").click();
            assertThat(visitor.text("Kept. Only you see them.")).isVisible();

            visitor.open(ORSENNE + "/meetings/" + poll);
            Locator rows = visitor.page().locator(".cv-poll-row");
            assertThat(rows).hasCount(2);
            assertThat(rows.first()).containsText("You are busy then, says your other calendar");
            assertThat(rows.last()).not().containsText("You are busy then");
            visitor.open(pageOf(means, "10:00", "12:00"));
            assertThat(visitor.page().locator(".cv-busy-then"))
                    .hasText(Pattern.compile("You are busy then: .*elsewhere, 10.*11.*"));
            visitor.open(pageOf(means, "14:00", "16:00"));
            book(visitor).waitFor();
            assertThat(elsewhere(visitor)).hasCount(0);

            var other = visitor().signIn("nadia", ORSENNE + "/meetings/" + poll);
            assertThat(other.page().locator(".cv-poll-row")).hasCount(2);
            assertThat(other.text("says your other calendar")).hasCount(0);
            other.open(pageOf(means, "10:00", "12:00"));
            book(other).waitFor();
            assertThat(elsewhere(other)).hasCount(0);

            visitor.open("/profile");
            visitor.button("Forget it").last().click();
            assertThat(visitor.text("Forgotten.")).isVisible();
            visitor.open(ORSENNE + "/meetings/" + poll);
            assertThat(rows).hasCount(2);
            assertThat(visitor.text("says your other calendar")).hasCount(0);
            assertThat(visitor.errors()).isEmpty();
            assertThat(visitor.strangers()).isEmpty();
        } finally {
            calendars.stop(0);
        }
    }

    @Test
    void heleneDropsAPlanProposesAMeetingFromItAndTakesAMeansOutOfUseAtItsTimes() {
        String name = named("Bench");
        MeansId means = share(plain(name, "One"));
        var visitor = visitor().signIn("helene", ORSENNE + "/import");
        drop(visitor, calendar("Care of the furnace"));
        assertThat(visitor.text("One event to use.")).isVisible();
        visitor.link("Propose: Care of the furnace").click();
        visitor.page().waitForURL(Pattern.compile(".*/meetings/new.*"));
        assertThat(visitor.page()
                        .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title"))
                        .first())
                .hasValue("Care of the furnace");
        assertThat(stage.number("SELECT COUNT(*) FROM meeting WHERE title = 'Care of the furnace'"))
                .isZero();

        visitor.open(ORSENNE + "/import");
        drop(visitor, calendar("Care of the furnace"));
        visitor.page().locator("vaadin-select").click();
        visitor.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .click();
        assertThat(outOfUse(means)).isZero();
        visitor.button("Take out of use").click();
        assertThat(visitor.page()
                        .getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("out of use"))
                        .first())
                .isVisible();
        assertThat(outOfUse(means)).isEqualTo(1);
        assertThat(visitor.errors()).isEmpty();
        assertThat(visitor.strangers()).isEmpty();
    }

    private long outOfUse(MeansId means) {
        return stage.number("SELECT COUNT(*) FROM booking WHERE means_id = ? AND kind = 'BLACKOUT'", means.value());
    }

    /** What the hand does with a file over the page. */
    private static void drop(Visitor visitor, String calendar) {
        JSHandle files = visitor.page().evaluateHandle("""
                content => { const files = new DataTransfer();
                    files.items.add(new File([content], 'plan.ics', { type: 'text/calendar' })); return files; }""", calendar);
        visitor.page().locator("vaadin-upload").dispatchEvent("drop", Map.of("dataTransfer", files));
    }

    private MeetingId poll() {
        Actor camille = stage.actor("camille.ferrand@verre-orsenne.example", SLUG);
        return stage.bean(DatePolls.class)
                .start(
                        camille,
                        MeetingDraft.of(
                                        named("Visit"),
                                        busy,
                                        busy.plusSeconds(3600),
                                        MeansWorld.PARIS,
                                        Place.at("Le Creuset"),
                                        Invited.people(marc.person(), nadia.person()))
                                .undated(),
                        List.of(
                                OptionDraft.at(busy, busy.plusSeconds(3600)),
                                OptionDraft.at(busy.plusSeconds(86_400), busy.plusSeconds(90_000))),
                        null);
    }

    private String calendar(String title) {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:%s
                SUMMARY:%s
                DTSTART:%s
                DTEND:%s
                END:VEVENT
                END:VCALENDAR
                """.formatted(title.hashCode(), title, UTC.format(busy), UTC.format(busy.plusSeconds(3600)));
    }

    /** What another calendar says; bookings of the portal itself may stand beside it. */
    private static Locator elsewhere(Visitor visitor) {
        return visitor.page()
                .locator(".cv-busy-then:visible")
                .filter(new Locator.FilterOptions().setHasText("elsewhere"));
    }
}
