package org.convive.api.meetings;

import java.util.ArrayList;
import java.util.List;
import org.convive.api.AlternativeBody;
import org.convive.api.OccupationBody;
import org.convive.api.Trouble;
import org.convive.identity.Actor;
import org.convive.meetings.means.MeansStay;

/** Tells which of the means of a meeting cannot be had or moved: a line for each, soonest first. */
final class StuckMeans {
    private StuckMeans() {}

    static void told(Actor actor, Runnable deed) {
        try {
            deed.run();
        } catch (MeansStay refused) {
            List<Trouble.Line> lines = new ArrayList<>();
            for (MeansStay.Stuck one : refused.stuck()) {
                lines.add(new Trouble.Line(
                        lines.size(),
                        one.reason().broken(),
                        one.reason().alternatives().stream()
                                .map(offer -> AlternativeBody.of(actor, offer))
                                .toList(),
                        one.reason().inTheWay().stream()
                                .map(taken -> OccupationBody.of(actor, taken))
                                .toList()));
            }
            throw new Trouble.Thrown(Trouble.ofPlan(lines), refused);
        }
    }
}
