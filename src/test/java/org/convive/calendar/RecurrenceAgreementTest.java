package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.fortuna.ical4j.model.Recur;
import org.convive.calendar.judge.Judges;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three programs expand the same rules: ours, iCal4j and ical.js. Starts lie around the days when clocks change. */
class RecurrenceAgreementTest {
    private static final int RULES = 600;
    private static final int TIMES = 24;
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static List<Recurrence> corpus;

    @BeforeAll
    static void generate() {
        var random = new Random(20271031);
        corpus = new ArrayList<>();
        while (corpus.size() < RULES) {
            ZoneId zone = ZoneId.of(random.nextInt(4) == 0 ? "America/New_York" : "Europe/Paris");
            LocalDate day = LocalDate.parse(random.nextBoolean() ? "2027-03-28" : "2027-10-31")
                    .minusDays(random.nextInt(70));
            LocalTime time = LocalTime.of(random.nextInt(24), random.nextBoolean() ? 30 : 0);
            String rule = rule(random);
            List<LocalDateTime> starts =
                    Recurrence.of(day.atTime(time), zone, rule).starts(2);
            if (starts.size() == 2) {
                // A start that the rule itself names: what happens otherwise is left open by the standard.
                corpus.add(ended(Recurrence.of(starts.get(1), zone, rule), random));
            }
        }
    }

    private static Recurrence ended(Recurrence endless, Random random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                Recurrence.of(endless.start(), endless.zone(), endless.rule().times(1 + random.nextInt(TIMES)));
            case 1 ->
                Recurrence.of(
                        endless.start(),
                        endless.zone(),
                        endless.rule().until(endless.start().toLocalDate().plusDays(random.nextInt(900))));
            default -> endless;
        };
    }

    private static String rule(Random random) {
        String interval = random.nextBoolean() ? "" : ";INTERVAL=" + (1 + random.nextInt(5));
        return switch (random.nextInt(9)) {
            case 0 -> "FREQ=DAILY" + interval;
            case 1 -> "FREQ=WEEKLY" + interval + ";BYDAY=" + days(random, "");
            case 2 -> "FREQ=WEEKLY" + interval + ";BYDAY=" + days(random, "") + ";WKST=SU";
            case 3 -> "FREQ=MONTHLY" + interval;
            case 4 -> "FREQ=MONTHLY" + interval + ";BYDAY=" + days(random, random.nextInt(5) == 0 ? "-1" : "2");
            case 5 ->
                "FREQ=MONTHLY" + interval + ";BYMONTHDAY=" + (random.nextBoolean() ? "-1" : 1 + random.nextInt(31));
            case 6 -> "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + (random.nextBoolean() ? "1" : "-1");
            case 7 -> "FREQ=YEARLY" + interval;
            default -> "FREQ=YEARLY;BYMONTH=" + (1 + random.nextInt(12)) + ";BYDAY=-1SU";
        };
    }

    private static String days(Random random, String place) {
        List<String> some = DAYS.stream().filter(day -> random.nextInt(3) == 0).toList();
        return String.join(
                ",",
                (some.isEmpty() ? List.of("TU") : some)
                        .stream().map(place::concat).toList());
    }

    @Test
    void iCal4jAgrees() {
        for (Recurrence recurrence : corpus) {
            var recur = new Recur<LocalDateTime>(recurrence.rule().writtenLocally());
            List<LocalDateTime> theirs = recur.getDates(
                    recurrence.start(), recurrence.start(), LocalDateTime.parse("2199-12-31T00:00"), TIMES);
            assertThat(recurrence.starts(TIMES))
                    .as(recurrence.stored() + " from " + recurrence.start())
                    .isEqualTo(theirs.stream().sorted().limit(TIMES).toList());
        }
    }

    @Test
    void icalJsAgrees() {
        List<String> calendars =
                corpus.stream().map(RecurrenceAgreementTest::calendar).toList();
        List<List<String>> theirs = Judges.expand(calendars, TIMES);
        for (int i = 0; i < corpus.size(); i++) {
            Recurrence recurrence = corpus.get(i);
            assertThat(theirs.get(i))
                    .as(recurrence.stored() + " from " + recurrence.start())
                    .isEqualTo(
                            recurrence.starts(TIMES).stream().map(ISO::format).toList());
        }
    }

    private static String calendar(Recurrence recurrence) {
        Instant from = recurrence.moment(recurrence.start());
        return Feed.download(new CalendarEntry(
                        "u@x", 0, from, from.plusSeconds(3600), recurrence.zone(), "x", "", "", null, false, from)
                .repeated(recurrence));
    }
}
