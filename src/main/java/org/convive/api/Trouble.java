package org.convive.api;

import java.util.List;
import java.util.Map;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * A problem before it is put into words.
 *
 * @param detail null for what is usually said of this kind
 * @param lines of a plan, those that cannot be booked
 */
public record Trouble(
        ProblemKind kind,
        @Nullable Message detail,
        Map<String, Message> fields,
        @Nullable List<AlternativeBody> alternatives,
        @Nullable List<OccupationBody> takenBy,
        @Nullable List<Line> lines,
        @Nullable String reference) {

    /** A line of a plan that cannot be booked, counted from 0. */
    public record Line(
            int line, Map<String, Message> fields, List<AlternativeBody> alternatives, List<OccupationBody> takenBy) {}

    public Trouble(ProblemKind kind) {
        this(kind, null, Map.of(), null, null, null, null);
    }

    public static Trouble of(ProblemKind kind, Message detail) {
        return new Trouble(kind, detail, Map.of(), null, null, null, null);
    }

    public static Trouble invalid(Map<String, Message> fields) {
        return new Trouble(ProblemKind.INVALID, null, fields, null, null, null, null);
    }

    public static Trouble taken(List<AlternativeBody> alternatives, List<OccupationBody> takenBy) {
        return new Trouble(ProblemKind.TAKEN, null, Map.of(), alternatives, takenBy, null, null);
    }

    /** Nothing of a plan was booked: a rule is broken (422), or somebody has the units (409). */
    public static Trouble ofPlan(List<Line> lines) {
        boolean broken = lines.stream().anyMatch(line -> !line.fields().isEmpty());
        return new Trouble(broken ? ProblemKind.INVALID : ProblemKind.TAKEN, null, Map.of(), null, null, lines, null);
    }

    public static Trouble unexpected(String reference) {
        return new Trouble(ProblemKind.UNEXPECTED, null, Map.of(), null, null, null, reference);
    }

    /** A controller gives up with this trouble. */
    public static final class Thrown extends RuntimeException {
        private final transient Trouble trouble;

        public Thrown(Trouble trouble, Throwable cause) {
            super(trouble.kind().slug(), cause);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
