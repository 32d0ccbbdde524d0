package org.convive.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FROM = Instant.parse("2026-03-19T17:30:00Z");
    private static final Instant TO = Instant.parse("2026-03-19T20:30:00Z");
    private final Dates english = Dates.of(Locale.ENGLISH, PARIS);
    private final Dates french = Dates.of(Locale.FRENCH, PARIS);

    @Test
    void anEveningIsWrittenInBothLanguages() {
        assertThat(english.range(FROM, TO)).isEqualTo("Thursday 19 March, 18:30 to 21:30");
        assertThat(french.range(FROM, TO)).isEqualTo("jeudi 19 mars, 18\u202fh\u202f30 à 21\u202fh\u202f30");
    }

    @Test
    void aRangeOverMidnightNamesTheSecondDay() {
        assertThat(english.hours(FROM, Instant.parse("2026-03-20T01:00:00Z")))
                .isEqualTo("18:30 to Fri 20 March, 02:00");
    }

    @Test
    void aFullHourInFrenchHasNoMinutes() {
        assertThat(french.time(Instant.parse("2026-03-19T07:00:00Z"))).isEqualTo("8\u202fh");
    }

    @Test
    void distanceIsCountedInDaysOfTheZone() {
        Instant now = Instant.parse("2026-03-12T23:30:00Z");
        assertThat(english.relative(Instant.parse("2026-03-13T08:00:00Z"), now)).isEqualTo("today");
        assertThat(english.relative(Instant.parse("2026-03-14T08:00:00Z"), now)).isEqualTo("tomorrow");
        assertThat(english.relative(Instant.parse("2026-03-20T08:00:00Z"), now)).isEqualTo("in a week");
        assertThat(french.relative(Instant.parse("2026-03-20T08:00:00Z"), now)).isEqualTo("dans une semaine");
        assertThat(french.relative(Instant.parse("2026-03-10T08:00:00Z"), now)).isEqualTo("il y a 3 jours");
    }

    @Test
    void moneyComesFromMinorUnits() {
        assertThat(english.money(18_000, "EUR")).isEqualTo("€180");
        assertThat(english.money(18_050, "EUR")).isEqualTo("€180.50");
        assertThat(french.money(18_000, "EUR")).isEqualTo("180\u00a0€");
    }
}
