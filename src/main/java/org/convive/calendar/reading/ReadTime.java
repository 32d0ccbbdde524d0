package org.convive.calendar.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A time as a calendar gave it.
 *
 * @param local as the clocks of the zone show it; midnight for a whole day
 * @param wholeDay given as a date without a time
 */
public record ReadTime(LocalDateTime local, ZoneId zone, boolean wholeDay) {
    public Instant moment() {
        return local.atZone(zone).toInstant();
    }

    ReadTime plusDays(int days) {
        return new ReadTime(local.plusDays(days), zone, wholeDay);
    }
}
