package org.convive.meetings.desk;

/** A part of those whom a meeting concerns. */
public enum Segment {
    EVERYBODY("TRUE"),
    COMING("a.answer = 'YES' AND a.arrival IS NULL"),
    WAITING("a.arrival IS NOT NULL"),
    MAYBE("a.answer = 'MAYBE'"),
    KEPT_POSTED("a.answer = 'KEEP_POSTED'"),
    ABSENT("a.answer = 'NO'"),
    SILENT("a.answer IS NULL");

    private final String sql;

    Segment(String sql) {
        this.sql = sql;
    }

    /** The condition on the answer {@code a}. */
    String sql() {
        return sql;
    }
}
