package org.convive.means.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.convive.means.Availability;
import org.convive.means.Means;
import org.convive.shared.Message;

/** What somebody asks for on the page of all means, and what the owner's rules say of it. */
final class Wishes {
    private Wishes() {}

    static BookingPanel.Wish of(Availability one, MeansSearch search, Instant now) {
        ZoneId zone = one.means().rules().zone();
        return of(one.means(), search.start(zone), search.end(zone), one.freeUnits(), now);
    }

    static BookingPanel.Wish of(Means means, Instant from, Instant to, int free, Instant now) {
        Map<String, Message> broken = means.rules().broken(from, to, now);
        return new BookingPanel.Wish(means, from, to, free, broken);
    }
}
