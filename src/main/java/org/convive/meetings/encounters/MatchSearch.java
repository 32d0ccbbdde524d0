package org.convive.meetings.encounters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.convive.shared.PersonId;

/**
 * Chooses introductions from all pairs that are possible. The objective is stated in the decision record
 * "introductions": the sum of the pairs' weights, 40 for everybody who has a first introduction and 20 for a second, at
 * most three for anybody. A greedy start by weight, then moves that join two people and give up one introduction of each
 * that has three already; the search is the same each time. Not for use by two threads.
 */
final class MatchSearch {
    static final int FIRST = 40;
    static final int SECOND = 20;

    private static final double HOT = 6;
    private static final double COLD = 0.3;
    private static final int NOBODY = -1;

    private final List<MatchMaker.Pair> possible;
    private final SplittableRandom random;
    private final int people;
    private final int[] weight;
    /** Each person's possible partners, the weightiest first. */
    private final int[][] partners;

    private int[][] joined;
    private int[] degree;

    /** @param possible the weightiest first */
    MatchSearch(List<MatchMaker.Pair> possible, long seed) {
        this.possible = possible;
        this.random = new SplittableRandom(seed);
        Map<PersonId, Integer> numbers = numbers(possible);
        this.people = numbers.size();
        this.weight = new int[people * people];
        Arrays.fill(weight, NOBODY);
        List<List<Integer>> near = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            near.add(new ArrayList<>());
        }
        for (MatchMaker.Pair pair : possible) {
            int one = number(numbers, pair.one());
            int other = number(numbers, pair.other());
            weight[one * people + other] = pair.weight();
            weight[other * people + one] = pair.weight();
            near.get(one).add(other);
            near.get(other).add(one);
        }
        this.partners = near.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.joined = new int[people][MatchMaker.MOST];
        this.degree = new int[people];
        startGreedily(numbers);
    }

    /** Round by round, so that everybody has a first introduction before anybody has a third. */
    private void startGreedily(Map<PersonId, Integer> numbers) {
        for (int round = 1; round <= MatchMaker.MOST; round++) {
            for (MatchMaker.Pair pair : possible) {
                int one = number(numbers, pair.one());
                int other = number(numbers, pair.other());
                if (degree[one] < round && degree[other] < round && !areJoined(one, other)) {
                    join(one, other);
                }
            }
        }
    }

    /** The best choice found in so many moves, the weightiest pairs first. */
    List<MatchMaker.Pair> search(long moves) {
        long value = value();
        long most = value;
        int[][] bestJoined = copy(joined);
        int[] bestDegree = degree.clone();
        for (long move = 0; move < moves && people > 2; move++) {
            double heat = HOT * Math.pow(COLD / HOT, (double) move / moves);
            value += tryMove(heat);
            if (value > most) {
                most = value;
                bestJoined = copy(joined);
                bestDegree = degree.clone();
            }
        }
        joined = bestJoined;
        degree = bestDegree;
        return chosen();
    }

    private List<MatchMaker.Pair> chosen() {
        Map<PersonId, Integer> numbers = numbers(possible);
        return possible.stream()
                .filter(pair -> areJoined(number(numbers, pair.one()), number(numbers, pair.other())))
                .sorted(Comparator.comparingInt(MatchMaker.Pair::weight).reversed())
                .toList();
    }

    /** @return the change in value of the move that was made; 0 when none was */
    private int tryMove(double heat) {
        int one = random.nextInt(people);
        // Weighty partners are tried oftener.
        double part = random.nextDouble();
        int other = partners[one][(int) (part * part * part * partners[one].length)];
        if (areJoined(one, other)) {
            return 0;
        }
        int leftByOne = degree[one] < MatchMaker.MOST ? NOBODY : joined[one][random.nextInt(MatchMaker.MOST)];
        int change = leftByOne == NOBODY ? 0 : part(one, leftByOne);
        int leftByOther = degree[other] < MatchMaker.MOST ? NOBODY : joined[other][random.nextInt(MatchMaker.MOST)];
        change += leftByOther == NOBODY ? 0 : part(other, leftByOther);
        change += join(one, other);
        if (change >= 0 || random.nextDouble() < Math.exp(change / heat)) {
            return change;
        }
        part(one, other);
        if (leftByOther != NOBODY) {
            join(other, leftByOther);
        }
        if (leftByOne != NOBODY) {
            join(one, leftByOne);
        }
        return 0;
    }

    private boolean areJoined(int one, int other) {
        for (int i = 0; i < degree[one]; i++) {
            if (joined[one][i] == other) {
                return true;
            }
        }
        return false;
    }

    private int join(int one, int other) {
        joined[one][degree[one]++] = other;
        joined[other][degree[other]++] = one;
        return weight[one * people + other] + gain(degree[one]) + gain(degree[other]);
    }

    private int part(int one, int other) {
        int change = -weight[one * people + other] - gain(degree[one]) - gain(degree[other]);
        forget(one, other);
        forget(other, one);
        return change;
    }

    private void forget(int one, int other) {
        int last = --degree[one];
        for (int i = 0; i < last; i++) {
            if (joined[one][i] == other) {
                joined[one][i] = joined[one][last];
                return;
            }
        }
    }

    /** What the n-th introduction of a person is worth, beside the pair's weight. */
    private static int gain(int number) {
        return switch (number) {
            case 1 -> FIRST;
            case 2 -> SECOND;
            default -> 0;
        };
    }

    private long value() {
        return value(chosen());
    }

    /** Counts from scratch, independent of what the search believes. */
    static long value(List<MatchMaker.Pair> chosen) {
        Map<PersonId, Integer> number = new HashMap<>();
        long value = 0;
        for (MatchMaker.Pair pair : chosen) {
            value += pair.weight()
                    + gain(number.merge(pair.one(), 1, Integer::sum))
                    + gain(number.merge(pair.other(), 1, Integer::sum));
        }
        return value;
    }

    /** No choice is worth more: each person has their three weightiest partners, whether these are free or not. */
    long bound() {
        double bound = 0;
        for (int person = 0; person < people; person++) {
            double most = 0;
            double sum = 0;
            for (int i = 0; i < Math.min(MatchMaker.MOST, partners[person].length); i++) {
                sum += weight[person * people + partners[person][i]] / 2.0 + gain(i + 1);
                most = Math.max(most, sum);
            }
            bound += most;
        }
        return (long) Math.floor(bound);
    }

    private static Map<PersonId, Integer> numbers(List<MatchMaker.Pair> possible) {
        Map<PersonId, Integer> numbers = new HashMap<>();
        for (MatchMaker.Pair pair : possible) {
            numbers.putIfAbsent(pair.one(), numbers.size());
            numbers.putIfAbsent(pair.other(), numbers.size());
        }
        return numbers;
    }

    private static int number(Map<PersonId, Integer> numbers, PersonId person) {
        Integer number = numbers.get(person);
        if (number == null) {
            throw new IllegalStateException("somebody in no pair");
        }
        return number;
    }

    private static int[][] copy(int[][] table) {
        return Arrays.stream(table).map(int[]::clone).toArray(int[][]::new);
    }
}
