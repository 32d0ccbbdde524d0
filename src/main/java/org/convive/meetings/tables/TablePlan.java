package org.convive.meetings.tables;

import java.util.Comparator;
import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The seating of a meeting.
 *
 * @param sitters everybody who comes, by name
 * @param mixed whether there is a seating at all
 * @param published whether everybody sees their table
 * @param score null while there is no seating
 * @param version to be given back with a change
 */
public record TablePlan(
        Layout layout,
        List<Sitter> sitters,
        List<Wish> wishes,
        boolean mixed,
        boolean published,
        boolean mayChange,
        @Nullable TableScore score,
        int version) {

    public TablePlan {
        sitters = List.copyOf(sitters);
        wishes = List.copyOf(wishes);
    }

    /** Who sits at a table, from 1, in a course, from 0. */
    public List<Sitter> at(int course, int table) {
        return sitters.stream()
                .filter(sitter -> sitter.tableIn(course) == table)
                .toList();
    }

    /** People at a table, guests included. */
    public int taken(int course, int table) {
        return at(course, table).stream().mapToInt(Sitter::size).sum();
    }

    /** Those who said yes after the tables were mixed. */
    public List<Sitter> unseated() {
        return mixed ? sitters.stream().filter(sitter -> !sitter.isSeated()).toList() : List.of();
    }

    public int people() {
        return sitters.stream().mapToInt(Sitter::size).sum();
    }

    public @Nullable Sitter sitter(PersonId person) {
        return sitters.stream()
                .filter(sitter -> sitter.person().equals(person))
                .findFirst()
                .orElse(null);
    }

    /** The different people whom somebody shares a table with, over all courses. */
    public List<Sitter> companyOf(Sitter me) {
        return sitters.stream()
                .filter(other -> !other.person().equals(me.person()) && shareTable(me, other))
                .sorted(Comparator.comparing(Sitter::name))
                .toList();
    }

    private boolean shareTable(Sitter one, Sitter other) {
        for (int course = 0; course < layout.courses(); course++) {
            if (one.tableIn(course) > 0 && one.tableIn(course) == other.tableIn(course)) {
                return true;
            }
        }
        return false;
    }
}
