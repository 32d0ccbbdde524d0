package org.convive.means;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convive.shared.TimeSlot;

/** Which units are blocked when. */
final class BusyUnits {
    private final Map<Long, List<TimeSlot>> blocked = new HashMap<>();

    void add(long unit, TimeSlot period) {
        blocked.computeIfAbsent(unit, key -> new ArrayList<>()).add(period);
    }

    int free(List<Unit> units, TimeSlot period) {
        return (int) units.stream().filter(unit -> isFree(unit, period)).count();
    }

    List<Unit> freeUnits(List<Unit> units, TimeSlot period) {
        return units.stream().filter(unit -> isFree(unit, period)).toList();
    }

    private boolean isFree(Unit unit, TimeSlot period) {
        List<TimeSlot> taken = blocked.get(unit.id());
        if (taken != null) {
            for (TimeSlot one : taken) {
                if (one.overlaps(period)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes the first free units, as a booking would. */
    void take(List<Unit> units, TimeSlot period, int count) {
        units.stream()
                .filter(unit -> isFree(unit, period))
                .limit(count)
                .toList()
                .forEach(unit -> add(unit.id(), period));
    }

    /** Whether a booking of n units of this means would be accepted. */
    boolean fits(Means means, TimeSlot wanted, int units, Instant now) {
        return means.rules().allow(wanted.from(), wanted.to(), now)
                && free(means.units(), means.rules().blocked(wanted.from(), wanted.to())) >= units;
    }
}
