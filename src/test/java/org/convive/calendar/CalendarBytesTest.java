package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.convive.calendar.InvitationWriter.Invitation;
import org.convive.calendar.InvitationWriter.Participation;
import org.convive.calendar.InvitationWriter.Party;
import org.junit.jupiter.api.Test;

/** What leaves the portal, octet by octet. */
class CalendarBytesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant STAMP = Instant.parse("2026-03-12T08:00:00Z");

    @Test
    void point1LinesAreFoldedAt75OctetsAndNoCharacterIsSplit() {
        String french = "Réunion à l’aube : être là où l’été s’éveille, près de la forêt d’Ormeval ☀️🍷 ".repeat(20);
        String calendar = Feed.download(entry(french, french, "2026-03-19T17:30:00Z", "2026-03-19T20:30:00Z"));
        for (String line : calendar.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD").isNotEqualTo(" ");
        }
        assertThat(new String(calendar.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(calendar);
        assertThat(unfolded(calendar)).contains("SUMMARY:" + french.replace(",", "\\,"));
    }

    @Test
    void point3EveryLineEndsWithCrLfAndNoneIsEmpty() {
        String calendar = request(entry("A\r\nB\rC\nD", "1\n\n2", "2026-03-19T17:30:00Z", "2026-03-19T20:30:00Z"));
        assertThat(calendar).endsWith("END:VCALENDAR\r\n").startsWith("BEGIN:VCALENDAR\r\n");
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(calendar).doesNotContain("\r\n\r\n");
        assertThat(calendar).contains("SUMMARY:A\\nB\\nC\\nD\r\n");
    }

    @Test
    void point2CommasSemicolonsAndBackslashesAreEscapedInTextsButNotInAddresses() {
        String calendar = request(entry("a,b;c\\d", "", "2026-03-19T17:30:00Z", "2026-03-19T20:30:00Z"));
        assertThat(calendar).contains("SUMMARY:a\\,b\\;c\\\\d\r\n");
        assertThat(unfolded(calendar)).contains("URL:https://portal.example/c/x/meetings/1?a=1,2;b\r\n");
    }

    @Test
    void namesCannotBreakOutOfTheirParameter() {
        String calendar = InvitationWriter.request(new Invitation(
                entry("x", "", "2026-03-19T17:30:00Z", "2026-03-19T20:30:00Z"),
                STAMP,
                new Party("Aubrac; Hélène: \"Chef\"", "portal@convive.example"),
                new Party("Marc\r\nATTENDEE:mailto:evil@x.example", "Marc@Moulin.example"),
                Participation.NEEDS_ACTION));
        assertThat(unfolded(calendar))
                .contains("ORGANIZER;CN=\"Aubrac; Hélène: 'Chef'\":mailto:portal@convive.example\r\n")
                .contains("CN=\"MarcATTENDEE:mailto:evil@x.example\":mailto:marc@moulin.example\r\n");
        assertThat(Arrays.stream(unfolded(calendar).split("\r\n", -1)).filter(line -> line.startsWith("ATTENDEE")))
                .hasSize(1);
    }

    @Test
    void point9ARequestAsksItsOwnRecipientToAnswer() {
        String calendar = unfolded(request(entry("x", "", "2026-03-19T17:30:00Z", "2026-03-19T20:30:00Z")));
        assertThat(calendar)
                .contains("METHOD:REQUEST\r\n")
                .contains("DTSTAMP:20260312T080000Z\r\n")
                .contains("SEQUENCE:3\r\n")
                .contains("UID:u-1@portal.example\r\n")
                .contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Nadia Ferhaoui:mailto:nadia@polissage.example\r\n")
                .contains("STATUS:CONFIRMED\r\n");
    }

    @Test
    void point8ACancelSaysSoTwice() {
        CalendarEntry entry = entry("x", "", "2026-03-19T17:30:00Z", "2026-03-19T20:30:00Z");
        var cancelled =
                new CalendarEntry(entry.uid(), 4, entry.from(), entry.to(), PARIS, "x", "", "", null, true, STAMP);
        String calendar = unfolded(InvitationWriter.cancel(invitation(cancelled)));
        assertThat(calendar)
                .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:4\r\n")
                .doesNotContain("RSVP=TRUE");
    }

    @Test
    void point27OnTheDaySummerTimeBeginsTheClocksOfTheZoneAreShown() {
        // 2027-03-28: at 02:00 the clocks of Paris go to 03:00.
        String calendar = request(entry("Supper", "", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"));
        assertThat(calendar)
                .contains("DTSTART;TZID=Europe/Paris:20270328T013000\r\n")
                .contains("DTEND;TZID=Europe/Paris:20270328T033000\r\n");
    }

    @Test
    void point27OnTheDaySummerTimeEndsTheClocksOfTheZoneAreShown() {
        // 2027-10-31: at 03:00 the clocks of Paris go back to 02:00.
        String calendar = request(entry("Supper", "", "2027-10-30T22:00:00Z", "2027-10-31T08:00:00Z"));
        assertThat(calendar)
                .contains("DTSTART;TZID=Europe/Paris:20271031T000000\r\n")
                .contains("DTEND;TZID=Europe/Paris:20271031T090000\r\n");
    }

    @Test
    void point24TheTimeZoneIsShortWithLocalStartsAndNoHistory() {
        String calendar = request(entry("Supper", "", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"));
        assertThat(calendar).contains("""
                        BEGIN:VTIMEZONE
                        TZID:Europe/Paris
                        BEGIN:DAYLIGHT
                        DTSTART:20260329T020000
                        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                        TZOFFSETFROM:+0100
                        TZOFFSETTO:+0200
                        END:DAYLIGHT
                        BEGIN:STANDARD
                        DTSTART:20261025T030000
                        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                        TZOFFSETFROM:+0200
                        TZOFFSETTO:+0100
                        END:STANDARD
                        END:VTIMEZONE
                        """.replace("\n", "\r\n"));
        assertThat(calendar).doesNotContain("1891");
    }

    @Test
    void zonesWithoutSummerTimeWithOddRulesAndUtcAreWritten() {
        for (String zone : List.of("Asia/Tokyo", "America/New_York", "Africa/Casablanca", "Asia/Kolkata", "+05:30")) {
            String calendar = Feed.download(in(ZoneId.of(zone)));
            assertThat(calendar).contains("TZID:" + zone + "\r\n").contains("BEGIN:STANDARD\r\n");
        }
        assertThat(Feed.download(in(ZoneId.of("America/New_York"))))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n");
        assertThat(Feed.download(in(ZoneId.of("UTC"))))
                .contains("DTSTART:20270328T003000Z\r\n")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void point28AFeedSaysHowOftenToReadItAndKeepsCancelledEntries() {
        CalendarEntry kept = entry("Souper", "", "2026-03-19T17:30:00Z", "2026-03-19T20:30:00Z");
        var cancelled =
                new CalendarEntry("u-2@x", 1, kept.from(), kept.to(), PARIS, "Visite", "", "", null, true, STAMP);
        String calendar = Feed.of("Convive : Hélène", List.of(cancelled, kept));
        assertThat(calendar)
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "X-PUBLISHED-TTL:PT1H\r\n")
                .contains("STATUS:CANCELLED\r\n", "STATUS:CONFIRMED\r\n")
                .doesNotContain("METHOD");
        assertThat(calendar.split("BEGIN:VTIMEZONE", -1)).hasSize(2);
        assertThat(Feed.of("Convive : Hélène", List.of(kept, cancelled))).isEqualTo(calendar);
    }

    private static CalendarEntry in(ZoneId zone) {
        return new CalendarEntry(
                "u@x",
                0,
                Instant.parse("2027-03-28T00:30:00Z"),
                Instant.parse("2027-03-28T01:30:00Z"),
                zone,
                "x",
                "",
                "",
                null,
                false,
                STAMP);
    }

    private static CalendarEntry entry(String summary, String description, String from, String to) {
        return new CalendarEntry(
                "u-1@portal.example",
                3,
                Instant.parse(from),
                Instant.parse(to),
                PARIS,
                summary,
                description,
                "Verrerie du Clos-Hamel, Le Hamel",
                "https://portal.example/c/x/meetings/1?a=1,2;b",
                false,
                STAMP);
    }

    private static Invitation invitation(CalendarEntry entry) {
        return new Invitation(
                entry,
                STAMP,
                new Party("Hélène Aubrac", "portal@convive.example"),
                new Party("Nadia Ferhaoui", "nadia@polissage.example"),
                Participation.NEEDS_ACTION);
    }

    private static String request(CalendarEntry entry) {
        return InvitationWriter.request(invitation(entry));
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }
}
