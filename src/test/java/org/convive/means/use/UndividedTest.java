package org.convive.means.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convive.means.MeansWorld.in;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.means.BookingEvents;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.BookingStatus;
import org.convive.means.Expiries;
import org.convive.means.Interventions;
import org.convive.means.Lending;
import org.convive.means.Means;
import org.convive.means.MeansDraft;
import org.convive.means.MeansDraft.UnitDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.means.WaitingList;
import org.convive.means.use.MaintenancePlan.State;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
import org.convive.shared.Utc;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What belongs together is done together, also when the database refuses the second half, as after a crash. */
@PortalTest
class UndividedTest {
    @Autowired
    private UseService uses;

    @Autowired
    private DamageService damages;

    @Autowired
    private MaintenanceService maintenance;

    @Autowired
    private MeansService means;

    @Autowired
    private BookingService bookings;

    @Autowired
    private BookingEvents events;

    @Autowired
    private WaitingList waiting;

    @Autowired
    private MeansQueries queries;

    @Autowired
    private Notices notices;

    @Autowired
    private NoShows noShows;

    @Autowired
    private Expiries expiries;

    @Autowired
    private Interventions interventions;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    private Actor camille;
    private Actor helene;
    private Actor marc;
    private Actor nadia;
    private MeansId bench;

