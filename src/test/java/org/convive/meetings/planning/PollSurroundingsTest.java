package org.convive.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.calendar.busy.BusyTimes;
import org.convive.calendar.busy.ImportPreview;
import org.convive.identity.Actor;
import org.convive.identity.ui.NavigationCount;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.Place;
import org.convive.meetings.Source;
import org.convive.shared.Holidays;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class PollSurroundingsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DatePolls polls;

    @Autowired
    private PlanningQueries planning;

    @Autowired
    private BusyTimes busy;

    @Autowired
    private List<NavigationCount> counts;

    private Actor camille;
    private Actor nadia;

    /** The next Labour Day that is not today. */
    private final LocalDate holiday = nextFirstOfMay();

    private static LocalDate nextFirstOfMay() {
        LocalDate today = LocalDate.now(PARIS);
        LocalDate may = LocalDate.of(today.getYear(), 5, 1);
        return may.isAfter(today) ? may : may.plusYears(1);
    }

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void aPublicHolidayOfTheClustersCountryIsNamedBesideTheDate() {
        MeetingId id = poll(holiday, holiday.plusDays(3));
        List<DateOption> options = planning.poll(nadia, id).options();
        assertThat(options.getFirst().around().holiday()).isNotBlank();
        assertThat(options.getLast().around().holiday()).isEmpty();
        assertThat(Holidays.name("FR", holiday, Locale.FRENCH))
                .hasValueSatisfying(name -> assertThat(name).containsIgnoringCase("travail"));
        assertThat(Holidays.name("no such country", holiday, Locale.FRENCH)).isEmpty();
    }

    @Test
    void severalWholeDaysAreMarkedWhenAHolidayIsAmongThem() {
        MeetingId id = polls.start(
                camille, draft(), List.of(OptionDraft.days(holiday.minusDays(1), holiday.plusDays(1), PARIS)), null);
        assertThat(planning.poll(nadia, id).options().getFirst().around().holiday())
                .isNotBlank();
    }

    @Test
    void whenTheReaderIsBusyElsewhereIsShownToThemAlone() {
        LocalDate day = LocalDate.now(PARIS).plusDays(12);
        MeetingId id = poll(day, day.plusDays(1));
        String calendar = """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                PRODID:-//x//x//EN\r
                BEGIN:VEVENT\r
                UID:dentist@x\r
                DTSTAMP:20260101T000000Z\r
                DTSTART;TZID=Europe/Paris:%sT113000\r
                DTEND;TZID=Europe/Paris:%sT123000\r
                SUMMARY:Dentist\r
                END:VEVENT\r
                END:VCALENDAR\r
                """.replaceAll("%s", DateTimeFormatter.BASIC_ISO_DATE.format(day));
        busy.keep(
                nadia.person(),
                "Mine",
                null,
                ImportPreview.of(calendar.getBytes(StandardCharsets.UTF_8), PARIS, Clock.systemUTC()));
        List<DateOption> options = planning.poll(nadia, id).options();
        assertThat(options.getFirst().around().elsewhere()).isTrue();
        assertThat(options.getFirst().busy()).isEmpty();
        assertThat(options.getLast().around().elsewhere()).isFalse();
        assertThat(planning.poll(camille, id).options().getFirst().around().elsewhere())
                .isFalse();
    }

    @Test
    void aPollThatWaitsForSomebodyCountsBesideMeetingsUntilTheySpoke() {
        LocalDate day = LocalDate.now(PARIS).plusDays(12);
        MeetingId id = poll(day, day.plusDays(1));
        assertThat(planning.awaited(nadia)).isEqualTo(1);
        assertThat(meetingsCount(nadia)).isEqualTo(1);
        polls.vote(
                nadia, id, Map.of(planning.poll(nadia, id).options().getFirst().id(), Suits.NO), Source.PORTAL);
        assertThat(planning.awaited(nadia)).isZero();
        assertThat(meetingsCount(nadia)).isZero();
        assertThat(planning.awaited(fixtures.animatorOfNewCluster())).isZero();
    }

    private int meetingsCount(Actor actor) {
        return counts.stream()
                .filter(count -> count.area().equals("meetings"))
                .mapToInt(count -> count.waiting(actor))
                .sum();
    }

    private MeetingId poll(LocalDate... days) {
        return polls.start(
                camille,
                draft(),
                List.of(days).stream()
                        .map(day -> OptionDraft.at(at(day), at(day).plus(Duration.ofHours(1))))
                        .toList(),
                null);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(PARIS).toInstant();
    }

    private static MeetingDraft draft() {
        Instant some = Instant.now();
        return MeetingDraft.of("Visit", some, some, PARIS, Place.at("Here"), Invited.wholeCluster())
                .undated();
    }
}
