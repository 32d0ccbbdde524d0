package org.convive.meetings.day;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** When the door is open, and what is accepted there. */
final class DoorPolicy {
    static final int MOST_WALK_INS = 500;
    private static final Duration EARLY = Duration.ofHours(12);
    private static final Duration EARLY_ALONE = Duration.ofHours(3);
    private static final Duration LATE_ALONE = Duration.ofHours(3);

    /** Lists that were signed on paper are typed in afterwards. */
    private static final Duration LATE = Duration.ofDays(14);

    /** Strokes of whole numbers in a field of 600 by 200: nothing else can be in it. */
    private static final Pattern STROKES = Pattern.compile("(?:M\\d{1,3} \\d{1,3}(?:L\\d{1,3} \\d{1,3})+)+");

    private static final int LONGEST_SIGNATURE = 20_000;

    private DoorPolicy() {}

    static boolean isOpen(@Nullable Instant from, @Nullable Instant to, Instant now) {
        return from != null && to != null && !now.isBefore(from.minus(EARLY)) && now.isBefore(to.plus(LATE));
    }

    static boolean isOpenToGuests(@Nullable Instant from, @Nullable Instant to, Instant now) {
        return from != null
                && to != null
                && !now.isBefore(from.minus(EARLY_ALONE))
                && now.isBefore(to.plus(LATE_ALONE));
    }

    static void requireOpen(boolean open) {
        InvalidInput.check()
                .that(open, "door", Message.of("meetings.day.error.closed"))
                .orThrow();
    }

    static void check(WalkIn somebody) {
        InvalidInput.check()
                .required(somebody.name(), 200, "name")
                .atMost(somebody.company(), 200, "company")
                .that(
                        somebody.email().isEmpty() || EmailAddress.isValid(somebody.email()),
                        "email",
                        Message.of("meetings.day.error.email"))
                .orThrow();
    }

    static void checkSignature(String strokes) {
        InvalidInput.check()
                .that(
                        strokes.length() <= LONGEST_SIGNATURE
                                && STROKES.matcher(strokes).matches(),
                        "signature",
                        Message.of("meetings.day.error.signature"))
                .orThrow();
    }
}
