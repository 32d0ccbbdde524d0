package org.convive.meetings.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Searches a seating that mixes companies: a greedy start, then simulated annealing whose moves exchange parties
 * between two tables of a course. The change in cost of a move is counted over the people of these two tables only, so
 * that some millions of moves are tried in a second. Not for use by two threads.
 */
final class TableMixer {
    private static final double HOT = 3;
    private static final double COLD = 0.6;

    private final TableProblem problem;
    private final SplittableRandom random;
    private final int people;
    private final int[] limit;
    private final Seats seats;
    private final boolean[] pinned;

    TableMixer(TableProblem problem, long seed) {
        this.problem = problem;
        this.random = new SplittableRandom(seed);
        this.people = problem.people();
        this.seats = new Seats(problem);
        this.limit = limits(problem, seats.members);
        this.pinned = new boolean[seats.members.length];
        problem.hosts().keySet().forEach(party -> pinned[party] = true);
    }

    /**
     * A seating, course by course the table of each person, best when it reaches the bound; nothing when the parties do not fit the tables.
     *
     * @param moves how many moves to try at most
     * @param outOfTime asked now and then how much of the time is used, from 0 to 1000
     */
    Optional<int[][]> mix(long moves, LongSupplier outOfTime) {
        if (!seatGreedily()) {
            return Optional.empty();
        }
        if (people > 1 && problem.tables() > 1) {
            anneal(moves, outOfTime);
        }
        return Optional.of(seats.seating());
    }

    /**
     * Seats those who have no table yet where it costs least, and moves nobody else.
     *
     * @param known course by course the table of each person, -1 for those who have none
     */
    Optional<int[][]> fillIn(int[][] known) {
        for (int course = 0; course < problem.courses(); course++) {
            for (int party = 0; party < seats.members.length; party++) {
                int table = known[course][seats.members[party][0]];
                if (table >= 0 && table < problem.tables()) {
                    seats.seat(course, party, table);
                }
            }
        }
        System.arraycopy(seatsOf(problem), 0, limit, 0, limit.length);
        return seatGreedily() ? Optional.of(seats.seating()) : Optional.empty();
    }

