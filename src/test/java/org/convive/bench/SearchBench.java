package org.convive.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.convive.identity.Actor;
import org.convive.local.LocalDatabase;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingRules;
import org.convive.means.BookingService;
import org.convive.means.FreeSearch;
import org.convive.means.MeansDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./portal bench search}: 1,000 means with 2,000 units and 10,000, 100,000 and a million bookings, a thousand a
 * day whatever the size, so that only the history grows: how long "what is free?", a week of all means and one booking
 * take, and how many statements each sends.
 */
public final class SearchBench {
    private static final int MEANS = 1000;
    private static final int RUNS = 60;
    /** Each figure is the median of so many rounds, so that a machine which does something else for a moment is no measure. */
    private static final int ROUNDS = 5;

    private static final int WARM_UP = 15;
    private static final int DAYS_AHEAD = 8;

    private final LocalDatabase database;
    private final MeansService service;
    private final MeansQueries queries;
    private final BookingService bookings;
    private final JdbcClient jdbc;
    private final Actor actor;
    private final List<MeansId> means = new ArrayList<>();
    private int booked;

    private SearchBench(LocalDatabase database, ApplicationContext context, Actor actor) {
        this.database = database;
        this.service = context.getBean(MeansService.class);
        this.queries = context.getBean(MeansQueries.class);
        this.bookings = context.getBean(BookingService.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.actor = actor;
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("convive-bench");
        try (var database = LocalDatabase.start(data, 0);
                var context = BenchContext.start(database, 10)) {
            new SearchBench(database, context, BenchContext.actor(context.getBean(JdbcClient.class))).run();
        } finally {
            BenchContext.delete(data);
        }
    }

    private void run() {
        share();
        var rows = new ArrayList<Row>();
        int first = 0;
        for (int days : new int[] {10, 100, 1000}) {
            int last = DAYS_AHEAD - days;
            fill(last, first == 0 ? DAYS_AHEAD : first);
            first = last;
            jdbc.sql("ANALYZE TABLE booking, occupancy").query().listOfRows();
            database.writeOut();
            if (rows.isEmpty()) {
                measure(); // The first size pays for no cold start of Java's, else it would flatter the others.
            }
            rows.add(measure());
        }
        System.out.printf("%d means, %d units%n%n", MEANS, 2 * MEANS);
        System.out.printf(
                "%-12s %-34s %-34s %-34s%n", "bookings", "what is free", "a week of all means", "one booking");
        rows.forEach(
                row -> System.out.printf("%,-12d %-34s %-34s %-34s%n", row.bookings, row.free, row.week, row.booking));
        goals(rows.getFirst(), rows.getLast());
    }

    private static void goals(Row small, Row large) {
        System.out.println();
        goal("p50 of what is free at 1M is at most 50 ms", large.free.p50 <= 50);
        goal("p95 of a week at 1M is at most 300 ms", large.week.p95 <= 300);
        goal("p95 of what is free at 1M within 1.5 times that at 10k", large.free.p95 <= 1.5 * small.free.p95);
        goal("p95 of a week at 1M within 1.5 times that at 10k", large.week.p95 <= 1.5 * small.week.p95);
        goal("p95 of one booking at 1M within 1.5 times that at 10k", large.booking.p95 <= 1.5 * small.booking.p95);
        goal(
                "constant statements",
                small.free.statements == large.free.statements && small.week.statements == large.week.statements);
        goal("at most 6 statements a booking", large.booking.statements <= 6);
    }

    private static void goal(String sentence, boolean met) {
        System.out.println((met ? "met      " : "NOT MET  ") + sentence);
    }

    private void share() {
        for (int i = 0; i < MEANS; i++) {
            means.add(service.share(
                    actor,
                    actor.requireOrganisation(),
                    new MeansDraft(
                            MeansKind.MACHINE,
                            "Machine " + i,
                            "",
                            "",
                            "",
                            null,
                            List.of("Capability " + i % 20),
                            List.of(MeansDraft.UnitDraft.named("Unit 1"), MeansDraft.UnitDraft.named("Unit 2")),
                            BookingRules.lenient(actor.zone()))));
        }
    }

    /** One booking of four hours a day on one unit of each means, at hours that differ. */
    private void fill(int fromDay, int toDay) {
        jdbc.sql("""
                        INSERT INTO booking (cluster_id, means_id, kind, person_id, organisation_id, starts_at, ends_at,
                                             units, status, idempotency_key, created_at, changed_at)
                        SELECT :cluster, u.means_id, 'BOOKING', :person, :company,
                               :today + INTERVAL d.seq DAY + INTERVAL (6 + u.id % 8) HOUR,
                               :today + INTERVAL d.seq DAY + INTERVAL (10 + u.id % 8) HOUR,
                               1, 'CONFIRMED', CONCAT(u.id, '/', d.seq), NOW(6), NOW(6)
                        FROM means_unit u JOIN (SELECT CAST(seq AS SIGNED) + :first AS seq FROM seq_0_to_5000) d
                          ON d.seq < :last
                        WHERE u.position = 1""")
                .param("cluster", actor.cluster().value())
                .param("person", actor.person().value())
                .param("company", actor.requireOrganisation().value())
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .param("first", fromDay)
                .param("last", toDay)
                .update();
        jdbc.sql("""
                        INSERT INTO occupancy (cluster_id, unit_id, starts, ends, booking_id)
                        SELECT b.cluster_id, u.id, b.starts_at, b.ends_at, b.id
                        FROM booking b JOIN means_unit u ON u.means_id = b.means_id AND u.position = 1
                        WHERE b.starts_at >= :today + INTERVAL :first DAY AND b.starts_at < :today + INTERVAL :last DAY
                          AND b.idempotency_key LIKE '%/%'""")
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .param("first", fromDay)
                .param("last", toDay)
                .update();
    }

    private Row measure() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Instant from = today.plusDays(3).atTime(8, 0).toInstant(ZoneOffset.UTC);
        Instant monday = today.atStartOfDay().toInstant(ZoneOffset.UTC);
        long rows = jdbc.sql("SELECT COUNT(*) FROM booking").query(Long.class).single();
        return new Row(
                rows,
                times(n -> queries.findFree(actor, new FreeSearch(from, from.plus(Duration.ofHours(4)), null, null))
                        .size()),
                times(n -> queries.timeline(actor, monday, monday.plus(Duration.ofDays(7)))
                        .occupied()
                        .size()),
                times(n -> book(today)));
    }

