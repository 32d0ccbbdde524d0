package org.convive.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convive.calendar.CalendarEntry.Claim;
import org.convive.calendar.InvitationWriter.Invitation;
import org.convive.calendar.InvitationWriter.Participation;
import org.convive.calendar.InvitationWriter.Party;

/** One of each kind of calendar that the portal can write, with the texts and times that others stumbled over. */
final class CalendarCorpus {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant STAMP = Instant.parse("2026-11-24T08:00:00Z");
    private static final String FRENCH =
            "Réunion à l’aube ; être là où l’été s’éveille, près de la forêt d’Ormeval ☀️🍷 \\ fin\n".repeat(6);

    private CalendarCorpus() {}

    /** By a name that says which. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String at : List.of("2027-03-28T00:30:00Z", "2027-10-31T00:30:00Z", "2026-12-17T17:30:00Z")) {
            for (ZoneId zone :
                    List.of(PARIS, ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo"), ZoneId.of("UTC"))) {
                CalendarEntry entry = entry(Instant.parse(at), zone);
                all.put("request " + at + " " + zone, InvitationWriter.request(to(entry, Participation.NEEDS_ACTION)));
                all.put("update " + at + " " + zone, InvitationWriter.request(to(entry, Participation.ACCEPTED)));
                all.put(
                        "cancel " + at + " " + zone,
                        InvitationWriter.cancel(to(cancelled(entry), Participation.TENTATIVE)));
                all.put("download " + at + " " + zone, Feed.download(entry));
            }
        }
        CalendarEntry series = series();
        CalendarEntry moved = occurrence();
        all.put("series", InvitationWriter.request(to(series, Participation.NEEDS_ACTION)));
        all.put("series cancelled", InvitationWriter.cancel(to(cancelled(series), Participation.ACCEPTED)));
        all.put("occurrence moved", InvitationWriter.request(to(moved, Participation.NEEDS_ACTION)));
        all.put("occurrence cancelled", InvitationWriter.cancel(to(cancelled(moved), Participation.ACCEPTED)));
        all.put(
                "feed",
                Feed.of("Convive : Hélène", List.of(series, moved, days(), entry(STAMP, PARIS), cancelled(days()))));
        all.put("busy", Feed.of("Occupé", List.of(series.asBusy("Occupé"), days().asBusy("Occupé"))));
        all.put(
                "perhaps, and a note",
                Feed.of(
                        "Convive",
                        List.of(
                                entry(STAMP, PARIS).claiming(Claim.TENTATIVE),
                                days().claiming(Claim.NOTE),
                                cancelled(entry(STAMP.plusSeconds(60), PARIS).claiming(Claim.TENTATIVE)))));
        all.put("free/busy", freeBusy(List.of(series, moved, days(), entry(STAMP, PARIS))));
        all.put("free/busy of nothing", freeBusy(List.of()));
        all.put("empty feed", Feed.of("Convive", List.of()));
        return all;
    }

    static String freeBusy(List<CalendarEntry> entries) {
        Instant from = Instant.parse("2026-11-24T00:00:00Z");
        Instant to = Instant.parse("2027-12-24T00:00:00Z");
        return FreeBusy.write(
                "free-busy-1@convive",
                new Party("Ferhaoui, Nadia — Polissage de l’Orsenne", "nadia@polissage.example"),
                STAMP,
                from,
                to,
                FreeBusy.taken(entries, from, to));
    }

    static CalendarEntry entry(Instant from, ZoneId zone) {
        return new CalendarEntry(
                "u-" + from.getEpochSecond() + "@portal.example",
                3,
                from,
                from.plusSeconds(7200),
                zone,
                FRENCH,
                FRENCH + "https://portal.example/c/x",
                "Verrerie du Clos-Hamel, Le Hamel",
                "https://portal.example/c/x/meetings/1?a=1,2;b",
                false,
                STAMP);
    }

    /** Every second Tuesday at nine, with one date left out and one added, until the clocks have changed twice. */
    static CalendarEntry series() {
        LocalDateTime start = LocalDateTime.parse("2027-03-16T09:00");
        Recurrence recurrence = Recurrence.of(
                        start,
                        PARIS,
                        RepeatRule.weekly(2, EnumSet.of(DayOfWeek.TUESDAY)).until(LocalDate.parse("2027-11-30")))
                .without(List.of(start.plusWeeks(2)))
                .with(List.of(start.plusDays(1)));
        CalendarEntry entry = entry(recurrence.moment(start), PARIS);
        return entry.repeated(recurrence);
    }

    static CalendarEntry occurrence() {
        CalendarEntry series = series();
        CalendarEntry moved = entry(series.from().plusSeconds(28 * 86400L + 3600), PARIS);
        return new CalendarEntry(
                        series.uid(), 4, moved.from(), moved.to(), PARIS, "Déplacée", "", "", null, false, STAMP)
                .occurrence(LocalDateTime.parse("2027-04-13T09:00"));
    }

    /** The last two days of October 2027: the clocks change in the night between them. */
    static CalendarEntry days() {
        Instant from = LocalDate.parse("2027-10-30").atStartOfDay(PARIS).toInstant();
        Instant to = LocalDate.parse("2027-11-01").atStartOfDay(PARIS).toInstant();
        return new CalendarEntry("action-7@portal.example", 0, from, to, PARIS, "Salon", "", "", null, false, STAMP)
                .forWholeDays();
    }

    static CalendarEntry cancelled(CalendarEntry entry) {
        return new CalendarEntry(
                entry.uid() + (entry.wholeDay() ? "-2" : ""),
                entry.sequence() + 1,
                entry.from(),
                entry.to(),
                entry.zone(),
                entry.summary(),
                entry.description(),
                entry.location(),
                entry.url(),
                true,
                entry.changed(),
                entry.wholeDay(),
                entry.recurrence(),
                entry.recurrenceId(),
                entry.claim());
    }

    static Invitation to(CalendarEntry entry, Participation participation) {
        return new Invitation(
                entry,
                STAMP,
                new Party("Aubrac; Hélène: \"Chef\"", "convive+m1-2-0123456789abcdefghij@convive.example"),
                new Party("Ferhaoui, Nadia — Polissage de l’Orsenne et des environs", "nadia@polissage.example"),
                participation);
    }
}
