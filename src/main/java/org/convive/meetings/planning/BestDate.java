package org.convive.meetings.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which date suits best: the one with most who can, then most who can if need be, then one that suits those who host,
 * then the earliest. There is none before somebody can.
 */
public final class BestDate {
    private BestDate() {}

    /** Why a date is the best one. */
    public enum Reason {
        /** Everybody who answered can. */
        EVERYBODY,
        /** More can than on any other date. */
        MOST,
        /** As many can as elsewhere, and more if need be. */
        MOST_IF_NEEDED,
        /** As good as another one, and it suits those who host. */
        HOSTS,
        /** As good as another one, and earlier. */
        EARLIEST
    }

    /** The best date and why. */
    public record Best(long option, Reason reason) {}

    /** @param answered how many people said something to any of the dates */
    public static Optional<Best> of(List<DateOption> options, int answered) {
        List<DateOption> ranked = options.stream()
                .filter(option -> option.count(Suits.YES) + option.count(Suits.IF_NEEDED) > 0)
                .sorted(Comparator.comparingLong((DateOption option) -> option.count(Suits.YES))
                        .thenComparingLong(option -> option.count(Suits.IF_NEEDED))
                        .thenComparingLong(BestDate::hosts)
                        .reversed()
                        .thenComparing(DateOption::from)
                        .thenComparingLong(DateOption::id))
                .toList();
        return ranked.stream()
                .findFirst()
                .map(best -> new Best(best.id(), reason(best, ranked.size() > 1 ? ranked.get(1) : null, answered)));
    }

    private static Reason reason(DateOption best, @org.jspecify.annotations.Nullable DateOption second, int answered) {
        if (best.count(Suits.YES) == answered) {
            return Reason.EVERYBODY;
        }
        if (second == null || best.count(Suits.YES) > second.count(Suits.YES)) {
            return Reason.MOST;
        }
        if (best.count(Suits.IF_NEEDED) > second.count(Suits.IF_NEEDED)) {
            return Reason.MOST_IF_NEEDED;
        }
        return hosts(best) > hosts(second) ? Reason.HOSTS : Reason.EARLIEST;
    }

    private static long hosts(DateOption option) {
        return option.voters().stream()
                .filter(voter -> voter.host() && voter.suits() != Suits.NO)
                .count();
    }
}