    @BeforeEach
    void aBench() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Saulnaye");
        marc = fixtures.managerOf(camille, "Moulin");
        nadia = fixtures.managerOf(camille, "Corvaine");
        bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "A"));
    }

    @Test
    void aTimeOfMaintenanceThatCannotBeWrittenDownBlocksNothingAndIsMadeTheNextDay() {
        refusing(
                "maintenance_occurrence",
                "INSERT",
                "NEW.booking_id IS NOT NULL",
                () -> assertThatThrownBy(() -> plan("Calibration", 3)).isInstanceOf(DataAccessException.class));
        assertThat(queries.occupancy(helene, bench, in(1, 0), in(40, 0))).isEmpty();

        maintenance.carryOn();
        assertThat(maintenance.of(helene, bench).getFirst().next())
                .extracting(MaintenancePlan.Occurrence::state)
                .containsExactly(State.BLOCKED, State.BLOCKED, State.BLOCKED);
    }

    @Test
    void twoWhoTryATimeAgainMakeOneBlackoutThatStoppingFrees() throws Exception {
        BookingId his = bookings.book(marc, MeansWorld.request(bench, in(7, 8), 2));
        long plan = plan("Calibration", 1);
        assertThat(states(plan)).containsExactly(State.TAKEN);
        bookings.cancel(marc, his);
        var together = new CyclicBarrier(2);
        Callable<Boolean> again = () -> {
            together.await();
            return maintenance.retry(helene, plan, in(7, 8));
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : pool.invokeAll(List.of(again, again))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(states(plan)).containsExactly(State.BLOCKED);
        maintenance.stop(helene, plan);
        assertThat(queries.occupancy(helene, bench, in(1, 0), in(40, 0))).isEmpty();
    }

    @Test
    void aPlanThatCannotBeCarriedOnHoldsUpNoOther() {
        MeansId pair = MeansWorld.share(means, helene, MeansWorld.draft("Pair", "B", "C"));
        long gone = queries.get(helene, pair).means().units().getFirst().id();
        maintenance.plan(helene, pair, gone, "Of a unit that goes", first(), Duration.ofHours(1), weekly(2));
        long plan = plan("Calibration", 2);
        jdbc.sql("UPDATE means_unit SET retired = 1 WHERE id = ?").param(gone).update();
        jdbc.sql("DELETE FROM maintenance_occurrence WHERE plan_id IN (SELECT id FROM maintenance_plan"
                        + " WHERE means_id IN (?, ?))")
                .params(pair.value(), bench.value())
                .update();
        jdbc.sql("DELETE x FROM occupancy x JOIN booking b ON b.id = x.booking_id WHERE b.means_id IN (?, ?)")
                .params(pair.value(), bench.value())
                .update();

        maintenance.carryOn();
        assertThat(states(plan)).containsExactly(State.BLOCKED, State.BLOCKED);
    }

    @Test
    void whoGivesBackEarlyGivesTheRestBackInTheSameTransaction() {
        uses.change(helene, bench, new UseRules(true, 0, false, Meter.NONE, "", 0));
        Instant from = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
        BookingId id =
                bookings.book(marc, new BookingRequest(bench, from, from.plus(Duration.ofHours(3)), 1, "", null));
        uses.checkIn(marc, id, Reading.plain());
        shift(id, 35);
        Instant later = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        waiting.join(nadia, new BookingRequest(bench, later, later.plus(Duration.ofMinutes(30)), 1, "", null));
        unitsWished(0);
        assertThatThrownBy(() -> uses.checkOut(marc, id, Reading.plain())).isInstanceOf(DataAccessException.class);
        assertThat(uses.page(marc, id).out()).isNull();

        unitsWished(1);
        uses.checkOut(marc, id, Reading.plain());
        assertThat(waiting.mine(nadia).getFirst().offer()).isNotNull();
    }

    @Test
    void takingItWaitsForWhoGivesItBackAtThatMoment() throws Exception {
        uses.change(helene, bench, new UseRules(true, 0, false, Meter.NONE, "", 0));
        Instant from = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
        BookingId id =
                bookings.book(marc, new BookingRequest(bench, from, from.plus(Duration.ofHours(3)), 1, "", null));
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<?> taking = Objects.requireNonNull(new TransactionTemplate(manager).execute(status -> {
                jdbc.sql("UPDATE means SET booking_seq = booking_seq + 1 WHERE id = ?")
                        .param(bench.value())
                        .update();
                Future<?> started = pool.submit(() -> uses.checkIn(marc, id, Reading.plain()));
                while (!started.isDone() && !somebodyWaits()) {
                    Thread.onSpinWait();
                }
                assertThat(started.isDone()).isFalse();
                return started;
            }));
            taking.get();
        }
        assertThat(uses.page(marc, id).in()).isNotNull();
    }

    @Test
    void damageThatCannotBeToldBlocksNothing() {
        bookings.book(marc, MeansWorld.request(bench, in(4, 9), 2));
        long unit = queries.get(helene, bench).means().units().getFirst().id();
        var report = new DamageReport(bench, unit, null, "Spindle broken", true, List.of(), "k1");
        refusing(
                "notice",
                "INSERT",
                "NEW.person_id = " + marc.person(),
                () -> assertThatThrownBy(() -> damages.report(nadia, report)).isInstanceOf(DataAccessException.class));
        assertThat(damages.of(helene, bench)).isEmpty();
        BookingId free = bookings.book(nadia, MeansWorld.request(bench, in(5, 9), 2));
        bookings.cancel(nadia, free);

        damages.report(nadia, report);
        assertThat(notices.mine(marc, true, 0, 9)).anyMatch(line -> line.title().contains("your booking on"));
        assertThat(notices.mine(helene, true, 0, 9)).isNotEmpty();
    }

    @Test
    void moreUnitsAndAMeansThatComesBackAreOfferedToAllWhoWait() {
        bookings.book(helene, MeansWorld.request(bench, in(4, 9), 2));
        bookings.book(helene, MeansWorld.request(bench, in(5, 9), 2));
        // More wait for one time than are looked at together, and one for another.
        jdbc.sql("""
                        INSERT INTO booking_wish (cluster_id, means_id, person_id, organisation_id, starts_at, ends_at, units,
                                                  state, created_at)
                        SELECT ?, ?, ?, ?, ? + INTERVAL seq MINUTE, ? + INTERVAL 1 HOUR, 1, 'WAITING', NOW(6)
                        FROM seq_1_to_55""")
                .params(
                        marc.cluster().value(),
                        bench.value(),
                        marc.person().value(),
                        marc.requireOrganisation().value(),
                        Utc.column(in(4, 9)),
                        Utc.column(in(4, 10)))
                .update();
        waiting.join(nadia, MeansWorld.request(bench, in(5, 9), 2));
        var before = queries.get(helene, bench);
        long unit = before.means().units().getFirst().id();
        MeansDraft as = MeansWorld.draft("Bench");
        means.change(
                helene,
                bench,
                new MeansDraft(
                        as.kind(),
                        as.name(),
                        as.description(),
                        as.place(),
                        as.price(),
                        null,
                        as.capabilities(),
                        List.of(new UnitDraft(unit, "A"), UnitDraft.named("B")),
                        as.rules()),
                before.version());
        assertThat(waiting.mine(nadia).getFirst().offer()).isNotNull();
    }

    @Test
    void nobodyIsOfferedMoreThanTheirCompanyMayHave() {
        MeansId scanner = MeansWorld.share(
                means, helene, MeansWorld.draft("Scanner", "S").lent(Lending.OPEN.withQuota(Duration.ofHours(2))));
        BookingId taken = bookings.book(helene, MeansWorld.request(scanner, in(2, 12), 2));
        waiting.join(marc, MeansWorld.request(scanner, in(2, 12), 2));
        waiting.join(nadia, MeansWorld.request(scanner, in(2, 12), 2));
        bookings.book(marc, MeansWorld.request(scanner, in(2, 8), 1));
        bookings.cancel(helene, taken);
        assertThat(waiting.mine(marc).getFirst().offer()).isNull();
        assertThat(waiting.mine(nadia).getFirst().offer()).isNotNull();
    }

    @Test
    void whatHappenedToABookingIsToldInOrderAlsoWhenTheFirstCannotBeTold() {
        events.tell();
        BookingId id = bookings.book(marc, MeansWorld.request(bench, in(3, 9), 2));
        bookings.cancel(marc, id);
        refusing("notice", "INSERT", "NEW.person_id = " + helene.person(), events::tell);
        assertThat(told(id)).containsExactly(false, false);
        events.tell();
        assertThat(told(id)).as("not tried again at once").containsExactly(false, false);
        jdbc.sql(
                        "UPDATE booking_event SET try_after = NOW(6) - INTERVAL 1 DAY WHERE booking_id = ? AND try_after IS NOT NULL")
                .param(id.value())
                .update();
        events.tell();
        assertThat(told(id)).containsExactly(true, true);
    }

    @Test
    void aDeedThatCanNeverBeToldIsSetAsideForTheAnimatorAndTheNextOnesAreTold() {
        events.tell();
        BookingId id = bookings.book(marc, MeansWorld.request(bench, in(3, 9), 2));
        bookings.cancel(marc, id);
        long first = jdbc.sql("SELECT MIN(id) FROM booking_event WHERE booking_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
        double before = aside();
        refusing("notice", "INSERT", "NEW.once_key = 'deed-owner:" + first + "'", () -> {
            for (int time = 1; time <= 10; time++) {
                assertThat(told(id)).as("before try " + time).containsExactly(false, false);
                jdbc.sql("UPDATE booking_event SET try_after = NULL WHERE booking_id = ?")
                        .param(id.value())
                        .update();
                events.tell();
            }
        });
        assertThat(aside()).isEqualTo(before + 1);
        assertThat(notices.mine(camille, true, 0, 9))
                .extracting(NoticeLine::title)
                .anyMatch(title -> title.startsWith("What happened to a booking could not be told: Moulin, Bench"));
        events.tell();
        assertThat(told(id)).containsExactly(true, true);
        assertThat(notices.mine(helene, true, 0, 9))
                .extracting(NoticeLine::title)
                .anyMatch(title -> title.startsWith("Moulin has given back Bench"));
    }

    private double aside() {
        return meters.counter("convive.means.deeds.set.aside").count();
    }

    @Test
    void aSlotThatCannotBeGivenBackOrLapseHoldsUpNoOther() {
        uses.change(helene, bench, new UseRules(true, 30, false, Meter.NONE, "", 0));
        MeansId asked = MeansWorld.share(
                means,
                helene,
                MeansWorld.draft("Oven", "O").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of())));
        BookingId stuck = begun(60, 40);
        BookingId late = begun(50, 45);
        BookingId stuckRequest = bookings.book(marc, MeansWorld.request(asked, in(3, 9), 2));
        BookingId request = bookings.book(marc, MeansWorld.request(asked, in(4, 9), 2));
        jdbc.sql("UPDATE booking SET expires_at = NOW(6) - INTERVAL 1 MINUTE WHERE id IN (?, ?)")
                .params(stuckRequest.value(), request.value())
                .update();
        refusing("booking_event", "INSERT", "NEW.booking_id IN (" + stuck + ", " + stuckRequest + ")", () -> {
            noShows.release();
            expiries.run();
        });
        assertThat(status(stuck)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(status(stuckRequest)).isEqualTo(BookingStatus.PENDING);
        assertThat(status(late)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(status(request)).isEqualTo(BookingStatus.EXPIRED);
        noShows.release();
        expiries.run();
        assertThat(status(stuck)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(status(stuckRequest)).isEqualTo(BookingStatus.EXPIRED);
    }

    /** Booked in days to come, as if it had begun so many minutes ago and lasted so much longer than now. */
    private BookingId begun(int ago, int left) {
        BookingId id = bookings.book(marc, MeansWorld.request(bench, in(ago, 9), 1));
        jdbc.sql("UPDATE booking b JOIN occupancy x ON x.booking_id = b.id"
                        + " SET b.starts_at = NOW(6) - INTERVAL ? MINUTE, b.ends_at = NOW(6) + INTERVAL ? MINUTE"
                        + " WHERE b.id = ?")
                .params(ago, left, id.value())
                .update();
        return id;
    }

    private BookingStatus status(BookingId id) {
        return queries.booking(helene, id).status();
    }

    @Test
    void aBookingIsPutOnNoUnitThatWasRetiredSinceThePageWasDrawn() {
        MeansId pool = MeansWorld.share(means, helene, MeansWorld.draft("Van", "Van 1", "Van 2"));
        BookingId his = bookings.book(marc, MeansWorld.request(pool, in(3, 9), 2));
        Means drawn = queries.get(helene, pool).means();
        long from = jdbc.sql("SELECT unit_id FROM occupancy WHERE booking_id = ?")
                .param(his.value())
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE means_unit SET retired = 1 WHERE means_id = ? AND id <> ?")
                .params(pool.value(), from)
                .update();
        assertThat(interventions.changeUnit(helene, drawn, his, from)).isFalse();
        jdbc.sql("UPDATE means_unit SET retired = 0 WHERE means_id = ?")
                .param(pool.value())
                .update();
        assertThat(interventions.changeUnit(helene, drawn, his, from)).isTrue();
    }

    private List<Boolean> told(BookingId id) {
        return jdbc.sql("SELECT told FROM booking_event WHERE booking_id = ? ORDER BY id")
                .param(id.value())
                .query(Boolean.class)
                .list();
    }

    private long plan(String title, int times) {
        return maintenance.plan(helene, bench, null, title, first(), Duration.ofHours(4), weekly(times));
    }

    private static LocalDateTime first() {
        return in(7, 8).atZone(MeansWorld.PARIS).toLocalDateTime();
    }

    private static RepeatRule weekly(int times) {
        return RepeatRule.weekly(1, Set.of()).times(times);
    }

    private List<State> states(long plan) {
        return maintenance.plan(helene, plan).next().stream()
                .map(MaintenancePlan.Occurrence::state)
                .toList();
    }

    private void unitsWished(int units) {
        jdbc.sql("UPDATE booking_wish SET units = ? WHERE means_id = ?")
                .params(units, bench.value())
                .update();
    }

    private void shift(BookingId id, int minutes) {
        jdbc.sql("UPDATE booking SET starts_at = starts_at - INTERVAL ? MINUTE, ends_at = ends_at - INTERVAL ? MINUTE"
                        + " WHERE id = ?")
                .params(minutes, minutes, id.value())
                .update();
        jdbc.sql("UPDATE occupancy SET starts = starts - INTERVAL ? MINUTE, ends = ends - INTERVAL ? MINUTE"
                        + " WHERE booking_id = ?")
                .params(minutes, minutes, id.value())
                .update();
    }

    /** The row is held by this connection: who says this statement waits for it. */
    private boolean somebodyWaits() {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
                                + " AND info LIKE 'UPDATE means SET booking_seq%'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The database refuses such rows while the work is done. */
    private void refusing(String table, String deed, String when, Runnable work) {
        jdbc.sql("CREATE TRIGGER refusing BEFORE " + deed + " ON " + table + " FOR EACH ROW IF " + when
                        + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'; END IF")
                .update();
        try {
            work.run();
        } finally {
            jdbc.sql("DROP TRIGGER refusing").update();
        }
    }
}
