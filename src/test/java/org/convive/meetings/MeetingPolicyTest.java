package org.convive.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
    private static final Instant FROM = Instant.parse("2026-03-19T17:30:00Z");
    private static final Instant TO = Instant.parse("2026-03-19T20:30:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aSupperNextWeekIsFine() {
        assertThatCode(() -> MeetingPolicy.checkNew(draft("Supper", FROM, TO, 24, null), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void itEndsAfterItStarts() {
        assertThat(complaints(draft("Supper", TO, FROM, null, null))).containsOnly("to");
    }

    @Test
    void itIsNotInThePast() {
        assertThat(complaints(draft("Supper", NOW.minusSeconds(60), TO, null, null)))
                .containsOnly("from");
    }

    @Test
    void itIsNotInTheNextCentury() {
        Instant far = NOW.plus(Duration.ofDays(40_000));
        assertThat(complaints(draft("Supper", far, far.plusSeconds(60), null, null)))
                .containsOnly("from");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var draft = new MeetingDraft(
                " ",
                null,
                null,
                PARIS,
                new Place(null, "", "javascript:alert(1)"),
                "x".repeat(10_001),
                0,
                null,
                List.of(),
                new Invited(false, Set.of(), Set.of()));
        assertThat(complaints(draft)).containsOnly("title", "from", "to", "link", "description", "capacity", "invited");
    }

    @Test
    void aTitleOfTenThousandCharactersIsTooLong() {
        assertThat(complaints(draft("é".repeat(10_000), FROM, TO, null, null))).containsOnly("title");
    }

    @Test
    void twoHundredEmojiAreATitle() {
        assertThatCode(() -> MeetingPolicy.checkNew(draft("🍷".repeat(200), FROM, TO, null, null), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void answersAreWantedBeforeTheStart() {
        assertThat(complaints(draft("Supper", FROM, TO, null, TO))).containsOnly("answerBy");
    }

    @Test
    void aMeetingThatHasStartedCanStillBeDescribed() {
        Instant during = FROM.plusSeconds(60);
        assertThatCode(() -> MeetingPolicy.checkChange(scheduled(), draft("Supper", FROM, TO, null, null), during))
                .doesNotThrowAnyException();
    }

    private static Meeting scheduled() {
        return new Meeting(
                new MeetingId(1),
                new ClusterId(1),
                "u",
                "Supper",
                Stage.CONFIRMED,
                FROM,
                TO,
                PARIS,
                Place.at("Le Creuset"),
                "Le Creuset",
                "",
                null,
                null,
                new PersonId(1),
                Set.of(),
                false,
                "",
                NOW,
                0,
                0,
                null);
    }

    private static Set<String> complaints(MeetingDraft draft) {
        return catchThrowableOfType(InvalidInput.class, () -> MeetingPolicy.checkNew(draft, NOW))
                .fields()
                .keySet();
    }

    private static MeetingDraft draft(
            String title, Instant from, Instant to, @Nullable Integer capacity, @Nullable Instant answerBy) {
        return new MeetingDraft(
                title,
                from,
                to,
                PARIS,
                Place.at("Le Creuset"),
                "",
                capacity,
                answerBy,
                List.of(),
                Invited.wholeCluster());
    }
}
