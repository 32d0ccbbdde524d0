package org.convive.newsletter.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.convive.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final LocalDate BEGAN = LocalDate.of(2026, 1, 10);

    @Test
    void theFirstLetterIsDueOnTheNextDayOfTheRhythm() {
        assertThat(rhythm(5, null).due(null)).isEqualTo(LocalDate.of(2026, 2, 5));
        assertThat(rhythm(10, null).due(null)).isEqualTo(LocalDate.of(2026, 1, 10));
    }

    @Test
    void aLetterShortlyBeforeTheDayIsTheLetterOfThatDay() {
        assertThat(rhythm(5, null).due(LocalDate.of(2026, 2, 1))).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(rhythm(5, null).due(LocalDate.of(2026, 2, 7))).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(rhythm(28, null).due(LocalDate.of(2026, 12, 20))).isEqualTo(LocalDate.of(2027, 1, 28));
    }

    @Test
    void aSkippedDayIsFollowedByTheNextMonths() {
        assertThat(rhythm(5, LocalDate.of(2026, 2, 5)).due(null)).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void remindersComeBeforeTheDayAndOnceOnly() {
        Rhythm rhythm = rhythm(5, null);
        LocalDate due = LocalDate.of(2026, 2, 5);
        assertThat(rhythm.reminds(due, due.minusDays(6))).isFalse();
        assertThat(rhythm.reminds(due, due.minusDays(5))).isTrue();
        assertThat(rhythm.calls(due, due.minusDays(12))).isTrue();
        assertThat(rhythm.calls(due, due)).isFalse();
        Rhythm told = new Rhythm(true, 5, 5, 12, BEGAN, null, due, due, 1);
        assertThat(told.reminds(due, due)).isFalse();
        assertThat(told.calls(due, due.minusDays(3))).isFalse();
    }

    @Test
    void daysThatAMonthMayLackAreRefused() {
        assertThatThrownBy(() -> new Rhythm(true, 31, 5, 12, BEGAN, null, null, null, 0).requireValid())
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("monthDay"));
    }

    private static Rhythm rhythm(int day, @Nullable LocalDate skipped) {
        return new Rhythm(true, day, 5, 12, BEGAN, skipped, null, null, 1);
    }
}
