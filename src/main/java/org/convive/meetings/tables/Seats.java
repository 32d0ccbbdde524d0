package org.convive.meetings.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who sits where while a seating is searched, course by course, and what it costs when a party comes to a table or
 * leaves one: counted over the people of that table only. Not for use by two threads.
 */
final class Seats {
    /** Party: its people. */
    final int[][] members;
    /** Course, party: its table, -1 while it has none. */
    final int[][] place;
    /** Course, table: how many people sit there. */
    final int[][] filled;

    private final int people;
    private final int[] partyOf;
    /** What it costs when two people share a table, whatever happens in other courses. */
    private final int[] base;
    /** In how many courses two people share a table. */
    private final byte[] together;
    /** Course, table: the people who sit there. */
    private final int[][][] sitting;

    Seats(TableProblem problem) {
        this.people = problem.people();
        this.partyOf = problem.parties().stream().mapToInt(Integer::intValue).toArray();
        this.members = members(problem);
        this.base = base(problem);
        this.together = new byte[people * people];
        this.place = new int[problem.courses()][members.length];
        this.filled = new int[problem.courses()][problem.tables()];
        this.sitting = new int[problem.courses()][problem.tables()][];
        for (int course = 0; course < problem.courses(); course++) {
            Arrays.fill(place[course], -1);
            for (int table = 0; table < problem.tables(); table++) {
                sitting[course][table] = new int[people];
            }
        }
    }

    /** The party of the person on this chair. */
    int partyAt(int course, int table, int chair) {
        return partyOf[sitting[course][table][chair]];
    }

    /** What it costs when the party sits down at a table where it does not sit. */
    int joining(int course, int party, int table) {
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
    int leaving(int course, int party, int table) {
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

    /** What it would cost when two parties that sit apart in a course met in it. */
    int meeting(int party, int other) {
        int cost = 0;
        for (int one : members[party]) {
            for (int two : members[other]) {
                int pair = one * people + two;
                cost += base[pair] + (together[pair] > 0 ? TableScore.AGAIN : 0);
            }
        }
        return cost;
    }

    void seat(int course, int party, int table) {
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

    void unseat(int course, int party, int table) {
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

    void restore(int[][] best) {
        for (int course = 0; course < place.length; course++) {
            for (int party = 0; party < members.length; party++) {
                unseat(course, party, place[course][party]);
            }
            for (int party = 0; party < members.length; party++) {
                seat(course, party, best[course][party]);
            }
        }
    }

    /** Course by course the table of each person. */
    int[][] seating() {
        int[][] table = new int[place.length][people];
        for (int course = 0; course < place.length; course++) {
            for (int person = 0; person < people; person++) {
                table[course][person] = place[course][partyOf[person]];
            }
        }
        return table;
    }

    int[][] places() {
        return Arrays.stream(place).map(int[]::clone).toArray(int[][]::new);
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
        problem.rivals().forEach(pair -> add(base, people, pair, TableScore.RIVALS));
        problem.apart().forEach(pair -> add(base, people, pair, TableScore.APART));
        return base;
    }

    private static void add(int[] base, int people, TableProblem.Pair pair, int cost) {
        base[pair.one() * people + pair.other()] += cost;
        base[pair.other() * people + pair.one()] += cost;
    }
}
