package org.convive.calendar.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.convive.calendar.reading.ReadCalendar.Skipped;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.TimeSlot;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BusyTimesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private BusyTimes busy;

    private Actor nadia;
    private LocalDate day;

    @BeforeEach
    void begin() {
        nadia = fixtures.member(fixtures.animatorOfNewCluster(), "Nadia", null);
        day = LocalDate.now(PARIS).plusDays(7);
    }

    @Test
    void timesAreKeptForTheirOwnerOnlyAndWithoutTitles() {
        busy.keep(nadia.person(), "Privé", null, preview(calendar()));
        assertThat(busy.between(nadia.person(), at(0, 0), at(1, 0)))
                .containsExactly(new TimeSlot(at(0, 10), at(0, 11)));
        assertThat(busy.between(nadia.person(), at(2, 0), at(3, 0))).containsExactly(new TimeSlot(at(2, 0), at(3, 0)));
        Actor paul = fixtures.member(fixtures.animatorOfNewCluster(), "Paul", null);
        assertThat(busy.between(paul.person(), at(0, 0), at(30, 0))).isEmpty();
        long id = busy.of(nadia.person()).getFirst().id();
        busy.forget(paul.person(), id);
        assertThat(busy.of(nadia.person())).hasSize(1);
        busy.forget(nadia.person(), id);
        assertThat(busy.between(nadia.person(), at(0, 0), at(30, 0))).isEmpty();
    }

    @Test
    void aSeriesIsBusyEachTimeButNotWhereItWasMoved() {
        busy.keep(nadia.person(), "Privé", null, preview(calendar()));
        assertThat(busy.between(nadia.person(), at(7, 0), at(8, 0)))
                .containsExactly(new TimeSlot(at(7, 10), at(7, 11)));
        assertThat(busy.between(nadia.person(), at(14, 0), at(15, 0)))
                .containsExactly(new TimeSlot(at(14, 15), at(14, 16)));
    }

    @Test
    void thePreviewSaysWhatWasLeftOutAndWhy() {
        ImportPreview preview = preview(calendar());
        assertThat(preview.events())
                .extracting(ImportedEvent::title)
                .containsExactly("Kiné", "Salon", "Kiné déplacé", "Libre");
        assertThat(preview.skipped())
                .extracting(Skipped::what, skipped -> skipped.reason().key())
                .containsExactlyInAnyOrder(
                        tuple("Hier", "calendar.reading.skipped.past"),
                        tuple("Annulé", "calendar.reading.skipped.cancelled"),
                        tuple("Mars", "calendar.reading.skipped.zone"),
                        tuple("Minutes", "calendar.repeat.error.too-often"),
                        tuple("Tâche", "calendar.reading.skipped.no-event"),
                        tuple("Sans date", "calendar.reading.skipped.no-time"));
    }

    @Test
    void point21WindowsZoneNamesAreUnderstood() {
        String event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:x\nDTSTART;TZID=Romance Standard Time:"
                + DAY.format(day) + "T100000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";
        assertThat(preview(event).events().getFirst().from()).isEqualTo(at(0, 10));
        assertThat(preview(event.replace("Romance Standard Time", "/mozilla.org/20050126_1/Europe/Paris"))
                        .events()
                        .getFirst()
                        .from())
                .isEqualTo(at(0, 10));
        String customized = event.replace("Romance Standard Time", "Customized Time Zone")
                .replace(
                        "BEGIN:VEVENT",
                        "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\n"
                                + "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
                                + "DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n"
                                + "END:VTIMEZONE\nBEGIN:VEVENT");
        assertThat(preview(customized).events().getFirst().from()).isEqualTo(at(0, 10));
    }

    @Test
    void aNameIsWantedAndAClosedAddressIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> busy.keep(nadia.person(), " ", null, preview(calendar())));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> busy.read("http://localhost:8080/x.ics"));
    }

    @Test
    void aLinkThatIsDueButClosedSaysSoAndWaitsForItsNextTurn() {
        busy.keep(nadia.person(), "Lien", "http://localhost/x.ics", preview(calendar()));
        long id = busy.of(nadia.person()).getFirst().id();
        jdbc.sql("UPDATE calendar_busy_source SET next_at = '2020-01-01' WHERE id = ?")
                .param(id)
                .update();
        while (busy.readNext()) {
            // others that other tests left are due too
        }
        assertThat(busy.of(nadia.person()).getFirst().trouble()).isEqualTo("calendar.fetch.error.internal");
        assertThat(busy.between(nadia.person(), at(0, 0), at(1, 0))).hasSize(1);
    }

    @Autowired
    private JdbcClient jdbc;

    private static ImportPreview preview(String calendar) {
        return ImportPreview.of(calendar.getBytes(StandardCharsets.UTF_8), PARIS, Clock.system(ZoneOffset.UTC));
    }

    private Instant at(int days, int hour) {
        return day.plusDays(days).atTime(hour, 0).atZone(PARIS).toInstant();
    }

    private String calendar() {
        String today = DAY.format(day);
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                X-WR-CALNAME:Privé
                BEGIN:VEVENT
                UID:a
                SUMMARY:Kiné
                DTSTART;TZID=Europe/Paris:%1$sT100000
                DTEND;TZID=Europe/Paris:%1$sT110000
                RRULE:FREQ=WEEKLY;COUNT=5
                END:VEVENT
                BEGIN:VEVENT
                UID:a
                RECURRENCE-ID;TZID=Europe/Paris:%3$sT100000
                SUMMARY:Kiné déplacé
                DTSTART;TZID=Europe/Paris:%3$sT150000
                DTEND;TZID=Europe/Paris:%3$sT160000
                END:VEVENT
                BEGIN:VEVENT
                UID:b
                SUMMARY:Salon
                DTSTART;VALUE=DATE:%2$s
                END:VEVENT
                BEGIN:VEVENT
                UID:c
                SUMMARY:Libre
                TRANSP:TRANSPARENT
                DTSTART;TZID=Europe/Paris:%3$sT170000
                DTEND;TZID=Europe/Paris:%3$sT180000
                END:VEVENT
                BEGIN:VEVENT
                UID:d
                SUMMARY:Hier
                DTSTART:20200101T100000Z
                DTEND:20200101T110000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:e
                SUMMARY:Annulé
                STATUS:CANCELLED
                DTSTART:20990101T100000Z
                DTEND:20990101T110000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:f
                SUMMARY:Mars
                DTSTART;TZID=Mars/Olympus:%1$sT100000
                END:VEVENT
                BEGIN:VEVENT
                UID:g
                SUMMARY:Minutes
                DTSTART:%1$sT100000Z
                DURATION:PT1M
                RRULE:FREQ=MINUTELY
                END:VEVENT
                BEGIN:VTODO
                UID:h
                SUMMARY:Tâche
                END:VTODO
                BEGIN:VEVENT
                UID:i
                SUMMARY:Sans date
                END:VEVENT
                END:VCALENDAR
                """.formatted(today, DAY.format(day.plusDays(2)), DAY.format(day.plusDays(14)));
    }
}
