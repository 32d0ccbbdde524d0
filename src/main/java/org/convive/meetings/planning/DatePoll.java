package org.convive.meetings.planning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looking for a date, as one person sees it.
 *
 * @param zone the clocks people read at the place
 * @param until until when people may say what suits them; null for no end
 * @param options what is asked, by time
 * @param proposed what somebody proposed and the organiser has not decided
 * @param answered how many people said something
 */
public record DatePoll(
        ZoneId zone, @Nullable Instant until, List<DateOption> options, List<DateOption> proposed, int answered) {

    /** The date that suits best, and why. */
    public Optional<BestDate.Best> best() {
        return BestDate.of(options, answered);
    }

    public boolean takesVotes(Instant now) {
        return until == null || !now.isAfter(until);
    }

    /** Whether the reader has said something to every date. */
    public boolean iAnswered() {
        return options.stream().allMatch(option -> option.mine() != null);
    }

    public Optional<DateOption> option(long id) {
        return options.stream().filter(option -> option.id() == id).findFirst();
    }
}
