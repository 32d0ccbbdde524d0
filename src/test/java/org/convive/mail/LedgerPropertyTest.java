package org.convive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.convive.mail.Claims.Claimed;
import org.convive.mail.Claims.Settled;
import org.convive.shared.ClusterId;
import org.convive.shared.NotFoundException;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever nodes, people and other mail servers do, in any order: the ledger stays what a simple model says. */
@PortalTest
class LedgerPropertyTest {
    private static final int READERS = 12;
    private static final int DEEDS = 250;
    private static final List<String> NODES = List.of("north", "south");
    private static final Set<DeliveryState> RESENT =
            EnumSet.of(DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.BOUNCED);

    /** What a mail server may have: only that can come back. */
    private static final Set<DeliveryState> TAKEN =
            EnumSet.of(DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.CLAIMED);

    @Autowired
    Ledger ledger;

    @Autowired
    Claims claims;

    @Autowired
    Bounces bounces;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    private final Map<Long, Row> model = new HashMap<>();
    private final List<Claimed> everClaimed = new ArrayList<>();
    private ClusterId cluster;
    private long letter;
    private boolean paused;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, System.nanoTime());
    }

    @BeforeEach
    void aLetter() {
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state IN ('QUEUED', 'CLAIMED')")
                .update();
        cluster = fixtures.animatorOfNewCluster().cluster();
        letter = ledger.post(new Letter(
                cluster,
                "test",
                "test:property",
                "Camille",
                null,
                "Letter",
                "Words",
                null,
                null,
                Map.of(),
                IntStream.range(0, READERS)
                        .mapToObj(i -> Letter.Recipient.of("model" + i + "@test.example", "Reader"))
                        .toList()));
        ids().forEach(id -> model.put(id, new Row()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLedgerStaysWhatTheModelSays(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < DEEDS; i++) {
            String deed = deed(random);
            assertThat(states())
                    .as("after %s, deed %d of seed %d", deed, i, seed)
                    .isEqualTo(expected());
        }
        model.values()
                .forEach(row -> assertThat(row.sent)
                        .as("sent once, and once more for each time a person said so")
                        .isLessThanOrEqualTo(1 + row.resent));
    }

    private String deed(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> claim(random);
            case 3, 4, 5 -> settle(random);
            case 6 -> crash(NODES.get(random.nextInt(NODES.size())));
            case 7 -> resend(random);
            case 8 -> bounce(random);
            default -> holdOrLetGo();
        };
    }

    private String claim(Random random) {
        String node = NODES.get(random.nextInt(NODES.size()));
        int wanted = 1 + random.nextInt(4);
        List<Claimed> got = claims.exchange(node, List.of(), wanted, Throttle.NONE);
        long queued = model.values().stream()
                .filter(row -> row.state == DeliveryState.QUEUED)
                .count();
        assertThat(got).as("as many as there are").hasSize((int) Math.min(wanted, queued));
        for (Claimed one : got) {
            Row row = model.get(one.id());
            assertThat(row.state).as("only what waits is claimed").isEqualTo(DeliveryState.QUEUED);
            row.state = DeliveryState.CLAIMED;
            row.node = node;
            row.claim = one.claim();
            everClaimed.add(one);
        }
        return "claim";
    }

    /** Also of claims that are settled or lost already: those change nothing. */
    private String settle(Random random) {
        if (everClaimed.isEmpty()) {
            return "nothing";
        }
        Claimed one = everClaimed.get(random.nextInt(everClaimed.size()));
        var outcomes = List.of(
                DeliveryState.SENT,
                DeliveryState.SENT,
                DeliveryState.FAILED,
                DeliveryState.UNCERTAIN,
                DeliveryState.QUEUED);
        DeliveryState outcome = outcomes.get(random.nextInt(outcomes.size()));
        claims.exchange("", List.of(new Settled(one, outcome, "", null)), 0, Throttle.NONE);
        Row row = model.get(one.id());
        boolean late = row.state == DeliveryState.UNCERTAIN && outcome != DeliveryState.QUEUED;
        if ((row.state == DeliveryState.CLAIMED || late) && one.claim().equals(row.claim)) {
            row.state = outcome == DeliveryState.QUEUED && paused ? DeliveryState.PAUSED : outcome;
            row.sent += outcome == DeliveryState.SENT ? 1 : 0;
            row.claim = "";
        }
        return "settle " + outcome;
    }

    private String crash(String node) {
        claims.abandon(node);
        model.values().forEach(row -> {
            if (row.state == DeliveryState.CLAIMED && row.node.equals(node)) {
                row.state = DeliveryState.UNCERTAIN;
            }
        });
        return "crash of " + node;
    }

    private String resend(Random random) {
        long id = any(random);
        Row row = model.get(id);
        if (RESENT.contains(row.state)) {
            ledger.resend(cluster, id);
            row.state = DeliveryState.QUEUED;
            row.claim = "";
            row.resent++;
        } else {
            assertThatThrownBy(() -> ledger.resend(cluster, id)).isInstanceOf(NotFoundException.class);
        }
        return "resend";
    }

    private String bounce(Random random) {
        long id = any(random);
        String messageId = jdbc.sql("SELECT message_id FROM mail_delivery WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
        bounces.note(new DeliveryReport(
                Optional.empty(), messageId, DeliveryReport.Outcome.FAILED, "4.2.2", "mailbox full"));
        Row row = model.get(id);
        if (TAKEN.contains(row.state)) {
            row.state = DeliveryState.BOUNCED;
            row.claim = "";
        }
        return "bounce";
    }

    private String holdOrLetGo() {
        paused = !paused;
        if (paused) {
            ledger.pause(cluster, letter);
        } else {
            ledger.letGo(cluster, letter);
        }
        DeliveryState from = paused ? DeliveryState.QUEUED : DeliveryState.PAUSED;
        model.values().stream()
                .filter(row -> row.state == from)
                .forEach(row -> row.state = paused ? DeliveryState.PAUSED : DeliveryState.QUEUED);
        return paused ? "pause" : "let go";
    }

    private long any(Random random) {
        List<Long> ids = model.keySet().stream().sorted().toList();
        return ids.get(random.nextInt(ids.size()));
    }

    private List<Long> ids() {
        return jdbc.sql("SELECT id FROM mail_delivery WHERE letter_id = ?")
                .param(letter)
                .query(Long.class)
                .list();
    }

    private Map<Long, DeliveryState> states() {
        Map<Long, DeliveryState> states = new HashMap<>();
        jdbc.sql("SELECT id, state FROM mail_delivery WHERE letter_id = ?")
                .param(letter)
                .query(row -> {
                    states.put(row.getLong("id"), DeliveryState.valueOf(row.getString("state")));
                });
        return states;
    }

    private Map<Long, DeliveryState> expected() {
        Map<Long, DeliveryState> states = new HashMap<>();
        model.forEach((id, row) -> states.put(id, row.state));
        return states;
    }

    private static final class Row {
        private DeliveryState state = DeliveryState.QUEUED;
        private String node = "";
        private String claim = "";
        private int sent;
        private int resent;
    }
}
