package org.convive.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.convive.identity.Actor;
import org.convive.local.LocalDatabase;
import org.convive.means.BookingRequest;
import org.convive.means.BookingRules;
import org.convive.means.BookingService;
import org.convive.means.MeansDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.convive.means.MeansService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./portal bench bookings}: how fast N clients book through the booking service, beside a bare loop of the two
 * statements (touch the sequence, insert the occupancy) on the same database in the same run; then overlaps and lost
 * acknowledgements, which must both be 0. Arguments: clients, seconds a round.
 */
public final class BookingsBench {
    private static final int SLOT_MINUTES = 1;

    private final int clients;
    private final Duration round;
    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final BookingService bookings;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Actor actor;

    private BookingsBench(int clients, Duration round, ApplicationContext context) {
        this.clients = clients;
        this.round = round;
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.bookings = context.getBean(BookingService.class);
        this.actor = BenchContext.actor(jdbc);
    }

    public static void main(String[] args) throws Exception {
        int clients = args.length > 0 ? Integer.parseInt(args[0]) : 8;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        Path data = Files.createTempDirectory("convive-bench");
        try (var database = LocalDatabase.start(data, 0);
                var context = BenchContext.start(database, Math.max(20, 2 * clients + 4))) {
            new BookingsBench(clients, Duration.ofSeconds(seconds), context).run();
        } finally {
            BenchContext.delete(data);
        }
    }

    private void run() throws Exception {
        System.out.printf("%d clients, rounds of %d s, warm-up first%n", clients, round.toSeconds());
        List<MeansId> own =
                IntStream.range(0, clients).mapToObj(i -> share("Private " + i)).toList();
        MeansId one = share("Contended");
        List<MeansId> contended = IntStream.range(0, clients).mapToObj(i -> one).toList();
        List<MeansId> bareOwn =
                IntStream.range(0, clients).mapToObj(i -> share("Bare " + i)).toList();
        MeansId bareOne = share("Bare contended");
        List<MeansId> bareContended =
                IntStream.range(0, clients).mapToObj(i -> bareOne).toList();
        var slots = new int[clients];
        var bareSlots = new int[clients];
        book(own, slots, 1, 3);
        bare(bareOwn, bareSlots, 1, 3);
        double privateRate = 0;
        double barePrivate = 0;
        double oneRate = 0;
        double bareOneRate = 0;
        // Alternating, so that whatever else the machine does falls on both.
        for (int i = 0; i < 2; i++) {
            privateRate += book(own, slots, 1, round.toSeconds() / 2) / 2;
            barePrivate += bare(bareOwn, bareSlots, 1, round.toSeconds() / 2) / 2;
        }
        for (int i = 0; i < 2; i++) {
            oneRate += book(contended, slots, clients, round.toSeconds() / 2) / 2;
            bareOneRate += bare(bareContended, bareSlots, clients, round.toSeconds() / 2) / 2;
        }
        say("private means", privateRate, barePrivate);
        say("one contended means", oneRate, bareOneRate);
        System.out.printf("overlaps %d%n", overlaps());
        System.out.printf("lost acknowledgements %d of %d%n", lost(), acknowledged.size());
    }

    private static void say(String what, double service, double bare) {
        System.out.printf(
                "%-20s booking service %6.0f/s   bare JDBC %6.0f/s   ratio %.2f%n",
                what, service, bare, service / bare);
    }

    /** Each client books its own free slots, one after the other; on one means all slots differ. */
    private double book(List<MeansId> means, int[] slots, int stride, long seconds) throws Exception {
        return together(seconds, client -> {
            int slot = slots[client]++ * stride + (stride > 1 ? client : 0);
            Instant from = slot(slot);
            acknowledged.add(bookings.book(
                            actor,
                            new BookingRequest(
                                    means.get(client), from, from.plus(Duration.ofMinutes(SLOT_MINUTES)), 1, "", null))
                    .value());
        });
    }

    /** The two statements and nothing else. */
    private double bare(List<MeansId> means, int[] slots, int stride, long seconds) throws Exception {
        List<Long> units = means.stream()
                .map(id -> jdbc.sql("SELECT id FROM means_unit WHERE means_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .toList();
        var loops = new ArrayList<BareLoop>();
        for (int i = 0; i < clients; i++) {
            loops.add(new BareLoop(
                    context.getBean(DataSource.class).getConnection(),
                    actor.cluster().value()));
        }
        try {
            return together(seconds, client -> {
                int slot = slots[client]++ * stride + (stride > 1 ? client : 0);
                loops.get(client)
                        .book(
                                means.get(client).value(),
                                units.get(client),
                                slot(slot),
                                slot(slot).plus(Duration.ofMinutes(SLOT_MINUTES)));
            });
        } finally {
            for (BareLoop loop : loops) {
                loop.close();
            }
        }
    }

    /** Minute after minute from tomorrow on, so that two years ahead are enough for every round. */
    private static Instant slot(int number) {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(1))
                .plusSeconds(number * 60L);
    }

    private double together(long seconds, Deed deed) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<Future<Integer>>();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                int client = i;
                results.add(pool.submit(() -> {
                    start.await();
                    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
                    int done = 0;
                    while (System.nanoTime() < end) {
                        deed.run(client);
                        done++;
                    }
                    return done;
                }));
            }
            start.countDown();
            return sum(results) / (double) seconds;
        }
    }

    private static int sum(List<Future<Integer>> results) throws InterruptedException, ExecutionException {
        int sum = 0;
        for (Future<Integer> result : results) {
            sum += result.get();
        }
        return sum;
    }

    private MeansId share(String name) {
        BookingRules rules = BookingRules.lenient(BenchContext.ZONE)
                .withLengths(Duration.ofMinutes(1), Duration.ofDays(1))
                .withNotice(Duration.ZERO, 730);
        return context.getBean(MeansService.class)
                .share(
                        actor,
                        actor.requireOrganisation(),
                        new MeansDraft(
                                MeansKind.MACHINE,
                                name,
                                "",
                                "",
                                "",
                                null,
                                List.of(),
                                List.of(MeansDraft.UnitDraft.named("Unit")),
                                rules));
    }

    /** Neighbours in time of one unit: an overlap anywhere shows as one between neighbours. */
    private int overlaps() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM (
                          SELECT starts < LAG(ends) OVER (PARTITION BY unit_id ORDER BY starts) AS overlap
                          FROM occupancy) neighbours WHERE overlap""").query(Integer.class).single();
    }

    private int lost() {
        var stored = Set.copyOf(jdbc.sql(
                        "SELECT b.id FROM booking b JOIN occupancy o ON o.booking_id = b.id AND b.status = 'CONFIRMED'")
                .query(Long.class)
                .list());
        return (int) acknowledged.stream().filter(id -> !stored.contains(id)).count();
    }

    /** One booking of one client. */
    private interface Deed {
        void run(int client) throws Exception;
    }
}
