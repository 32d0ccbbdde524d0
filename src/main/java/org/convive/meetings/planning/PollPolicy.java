package org.convive.meetings.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** What can be asked when a date is looked for. */
final class PollPolicy {
    static final int MOST_OPTIONS = 40;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FARTHEST = Duration.ofDays(3 * 366L);

    private PollPolicy() {}

    /** @throws InvalidInput naming what is wrong; a date's field is {@code options.<its place, from 0>} */
    static void check(List<OptionDraft> options, @Nullable Instant until, Instant now) {
        var check = InvalidInput.check()
                .that(!options.isEmpty(), "options", Message.of("meetings.poll.error.none"))
                .that(
                        options.size() <= MOST_OPTIONS,
                        "options",
                        Message.of("meetings.poll.error.too-many", MOST_OPTIONS))
                .that(until == null || until.isAfter(now), "until", Message.of("meetings.error.past"));
        for (int i = 0; i < options.size(); i++) {
            option(check, options.get(i), "options." + i, now);
        }
        check.orThrow();
    }

    private static void option(InvalidInput.Check check, OptionDraft option, String field, Instant now) {
        Instant from = option.from();
        Instant to = option.to();
        if (from == null || to == null) {
            check.that(false, field, Message.of("meetings.poll.error.incomplete"));
            return;
        }
        check.that(to.isAfter(from), field, Message.of("meetings.error.ends-before-start"))
                .that(from.isAfter(now), field, Message.of("meetings.error.past"))
                .that(
                        Duration.between(from, to).compareTo(LONGEST) <= 0,
                        field,
                        Message.of("meetings.error.too-long", LONGEST.toDays()))
                .that(from.isBefore(now.plus(FARTHEST)), field, Message.of("meetings.error.too-far"))
                .that(
                        option.capacity() == null || option.capacity() >= 1,
                        field,
                        Message.of("meetings.error.capacity", 10_000));
    }
}
