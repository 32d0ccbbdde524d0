package org.convive.meetings.tables;

import java.util.HashMap;
import java.util.Map;

/**
 * How good a seating is; lower is better. The objective is stated in the decision record "mixing-tables".
 *
 * @param colleagues pairs of colleagues at one table, over all courses
 * @param again how often a pair meets again after its first course together
 * @param known pairs at one table who knew each other from an earlier meeting's table
 * @param rivals pairs of people of companies that compete at one table, over all courses
 * @param apart pairs who should never share a table and do; 0 in every plan that is shown as kept
 */
public record TableScore(int colleagues, int again, int known, int rivals, int apart) {
    static final int COLLEAGUES = 10;
    static final int AGAIN = 4;
    static final int KNOWN = 1;
    static final int RIVALS = 40;
    static final int APART = 100_000;

    /** The number that the search makes small. */
    public long cost() {
        return (long) COLLEAGUES * colleagues
                + (long) AGAIN * again
                + (long) KNOWN * known
                + (long) RIVALS * rivals
                + (long) APART * apart;
    }

    /**
     * Counts from scratch, independent of what the search believes.
     *
     * @param table for each course, the table of each person
     */
    static TableScore of(TableProblem problem, int[][] table) {
        Map<Long, Boolean> known = pairs(problem.known());
        Map<Long, Boolean> rivals = pairs(problem.rivals());
        Map<Long, Boolean> apart = pairs(problem.apart());
        int colleagues = 0;
        int again = 0;
        int knownPairs = 0;
        int competing = 0;
        int broken = 0;
        for (int one = 0; one < problem.people(); one++) {
            for (int other = one + 1; other < problem.people(); other++) {
                if (problem.parties().get(one).equals(problem.parties().get(other))) {
                    continue;
                }
                int together = 0;
                for (int[] course : table) {
                    together += course[one] == course[other] ? 1 : 0;
                }
                if (together > 0) {
                    boolean same = problem.companies()
                            .get(one)
                            .equals(problem.companies().get(other));
                    colleagues += same ? together : 0;
                    again += together - 1;
                    knownPairs += known.containsKey(key(one, other)) ? together : 0;
                    competing += rivals.containsKey(key(one, other)) ? together : 0;
                    broken += apart.containsKey(key(one, other)) ? together : 0;
                }
            }
        }
        return new TableScore(colleagues, again, knownPairs, competing, broken);
    }

    /** No seating can cost less: colleagues spread evenly over the tables, and tables too few to meet only new people. */
    static long bound(TableProblem problem) {
        int tables = problem.tables();
        Map<Integer, Integer> sizes = new HashMap<>();
        problem.companies().forEach(company -> sizes.merge(company, 1, Integer::sum));
        long colleagues = 0;
        for (int size : sizes.values()) {
            colleagues += spread(size, tables);
        }
        // What a table shares with the tables of the first course is least when all are filled alike.
        long larger = problem.people() % tables;
        long again = larger * spread(problem.people() / tables + 1, tables)
                + (tables - larger) * spread(problem.people() / tables, tables);
        long met = (long) problem.courses() * filled(problem);
        long all = (long) problem.people() * (problem.people() - 1) / 2;
        // Who sits together as one party is not counted, neither as colleagues nor as meeting again.
        long within = within(problem, false);
        long repeats = Math.max(again * (problem.courses() - 1), met - all) - within * (problem.courses() - 1);
        return COLLEAGUES * Math.max(0, colleagues - within(problem, true)) * problem.courses()
                + AGAIN * Math.max(0, repeats);
    }

    private static long within(TableProblem problem, boolean colleaguesOnly) {
        long pairs = 0;
        for (int one = 0; one < problem.people(); one++) {
            for (int other = one + 1; other < problem.people(); other++) {
                boolean party =
                        problem.parties().get(one).equals(problem.parties().get(other));
                boolean same =
                        problem.companies().get(one).equals(problem.companies().get(other));
                pairs += party && (same || !colleaguesOnly) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** Pairs at one table when all tables are filled as evenly as can be. */
    private static long filled(TableProblem problem) {
        return spread(problem.people(), problem.tables());
    }

    /** Pairs that are together when so many people spread as evenly as can be over so many tables. */
    private static long spread(int people, int tables) {
        long small = people / tables;
        long larger = people % tables;
        return larger * (small + 1) * small / 2 + (tables - larger) * small * (small - 1) / 2;
    }

    private static Map<Long, Boolean> pairs(Iterable<TableProblem.Pair> pairs) {
        Map<Long, Boolean> keys = new HashMap<>();
        pairs.forEach(pair -> keys.put(key(pair.one(), pair.other()), true));
        return keys;
    }

    private static long key(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }
}
