package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.convive.shared.InvalidInput;
import org.convive.shared.TimeSlot;
import org.convive.shared.Translations;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2027-03-16T09:00");

    private final RepeatWords words = new RepeatWords(new Translations(List.of("calendar", "shared")));

    @Test
    void point23NineStaysNineWhenTheClocksChange() {
        var weekly = Recurrence.of(TUESDAY, PARIS, RepeatRule.weekly(1, EnumSet.noneOf(DayOfWeek.class)));
        assertThat(weekly.between(Instant.parse("2027-03-20T00:00:00Z"), Instant.parse("2027-04-01T00:00:00Z"), 10))
                .containsExactly(Instant.parse("2027-03-23T08:00:00Z"), Instant.parse("2027-03-30T07:00:00Z"));
    }

    @Test
    void point27ATimeThatTheClocksSkipHappensAtTheOffsetBeforeTheGapAndOneShownTwiceHappensTheFirstTime() {
        var nightly = Recurrence.of(
                LocalDateTime.parse("2027-03-27T02:30"),
                PARIS,
                RepeatRule.daily(1).times(3));
        assertThat(nightly.between(Instant.EPOCH, Instant.parse("2028-01-01T00:00:00Z"), 10))
                .containsExactly(
                        Instant.parse("2027-03-27T01:30:00Z"),
                        Instant.parse("2027-03-28T01:30:00Z"),
                        Instant.parse("2027-03-29T00:30:00Z"));
        var autumn = Recurrence.of(
                LocalDateTime.parse("2027-10-30T02:30"),
                PARIS,
                RepeatRule.daily(1).times(3));
        assertThat(autumn.between(Instant.EPOCH, Instant.parse("2028-01-01T00:00:00Z"), 10))
                .containsExactly(
                        Instant.parse("2027-10-30T00:30:00Z"),
                        Instant.parse("2027-10-31T00:30:00Z"),
                        Instant.parse("2027-11-01T01:30:00Z"));
    }

    @Test
    void point26UntilIsWrittenInUtcAndReadBackAsLocalTime() {
        var rule = RepeatRule.weekly(1, EnumSet.of(DayOfWeek.TUESDAY)).until(LocalDate.parse("2027-10-31"));
        assertThat(rule.written(PARIS)).isEqualTo("FREQ=WEEKLY;UNTIL=20271031T225959Z;BYDAY=TU");
        assertThat(Recurrence.of(TUESDAY, PARIS, rule.written(PARIS)).rule()).isEqualTo(rule);
    }

    @Test
    void theStartCountsAsTheFirstTime() {
        assertThat(Recurrence.of(TUESDAY, PARIS, "FREQ=WEEKLY;COUNT=3").starts(10))
                .containsExactly(TUESDAY, TUESDAY.plusWeeks(1), TUESDAY.plusWeeks(2));
    }

    @Test
    void monthsWithoutTheDayAreLeftOut() {
        assertThat(Recurrence.of(LocalDateTime.parse("2027-01-31T10:00"), PARIS, "FREQ=MONTHLY;COUNT=4")
                        .starts(10))
                .extracting(LocalDateTime::toLocalDate)
                .map(LocalDate::toString)
                .containsExactly("2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31");
    }

    @Test
    void aRuleThatCountsRareDaysFromTheYearOneDoesNotKeepThePortalBusy() {
        var old = Recurrence.of(
                LocalDateTime.parse("0001-01-01T10:00"),
                PARIS,
                "FREQ=DAILY;COUNT=500;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO");
        assertThat(old.between(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"), 10))
                .isEmpty();
        var birthday = Recurrence.of(LocalDateTime.parse("1604-03-16T09:00"), PARIS, "FREQ=YEARLY");
        assertThat(birthday.between(Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"), 10))
                .hasSize(1);
    }

    @Test
    void aRuleThatNeverComesTrueEndsByItself() {
        assertThat(Recurrence.of(TUESDAY, PARIS, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
                        .starts(10))
                .containsExactly(TUESDAY);
    }

    @Test
    void aWindowFarAwayIsFoundWithoutCountingThroughTheYears() {
        var daily = Recurrence.of(TUESDAY, PARIS, "FREQ=DAILY");
        assertThat(daily.between(Instant.parse("2150-06-01T00:00:00Z"), Instant.parse("2150-06-03T00:00:00Z"), 10))
                .hasSize(2);
        var everyFive = Recurrence.of(TUESDAY, PARIS, "FREQ=WEEKLY;INTERVAL=5;BYDAY=TU,SA");
        List<LocalDateTime> all = everyFive.starts(400);
        Instant from = everyFive.moment(all.get(200));
        assertThat(everyFive.between(from, everyFive.moment(all.get(300)), 400))
                .isEqualTo(all.subList(200, 300).stream().map(everyFive::moment).toList());
    }

    @Test
    void datesLeftOutAndDatesAddedAreKept() {
        var weekly = Recurrence.of(TUESDAY, PARIS, "FREQ=WEEKLY;COUNT=3")
                .without(List.of(TUESDAY.plusWeeks(1)))
                .with(List.of(TUESDAY.plusDays(1)));
        assertThat(weekly.starts(10)).containsExactly(TUESDAY, TUESDAY.plusDays(1), TUESDAY.plusWeeks(2));
        assertThat(Recurrence.stored(TUESDAY, PARIS, weekly.stored())).isEqualTo(weekly);
        assertThat(weekly.hasStart(TUESDAY)).isTrue();
        assertThat(weekly.hasStart(TUESDAY.plusWeeks(1))).isFalse();
    }

    @Test
    void slotsThatOnlyTouchTheWindowAreThereToo() {
        var daily = Recurrence.of(TUESDAY, PARIS, "FREQ=DAILY;COUNT=5");
        Instant nine = daily.moment(TUESDAY);
        assertThat(daily.slots(Duration.ofHours(2), nine.plusSeconds(3600), nine.plusSeconds(7200), 5))
                .containsExactly(new TimeSlot(nine, nine.plusSeconds(7200)));
        assertThat(daily.slots(Duration.ofHours(2), nine.plusSeconds(7200), nine.plusSeconds(7300), 5))
                .isEmpty();
    }

    @Test
    void anEndedSeriesKeepsItsPast() {
        var weekly = Recurrence.of(TUESDAY, PARIS, "FREQ=WEEKLY;COUNT=10").before(TUESDAY.plusWeeks(2));
        assertThat(weekly.starts(10)).containsExactly(TUESDAY, TUESDAY.plusWeeks(1));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithASentence() {
        refuses("FREQ=HOURLY", "calendar.repeat.error.too-often");
        refuses("FREQ=YEARLY;BYWEEKNO=20", "calendar.repeat.error.unsupported");
        refuses("FREQ=WEEKLY;COUNT=0", "calendar.repeat.error.count");
        refuses("FREQ=WEEKLY;COUNT=3;UNTIL=20300101T000000Z", "calendar.repeat.error.unreadable");
        for (String wrong :
                List.of("", "FREQ", "FREQ=DAILY;FREQ=DAILY", "FREQ=WEEKLY;BYDAY=2TU", "FREQ=DAILY;BYDAY=XX")) {
            refuses(wrong, "calendar.repeat.error.unreadable");
        }
    }

    @Test
    void whatAPersonTypesMustEndAndHappenMoreThanOnceButNotTooOften() {
        sound("FREQ=WEEKLY", "calendar.repeat.error.endless");
        sound("FREQ=WEEKLY;UNTIL=20260101", "calendar.repeat.error.ends-before-start");
        sound("FREQ=WEEKLY;COUNT=1", "calendar.repeat.error.once");
        sound("FREQ=DAILY;COUNT=53", "calendar.repeat.error.too-many");
        Recurrence.of(TUESDAY, PARIS, "FREQ=DAILY;COUNT=52").requireSound(52);
    }

    @Test
    void aRuleIsSaidInPlainWords() {
        says("FREQ=DAILY;COUNT=3", "Every day, 3 times", "Chaque jour, 3 fois");
        says(
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20271031T225959Z",
                "Every 2 weeks on Tuesday and Thursday, until 31 October 2027",
                "Toutes les 2 semaines, le mardi et le jeudi, jusqu’au 31 octobre 2027");
        says("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every workday", "Chaque jour ouvré");
        says("FREQ=MONTHLY;BYDAY=1TU", "Every month on the first Tuesday", "Chaque mois, le premier mardi");
        says("FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday", "Chaque mois, le dernier vendredi");
        says("FREQ=MONTHLY", "Every month on the 16th", "Chaque mois, le 16");
        says("FREQ=MONTHLY;BYMONTHDAY=-1", "Every month on the last day", "Chaque mois, le dernier jour");
        says("FREQ=YEARLY", "Every year on 16 March", "Chaque année, le 16 mars");
        says(
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
                "Again and again, by a rule of its own",
                "Plusieurs fois, selon une règle particulière");
        var left = Recurrence.of(TUESDAY, PARIS, "FREQ=WEEKLY;COUNT=3").without(List.of(TUESDAY.plusWeeks(1)));
        assertThat(words.of(left, Locale.FRENCH)).isEqualTo("Chaque semaine, le mardi, 3 fois, sauf le 23 mars 2027");
    }

    private void says(String rule, String english, String french) {
        var recurrence = Recurrence.of(TUESDAY, PARIS, rule);
        assertThat(words.of(recurrence, Locale.ENGLISH)).isEqualTo(english);
        assertThat(words.of(recurrence, Locale.FRENCH)).isEqualTo(french);
    }

    private static void refuses(String rule, String key) {
        assertThatExceptionOfType(InvalidInput.class)
                .as(rule)
                .isThrownBy(() -> Recurrence.of(TUESDAY, PARIS, rule))
                .satisfies(refused ->
                        assertThat(refused.fields().get("recurrence").key()).isEqualTo(key));
    }

    private static void sound(String rule, String key) {
        assertThatExceptionOfType(InvalidInput.class)
                .as(rule)
                .isThrownBy(() -> Recurrence.of(TUESDAY, PARIS, rule).requireSound(52))
                .satisfies(refused ->
                        assertThat(refused.fields().get("recurrence").key()).isEqualTo(key));
    }
}
