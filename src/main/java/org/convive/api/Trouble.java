package org.convive.api;

import java.util.List;
import java.util.Map;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * A problem before it is put into words.
 *
 * @param detail null for what is usually said of this kind
 */
record Trouble(
        ProblemKind kind,
        @Nullable Message detail,
        Map<String, Message> fields,
        @Nullable List<AlternativeBody> alternatives,
        @Nullable List<OccupationBody> takenBy,
        @Nullable String reference) {

    Trouble(ProblemKind kind) {
        this(kind, null, Map.of(), null, null, null);
    }

    static Trouble of(ProblemKind kind, Message detail) {
        return new Trouble(kind, detail, Map.of(), null, null, null);
    }

    static Trouble invalid(Map<String, Message> fields) {
        return new Trouble(ProblemKind.INVALID, null, fields, null, null, null);
    }

    static Trouble taken(List<AlternativeBody> alternatives, List<OccupationBody> takenBy) {
        return new Trouble(ProblemKind.TAKEN, null, Map.of(), alternatives, takenBy, null);
    }

    static Trouble unexpected(String reference) {
        return new Trouble(ProblemKind.UNEXPECTED, null, Map.of(), null, null, reference);
    }

    /** A controller gives up with this trouble. */
    static final class Thrown extends RuntimeException {
        private final transient Trouble trouble;

        Thrown(Trouble trouble, Throwable cause) {
            super(trouble.kind().slug(), cause);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
