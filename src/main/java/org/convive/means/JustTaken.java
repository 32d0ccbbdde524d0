package org.convive.means;

import java.util.List;

/** Too few units are free: somebody has them. Nothing was booked; here is what is free instead. */
public class JustTaken extends RuntimeException {
    private final transient List<Occupied> inTheWay;
    private final transient List<Alternative> alternatives;

    JustTaken(List<Occupied> inTheWay, List<Alternative> alternatives) {
        super("the means is taken at that time");
        this.inTheWay = List.copyOf(inTheWay);
        this.alternatives = List.copyOf(alternatives);
    }

    /** Who has the units at that time. */
    public List<Occupied> inTheWay() {
        return inTheWay;
    }

    /** The nearest that is free, best first; at most three. */
    public List<Alternative> alternatives() {
        return alternatives;
    }
}
