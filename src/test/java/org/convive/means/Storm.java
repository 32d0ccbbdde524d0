package org.convive.means;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.means.use.HitBookings;
import org.convive.means.use.Reading;
import org.convive.means.use.UseService;
import org.convive.shared.ClusterId;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Many people doing everything at once that occupies or frees, and the proof that nothing was booked twice or lost. */
final class Storm {
    /** The paths into the booking protocol on one node. */
    record Node(
            BookingService bookings,
            BookingMoves moves,
            Approvals approvals,
            Plans plans,
            WaitingList waiting,
            Expiries expiries,
            MeansQueries queries,
            @Nullable Floor floor) {
        static Node of(SecondNode other) {
            return new Node(
                    other.get(BookingService.class),
                    other.get(BookingMoves.class),
                    other.get(Approvals.class),
                    other.get(Plans.class),
                    other.get(WaitingList.class),
                    other.get(Expiries.class),
                    other.get(MeansQueries.class),
                    null);
        }
    }

    /**
     * Where means are used, on a node that is the whole portal.
     *
     * @param workshop a means of many units where people check in and out and pay
     * @param damaged a unit of the first means that is reported as damaged
     */
    record Floor(UseService uses, DamageService damages, HitBookings hits, MeansId workshop, long damaged) {}

    /** Something that the portal said it had done. */
    record Acknowledged(long booking, Deed deed) {
        String line() {
            return booking + " " + deed;
        }

        static Acknowledged of(String line) {
            String[] parts = line.split(" ", 2);
            return new Acknowledged(Long.parseLong(parts[0]), Deed.valueOf(parts[1]));
        }
    }

    private final List<Node> nodes;
    private final List<Actor> people;
    private final List<MeansId> means;
    private final Consumer<Acknowledged> acknowledge;
    private final Consumer<BookingId> lapsing;
    private final List<BookingId> seen = new CopyOnWriteArrayList<>();
    private final Queue<Long> returned = new ConcurrentLinkedQueue<>();

    /** @param lapsing makes the time of a hold, a request or a proposal be over */
    Storm(
            List<Node> nodes,
            List<Actor> people,
            List<MeansId> means,
            Consumer<Acknowledged> acknowledge,
            Consumer<BookingId> lapsing) {
        this.nodes = nodes;
        this.people = people;
        this.means = means;
        this.acknowledge = acknowledge;
        this.lapsing = lapsing;
    }

    /** Bookings of others than the owner that were given back and settled, by the portal's word. */
    List<Long> returned() {
        return List.copyOf(returned);
    }

