package org.convive.api;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** The period that a list is asked for. */
public final class Window {
    private static final Duration LONGEST = Duration.ofDays(366);

    private Window() {}

    /** @throws InvalidInput when an end is missing, or they are in the wrong order, or too far apart */
    public static TimeSlot of(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        InvalidInput.check()
                .that(from != null, "from", Message.of("shared.error.required"))
                .that(to != null, "to", Message.of("shared.error.required"))
                .orThrow();
        Instant start = Objects.requireNonNull(from).toInstant();
        Instant end = Objects.requireNonNull(to).toInstant();
        InvalidInput.check()
                .that(end.isAfter(start), "to", Message.of("api.error.window-order"))
                .that(
                        Duration.between(start, end).compareTo(LONGEST) <= 0,
                        "to",
                        Message.of("api.error.window-length", LONGEST.toDays()))
                .orThrow();
        return new TimeSlot(start, end);
    }

    /** The same, and null when no period is asked for. */
    public static @Nullable TimeSlot perhaps(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        return from == null && to == null ? null : of(from, to);
    }

    /** How many entries a list may have. */
    public static int limit(int asked) {
        InvalidInput.check()
                .that(asked >= 1 && asked <= 200, "limit", Message.of("api.error.limit", 200))
                .orThrow();
        return asked;
    }
}
