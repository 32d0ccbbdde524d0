package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.share;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The guarantee: no two accepted bookings of one unit overlap and no accepted booking is lost, whatever many people
 * do at once on two portal nodes. One query counts overlapping pairs, one compares acknowledged and stored bookings.
 */
@PortalTest
class BookingConcurrencyTest {
    private static final int THREADS = 16;
    private static final int ATTEMPTS = 15;

    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    BookingService bookings;

    @Autowired
    MeansQueries queries;

    @Autowired
    JdbcClient jdbc;

    private Actor owner;
    private final Set<BookingId> accepted = ConcurrentHashMap.newKeySet();
    private final Set<BookingId> cancelled = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void people() {
        Actor camille = fixtures.animatorOfNewCluster();
        owner = fixtures.managerOf(camille, "Métrologie Sarcelle");
    }

    @Test
    void oneUnitIsNeverBookedTwice() throws Exception {
        MeansId scanner = share(meansService, owner, draft("Scanner", "ScanArm 1"));

        together(number -> tryToBook(bookings, scanner, 1));

        assertKept(scanner);
    }

    @Test
    void aPoolNeverHoldsMoreThanItHas() throws Exception {
        MeansId pool = share(meansService, owner, draft("Pool", "A", "B", "C", "D"));

        together(number -> tryToBook(bookings, pool, 1 + number % 3));

        assertKept(pool);
    }

    @Test
    void cancellationsRestoresAndBlackoutsInBetweenChangeNothing() throws Exception {
        MeansId pool = share(meansService, owner, draft("Pool", "A", "B", "C"));

        together(number -> deed(bookings, pool));

        assertKept(pool);
    }

    @Test
    void twoPortalNodesOnOneDatabaseKeepTheGuaranteeTogether() throws Exception {
        MeansId pool = share(meansService, owner, draft("Pool", "A", "B"));
        MeansId single = share(meansService, owner, draft("Single", "S"));
        try (var other = SecondNode.start()) {
            List<BookingService> nodes = List.of(bookings, other.bookings());

            together(number -> {
                deed(nodes.get(number % 2), pool);
                tryToBook(nodes.get(number % 2), single, 1);
            });
        }

        assertKept(pool);
        assertKept(single);
    }

