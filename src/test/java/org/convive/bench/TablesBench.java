package org.convive.bench;

import org.convive.meetings.encounters.IntroductionsBenchWorld;
import org.convive.meetings.tables.TablesBenchWorld;

/**
 * {@code ./portal bench tables}: suppers of 60, 200 and 500 people mixed as the portal does it, beside the bound that no
 * seating can beat and the best of three long searches; and as many people introduced to each other. Argument: seconds
 * of each long search, 20 when it is not said.
 */
public final class TablesBench {
    private TablesBench() {}

    public static void main(String[] args) {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        System.out.print(TablesBenchWorld.measure(seconds));
        System.out.print(IntroductionsBenchWorld.measure(seconds));
    }
}
