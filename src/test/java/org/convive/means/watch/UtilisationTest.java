package org.convive.means.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingRules;
import org.convive.means.BookingService;
import org.convive.means.Closures;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.OpeningHours;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class UtilisationTest {
    @Autowired
    UtilisationQueries utilisation;

    @Autowired
    MeansService means;

    @Autowired
    MeansQueries queries;

    @Autowired
    BookingService bookings;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate monday = LocalDate.now(PARIS)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1);

    @Test
    void closedDaysAndUnitsOutOfUseAreNotAvailableAndWhatWasUsedCountsAsItWasUsed() {
        Actor camille = fixtures.animatorOfNewCluster();
        Actor helene = fixtures.managerOf(camille, "Saulnaye");
        Actor marc = fixtures.managerOf(camille, "Moulin");
        MeansId bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", rules(), List.of(), "A", "B"));
        long unit = queries.get(helene, bench).means().units().getFirst().id();

        at(bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(9, 9), 4)), 0, 9, 13);
        BookingId both = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(10, 9), 4, 2, null));
        at(both, 1, 9, 13);
        jdbc.sql("INSERT INTO booking_use (booking_id, cluster_id, means_id, used_minutes, settled_at)"
                        + " VALUES (?, ?, ?, 90, ?)")
                .params(both.value(), camille.cluster().value(), bench.value(), Utc.column(Instant.now()))
                .update();
        at(bookings.blackout(helene, bench, unit, MeansWorld.in(11, 6), MeansWorld.in(11, 10), "Service"), 3, 6, 10);

        Utilisation.Week week = utilisation.list(helene, 2).getFirst().weeks().getFirst();

        // Five days of ten hours without the Wednesday, two units, less two open hours of maintenance of one.
        assertThat(week.openMinutes()).isEqualTo((4 * 10 * 2 - 2) * 60L);
        // Four hours of one unit as booked, an hour and a half of two as read at the return.
        assertThat(week.usedMinutes()).isEqualTo(4 * 60L + 2 * 90L);
    }

    /** Open on the days of the week from eight to six, closed on the Wednesday of last week; anything may be booked ahead. */
    private BookingRules rules() {
        BookingRules lenient = BookingRules.lenient(PARIS);
        var days = new EnumMap<DayOfWeek, List<OpeningHours.Span>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        }
        var closed = List.of(
                new Closures.Days(monday.plusDays(2), monday.plusDays(2), List.of()),
                new Closures.Days(monday.plusDays(5), monday.plusDays(6), List.of()));
        return new BookingRules(
                lenient.zone(),
                new OpeningHours(days),
                lenient.setUp(),
                lenient.tearDown(),
                lenient.shortest(),
                lenient.longest(),
                lenient.notice(),
                lenient.horizonDays(),
                lenient.slot(),
                new Closures("", closed));
    }

    /** As if it had been then, in the last whole week. */
    private void at(BookingId id, int day, int from, int to) {
        LocalDate when = monday.plusDays(day);
        var starts = Utc.column(when.atTime(from, 0).atZone(PARIS).toInstant());
        var ends = Utc.column(when.atTime(to, 0).atZone(PARIS).toInstant());
        jdbc.sql("UPDATE booking SET starts_at = ?, ends_at = ? WHERE id = ?")
                .params(starts, ends, id.value())
                .update();
        jdbc.sql("UPDATE occupancy SET starts = ?, ends = ? WHERE booking_id = ?")
                .params(starts, ends, id.value())
                .update();
    }
}
