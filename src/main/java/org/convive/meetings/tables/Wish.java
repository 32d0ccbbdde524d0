package org.convive.meetings.tables;

import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the organiser wants of a seating.
 *
 * @param id 0 while it is not kept yet
 * @param other null for a host
 */
public record Wish(
        long id, Kind kind, PersonId person, @Nullable PersonId other) {

    /** Keep two people apart, keep them together, or have somebody as host at a table of their own. */
    public enum Kind {
        APART,
        TOGETHER,
        HOST
    }

    public static Wish apart(PersonId one, PersonId other) {
        return new Wish(0, Kind.APART, one, other);
    }

    public static Wish together(PersonId one, PersonId other) {
        return new Wish(0, Kind.TOGETHER, one, other);
    }

    public static Wish host(PersonId person) {
        return new Wish(0, Kind.HOST, person, null);
    }
}
