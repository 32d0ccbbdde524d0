package org.convive.meetings.tables;

import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes, with where they sit.
 *
 * @param organisation empty when they stand for none
 * @param company a number that colleagues share
 * @param guests who sit beside them
 * @param tables course by course the number of their table, from 1; 0 while they have none
 */
public record Sitter(
        PersonId person,
        String name,
        String organisation,
        long company,
        @Nullable Long picture,
        int guests,
        List<Integer> tables) {
    public Sitter {
        tables = List.copyOf(tables);
    }

    /** The table in a course, from 0; 0 when there is none. */
    public int tableIn(int course) {
        return course < tables.size() ? tables.get(course) : 0;
    }

    public boolean isSeated() {
        return !tables.isEmpty() && tables.stream().allMatch(table -> table > 0);
    }

    public int size() {
        return 1 + guests;
    }
}