    private BookingId book(LocalDate today) {
        int number = booked++;
        Instant from = today.plusDays(20 + number / MEANS).atTime(9, 0).toInstant(ZoneOffset.UTC);
        return bookings.book(
                actor,
                new BookingRequest(
                        means.get(number % MEANS),
                        from,
                        from.plus(Duration.ofHours(2)),
                        1,
                        "",
                        UUID.randomUUID().toString()));
    }

    private Figures times(IntFunction<Object> request) {
        for (int i = 0; i < WARM_UP; i++) {
            request.apply(i);
        }
        long before = questions();
        request.apply(0);
        long statements = questions() - before - 1;
        var medians = new ArrayList<Double>();
        var slowest = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var times = new ArrayList<Long>();
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                request.apply(round * RUNS + i);
                times.add((System.nanoTime() - start) / 1000);
            }
            Collections.sort(times);
            medians.add(times.get(RUNS / 2) / 1000.0);
            slowest.add(times.get(RUNS * 95 / 100) / 1000.0);
        }
        Collections.sort(medians);
        Collections.sort(slowest);
        return new Figures(medians.get(ROUNDS / 2), slowest.get(ROUNDS / 2), statements);
    }

    /** What clients asked the server in all; nobody else uses it. */
    private long questions() {
        return jdbc.sql("SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }

    private record Figures(double p50, double p95, long statements) {
        @Override
        public String toString() {
            return "p50 %.1f ms, p95 %.1f ms, %d stmts".formatted(p50, p95, statements);
        }
    }

    private record Row(long bookings, Figures free, Figures week, Figures booking) {}
}
