package org.convive.means;

import java.util.List;
import java.util.Map;
import org.convive.shared.Message;

/** Nothing of a plan was booked; here is what is in the way, line by line. */
public class PlanRefused extends RuntimeException {
    private final transient Map<Integer, Reason> lines;

    PlanRefused(Map<Integer, Reason> lines) {
        super("lines " + lines.keySet() + " of the plan cannot be booked");
        this.lines = Map.copyOf(lines);
    }

    /** What is in the way of a line, by its place in the request, from 0. */
    public Map<Integer, Reason> lines() {
        return lines;
    }

    /**
     * Why a line cannot be booked.
     *
     * @param broken rules, field to sentence; empty when somebody has the units
     * @param inTheWay who has them
     * @param alternatives what is free instead
     */
    public record Reason(Map<String, Message> broken, List<Occupied> inTheWay, List<Alternative> alternatives) {}
}
