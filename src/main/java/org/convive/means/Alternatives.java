package org.convive.means;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convive.shared.TimeSlot;

/** Chooses what to offer instead of a means that is taken: the same time elsewhere, the same means nearby in time. */
final class Alternatives {
    static final int MOST = 3;

    private final BusyUnits busy;
    private final int units;
    private final Instant now;

    Alternatives(BusyUnits busy, int units, Instant now) {
        this.busy = busy;
        this.units = units;
        this.now = now;
    }

    /** @param others means that can do the same */
    List<Alternative> of(Means wanted, List<Means> others, TimeSlot wish) {
        var offers = new ArrayList<Alternative>();
        others.stream()
                .filter(other -> busy.fits(other, wish, units, now))
                .limit(MOST - 1)
                .forEach(other -> offers.add(offer(other, false, wish)));
        Optional<TimeSlot> near = FreeTimes.nearest(wish, slot -> busy.fits(wanted, slot, units, now));
        near.ifPresent(slot -> offers.add(offer(wanted, true, slot)));
        for (Means other : others) {
            if (offers.size() < MOST && !busy.fits(other, wish, units, now)) {
                FreeTimes.nearest(wish, slot -> busy.fits(other, slot, units, now))
                        .ifPresent(slot -> offers.add(offer(other, false, slot)));
            }
        }
        near.filter(slot -> offers.size() < MOST)
                .flatMap(first ->
                        FreeTimes.nearest(wish, slot -> !slot.overlaps(first) && busy.fits(wanted, slot, units, now)))
                .ifPresent(slot -> offers.add(offer(wanted, true, slot)));
        return List.copyOf(offers);
    }

    private static Alternative offer(Means means, boolean same, TimeSlot slot) {
        return new Alternative(
                means.id(),
                means.name(),
                means.ownerName(),
                means.place(),
                means.price(),
                same,
                slot.from(),
                slot.to());
    }
}
