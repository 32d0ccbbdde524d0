package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.convive.calendar.InvitationWriter.Participation;
import org.convive.calendar.judge.ByteCheck;
import org.convive.calendar.judge.Judges;
import org.junit.jupiter.api.Test;

/**
 * Everything that the portal can write, before judges who do not know us. The numbers are those of the project's
 * checklist for calendars.
 */
class CalendarJudgesTest {
    private static final Map<String, String> ALL = CalendarCorpus.all();

    @Test
    void points1to3And8And23to26TheOctetsOfEverythingAreRight() {
        ALL.forEach(
                (name, calendar) -> assertThat(ByteCheck.of(calendar)).as(name).isEmpty());
    }

    @Test
    void libicalFindsEverythingSound() {
        assertThat(Judges.libical(List.copyOf(ALL.values()))).isEmpty();
    }

    @Test
    void icalJsReadsEverything() {
        assertThat(Judges.icalJs(List.copyOf(ALL.values()))).isEmpty();
    }

    @Test
    void theJudgesWouldSayIfSomethingWereWrong() {
        String good = InvitationWriter.request(CalendarCorpus.to(CalendarCorpus.series(), Participation.NEEDS_ACTION));
        assertThat(ByteCheck.of(good)).isEmpty();
        for (String[] damage : new String[][] {
            {"METHOD:REQUEST", "METHOD:request"},
            {"\r\nUID", "\nUID"},
            {"UNTIL=20271130T225959Z", "UNTIL=20271130T235959"},
            {"BEGIN:VTIMEZONE\r\nTZID:Europe/Paris", "BEGIN:VTIMEZONE\r\nTZID:Europe/Rome"},
            {"EXDATE;TZID=Europe/Paris:20270330T090000", "EXDATE;VALUE=DATE:20270330"},
            {"DTEND;TZID=Europe/Paris:20270316T11", "DTEND;TZID=Europe/Paris:20270316T08"},
            {"END:VEVENT\r\n", "END:VEVENT\r\n\r\n"},
            {"DTSTAMP:20261124T080000Z", "DTSTAMP:20261124T080000"},
            {"BEGIN:VCALENDAR", "\uFEFFBEGIN:VCALENDAR"}
        }) {
            assertThat(good).contains(damage[0]);
            assertThat(ByteCheck.of(good.replace(damage[0], damage[1])))
                    .as(damage[1])
                    .isNotEmpty();
        }
        assertThat(Judges.libical(List.of(good.replace("\r\nATTENDEE;", "\r\nX-NOBODY;"))))
                .isNotEmpty();
        assertThat(Judges.icalJs(List.of(good.replace("END:VEVENT", "")))).isNotEmpty();
    }

    @Test
    void point4OneUidInMailFeedAndDownload() {
        CalendarEntry entry = CalendarCorpus.entry(CalendarCorpus.STAMP, CalendarCorpus.PARIS);
        String uid = "UID:" + entry.uid() + "\r\n";
        assertThat(InvitationWriter.request(CalendarCorpus.to(entry, Participation.ACCEPTED)))
                .contains(uid);
        assertThat(Feed.download(entry)).contains(uid);
        assertThat(Feed.of("x", List.of(entry))).contains(uid);
    }

    @Test
    void point12CancellingOneTimeOfASeriesNamesThatTimeOnly() {
        String calendar = InvitationWriter.cancel(
                CalendarCorpus.to(CalendarCorpus.cancelled(CalendarCorpus.occurrence()), Participation.ACCEPTED));
        assertThat(calendar)
                .contains("METHOD:CANCEL\r\n", "RECURRENCE-ID;TZID=Europe/Paris:20270413T090000\r\n")
                .doesNotContain("\r\nRRULE:FREQ=WEEKLY");
        assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(2);
    }

    @Test
    void point13ChangingOneTimeOfASeriesSendsItWithTheKindOfTheSeriesStart() {
        String calendar =
                InvitationWriter.request(CalendarCorpus.to(CalendarCorpus.occurrence(), Participation.NEEDS_ACTION));
        assertThat(calendar)
                .contains("RECURRENCE-ID;TZID=Europe/Paris:20270413T090000\r\n")
                .contains("DTSTART;TZID=Europe/Paris:20270413T110000\r\n")
                .contains("UID:" + CalendarCorpus.series().uid() + "\r\n");
    }

    @Test
    void point25WholeDaysAreDatesAndTheEndIsNotInThem() {
        assertThat(Feed.download(CalendarCorpus.days()))
                .contains("DTSTART;VALUE=DATE:20271030\r\n", "DTEND;VALUE=DATE:20271101\r\n")
                .doesNotContain("VTIMEZONE");
    }
}