    /** @param deeds how many each of the threads does */
    void rage(int threads, int deeds) throws Exception {
        var start = new CountDownLatch(1);
        var futures = new ArrayList<Future<?>>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                Node node = nodes.get(i % nodes.size());
                futures.add(crowd.submit(() -> {
                    start.await();
                    for (int n = 0; n < deeds; n++) {
                        deed(node);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> future : futures) {
                Object nothing = future.get(90, TimeUnit.SECONDS);
                assert nothing == null;
            }
        }
    }

    private void deed(Node node) {
        Actor actor = one(people);
        try {
            switch (ThreadLocalRandom.current().nextInt(20)) {
                case 0, 1, 2 -> book(node, actor, false);
                case 3 -> book(node, actor, true);
                case 4, 5 -> plan(node, actor);
                case 6 -> blackOut(node, actor);
                case 7 -> wait(node, actor);
                case 8 -> lapse(node);
                case 9 -> series(node, actor);
                case 10 -> damage(node, actor);
                case 11, 12 -> use(node, actor);
                default -> change(node, actor);
            }
        } catch (JustTaken
                | PlanRefused
                | InvalidInput
                | StaleEdit
                | AccessDeniedException
                | NotFoundException refused) {
            // an answer like others: nothing was written
        }
    }

    private void book(Node node, Actor actor, boolean hold) {
        BookingRequest request = wish(one(means));
        BookingId id = node.bookings().book(actor, hold ? request.held() : request);
        booked(id, hold ? Deed.HELD : booked(request.means(), actor));
    }

    /** The last of the means is lent with the owner's word only. */
    private Deed booked(MeansId id, Actor actor) {
        return id.equals(means.getLast()) && !actor.equals(people.getFirst()) ? Deed.REQUESTED : Deed.BOOKED;
    }

    private void booked(BookingId id, Deed deed) {
        seen.add(id);
        acknowledge.accept(new Acknowledged(id.value(), deed));
    }

    private void plan(Node node, Actor actor) {
        var wishes = List.of(wish(means.get(0)), wish(means.get(1)), wish(means.get(0)));
        node.plans().book(actor, wishes, null, "").bookings().forEach(id -> booked(id, Deed.BOOKED));
    }

    private void series(Node node, Actor actor) {
        BookingRequest first = wish(means.get(1));
        List<BookingRequest> weeks = Stream.of(0, 7, 14)
                .map(Duration::ofDays)
                .map(later -> new BookingRequest(
                        first.means(), first.from().plus(later), first.to().plus(later), 1, "", null))
                .toList();
        node.plans()
                .book(actor, weeks, null, "RRULE:FREQ=WEEKLY;COUNT=3")
                .bookings()
                .forEach(id -> booked(id, Deed.BOOKED));
    }

    /** Some time of some holds is over. */
    private void lapse(Node node) {
        if (!seen.isEmpty()) {
            lapsing.accept(one(seen));
        }
        var unused = node.expiries().run();
    }

    /** Something breaks, what stands there moves, it is mended. */
    private void damage(Node node, Actor actor) {
        Floor floor = node.floor();
        if (floor == null) {
            return;
        }
        long report = floor.damages()
                .report(
                        actor,
                        new DamageReport(
                                means.getFirst(),
                                floor.damaged(),
                                null,
                                "Broken",
                                true,
                                List.of(),
                                UUID.randomUUID().toString()));
        floor.damages().hits(actor, floor.damages().damage(actor, report)).stream()
                .limit(2)
                .forEach(hit -> {
                    if (hit.otherUnit()) {
                        var unused = floor.hits()
                                .toOtherUnit(actor, report, hit.booking().id());
                    }
                });
        floor.damages().release(people.getFirst(), report, "");
    }

    /** Books what begins soon, takes it and gives it back: the use becomes a line between the two companies. */
    private void use(Node node, Actor actor) {
        Floor floor = node.floor();
        if (floor == null) {
            return;
        }
        Instant from = Instant.now().plusSeconds(ThreadLocalRandom.current().nextInt(5, 600));
        BookingId id = node.bookings()
                .book(actor, new BookingRequest(floor.workshop(), from, from.plus(Duration.ofHours(1)), 1, "", null));
        booked(id, Deed.BOOKED);
        floor.uses().checkIn(actor, id, Reading.plain());
        floor.uses().checkOut(actor, id, new Reading(null, 30, "", List.of()));
        if (!actor.equals(people.getFirst())) {
            returned.add(id.value());
        }
    }

    private void blackOut(Node node, Actor actor) {
        BookingRequest wish = wish(one(means));
        BookingId id = node.bookings().blackout(actor, wish.means(), null, wish.from(), wish.to(), "Service");
        booked(id, Deed.BLACKED_OUT);
    }

    private void wait(Node node, Actor actor) {
        node.waiting().join(actor, wish(one(means)));
        node.waiting().mine(actor).stream()
                .map(WaitingList.Wish::offer)
                .filter(Objects::nonNull)
                .forEach(seen::add);
    }

    private void change(Node node, Actor actor) {
        if (seen.isEmpty()) {
            return;
        }
        BookingId id = one(seen);
        BookingRequest other = wish(one(means));
        Deed deed = switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0, 1 -> {
                node.bookings().cancel(actor, id);
                yield null; // says nothing when it was given back before
            }
            case 2 -> {
                node.bookings().restore(actor, id);
                yield null;
            }
            case 3 -> {
                int version = node.queries().booking(actor, id).version();
                node.moves().move(actor, id, other.from(), other.to(), null, version);
                yield Deed.MOVED;
            }
            default -> answer(node, actor, other);
        };
        if (deed != null) {
            acknowledge.accept(new Acknowledged(id.value(), deed));
        }
    }

    /** The owner answers a request, or somebody what is held or proposed to them; each says so itself. */
    private @Nullable Deed answer(Node node, Actor actor, BookingRequest other) {
        Actor owner = people.getFirst();
        List<BookingLine> open = actor.equals(owner)
                ? node.queries().toAnswer(owner)
                : node.queries().mine(actor, Instant.EPOCH.plusSeconds(1)).stream()
                        .filter(one -> one.status() == BookingStatus.HELD || one.status() == BookingStatus.PROPOSED)
                        .toList();
        if (open.isEmpty()) {
            return null;
        }
        BookingLine one = one(open);
        Deed deed = one.status() == BookingStatus.PENDING
                ? answered(node, owner, one, other)
                : one.status() == BookingStatus.HELD ? confirmed(node, actor, one) : accepted(node, actor, one);
        acknowledge.accept(new Acknowledged(one.id().value(), deed));
        return null;
    }

    private static Deed confirmed(Node node, Actor actor, BookingLine one) {
        node.approvals().confirm(actor, one.id(), null);
        return Deed.CONFIRMED;
    }

    private static Deed accepted(Node node, Actor actor, BookingLine one) {
        node.approvals().accept(actor, one.id());
        return Deed.ACCEPTED;
    }

    private static Deed answered(Node node, Actor owner, BookingLine one, BookingRequest other) {
        switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0, 1 -> node.approvals().approve(owner, one.id(), "");
            case 2 -> {
                node.approvals().refuse(owner, one.id(), "");
                return Deed.REFUSED;
            }
            default -> {
                node.approvals().propose(owner, one.id(), other.from(), other.to(), "");
                return Deed.PROPOSED;
            }
        }
        return Deed.APPROVED;
    }

