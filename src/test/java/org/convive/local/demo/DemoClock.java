package org.convive.local.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The system's clock, but whoever tells a story may set it to the moment of a deed: for their own thread only. */
class DemoClock extends Clock {
    private final Clock system;
    private final ThreadLocal<@Nullable Instant> told = new ThreadLocal<>();

    DemoClock() {
        this(Clock.systemUTC());
    }

    private DemoClock(Clock system) {
        this.system = system;
    }

    /** From now on it is that moment; each reading takes a little time, so that deeds keep their order. */
    void moveTo(Instant moment) {
        told.set(moment);
    }

    void backToToday() {
        told.remove();
    }

    boolean tellsAStory() {
        return told.get() != null;
    }

    Instant today() {
        return system.instant();
    }

    @Override
    public Instant instant() {
        Instant moment = told.get();
        if (moment == null) {
            return system.instant();
        }
        told.set(moment.plus(Duration.ofMillis(1)));
        return moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }
}
