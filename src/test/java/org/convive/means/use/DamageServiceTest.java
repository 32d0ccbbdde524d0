package org.convive.means.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.BookingStatus;
import org.convive.means.JustTaken;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.Unit;
import org.convive.means.use.MaintenancePlan.State;
import org.convive.notices.Notices;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.TimeSlot;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class DamageServiceTest {
    @Autowired
    DamageService damages;

    @Autowired
    HitBookings hits;

    @Autowired
    BookingEvents events;

    @Autowired
    MaintenanceService maintenance;

    @Autowired
    MeansService means;

    @Autowired
    BookingService bookings;

    @Autowired
    MeansQueries queries;

    @Autowired
    Notices notices;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private MeansId bench;
    private List<Unit> units;

    @BeforeEach
    void aPoolOfTwo() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A", "B"));
        units = queries.get(helene, bench).means().units();
    }

    @Test
    void aDamagedUnitCannotBeBookedUntilItsOwnerReleasesIt() {
        long damage = report(0, true, "k1");
        bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(5, 9), 2));
        assertThatThrownBy(() -> bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(5, 9), 2)))
                .isInstanceOf(JustTaken.class);
        assertThatThrownBy(() -> damages.release(marc, damage, "")).isInstanceOf(AccessDeniedException.class);
        damages.release(helene, damage, "New spindle");
        bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(5, 9), 2));
        assertThat(damages.damage(marc, damage).releaseWords()).isEqualTo("New spindle");
    }

    @Test
    void bookingsThatStandAreKeptToldAndMovedToTheOtherUnit() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(4, 9), 2));
        long unit = unitOf(id);
        long damage =
                damages.report(helene, new DamageReport(bench, unit, null, "Spindle broken", true, List.of(), "k1"));
        Damage one = damages.damage(helene, damage);
        assertThat(damages.hits(helene, one)).singleElement().satisfies(hit -> {
            assertThat(hit.booking().id()).isEqualTo(id);
            assertThat(hit.otherUnit()).isTrue();
        });
        assertThat(notices.mine(marc, true, 0, 9)).anyMatch(line -> line.title().contains("your booking on"));
        assertThat(hits.toOtherUnit(helene, damage, id)).isTrue();
        assertThat(unitOf(id)).isNotEqualTo(unit);
        assertThat(damages.hits(helene, damages.damage(helene, damage))).isEmpty();
        // What the booking left is the damage's now.
        assertThatThrownBy(() -> bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(4, 9), 2)))
                .isInstanceOf(JustTaken.class);
    }

    @Test
    void aBookingThatIsHitGoesToAnotherMeansThatCanDoTheSame() {
        Actor paul = fixtures.managerOf(camille, "Brunel");
        MeansId other = MeansWorld.share(means, paul, MeansWorld.draft("Other bench", "X"));
        BookingId his = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(2, 9), 2, 2, null));
        BookingId his2 = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        long unit = queries.occupancy(marc, bench, MeansWorld.in(3, 0), MeansWorld.in(4, 0))
                .getFirst()
                .unit();
        long report = damages.report(marc, new DamageReport(bench, unit, null, "Broken", true, List.of(), "move-to"));

        List<Damage.Hit> hit = damages.hits(marc, damages.damage(marc, report));
        assertThat(hit).extracting(one -> one.booking().id()).containsExactly(his, his2);
        assertThat(hit.get(0).otherMeans()).isEmpty();
        assertThat(hit.get(1).otherMeans()).extracting(Damage.Other::means).containsExactly(other);

        assertThatThrownBy(() -> hits.moveTo(helene, report, his2, other, at(3), null))
                .isInstanceOf(AccessDeniedException.class);
        BookingId instead = hits.moveTo(marc, report, his2, other, at(3), null);
        assertThat(queries.booking(marc, his2).status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(queries.booking(marc, instead).means()).isEqualTo(other);
        assertThat(queries.booking(marc, instead).from()).isEqualTo(MeansWorld.in(3, 9));
        assertThat(queries.booking(marc, instead).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThatThrownBy(() -> hits.moveTo(marc, report, his2, other, at(3), null))
                .isInstanceOf(InvalidInput.class);

        bookings.book(paul, MeansWorld.request(other, MeansWorld.in(4, 9), 2));
        BookingId third = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(4, 9), 2));
        assertThat(queries.onUnit(marc, unit, MeansWorld.in(0, 0)))
                .extracting(line -> line.id())
                .doesNotContain(third);
    }

    @Test
    void theOwnerOffersAnotherTimeOrMeansAndTheBookerTakesItOrWaits() {
        Actor paul = fixtures.managerOf(camille, "Brunel");
        MeansId other = MeansWorld.share(means, paul, MeansWorld.draft("Other bench", "X"));
        BookingId his = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(3, 9), 2));
        long damage =
                damages.report(helene, new DamageReport(bench, unitOf(his), null, "Broken", true, List.of(), "offer"));
        assertThat(damages.hitting(marc, queries.booking(marc, his)))
                .hasValueSatisfying(hit -> assertThat(hit.hit().otherTimes()).anyMatch(one -> one.sameMeans()));

        assertThatThrownBy(() -> hits.offer(marc, damage, his, other, at(3))).isInstanceOf(AccessDeniedException.class);
        bookings.book(paul, MeansWorld.request(other, MeansWorld.in(4, 9), 2));
        assertThatThrownBy(() -> hits.offer(helene, damage, his, other, at(4))).isInstanceOf(JustTaken.class);
        hits.offer(helene, damage, his, other, at(3));
        assertThat(offer(his).means()).isEqualTo(other);
        assertThat(notices.mine(marc, true, 0, 9))
                .anyMatch(line -> line.title().contains("You are offered Other bench"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail_letter WHERE subject_ref = ? AND calendar IS NOT NULL"
                                + " AND subject LIKE '%You are offered%'")
                        .param("booking:" + his)
                        .query(Integer.class)
                        .single())
                .as("the mail carries the calendar part")
                .isEqualTo(1);

        // They would rather wait; the owner hears of it and offers another time of the same bench.
        hits.noOffer(marc, damage, his);
        assertThat(damages.hitting(marc, queries.booking(marc, his))
                        .orElseThrow()
                        .hit()
                        .offer())
                .isNull();
        assertThat(notices.mine(helene, true, 0, 9))
                .anyMatch(line -> line.title().contains("would rather keep"));
        hits.offer(helene, damage, his, bench, at(5));
        assertThat(hits.moveTo(marc, damage, his, bench, at(5), null)).isEqualTo(his);
        assertThat(queries.booking(marc, his).from()).isEqualTo(MeansWorld.in(5, 9));
        assertThat(damages.hitting(marc, queries.booking(marc, his))).isEmpty();
        assertThatThrownBy(() -> hits.offer(helene, damage, his, bench, at(6))).isInstanceOf(InvalidInput.class);

        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Brenner");
        assertThatThrownBy(() -> hits.offer(otto, damage, his, bench, at(6))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hits.noOffer(otto, damage, his)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hits.toOtherUnit(otto, damage, his)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoseBookingIsPutOnAnotherUnitIsToldWithTheCalendarPart() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(4, 9), 2));
        long damage =
                damages.report(helene, new DamageReport(bench, unitOf(id), null, "Broken", true, List.of(), "unit"));
        assertThat(hits.toOtherUnit(helene, damage, id)).isTrue();
        events.tell();
        assertThat(notices.mine(marc, true, 0, 9)).anyMatch(line -> line.title().startsWith("Your booking is on "));
        assertThat(jdbc.sql("SELECT calendar FROM mail_letter WHERE subject_ref = ? ORDER BY id DESC LIMIT 1")
                        .param("booking:" + id)
                        .query(String.class)
                        .single())
                .contains("METHOD:REQUEST", "SEQUENCE:1");
    }

    private static TimeSlot at(int days) {
        return new TimeSlot(MeansWorld.in(days, 9), MeansWorld.in(days, 11));
    }

    private Damage.Offer offer(BookingId id) {
        return java.util.Objects.requireNonNull(damages.hitting(marc, queries.booking(marc, id))
                .orElseThrow()
                .hit()
                .offer());
    }

    @Test
    void whatIsGivenBackOfADamagedUnitStaysOutOfUse() {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(4, 9), 2));
        long unit = unitOf(id);
        report(units.get(0).id() == unit ? 0 : 1, true, "k1");
        bookings.cancel(marc, id);
        bookings.book(helene, MeansWorld.request(bench, MeansWorld.in(4, 9), 2));
        assertThatThrownBy(() -> bookings.restore(marc, id)).isInstanceOf(JustTaken.class);
    }

    @Test
    void theBlockOfADamagedUnitEndsWithItsReleaseOnly() {
        long report = damages.report(
                marc, new DamageReport(bench, units.getFirst().id(), null, "Broken", true, List.of(), "bound"));
        BookingId block = damages.damage(marc, report).block();
        assertThatThrownBy(() -> bookings.cancel(helene, block)).isInstanceOf(InvalidInput.class);
        damages.release(helene, report, "");
        assertThat(queries.occupancy(marc, bench, MeansWorld.in(2, 0), MeansWorld.in(3, 0)))
                .isEmpty();
    }

    @Test
    void aSmallDefectBlocksNothing() {
        report(0, false, "k1");
        bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(5, 9), 2, 2, null));
    }

    @Test
    void twoReportsOfOneUnitNeedTwoReleases() {
        long first = report(0, true, "k1");
        long second = report(0, true, "k2");
        assertThat(report(0, true, "k2")).isEqualTo(second);
        damages.release(helene, first, "");
        assertThatThrownBy(() -> bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(5, 9), 2, 2, null)))
                .isInstanceOf(JustTaken.class);
        damages.release(helene, second, "");
        bookings.book(marc, MeansWorld.request(bench, MeansWorld.in(5, 9), 2, 2, null));
    }

    @Test
    void aReportSaysWhatAndWhichUnit() {
        assertThatThrownBy(() -> damages.report(marc, new DamageReport(bench, 0, null, " ", true, List.of(), "k")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("words", "unit"));
    }

    @Test
    void somebodyOfAnotherClusterFindsNoDamage() {
        long damage = report(0, true, "k1");
        Actor otto = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Brenner");
        assertThatThrownBy(() -> damages.damage(otto, damage)).isInstanceOf(NotFoundException.class);
        assertThat(damages.of(otto, bench)).isEmpty();
        assertThatThrownBy(() -> damages.release(otto, damage, "")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void maintenanceComesBackAndNeverTakesWhatIsPromised() {
        LocalDateTime first = MeansWorld.in(7, 8).atZone(MeansWorld.PARIS).toLocalDateTime();
        BookingId id = bookings.book(
                marc,
                MeansWorld.request(
                        bench, first.plusWeeks(1).atZone(MeansWorld.PARIS).toInstant(), 2, 2, null));
        maintenance.plan(
                helene,
                bench,
                null,
                "Calibration",
                first,
                Duration.ofHours(4),
                RepeatRule.weekly(1, Set.of()).times(4));
        MaintenancePlan plan = maintenance.of(helene, bench).getFirst();
        assertThat(plan.next())
                .extracting(MaintenancePlan.Occurrence::state)
                .containsExactly(State.BLOCKED, State.TAKEN, State.BLOCKED, State.BLOCKED);
        assertThat(maintenance.carryOn()).isZero();
        bookings.cancel(marc, id);
        assertThat(maintenance.retry(
                        helene, plan.id(), plan.next().get(1).slot().from()))
                .isTrue();
        maintenance.stop(helene, plan.id());
        bookings.book(
                marc, MeansWorld.request(bench, first.atZone(MeansWorld.PARIS).toInstant(), 2, 2, null));
        assertThatThrownBy(() -> maintenance.skip(
                        marc, plan.id(), plan.next().getFirst().slot().from()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whateverHappensAtOnceNoUnitIsPromisedTwiceAndNothingAcknowledgedIsLost() throws Exception {
        Set<BookingId> held = ConcurrentHashMap.newKeySet();
        var tasks = new ArrayList<Callable<Void>>();
        for (int worker = 0; worker < 6; worker++) {
            var chance = new Random(worker);
            int number = worker;
            tasks.add(() -> {
                for (int round = 0; round < 12; round++) {
                    disturb(chance, number + "-" + round, held);
                }
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM occupancy a JOIN occupancy b ON b.unit_id = a.unit_id AND b.id > a.id"
                                + " AND b.starts < a.ends AND a.starts < b.ends WHERE a.cluster_id = ?")
                        .param(camille.cluster().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        for (BookingId id : held) {
            assertThat(queries.booking(marc, id).status()).isEqualTo(BookingStatus.CONFIRMED);
            assertThat(unitOf(id)).isPositive();
        }
    }

    private void disturb(Random chance, String key, Set<BookingId> held) {
        switch (chance.nextInt(4)) {
            case 0, 1 -> {
                try {
                    BookingId id = bookings.book(
                            marc,
                            MeansWorld.request(bench, MeansWorld.in(2 + chance.nextInt(4), 8 + chance.nextInt(8)), 2));
                    if (chance.nextInt(3) == 0) {
                        bookings.cancel(marc, id);
                    } else {
                        held.add(id);
                    }
                } catch (JustTaken e) {
                    // somebody was faster
                }
            }
            case 2 -> {
                long damage = report(chance.nextInt(2), true, key);
                damages.hits(helene, damages.damage(helene, damage)).stream()
                        .limit(2)
                        .forEach(hit ->
                                hits.toOtherUnit(helene, damage, hit.booking().id()));
                damages.release(helene, damage, "");
            }
            default -> {
                try {
                    BookingId block = bookings.blackout(
                            helene,
                            bench,
                            units.get(chance.nextInt(2)).id(),
                            MeansWorld.in(2 + chance.nextInt(4), 18),
                            MeansWorld.in(2 + 4, 20),
                            "");
                    bookings.cancel(helene, block);
                } catch (JustTaken e) {
                    // somebody was faster
                }
            }
        }
    }

    @Test
    void aDamageReportDoesNotTellWhoHasBookedADiscreetMeansButTheyAreTold() {
        MeansId secret = MeansWorld.share(
                means, helene, MeansWorld.draft("Furnace", "A").lent(org.convive.means.Lending.OPEN.discreet()));
        long unit = queries.get(helene, secret).means().units().getFirst().id();
        Actor nadia = fixtures.managerOf(camille, "Corvaine");
        BookingId hers = bookings.book(nadia, MeansWorld.request(secret, MeansWorld.in(5, 9), 2));
        long id = damages.report(marc, new DamageReport(secret, unit, null, "Cracked", true, List.of(), "secret"));

        assertThat(damages.hits(marc, damages.damage(marc, id))).isEmpty();
        for (Actor concerned : List.of(nadia, helene, camille)) {
            assertThat(damages.hits(concerned, damages.damage(concerned, id)))
                    .extracting(hit -> hit.booking().id())
                    .containsExactly(hers);
        }
        assertThat(notices.mine(nadia, true, 0, 9)).isNotEmpty();
    }

    private long report(int unit, boolean blocks, String key) {
        return damages.report(
                marc, new DamageReport(bench, units.get(unit).id(), null, "Spindle broken", blocks, List.of(), key));
    }

    private long unitOf(BookingId id) {
        return jdbc.sql("SELECT unit_id FROM occupancy WHERE booking_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }
}
