package org.convive.meetings.tables;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;

/**
 * The tables of the room and how often people change them.
 *
 * @param seats the seats of each table
 * @param courses how many courses, each with a seating of its own
 */
public record Layout(List<Integer> seats, int courses) {
    public static final int MOST_TABLES = 100;
    public static final int MOST_SEATS = 40;
    public static final int MOST_COURSES = 6;

    public Layout {
        seats = List.copyOf(seats);
    }

    public static Layout alike(int tables, int seats, int courses) {
        return new Layout(Collections.nCopies(Math.max(0, tables), seats), courses);
    }

    /** Tables of eight for so many people, and two courses: a beginning. */
    public static Layout proposalFor(int people) {
        return alike(Math.max(1, Math.ceilDiv(people, 8)), 8, 2);
    }

    public int tables() {
        return seats.size();
    }

    public int allSeats() {
        return seats.stream().mapToInt(Integer::intValue).sum();
    }

    /** @throws InvalidInput naming what cannot be laid */
    void check() {
        InvalidInput.check()
                .that(!seats.isEmpty() && tables() <= MOST_TABLES, "tables", range(1, MOST_TABLES))
                .that(
                        seats.stream().allMatch(table -> table >= 2 && table <= MOST_SEATS),
                        "seats",
                        range(2, MOST_SEATS))
                .that(courses >= 1 && courses <= MOST_COURSES, "courses", range(1, MOST_COURSES))
                .orThrow();
    }

    private static Message range(int from, int to) {
        return Message.of("meetings.tables.error.range", from, to);
    }

    String column() {
        return seats.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static Layout of(String column, int courses) {
        return new Layout(
                Arrays.stream(column.split(",", -1)).map(Integer::valueOf).toList(), courses);
    }
}
