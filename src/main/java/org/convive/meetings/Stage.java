package org.convive.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a meeting has come. Each stage may be skipped, and one may go back: answers stay. */
public enum Stage {
    /** Somebody has an idea and gathers interest. */
    IDEA,
    /** People say which dates suit them. */
    DATES,
    /** It has a date. */
    CONFIRMED,
    /** It took place; never stored, it follows from the clock. */
    HELD,
    /** What it led to is being gathered. */
    FOLLOW_UP;

    /** Whether a meeting at this stage has a date. */
    public boolean isDated() {
        return this != IDEA && this != DATES;
    }

    /** Whether it took place. */
    public boolean isAfter() {
        return this == HELD || this == FOLLOW_UP;
    }

    /** The stage at a moment, from the stage that was stored. */
    Stage at(Instant now, @Nullable Instant end) {
        return this == CONFIRMED && end != null && !now.isBefore(end) ? HELD : this;
    }
}
