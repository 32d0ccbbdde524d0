package org.convive.shared;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as the database keeps them: DATETIME(6) columns in UTC. */
public final class Utc {
    private Utc() {}

    public static LocalDateTime column(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    public static Instant moment(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
