package org.convive.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
    void theFirstOfAMonthIsAnOrdinalInFrenchHoweverItIsWritten() {
        LocalDate first = LocalDate.of(2026, 12, 1);
        assertThat(Dates.day(first, Locale.FRENCH)).isEqualTo("mar. 1er décembre");
        assertThat(Dates.dayLong(first, Locale.FRENCH)).isEqualTo("mardi 1er décembre");
        assertThat(Dates.dayShort(first, Locale.FRENCH)).isEqualTo("1er déc.");
        assertThat(Dates.date(first, Locale.FRENCH)).isEqualTo("1er décembre 2026");
        assertThat(Dates.dayOfYear(first, Locale.CANADA_FRENCH)).isEqualTo("1er décembre");
        assertThat(Dates.month(first, Locale.FRENCH)).isEqualTo("décembre 2026");
        assertThat(Dates.dayLong(first, Locale.ENGLISH)).isEqualTo("Tuesday 1 December");
        assertThat(Dates.dayLong(LocalDate.of(2026, 12, 11), Locale.FRENCH)).isEqualTo("vendredi 11 décembre");
        assertThat(Dates.dayLong(LocalDate.of(2026, 12, 21), Locale.FRENCH)).isEqualTo("lundi 21 décembre");
    }

    @Test
    void moneyComesFromMinorUnits() {
        assertThat(english.money(18_000, "EUR")).isEqualTo("€180");
        assertThat(english.money(18_050, "EUR")).isEqualTo("€180.50");
        assertThat(french.money(18_000, "EUR")).isEqualTo("180\u00a0€");
    }
}
