package org.convive.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingRules;
import org.convive.means.FreeSearch;
import org.convive.means.MeansDraft;
import org.convive.means.MeansKind;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long "what is free?" takes with 1,000 means, before and after a million bookings of ten years. */
final class SearchBench {
    private static final int MEANS = 1000;
    private static final int RUNS = 30;

    private final MeansService service;
    private final MeansQueries queries;
    private final JdbcClient jdbc;
    private final Actor actor;

    SearchBench(ApplicationContext context, Actor actor) {
        this.service = context.getBean(MeansService.class);
        this.queries = context.getBean(MeansQueries.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.actor = actor;
    }

    void run() {
        for (int i = 0; i < MEANS; i++) {
            service.share(
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
                            List.of(MeansDraft.UnitDraft.named("Unit")),
                            BookingRules.lenient(actor.zone())));
        }
        // Ahead and this year first, then nine more years of history.
        fill(-90, 90);
        measure("with the last and next three months");
        fill(-900, -90);
        measure("with ten times the history");
    }

    /** One booking of four hours a unit and day, at hours that differ. */
    private void fill(int fromDay, int toDay) {
        jdbc.sql("""
                        INSERT INTO booking (cluster_id, means_id, kind, person_id, organisation_id, starts_at, ends_at,
                                             units, status, idempotency_key, created_at, changed_at)
                        SELECT :cluster, u.means_id, 'BOOKING', :person, :company,
                               :today + INTERVAL d.seq DAY + INTERVAL (6 + u.id % 8) HOUR,
                               :today + INTERVAL d.seq DAY + INTERVAL (10 + u.id % 8) HOUR,
                               1, 'CONFIRMED', CONCAT(u.id, '/', d.seq), NOW(6), NOW(6)
                        FROM means_unit u JOIN (SELECT seq + :first AS seq FROM seq_0_to_5000) d ON d.seq < :last""")
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
                        FROM booking b JOIN means_unit u ON u.means_id = b.means_id
                        WHERE b.starts_at >= :today + INTERVAL :first DAY AND b.starts_at < :today + INTERVAL :last DAY""")
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .param("first", fromDay)
                .param("last", toDay)
                .update();
    }

    private void measure(String when) {
        Instant from = LocalDate.now(ZoneOffset.UTC).plusDays(3).atTime(8, 0).toInstant(ZoneOffset.UTC);
        var times = new ArrayList<Long>();
        int found = 0;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            found = queries.findFree(actor, new FreeSearch(from, from.plus(Duration.ofHours(4)), null, null))
                    .size();
            times.add((System.nanoTime() - start) / 1000);
        }
        Collections.sort(times);
        long bookings =
                jdbc.sql("SELECT COUNT(*) FROM occupancy").query(Long.class).single();
        System.out.printf(
                "find what is free, %s: %d means, %,d bookings, %d free, 2 statements, p50 %.1f ms, p95 %.1f ms%n",
                when, MEANS, bookings, found, times.get(RUNS / 2) / 1000.0, times.get(RUNS * 95 / 100) / 1000.0);
    }
}