    private boolean seatGreedily() {
        List<Integer> order = new ArrayList<>();
        for (int party = 0; party < seats.members.length; party++) {
            order.add(party);
        }
        int[] jitter = random.ints(seats.members.length).toArray();
        order.sort(Comparator.<Integer>comparingInt(party -> problem.hosts().containsKey(party) ? 0 : 1)
                .thenComparingInt(party -> -seats.members[party].length)
                .thenComparingInt(party -> -colleagues(party))
                .thenComparingInt(party -> problem.companies().get(seats.members[party][0]))
                .thenComparingInt(party -> jitter[party]));
        for (int course = 0; course < problem.courses(); course++) {
            for (int party : order) {
                if (seats.place[course][party] < 0 && !seatBest(course, party)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int colleagues(int party) {
        int person = seats.members[party][0];
        int number = 0;
        for (int other = 0; other < people; other++) {
            number += problem.companies().get(other).equals(problem.companies().get(person)) ? 1 : 0;
        }
        return number;
    }

    private boolean seatBest(int course, int party) {
        Integer own = problem.hosts().get(party);
        if (own != null) {
            seats.seat(course, party, own);
            return seats.filled[course][own] <= problem.seats().get(own);
        }
        int best = best(course, party, limit);
        if (best < 0) {
            best = best(course, party, seatsOf(problem));
        }
        if (best < 0) {
            return false;
        }
        seats.seat(course, party, best);
        return true;
    }

    private int best(int course, int party, int[] room) {
        int best = -1;
        long least = Long.MAX_VALUE;
        int start = random.nextInt(problem.tables());
        for (int i = 0; i < problem.tables(); i++) {
            int table = (start + i) % problem.tables();
            if (seats.filled[course][table] + seats.members[party].length > room[table]) {
                continue;
            }
            long cost = (long) seats.joining(course, party, table) * 1000 + 10L * seats.filled[course][table];
            if (cost < least) {
                least = cost;
                best = table;
            }
        }
        return best;
    }

    private void anneal(long moves, LongSupplier outOfTime) {
        int[][] best = seats.places();
        long bound = TableScore.bound(problem);
        long cost = TableScore.of(problem, seats.seating()).cost();
        long least = cost;
        double heat = HOT;
        for (long move = 0; move < moves && least > bound; move++) {
            if ((move & 0x3ff) == 0) {
                long used = Math.max(outOfTime.getAsLong(), move * 1000 / moves);
                if (used >= 1000) {
                    break;
                }
                heat = HOT * Math.pow(COLD / HOT, used / 1000.0);
            }
            cost += tryMove(heat);
            if (cost < least) {
                least = cost;
                best = seats.places();
            }
        }
        seats.restore(best);
    }

    /** @return the change in cost of the move that was made; 0 when none was */
    private int tryMove(double heat) {
        int course = random.nextInt(seats.place.length);
        int party = random.nextInt(seats.members.length);
        int from = seats.place[course][party];
        int to = random.nextInt(problem.tables());
        if (pinned[party] || to == from) {
            return 0;
        }
        int size = seats.members[party].length;
        int room = limit[to] - seats.filled[course][to];
        if (size <= room && seats.filled[course][from] - size >= seats.filled[course][to]) {
            int change = seats.joining(course, party, to) + seats.leaving(course, party, from);
            if (!accepts(change, heat)) {
                return 0;
            }
            seats.unseat(course, party, from);
            seats.seat(course, party, to);
            return change;
        }
        return exchange(course, party, from, to, heat);
    }

    private int exchange(int course, int party, int from, int to, double heat) {
        int[] others = new int[seats.members[party].length];
        int count = 0;
        int freed = 0;
        int need = seats.members[party].length;
        for (int attempt = 0; attempt < 2 * need && freed < need; attempt++) {
            int other = seats.partyAt(course, to, random.nextInt(seats.filled[course][to]));
            boolean chosen = false;
            for (int i = 0; i < count; i++) {
                chosen |= others[i] == other;
            }
            if (!chosen && !pinned[other] && count < others.length) {
                others[count++] = other;
                freed += seats.members[other].length;
            }
        }
        if (count == 0
                || seats.filled[course][from] - need + freed > limit[from]
                || seats.filled[course][to] - freed + need > limit[to]) {
            return 0;
        }
        if (count == 1) {
            return exchangeTwo(course, party, others[0], heat);
        }
        int change = seats.leaving(course, party, from);
        seats.unseat(course, party, from);
        for (int i = 0; i < count; i++) {
            change += seats.leaving(course, others[i], to);
            seats.unseat(course, others[i], to);
            change += seats.joining(course, others[i], from);
            seats.seat(course, others[i], from);
        }
        change += seats.joining(course, party, to);
        seats.seat(course, party, to);
        if (accepts(change, heat)) {
            return change;
        }
        seats.unseat(course, party, to);
        for (int i = 0; i < count; i++) {
            seats.unseat(course, others[i], from);
            seats.seat(course, others[i], to);
        }
        seats.seat(course, party, from);
        return 0;
    }

    /** The usual case, counted before anybody rises: most moves are refused. */
    private int exchangeTwo(int course, int party, int other, double heat) {
        int from = seats.place[course][party];
        int to = seats.place[course][other];
        int change = seats.leaving(course, party, from)
                + seats.leaving(course, other, to)
                + seats.joining(course, party, to)
                + seats.joining(course, other, from)
                - 2 * seats.meeting(party, other);
        if (!accepts(change, heat)) {
            return 0;
        }
        seats.unseat(course, party, from);
        seats.unseat(course, other, to);
        seats.seat(course, party, to);
        seats.seat(course, other, from);
        return change;
    }

    private boolean accepts(int change, double heat) {
        return change <= 0 || random.nextDouble() < Math.exp(-change / heat);
    }

    private static int[] seatsOf(TableProblem problem) {
        return problem.seats().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Tables are filled alike; parties of several people need a little room to fit. */
    private static int[] limits(TableProblem problem, int[][] members) {
        int largest =
                Arrays.stream(members).mapToInt(party -> party.length).max().orElse(1);
        int[] balanced = problem.balanced();
        for (int table = 0; table < balanced.length; table++) {
            balanced[table] = Math.min(problem.seats().get(table), balanced[table] + (largest > 1 ? 1 : 0));
        }
        return balanced;
    }
}
