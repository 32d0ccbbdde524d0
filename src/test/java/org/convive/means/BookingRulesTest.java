package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.junit.jupiter.api.Test;

class BookingRulesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = paris("2027-03-01T08:00");
    private static final BookingRules LENIENT = BookingRules.lenient(PARIS);
    private static final OpeningHours OFFICE =
            OpeningHours.daily(LocalTime.of(8, 0), LocalTime.of(18, 0), DayOfWeek.MONDAY, DayOfWeek.TUESDAY);

    @Test
    void aBookingEndsAfterItStarts() {
        assertThat(keys(LENIENT, "2027-03-02T10:00", "2027-03-02T10:00"))
                .containsEntry("to", "means.error.ends-before-start");
        assertThat(keys(LENIENT, "2027-03-02T10:00", "2027-03-02T09:00"))
                .containsEntry("to", "means.error.ends-before-start");
    }

    @Test
    void thePastCannotBeBooked() {
        assertThat(keys(LENIENT, "2027-03-01T07:00", "2027-03-01T09:00")).containsEntry("from", "means.error.past");
    }

    @Test
    void aBookingIsNeitherShorterNorLongerThanTheOwnerWants() {
        BookingRules rules = LENIENT.withLengths(Duration.ofHours(1), Duration.ofHours(4));

        assertThat(rules.broken(at("2027-03-02T10:00"), at("2027-03-02T10:59"), NOW))
                .containsEntry("to", Message.of("means.error.too-short.hours", 1L));
        assertThat(rules.broken(at("2027-03-02T10:00"), at("2027-03-02T14:01"), NOW))
                .containsEntry("to", Message.of("means.error.too-long.hours", 4L));
        assertThat(rules.allow(at("2027-03-02T10:00"), at("2027-03-02T11:00"), NOW))
                .isTrue();
        assertThat(rules.allow(at("2027-03-02T10:00"), at("2027-03-02T14:00"), NOW))
                .isTrue();
    }

    @Test
    void theOwnerNeedsNotice() {
        BookingRules rules = LENIENT.withNotice(Duration.ofHours(24), 30);

        assertThat(keys(rules, "2027-03-02T07:59", "2027-03-02T09:00"))
                .containsEntry("from", "means.error.notice.hours");
        assertThat(rules.allow(at("2027-03-02T08:00"), at("2027-03-02T09:00"), NOW))
                .isTrue();
    }

    @Test
    void nobodyBooksBeyondTheHorizon() {
        BookingRules rules = LENIENT.withNotice(Duration.ZERO, 30);

        assertThat(keys(rules, "2027-03-31T11:00", "2027-03-31T12:00")).containsEntry("from", "means.error.horizon");
        assertThat(rules.allow(at("2027-03-30T11:00"), at("2027-03-30T12:00"), NOW))
                .isTrue();
    }

    @Test
    void aBookingLiesWithinTheOpeningHours() {
        BookingRules rules = LENIENT.withHours(OFFICE);

        assertThat(rules.allow(at("2027-03-02T08:00"), at("2027-03-02T18:00"), NOW))
                .isTrue();
        assertThat(keys(rules, "2027-03-02T07:45", "2027-03-02T09:00")).containsEntry("from", "means.error.closed");
        assertThat(keys(rules, "2027-03-02T17:30", "2027-03-02T18:15")).containsEntry("from", "means.error.closed");
        assertThat(keys(rules, "2027-03-03T10:00", "2027-03-03T11:00")).containsEntry("from", "means.error.closed");
    }

    @Test
    void aLunchBreakIsClosed() {
        var hours = new OpeningHours(Map.of(
                DayOfWeek.TUESDAY,
                List.of(
                        new OpeningHours.Span(LocalTime.of(13, 30), LocalTime.of(18, 0)),
                        new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(12, 0)))));

        assertThat(hours.covers(at("2027-03-02T08:00"), at("2027-03-02T12:00"), PARIS))
                .isTrue();
        assertThat(hours.covers(at("2027-03-02T11:00"), at("2027-03-02T14:00"), PARIS))
                .isFalse();
    }

    @Test
    void wholeDaysJoinOverMidnight() {
        OpeningHours weekend =
                OpeningHours.daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        assertThat(weekend.covers(at("2027-03-06T20:00"), at("2027-03-07T09:00"), PARIS))
                .isTrue();
        assertThat(weekend.covers(at("2027-03-07T20:00"), at("2027-03-08T01:00"), PARIS))
                .isFalse();
    }

    @Test
    void openingHoursFollowTheClockOnTheWallWhenItChanges() {
        OpeningHours sunday = OpeningHours.daily(LocalTime.of(8, 0), LocalTime.of(18, 0), DayOfWeek.SUNDAY);

        // 2027-03-28 has 23 hours in Paris, 2027-10-31 has 25: opening is at 06:00Z and at 07:00Z.
        assertThat(sunday.periods(at("2027-03-28T00:00"), at("2027-03-28T23:00"), PARIS))
                .containsExactly(
                        new TimeSlot(Instant.parse("2027-03-28T06:00:00Z"), Instant.parse("2027-03-28T16:00:00Z")));
        assertThat(sunday.periods(at("2027-10-31T00:00"), at("2027-10-31T23:00"), PARIS))
                .containsExactly(
                        new TimeSlot(Instant.parse("2027-10-31T07:00:00Z"), Instant.parse("2027-10-31T17:00:00Z")));
    }

    @Test
    void theHourThatDoesNotExistIsNotOpen() {
        OpeningHours night = OpeningHours.daily(LocalTime.of(2, 0), LocalTime.of(3, 0), DayOfWeek.SUNDAY);

        assertThat(night.periods(at("2027-03-28T00:00"), at("2027-03-28T23:00"), PARIS))
                .isEmpty();
    }

    @Test
    void buffersAreBlockedAroundTheBooking() {
        BookingRules rules = LENIENT.withBuffers(Duration.ofMinutes(30), Duration.ofMinutes(15));

        assertThat(rules.blocked(at("2027-03-02T10:00"), at("2027-03-02T12:00")))
                .isEqualTo(new TimeSlot(at("2027-03-02T09:30"), at("2027-03-02T12:15")));
    }

    @Test
    void openingHoursComeBackAsTheyWereWritten() {
        assertThat(OpeningHours.read(OFFICE.write())).isEqualTo(OFFICE);
        assertThat(OpeningHours.read(OpeningHours.ALWAYS.write())).isEqualTo(OpeningHours.ALWAYS);
        var closed = new OpeningHours(Map.of());
        assertThat(OpeningHours.read(closed.write())).isEqualTo(closed);
        assertThat(closed.covers(at("2027-03-02T08:00"), at("2027-03-02T12:00"), PARIS))
                .isFalse();
    }

    @Test
    void partsOfADayMustNotOverlapOrRunBackwards() {
        assertThat(OFFICE.isSound()).isTrue();
        assertThat(OpeningHours.daily(LocalTime.of(18, 0), LocalTime.of(8, 0), DayOfWeek.MONDAY)
                        .isSound())
                .isFalse();
        assertThat(new OpeningHours(Map.of(
                                DayOfWeek.MONDAY,
                                List.of(
                                        new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                                        new OpeningHours.Span(LocalTime.of(11, 0), LocalTime.of(14, 0)))))
                        .isSound())
                .isFalse();
    }

    private static Map<String, String> keys(BookingRules rules, String from, String to) {
        return rules.broken(at(from), at(to), NOW).entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().key()));
    }

    private static Instant at(String local) {
        return paris(local);
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
