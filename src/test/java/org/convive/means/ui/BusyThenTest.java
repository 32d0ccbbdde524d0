package org.convive.means.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.in;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.convive.calendar.busy.BusyTimes;
import org.convive.calendar.busy.ImportPreview;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody has themselves at the time that they book. */
class BusyThenTest extends MeansPages {
    @Autowired
    private BusyTimes busy;

    @Test
    void whoIsBusyElsewhereAtTheChosenTimeIsToldBesideItAndNobodyElseIs() {
        var utc =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
        String calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Dentist\nDTSTART:" + utc.format(in(2, 9))
                + "\nDTEND:" + utc.format(in(2, 10)) + "\nEND:VEVENT\nEND:VCALENDAR\n";
        long kept = busy.keep(
                helene.person(),
                "Private",
                null,
                ImportPreview.of(calendar.getBytes(StandardCharsets.UTF_8), PARIS, Clock.systemUTC()));
        assertThat(kept).isPositive();
        signIn(helene);
        open(time("08:00", "12:00"));
        assertThat(page()).contains("You are busy then: elsewhere, 09:00").doesNotContain("Dentist");
        open(time("10:00", "12:00"));
        assertThat(page()).doesNotContain("You are busy then");
        signIn(marc);
        open(time("08:00", "12:00"));
        assertThat(page()).doesNotContain("You are busy then");
    }

    private String time(String from, String to) {
        return here(
                "means?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=" + from + "&to=" + to + "&means=" + scanner);
    }
}
