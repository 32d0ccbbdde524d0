package org.convive.meetings.means;

import java.time.Instant;
import java.util.List;
import org.convive.means.MeansId;
import org.convive.means.PlanRefused;
import org.jspecify.annotations.Nullable;

/** Some of the means of a meeting cannot be had at its time, so nothing was changed; which, why, and what is free instead. */
public class MeansStay extends RuntimeException {
    private final transient List<Stuck> stuck;

    MeansStay(List<Stuck> stuck, @Nullable PlanRefused cause) {
        super(stuck.size() + " of the means cannot be had", cause);
        this.stuck = List.copyOf(stuck);
    }

    /** Soonest first. */
    public List<Stuck> stuck() {
        return stuck;
    }

    /** A means that cannot be had, at the time for which it is wanted. */
    public record Stuck(MeansId means, String name, Instant from, Instant to, PlanRefused.Reason reason) {}
}
