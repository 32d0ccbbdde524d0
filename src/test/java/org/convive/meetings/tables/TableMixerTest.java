package org.convive.meetings.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TableMixerTest {
    private static final long MOVES = 300_000;

    @Test
    void nobodySitsWithAColleagueOrMeetsTwiceWhenThereAreTablesEnough() {
        TableProblem supper = TablesBenchWorld.supper(24, 6, 2);
        int[][] table = mix(supper, 1);
        assertThat(TableScore.of(supper, table).cost()).isEqualTo(TableScore.bound(supper));
    }

    @Test
    void aSupperOfTwoHundredReachesTheBoundThatNoSeatingCanBeat() {
        TableProblem supper = TablesBenchWorld.supper(200, 8, 3);
        assertThat(TableScore.of(supper, mix(supper, 1)).cost()).isEqualTo(TableScore.bound(supper));
    }

    @Test
    void tablesAreFilledAlike() {
        TableProblem supper = TablesBenchWorld.supper(61, 8, 2);
        for (int[] course : mix(supper, 2)) {
            int[] sizes = sizes(supper, course);
            for (int size : sizes) {
                assertThat(size).isBetween(7, 8);
            }
        }
    }

    /** Random companies, guests, tables and wishes: whatever they are, the promises hold. */
    @RepeatedTest(40)
    void whateverTheWishesThePromisesHold(RepetitionInfo turn) {
        var random = new Random(turn.getCurrentRepetition());
        TableProblem problem = anything(random);
        var found = new TableMixer(problem, turn.getCurrentRepetition()).mix(60_000, () -> 0);
        found.ifPresent(table -> {
            assertThat(table).hasNumberOfRows(problem.courses());
            for (int[] course : table) {
                assertThat(course).hasSize(problem.people());
                int[] sizes = sizes(problem, course);
                for (int i = 0; i < sizes.length; i++) {
                    assertThat(sizes[i]).isLessThanOrEqualTo(problem.seats().get(i));
                }
                for (int person = 0; person < problem.people(); person++) {
                    int party = problem.parties().get(person);
                    assertThat(course[person])
                            .isEqualTo(course[problem.parties().indexOf(party)]);
                    if (problem.hosts().containsKey(party)) {
                        assertThat(course[person]).isEqualTo(problem.hosts().get(party));
                    }
                }
            }
            assertThat(TableScore.of(problem, table).apart()).isZero();
        });
        assertThat(found).isPresent();
    }

    @Test
    void newcomersGetSeatsAndNobodyElseMoves() {
        TableProblem supper = TablesBenchWorld.supper(30, 8, 2);
        int[][] table = mix(supper, 3);
        int[][] known = new int[][] {table[0].clone(), table[1].clone()};
        known[0][7] = -1;
        known[1][7] = -1;
        known[1][12] = -1;
        int[][] filled = new TableMixer(supper, 1).fillIn(known).orElseThrow();
        for (int course = 0; course < 2; course++) {
            for (int person = 0; person < 30; person++) {
                if (known[course][person] >= 0) {
                    assertThat(filled[course][person]).isEqualTo(known[course][person]);
                } else {
                    assertThat(filled[course][person]).isBetween(0, supper.tables() - 1);
                }
            }
        }
    }

    @Test
    void aPartyLargerThanEveryTableFindsNone() {
        var problem = new TableProblem(
                List.of(0, 0, 0, 0, 0), List.of(0, 0, 0, 0, 0), List.of(3, 3), 1, List.of(), List.of(), Map.of());
        assertThat(new TableMixer(problem, 1).mix(1000, () -> 0)).isEmpty();
    }

    @Test
    void theBoundIsNeverAboveAnySeating() {
        for (int seed = 0; seed < 30; seed++) {
            TableProblem problem = anything(new Random(1000 + seed));
            int[][] table = new TableMixer(problem, seed).mix(60_000, () -> 0).orElseThrow();
            assertThat(TableScore.of(problem, table).cost()).isGreaterThanOrEqualTo(TableScore.bound(problem));
        }
    }

    private static TableProblem anything(Random random) {
        int people = 6 + random.nextInt(60);
        List<Integer> companies = new ArrayList<>();
        List<Integer> parties = new ArrayList<>();
        int party = 0;
        while (parties.size() < people) {
            int size = random.nextInt(6) == 0 ? 2 : 1;
            int company = random.nextInt(1 + people / 3);
            for (int i = 0; i < size; i++) {
                parties.add(party);
                companies.add(company);
            }
            party++;
        }
        List<Integer> seats = new ArrayList<>();
        int room = 0;
        while (room < parties.size() + 3 || seats.size() < 3) {
            int table = 4 + random.nextInt(7);
            seats.add(table);
            room += table;
        }
        List<TableProblem.Pair> apart = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int one = random.nextInt(parties.size());
            int other = random.nextInt(parties.size());
            if (!parties.get(one).equals(parties.get(other))) {
                apart.add(new TableProblem.Pair(one, other));
            }
        }
        int last = parties.getLast();
        boolean hostApart =
                apart.stream().anyMatch(pair -> parties.get(pair.one()) == last || parties.get(pair.other()) == last);
        return new TableProblem(
                companies,
                parties,
                seats,
                1 + random.nextInt(3),
                apart,
                List.of(new TableProblem.Pair(0, parties.size() - 1)),
                hostApart ? Map.of() : Map.of(last, 0));
    }

    private static int[][] mix(TableProblem problem, long seed) {
        return new TableMixer(problem, seed).mix(MOVES, () -> 0).orElseThrow();
    }

    private static int[] sizes(TableProblem problem, int[] course) {
        int[] sizes = new int[problem.tables()];
        for (int table : course) {
            sizes[table]++;
        }
        return sizes;
    }
}
