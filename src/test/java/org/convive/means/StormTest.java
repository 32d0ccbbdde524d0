package org.convive.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.draft;
import static org.convive.means.MeansWorld.share;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.convive.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The guarantee over all paths at once: bookings, holds, requests and their answers, moves, plans, blackouts, the waiting
 * list, what lapses; from many threads on two nodes, and through the kill of a node's process.
 */
@PortalTest
class StormTest {
    private static final int KILLS = 2;
    private static final int DEEDS_BEFORE_A_KILL = 60;

    @Autowired
    Fixtures fixtures;

    @Autowired
    MeansService meansService;

    @Autowired
    JdbcClient jdbc;

    private Actor owner;
    private List<Actor> people;
    private List<MeansId> means;

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
    }

    @Test
    void everyPathAtOnceOnTwoNodesBooksNothingTwiceAndLosesNothing() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<Storm.Acknowledged>();
        try (var one = SecondNode.start();
                var two = SecondNode.start()) {
            new Storm(List.of(Storm.Node.of(one), Storm.Node.of(two)), people, means, acknowledged::add).rage(12, 60);
        }

        assertProved(List.copyOf(acknowledged));
        assertThat(acknowledged.stream().map(Storm.Acknowledged::deed).collect(Collectors.toSet()))
                .contains(Deed.BOOKED, Deed.HELD, Deed.REQUESTED, Deed.MOVED, Deed.BLACKED_OUT, Deed.APPROVED);
    }

    @Test
    void aNodeThatIsKilledUnderLoadAndStartedAgainLosesNothingThatItSaid() throws Exception {
        var acknowledged = new ArrayList<Storm.Acknowledged>();
        for (int i = 0; i < KILLS; i++) {
            Process node = start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).isEqualTo("ready");
                for (int n = 0; n < DEEDS_BEFORE_A_KILL; n++) {
                    acknowledged.add(Storm.Acknowledged.of(said.readLine()));
                }
                node.toHandle().destroyForcibly(); // SIGKILL; what it said stays readable
                // What it had said before it died counts too; a line cut by the kill was not said.
                String line = said.readLine();
                while (line != null) {
                    String next = said.readLine();
                    if (next != null) {
                        acknowledged.add(Storm.Acknowledged.of(line));
                    }
                    line = next;
                }
            }
            assertThat(node.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).isNotZero();
            awaitNoOpenTransaction();
            assertProved(acknowledged);
        }
    }

    /** The server rolls back what the killed process left open as soon as it sees the closed connections. */
    private void awaitNoOpenTransaction() {
        jdbc.sql("UPDATE means SET booking_seq = booking_seq + 1 WHERE id IN (:ids)")
                .param("ids", means.stream().map(MeansId::value).toList())
                .update();
    }

    private void assertProved(List<Storm.Acknowledged> acknowledged) {
        Storm.Proof proof = Storm.Proof.of(jdbc, owner.cluster(), acknowledged);
        assertThat(proof.overlaps()).isZero();
        assertThat(proof.wronglyHeld()).isEmpty();
        assertThat(proof.lost()).isEmpty();
        assertThat(proof.deeds()).isGreaterThanOrEqualTo(DEEDS_BEFORE_A_KILL);
    }

    private Process start() throws IOException {
        TestDatabase.Address database = TestDatabase.get();
        var command = new ArrayList<String>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogging.level.root=WARN",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StormProcess.class.getName(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                owner.cluster().toString(),
                means.stream().map(MeansId::toString).collect(Collectors.joining(","))));
        people.forEach(one -> command.add(StormProcess.text(one)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(new File("target/storm-process.log")))
                .start();
    }
}