    /** A half hour of three weeks to come: enough conflicts, and never full. */
    private static BookingRequest wish(MeansId means) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        Instant from = MeansWorld.in(5, 0).plus(Duration.ofMinutes(30L * chance.nextInt(1008)));
        Duration length = Duration.ofMinutes(30L * chance.nextInt(1, 6));
        return new BookingRequest(means, from, from.plus(length), 1, "", null);
    }

    private static <T> T one(List<T> some) {
        return some.get(ThreadLocalRandom.current().nextInt(some.size()));
    }

    /**
     * What must hold afterwards, in the database alone.
     *
     * @param crooked lines of give and take that do not have two sides which sum to zero
     * @param uncharged settled uses of others than the owner that are not exactly one line
     */
    record Proof(
            int overlaps,
            List<Long> wronglyHeld,
            List<Acknowledged> lost,
            int deeds,
            List<Long> crooked,
            List<Long> uncharged,
            List<Long> charged,
            long sum) {
        static Proof of(JdbcClient jdbc, ClusterId cluster, List<Acknowledged> acknowledged) {
            int overlaps =
                    jdbc.sql("""
                            SELECT COUNT(*) FROM occupancy a JOIN occupancy b ON b.unit_id = a.unit_id AND b.id > a.id
                            AND b.starts < a.ends AND a.starts < b.ends WHERE a.cluster_id = ?""").param(cluster.value()).query(Integer.class).single();
            List<Long> wrong =
                    jdbc.sql("""
                            SELECT id FROM (
                              SELECT b.id, b.status, b.units, b.starts_at, b.ends_at, b.expires_at, COUNT(o.id) AS held,
                                     MIN(o.starts) AS first, MAX(o.ends) AS last
                              FROM booking b LEFT JOIN occupancy o ON o.booking_id = b.id
                              WHERE b.cluster_id = ? AND NOT EXISTS (SELECT 1 FROM damage d WHERE d.block_id = b.id)
                                AND NOT EXISTS (SELECT 1 FROM booking_use u WHERE u.booking_id = b.id
                                                AND u.checked_out_at IS NOT NULL)
                              GROUP BY b.id) one
                            WHERE held <> IF(status IN ('HELD', 'PENDING', 'PROPOSED', 'CONFIRMED'), units, 0)
                               OR first <> starts_at OR last <> ends_at
                               OR (expires_at IS NOT NULL) <> (status IN ('HELD', 'PENDING', 'PROPOSED'))""").param(cluster.value()).query(Long.class).list();
            Map<Acknowledged, Long> stored = jdbc
                    .sql("SELECT booking_id, deed FROM booking_event WHERE cluster_id = ?")
                    .param(cluster.value())
                    .query((row, n) -> new Acknowledged(row.getLong("booking_id"), Deed.valueOf(row.getString("deed"))))
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
            List<Acknowledged> lost =
                    acknowledged.stream()
                            .collect(Collectors.groupingBy(one -> one, Collectors.counting()))
                            .entrySet()
                            .stream()
                            .filter(one -> stored.getOrDefault(one.getKey(), 0L) < one.getValue())
                            .map(Map.Entry::getKey)
                            .toList();
            return new Proof(
                    overlaps,
                    wrong,
                    lost,
                    acknowledged.size(),
                    numbers(jdbc, cluster, """
                            SELECT l.id FROM ledger_line l LEFT JOIN ledger_posting p ON p.line_id = l.id
                            WHERE l.cluster_id = ? GROUP BY l.id HAVING COUNT(p.line_id) <> 2 OR SUM(p.amount) <> 0"""),
                    numbers(jdbc, cluster, """
                            SELECT b.id FROM booking b JOIN means m ON m.id = b.means_id
                            JOIN booking_use u ON u.booking_id = b.id AND u.settled_at IS NOT NULL
                            LEFT JOIN ledger_line l ON l.booking_id = b.id AND l.kind = 'USE'
                            WHERE b.cluster_id = ? AND m.organisation_id <> b.organisation_id
                            GROUP BY b.id HAVING COUNT(l.id) <> 1"""),
                    numbers(jdbc, cluster, "SELECT booking_id FROM ledger_line WHERE cluster_id = ?"),
                    jdbc.sql("SELECT COALESCE(SUM(amount), 0) FROM ledger_posting WHERE cluster_id = ?")
                            .param(cluster.value())
                            .query(Long.class)
                            .single());
        }

        private static List<Long> numbers(JdbcClient jdbc, ClusterId cluster, String sql) {
            return jdbc.sql(sql).param(cluster.value()).query(Long.class).list();
        }
    }
}
