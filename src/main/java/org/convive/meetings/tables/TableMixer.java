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
    private final int[] partyOf;
    private final int[][] members;
    private final int[] limit;
    /** What it costs when two people share a table, whatever happens in other courses. */
    private final int[] base;
    /** In how many courses two people share a table. */
    private final byte[] together;
    /** Course, party: its table, -1 while it has none. */
    private final int[][] place;
    /** Course, table: how many people sit there. */
    private final int[][] filled;
    /** Course, table: the people who sit there. */
    private final int[][][] sitting;

    private final boolean[] pinned;

    TableMixer(TableProblem problem, long seed) {
        this.problem = problem;
        this.random = new SplittableRandom(seed);
        this.people = problem.people();
        this.partyOf = problem.parties().stream().mapToInt(Integer::intValue).toArray();
        this.members = members(problem);
        this.limit = limits(problem, members);
        this.base = base(problem);
        this.together = new byte[people * people];
        this.place = new int[problem.courses()][members.length];
        this.filled = new int[problem.courses()][problem.tables()];
        this.sitting = new int[problem.courses()][problem.tables()][];
        this.pinned = new boolean[members.length];
        problem.hosts().keySet().forEach(party -> pinned[party] = true);
        for (int course = 0; course < problem.courses(); course++) {
            Arrays.fill(place[course], -1);
            for (int table = 0; table < problem.tables(); table++) {
                sitting[course][table] = new int[people];
            }
        }
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
        return Optional.of(seating());
    }

    /**
     * Seats those who have no table yet where it costs least, and moves nobody else.
     *
     * @param known course by course the table of each person, -1 for those who have none
     */
    Optional<int[][]> fillIn(int[][] known) {
        for (int course = 0; course < problem.courses(); course++) {
            for (int party = 0; party < members.length; party++) {
                int table = known[course][members[party][0]];
                if (table >= 0 && table < problem.tables()) {
                    seat(course, party, table);
                }
            }
        }
        System.arraycopy(seatsOf(problem), 0, limit, 0, limit.length);
        return seatGreedily() ? Optional.of(seating()) : Optional.empty();
    }

    private boolean seatGreedily() {
        List<Integer> order = new ArrayList<>();
        for (int party = 0; party < members.length; party++) {
            order.add(party);
        }
        int[] jitter = random.ints(members.length).toArray();
        order.sort(Comparator.<Integer>comparingInt(party -> problem.hosts().containsKey(party) ? 0 : 1)
                .thenComparingInt(party -> -members[party].length)
                .thenComparingInt(party -> -colleagues(party))
                .thenComparingInt(party -> problem.companies().get(members[party][0]))
                .thenComparingInt(party -> jitter[party]));
        for (int course = 0; course < problem.courses(); course++) {
            for (int party : order) {
                if (place[course][party] < 0 && !seatBest(course, party)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int colleagues(int party) {
        int person = members[party][0];
        int number = 0;
        for (int other = 0; other < people; other++) {
            number += problem.companies().get(other).equals(problem.companies().get(person)) ? 1 : 0;
        }
        return number;
    }

    private boolean seatBest(int course, int party) {
        Integer own = problem.hosts().get(party);
        if (own != null) {
            seat(course, party, own);
            return filled[course][own] <= problem.seats().get(own);
        }
        int best = best(course, party, limit);
        if (best < 0) {
            best = best(course, party, seatsOf(problem));
        }
        if (best < 0) {
            return false;
        }
        seat(course, party, best);
        return true;
    }

    private int best(int course, int party, int[] room) {
        int best = -1;
        long least = Long.MAX_VALUE;
        int start = random.nextInt(problem.tables());
        for (int i = 0; i < problem.tables(); i++) {
            int table = (start + i) % problem.tables();
            if (filled[course][table] + members[party].length > room[table]) {
                continue;
            }
            long cost = (long) joining(course, party, table) * 1000 + 10L * filled[course][table];
            if (cost < least) {
                least = cost;
                best = table;
            }
        }
        return best;
    }

    private void anneal(long moves, LongSupplier outOfTime) {
        int[][] best = copy(place);
        long bound = TableScore.bound(problem);
        long cost = TableScore.of(problem, seating()).cost();
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
                best = copy(place);
            }
        }
        restore(best);
    }

    /** @return the change in cost of the move that was made; 0 when none was */
    private int tryMove(double heat) {
        int course = random.nextInt(place.length);
        int party = random.nextInt(members.length);
        int from = place[course][party];
        int to = random.nextInt(problem.tables());
        if (pinned[party] || to == from) {
            return 0;
        }
        int size = members[party].length;
        int room = limit[to] - filled[course][to];
        if (size <= room && filled[course][from] - size >= filled[course][to]) {
            int change = joining(course, party, to) + leaving(course, party, from);
            if (!accepts(change, heat)) {
                return 0;
            }
            unseat(course, party, from);
            seat(course, party, to);
            return change;
        }
        return exchange(course, party, from, to, heat);
    }

    private int exchange(int course, int party, int from, int to, double heat) {
        int[] others = new int[members[party].length];
        int count = 0;
        int freed = 0;
        int need = members[party].length;
        for (int attempt = 0; attempt < 2 * need && freed < need; attempt++) {
            int person = sitting[course][to][random.nextInt(filled[course][to])];
            int other = partyOf[person];
            boolean chosen = false;
            for (int i = 0; i < count; i++) {
                chosen |= others[i] == other;
            }
            if (!chosen && !pinned[other] && count < others.length) {
                others[count++] = other;
                freed += members[other].length;
            }
        }
        if (count == 0
                || filled[course][from] - need + freed > limit[from]
                || filled[course][to] - freed + need > limit[to]) {
            return 0;
        }
        int change = leaving(course, party, from);
        unseat(course, party, from);
        for (int i = 0; i < count; i++) {
            change += leaving(course, others[i], to);
            unseat(course, others[i], to);
            change += joining(course, others[i], from);
            seat(course, others[i], from);
        }
        change += joining(course, party, to);
        seat(course, party, to);
        if (accepts(change, heat)) {
            return change;
        }
        unseat(course, party, to);
        for (int i = 0; i < count; i++) {
            unseat(course, others[i], from);
            seat(course, others[i], to);
        }
        seat(course, party, from);
        return 0;
    }

    private boolean accepts(int change, double heat) {
        return change <= 0 || random.nextDouble() < Math.exp(-change / heat);
    }

    /** What it costs when the party sits down at a table where it does not sit. */
    private int joining(int course, int party, int table) {
        int cost = 0;
        int[] there = sitting[course][table];
        int number = filled[course][table];
        for (int member : members[party]) {
            int row = member * people;
            for (int i = 0; i < number; i++) {
                int pair = row + there[i];
                cost += base[pair] + (together[pair] > 0 ? TableScore.AGAIN : 0);
            }
        }
        return cost;
    }

    /** What it saves, as a negative number, when the party leaves its table. */
    private int leaving(int course, int party, int table) {
        int cost = 0;
        int[] there = sitting[course][table];
        int number = filled[course][table];
        for (int member : members[party]) {
            int row = member * people;
            for (int i = 0; i < number; i++) {
                if (partyOf[there[i]] != party) {
                    int pair = row + there[i];
                    cost -= base[pair] + (together[pair] > 1 ? TableScore.AGAIN : 0);
                }
            }
        }
        return cost;
    }

    private void seat(int course, int party, int table) {
        place[course][party] = table;
        for (int member : members[party]) {
            int[] there = sitting[course][table];
            for (int i = 0; i < filled[course][table]; i++) {
                together[member * people + there[i]]++;
                together[there[i] * people + member]++;
            }
            there[filled[course][table]++] = member;
        }
    }

    private void unseat(int course, int party, int table) {
        place[course][party] = -1;
        int[] there = sitting[course][table];
        for (int member : members[party]) {
            int last = --filled[course][table];
            int index = 0;
            while (there[index] != member) {
                index++;
            }
            there[index] = there[last];
            for (int i = 0; i < last; i++) {
                together[member * people + there[i]]--;
                together[there[i] * people + member]--;
            }
        }
    }

    private void restore(int[][] best) {
        for (int course = 0; course < place.length; course++) {
            for (int party = 0; party < members.length; party++) {
                unseat(course, party, place[course][party]);
            }
            for (int party = 0; party < members.length; party++) {
                seat(course, party, best[course][party]);
            }
        }
    }

    private int[][] seating() {
        int[][] table = new int[place.length][people];
        for (int course = 0; course < place.length; course++) {
            for (int person = 0; person < people; person++) {
                table[course][person] = place[course][partyOf[person]];
            }
        }
        return table;
    }

    private static int[][] copy(int[][] table) {
        return Arrays.stream(table).map(int[]::clone).toArray(int[][]::new);
    }

    private static int[] seatsOf(TableProblem problem) {
        return problem.seats().stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[][] members(TableProblem problem) {
        int parties =
                1 + problem.parties().stream().mapToInt(Integer::intValue).max().orElse(-1);
        List<List<Integer>> members = new ArrayList<>();
        for (int party = 0; party < parties; party++) {
            members.add(new ArrayList<>());
        }
        for (int person = 0; person < problem.people(); person++) {
            members.get(problem.parties().get(person)).add(person);
        }
        return members.stream()
                .map(party -> party.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
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

    private static int[] base(TableProblem problem) {
        int people = problem.people();
        int[] base = new int[people * people];
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < people; other++) {
                boolean same =
                        problem.companies().get(one).equals(problem.companies().get(other));
                base[one * people + other] = same ? TableScore.COLLEAGUES : 0;
            }
        }
        problem.known().forEach(pair -> add(base, people, pair, TableScore.KNOWN));
        problem.apart().forEach(pair -> add(base, people, pair, TableScore.APART));
        return base;
    }

    private static void add(int[] base, int people, TableProblem.Pair pair, int cost) {
        base[pair.one() * people + pair.other()] += cost;
        base[pair.other() * people + pair.one()] += cost;
    }
}
