package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.convive.calendar.CalendarEntry.Claim;
import org.convive.calendar.FreeBusy.Taken;
import org.junit.jupiter.api.Test;

class FreeBusyTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant MONDAY = Instant.parse("2027-03-22T00:00:00Z");

    @Test
    void timesThatTouchOrOverlapAreOneAndWhatIsSureHidesWhatIsPerhaps() {
        assertThat(FreeBusy.merged(
                        List.of(
                                new Taken(at(9), at(11), Claim.FIRM),
                                new Taken(at(11), at(12), Claim.FIRM),
                                new Taken(at(10), at(14), Claim.TENTATIVE),
                                new Taken(at(20), at(30), Claim.FIRM)),
                        1,
                        MONDAY,
                        at(24)))
                .containsExactly(
                        new Taken(at(9), at(12), Claim.FIRM),
                        new Taken(at(12), at(14), Claim.TENTATIVE),
                        new Taken(at(20), at(24), Claim.FIRM));
    }

    @Test
    void aMeansWithTwoUnitsIsTakenWhenBothAre() {
        assertThat(FreeBusy.merged(
                        List.of(
                                new Taken(at(9), at(11), Claim.FIRM),
                                new Taken(at(10), at(13), Claim.FIRM),
                                new Taken(at(12), at(14), Claim.TENTATIVE)),
                        2,
                        MONDAY,
                        at(24)))
                .containsExactly(new Taken(at(10), at(11), Claim.FIRM), new Taken(at(12), at(13), Claim.TENTATIVE));
    }

    @Test
    void aSeriesIsTakenEachTimeAcrossTheChangeOfClocksButNotWhereItWasMoved() {
        LocalDateTime start = LocalDateTime.parse("2027-03-22T09:00");
        Recurrence weekly = Recurrence.of(start, PARIS, "FREQ=WEEKLY;COUNT=3");
        CalendarEntry series = entry(weekly.moment(start)).repeated(weekly);
        CalendarEntry moved =
                entry(Instant.parse("2027-03-29T13:00:00Z")).occurrence(LocalDateTime.parse("2027-03-29T09:00"));
        assertThat(FreeBusy.taken(List.of(series, moved), MONDAY, Instant.parse("2027-05-01T00:00:00Z")))
                .extracting(Taken::from)
                .containsExactly(
                        Instant.parse("2027-03-22T08:00:00Z"),
                        Instant.parse("2027-03-29T13:00:00Z"),
                        Instant.parse("2027-04-05T07:00:00Z"));
    }

    @Test
    void whatWasCalledOffAndWhatIsOnlyToRememberTakesNoTime() {
        CalendarEntry entry = entry(at(9));
        assertThat(FreeBusy.taken(List.of(entry.claiming(Claim.NOTE), CalendarCorpus.cancelled(entry)), MONDAY, at(24)))
                .isEmpty();
    }

    private static Instant at(int hour) {
        return MONDAY.plusSeconds(hour * 3600L);
    }

    private static CalendarEntry entry(Instant from) {
        return new CalendarEntry("u@x", 0, from, from.plusSeconds(3600), PARIS, "x", "", "", null, false, MONDAY);
    }
}
