package org.convive.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.convive.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Moments as the API writes them: with the offset of the cluster's time zone. */
public final class Times {
    private Times() {}

    public static OffsetDateTime at(Actor actor, Instant moment) {
        return moment.atZone(actor.zone()).toOffsetDateTime();
    }

    public static @Nullable OffsetDateTime perhaps(Actor actor, @Nullable Instant moment) {
        return moment == null ? null : at(actor, moment);
    }

    public static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
