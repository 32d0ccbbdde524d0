package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.share;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.means.use.DamageService;
import org.convive.means.use.HitBookings;
import org.convive.means.use.Meter;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalProcess;
import org.convive.testing.PortalTest;
import org.convive.testing.TokenIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The guarantee over all paths at once: bookings, holds, requests and their answers, moves, plans, series, blackouts, the
 * waiting list, what lapses, damage, use with its line of give and take. From many threads on two nodes, and over the API
 * of a whole portal whose process is killed again and again.
 */
@PortalTest
class StormTest {
    private static final int MOST_ROUNDS = 20;
    private static final List<String> BY_CHANCE = List.of("EXPIRED", "OFFERED", "CANCELLED");
    private static final int KILLS = 2;
    private static final int THREADS = 10;
    private static final int ANSWERS_BEFORE_A_KILL = 250;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    MeansQueries queries;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingMoves moves;

    @Autowired
    Approvals approvals;

    @Autowired
    Plans plans;

    @Autowired
    WaitingList waiting;

    @Autowired
    Expiries expiries;

    @Autowired
    UseService uses;

    @Autowired
    DamageService damages;

    @Autowired
    HitBookings hits;

    @Autowired
    Tariffs tariffs;

    @Autowired
    JdbcClient jdbc;

    private Actor owner;
    private List<Actor> people;
    private List<MeansId> means;
    private MeansId workshop;
    private long damaged;

    @BeforeEach
    void world() {
        Actor camille = fixtures.animatorOfNewCluster();
        owner = fixtures.managerOf(camille, "Métrologie Sarcelle");
        people = List.of(
                owner,
                fixtures.managerOf(camille, "Verrerie Saulnaye"),
                fixtures.managerOf(camille, "Moulin-Fauvel"),
                fixtures.managerOf(camille, "Décors Yvelin"));
        means = List.of(
                share(meansService, owner, draft("Scanner", "A", "B")),
                share(meansService, owner, draft("Van", "1")),
                share(
                        meansService,
                        owner,
                        draft("Bench", "P1", "P2").lent(Lending.OPEN.withApproval(Duration.ofHours(48), Set.of()))));
        String[] places = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> "Place " + number)
                .toArray(String[]::new);
        workshop = share(meansService, owner, draft("Workshop", places));
        uses.change(owner, workshop, new UseRules(true, 0, false, Meter.NONE, "", 0));
        tariffs.set(owner, workshop, new Tariff(0, "EUR", 6_000, 0, 0, 0, 9_000));
        damaged =
                queries.get(owner, means.getFirst()).means().units().getFirst().id();
    }

    @Test
    void everyPathAtOnceOnTwoNodesBooksNothingTwiceAndLosesNothing() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<Storm.Acknowledged>();
        Storm storm;
        try (var other = SecondNode.start()) {
            storm = new Storm(List.of(whole(), Storm.Node.of(other)), people, means, acknowledged::add, this::isOver);
            // What comes about by chance alone, as an offer to who waits, may need more than one round.
            for (int round = 0; round < MOST_ROUNDS && !happened().containsAll(BY_CHANCE); round++) {
                storm.rage(12, 60);
            }
        }

        Storm.Proof proof = prove(List.copyOf(acknowledged));
        assertThat(storm.returned()).isNotEmpty();
        assertThat(proof.charged()).containsAll(storm.returned());
        assertThat(acknowledged.stream().map(Storm.Acknowledged::deed).collect(Collectors.toSet()))
                .contains(Deed.BOOKED, Deed.HELD, Deed.REQUESTED, Deed.MOVED, Deed.BLACKED_OUT, Deed.APPROVED);
        assertThat(happened()).containsAll(BY_CHANCE);
    }

    @Test
    void aPortalThatIsKilledUnderLoadAndStartedAgainLosesNothingThatItSaid() throws Exception {
        try (var issuer = new TokenIssuer()) {
            HttpStorm storm = null;
            for (int i = 0; i < KILLS; i++) {
                try (var portal = PortalProcess.start(issuer.issuer())) {
                    if (storm == null) {
                        storm = new HttpStorm(issuer, people, means, workshop, damaged);
                    }
                    storm.rage(portal, THREADS, ANSWERS_BEFORE_A_KILL, LONGEST);
                    assertThat(portal.diedOfAKill()).isTrue();
                }
                awaitNoOpenTransaction();
                Storm.Proof proof = prove(storm.acknowledged());
                assertThat(storm.surprises()).isEmpty();
                assertThat(storm.returned()).isNotEmpty();
                assertThat(proof.charged()).containsAll(storm.returned());
            }
        }
    }

    private Storm.Node whole() {
        return new Storm.Node(
                bookings,
                moves,
                approvals,
                plans,
                waiting,
                expiries,
                queries,
                new Storm.Floor(uses, damages, hits, workshop, damaged));
    }

    private void isOver(BookingId id) {
        jdbc.sql("UPDATE booking SET expires_at = created_at WHERE id = ? AND expires_at IS NOT NULL")
                .param(id.value())
                .update();
    }

    private List<String> happened() {
        return jdbc.sql("SELECT DISTINCT deed FROM booking_event WHERE cluster_id = ?")
                .param(owner.cluster().value())
                .query(String.class)
                .list();
    }

    /** The server rolls back what the killed process left open as soon as it sees the closed connections. */
    private void awaitNoOpenTransaction() {
        jdbc.sql("UPDATE means SET booking_seq = booking_seq + 1 WHERE cluster_id = ?")
                .param(owner.cluster().value())
                .update();
    }

    private Storm.Proof prove(List<Storm.Acknowledged> acknowledged) {
        Storm.Proof proof = Storm.Proof.of(jdbc, owner.cluster(), acknowledged);
        assertThat(proof.overlaps()).isZero();
        assertThat(proof.wronglyHeld()).isEmpty();
        assertThat(proof.lost()).isEmpty();
        assertThat(proof.crooked()).isEmpty();
        assertThat(proof.uncharged()).isEmpty();
        assertThat(proof.sum()).isZero();
        assertThat(jdbc.sql("""
                        SELECT u.name FROM means_unit u JOIN means m ON m.id = u.means_id
                        WHERE m.cluster_id = ? AND u.blocked_by IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM damage d WHERE d.unit_id = u.id AND d.released_at IS NULL)""")
                        .param(owner.cluster().value())
                        .query(String.class)
                        .list())
                .as("units out of use though all damage is mended")
                .isEmpty();
        assertThat(proof.deeds()).isGreaterThan(50);
        return proof;
    }
}
