package org.convive.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.convive.calendar.ReplyAddresses;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.mail.Letter;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingLettersTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant STAMP = Instant.parse("2026-03-12T08:00:00Z");
    private static final Instant FROM = Instant.parse("2026-03-19T17:30:00Z");

    private final MeetingLetters letters = new MeetingLetters(
            new Translations(List.of("meetings", "shared")),
            new MeetingEntries(URI.create("https://portal.example/"), ReplyAddresses.plain("portal@convive.example")),
            (meeting, person) -> "https://portal.example/links/meetings/" + meeting + "-" + person);
    private final Actor helene = new Actor(
            new PersonId(1),
            "Hélène Aubrac",
            new EmailAddress("helene@saulnaye.example"),
            new ClusterId(7),
            "verre-d-orsenne",
            "Verre d’Orsenne",
            PARIS,
            Locale.FRENCH,
            null,
            null,
            Role.MANAGER);

    @Test
    void anInvitationSaysWhoWhenWhereAndWhereToAnswer() {
        Letter letter =
                letters.invitation(helene, meeting("Supper", FROM, 0, false), nadia(Locale.ENGLISH, null), STAMP);
        assertThat(letter.subject()).isEqualTo("Invitation: Supper");
        assertThat(letter.text())
                .contains("Hello Nadia Ferhaoui,", "Hélène Aubrac invites you, in Verre d’Orsenne:")
                .contains("Thursday 19 March, 18:30 to 21:30\nVerrerie du Clos-Hamel, Le Hamel")
                .contains("https://portal.example/c/verre-d-orsenne/meetings/42");
        assertThat(calendar(letter))
                .contains("METHOD:REQUEST\r\n", "mailto:nadia@polissage.example", "RSVP=TRUE", "SEQUENCE:0\r\n");
        assertThat(Objects.requireNonNull(letter.calendar()).method()).isEqualTo("REQUEST");
    }

    @Test
    void aFrenchReaderIsToldInFrench() {
        Letter letter =
                letters.invitation(helene, meeting("Souper", FROM, 0, false), nadia(Locale.FRENCH, null), STAMP);
        assertThat(letter.subject()).isEqualTo("Invitation\u202f: Souper");
        assertThat(letter.text()).contains("jeudi 19 mars, 18\u202fh\u202f30 à 21\u202fh\u202f30");
        assertThat(letter.html()).startsWith("<!doctype html><html lang=\"fr\">");
    }

    @Test
    void aChangeTellsOnlyWhatMatters() {
        Letter letter = letters.change(
                helene,
                meeting("Supper", FROM, 0, false),
                meeting("Supper", FROM.plusSeconds(3600), 1, false),
                nadia(Locale.ENGLISH, Answer.YES),
                STAMP);
        assertThat(letter.text())
                .contains("New time: Thursday 19 March, 19:30 to 22:30 (before: Thursday 19 March, 18:30 to 21:30)")
                .contains("You said that you are coming.")
                .doesNotContain("New place")
                .doesNotContain("now called");
        assertThat(calendar(letter)).contains("METHOD:REQUEST\r\n", "SEQUENCE:1\r\n", "PARTSTAT=NEEDS-ACTION");
    }

    @Test
    void aCancellationTakesTheMeetingOutOfTheCalendar() {
        Letter letter =
                letters.cancellation(helene, meeting("Supper", FROM, 2, true), nadia(Locale.ENGLISH, null), STAMP);
        assertThat(letter.text()).contains("The furnace is cold");
        assertThat(Objects.requireNonNull(letter.calendar()).method()).isEqualTo("CANCEL");
        assertThat(calendar(letter)).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:2\r\n");
    }

    @Test
    void htmlInATitleIsShownAsText() {
        Letter letter = letters.promotion(
                helene, meeting("<script>alert(1)</script>", FROM, 0, false), nadia(Locale.ENGLISH, Answer.YES), STAMP);
        assertThat(letter.html()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private static String calendar(Letter letter) {
        return Objects.requireNonNull(letter.calendar()).content().replace("\r\n ", "");
    }

    private static Reader nadia(Locale locale, @Nullable Answer answer) {
        return new Reader(
                new PersonId(3),
                "Nadia Ferhaoui",
                new EmailAddress("nadia@polissage.example"),
                locale,
                answer,
                false,
                false);
    }

    private static Meeting meeting(String title, Instant from, int sequence, boolean cancelled) {
        return new Meeting(
                new MeetingId(42),
                new ClusterId(7),
                "u-1@portal.example",
                title,
                Stage.CONFIRMED,
                from,
                from.plusSeconds(3 * 3600),
                PARIS,
                Place.at("Verrerie du Clos-Hamel, Le Hamel"),
                "Verrerie du Clos-Hamel, Le Hamel",
                "Bring **one thing**.",
                24,
                null,
                new PersonId(1),
                Set.of(),
                cancelled,
                cancelled ? "The furnace is cold" : "",
                STAMP,
                sequence,
                0,
                null);
    }
}
