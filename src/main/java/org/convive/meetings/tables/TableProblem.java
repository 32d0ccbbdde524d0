package org.convive.meetings.tables;

import java.util.List;
import java.util.Map;

/**
 * People to be seated at tables, course by course. People are numbered from 0; a party (somebody with their guests, or
 * people who want to stay together) always moves as one.
 *
 * @param companies the company of each person; people of the same number are colleagues
 * @param parties the party of each person; numbered from 0 without gaps
 * @param seats the seats of each table
 * @param courses how often everybody sits down, at least 1
 * @param apart pairs of people who never share a table
 * @param known pairs of people who sat together at an earlier meeting
 * @param rivals pairs of people of companies that compete
 * @param hosts party to the table it keeps in every course
 */
record TableProblem(
        List<Integer> companies,
        List<Integer> parties,
        List<Integer> seats,
        int courses,
        List<Pair> apart,
        List<Pair> known,
        List<Pair> rivals,
        Map<Integer, Integer> hosts) {

    TableProblem {
        companies = List.copyOf(companies);
        parties = List.copyOf(parties);
        seats = List.copyOf(seats);
        apart = List.copyOf(apart);
        known = List.copyOf(known);
        rivals = List.copyOf(rivals);
        hosts = Map.copyOf(hosts);
    }

    /** The same without competitors. */
    TableProblem(
            List<Integer> companies,
            List<Integer> parties,
            List<Integer> seats,
            int courses,
            List<Pair> apart,
            List<Pair> known,
            Map<Integer, Integer> hosts) {
        this(companies, parties, seats, courses, apart, known, List.of(), hosts);
    }

    /** Two people. */
    record Pair(int one, int other) {}

    int people() {
        return companies.size();
    }

    int tables() {
        return seats.size();
    }

    int allSeats() {
        return seats.stream().mapToInt(Integer::intValue).sum();
    }

    /** Seats that are used of each table when all are filled alike. */
    int[] balanced() {
        int level = 0;
        int room = 0;
        while (room < people() && room < allSeats()) {
            level++;
            int most = level;
            room = seats.stream().mapToInt(table -> Math.min(table, most)).sum();
        }
        int most = level;
        return seats.stream().mapToInt(table -> Math.min(table, most)).toArray();
    }
}
