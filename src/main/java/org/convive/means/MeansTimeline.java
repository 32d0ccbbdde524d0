package org.convive.means;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convive.shared.TimeSlot;

/** All means of the cluster and who has them in a window. */
public record MeansTimeline(TimeSlot window, List<Means> means, List<Occupied> occupied) {
    /** How many there are of each kind. */
    public Map<MeansKind, Long> counts() {
        return means.stream().collect(Collectors.groupingBy(Means::kind, TreeMap::new, Collectors.counting()));
    }
}
