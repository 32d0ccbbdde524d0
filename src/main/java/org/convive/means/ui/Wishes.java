package org.convive.means.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.convive.means.Availability;
import org.convive.means.Means;
import org.convive.means.Unit;
import org.convive.shared.Message;

/** What somebody asks for on the page of all means, and what the owner's rules say of it. */
final class Wishes {
    private Wishes() {}

    static Wish of(Availability one, MeansSearch search, Instant now) {
        ZoneId zone = one.means().rules().zone();
        Means means = one.means();
        Instant from = search.start(zone);
        Instant to = search.end(zone);
        Map<String, Message> broken = means.rules().broken(from, to, now);
        Unit unit = means.units().stream()
                .filter(each -> search.unit() != null && search.unit() == each.id())
                .findFirst()
                .orElse(null);
        return new Wish(means, from, to, one.freeUnits(), broken, unit);
    }
}