    @Test
    void theOwnerChangingUnitsMeanwhileBreaksNoPromise() throws Exception {
        MeansId pool = share(meansService, owner, draft("Pool", "A", "B"));

        together(number -> {
            if (number == 0) {
                changeUnits(pool);
            } else {
                tryToBook(bookings, pool, 1);
            }
        });

        assertKept(pool);
        assertThat(jdbc.sql("""
                                SELECT COUNT(*) FROM occupancy o JOIN means_unit u ON u.id = o.unit_id
                                WHERE u.means_id = ? AND u.retired = 1""").param(pool.value()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void aStormOfOneRepeatedRequestBooksOnce() throws Exception {
        MeansId pool = share(meansService, owner, draft("Pool", "A", "B", "C", "D", "E", "F", "G", "H"));
        String key = UUID.randomUUID().toString();
        try (var other = SecondNode.start()) {
            List<BookingService> nodes = List.of(bookings, other.bookings());

            together(number ->
                    accepted.add(nodes.get(number % 2).book(owner, MeansWorld.request(pool, in(3, 8), 2, 1, key))));
        }

        assertThat(accepted).hasSize(1);
        assertKept(pool);
    }

    private void deed(BookingService node, MeansId means) {
        switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> {
                List<BookingId> all = new ArrayList<>(accepted);
                if (!all.isEmpty()) {
                    BookingId one = all.get(ThreadLocalRandom.current().nextInt(all.size()));
                    node.cancel(owner, one);
                    cancelled.add(one);
                }
            }
            case 1 -> {
                Instant from = slot();
                try {
                    accepted.add(node.blackout(owner, means, null, from, from.plus(Duration.ofMinutes(30)), "Service"));
                } catch (JustTaken kept) {
                    // what is promised is kept
                }
            }
            default -> tryToBook(node, means, 1);
        }
    }

    private void tryToBook(BookingService node, MeansId means, int units) {
        Instant from = slot();
        Duration length = Duration.ofMinutes(30L * ThreadLocalRandom.current().nextInt(1, 7));
        try {
            accepted.add(node.book(owner, new BookingRequest(means, from, from.plus(length), units, "", null)));
        } catch (JustTaken e) {
            // somebody else has it
        }
    }

    private void changeUnits(MeansId id) {
        MeansDetail now = queries.get(owner, id);
        var units = new ArrayList<MeansDraft.UnitDraft>();
        now.means().units().forEach(unit -> units.add(new MeansDraft.UnitDraft(unit.id(), unit.name())));
        if (units.size() > 2) {
            units.removeLast();
        } else {
            units.add(MeansDraft.UnitDraft.named("Unit " + UUID.randomUUID()));
        }
        MeansDraft before = draft("Pool");
        try {
            meansService.change(
                    owner,
                    id,
                    new MeansDraft(before.kind(), "Pool", "", "", "", null, List.of(), units, before.rules()),
                    now.version());
        } catch (InvalidInput promised) {
            // the unit has bookings ahead
        }
    }

    /** A half hour of two days to come. */
    private static Instant slot() {
        return in(5, 0).plus(
                        Duration.ofMinutes(30L * ThreadLocalRandom.current().nextInt(96)));
    }

    private void together(Deed deed) throws Exception {
        var start = new CountDownLatch(1);
        var futures = new ArrayList<Future<?>>();
        try (ExecutorService people = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                futures.add(people.submit(() -> {
                    start.await();
                    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                        deed.run(number);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> future : futures) {
                join(future);
            }
        }
    }

    private static void join(Future<?> future) throws InterruptedException, ExecutionException {
        future.get();
    }

    private void assertKept(MeansId means) {
        assertThat(overlaps(means)).isZero();
        List<Long> stored = jdbc.sql("SELECT id FROM booking WHERE means_id = ? ORDER BY id")
                .param(means.value())
                .query(Long.class)
                .list();
        assertThat(stored).isSubsetOf(accepted.stream().map(BookingId::value).toList());
        assertThat(stored).isNotEmpty();
        long lost = accepted.size()
                - jdbc.sql("SELECT COUNT(*) FROM booking WHERE id IN (:ids)")
                        .param("ids", accepted.stream().map(BookingId::value).toList())
                        .query(Integer.class)
                        .single();
        assertThat(lost).isZero();
        assertThat(heldWrongly(means)).isEmpty();
        assertThat(jdbc.sql("SELECT id FROM booking WHERE means_id = ? AND status = 'CANCELLED'")
                        .param(means.value())
                        .query(Long.class)
                        .list())
                .isSubsetOf(cancelled.stream().map(BookingId::value).toList());
    }

    private int overlaps(MeansId means) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM occupancy a
                        JOIN occupancy b ON b.unit_id = a.unit_id AND b.id > a.id
                                        AND b.starts < a.ends AND a.starts < b.ends
                        JOIN means_unit u ON u.id = a.unit_id
                        WHERE u.means_id = ?""").param(means.value()).query(Integer.class).single();
    }

    /** Bookings that hold more or fewer units than they should. */
    private List<Long> heldWrongly(MeansId means) {
        return jdbc.sql("""
                        SELECT b.id FROM booking b
                        WHERE b.means_id = ? AND (SELECT COUNT(*) FROM occupancy o WHERE o.booking_id = b.id)
                              <> IF(b.status = 'CONFIRMED', b.units, 0)""").param(means.value()).query(Long.class).list();
    }

    /** What one person does again and again. */
    private interface Deed {
        void run(int number) throws Exception;
    }
}
