package org.convive.api.means;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.convive.api.AlternativeBody;
import org.convive.api.OccupationBody;
import org.convive.api.Trouble;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.JustTaken;
import org.convive.means.Occupied;
import org.convive.means.PlanRefused;

/** Somebody has the units: who, and what is free instead. */
final class Taken {
    private Taken() {}

    static void orDone(Actor actor, Runnable deed) {
        var unused = or(actor, () -> {
            deed.run();
            return true;
        });
    }

    static <T> T or(Actor actor, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (JustTaken taken) {
            throw new Trouble.Thrown(
                    Trouble.taken(alternatives(actor, taken.alternatives()), occupied(actor, taken.inTheWay())), taken);
        } catch (PlanRefused refused) {
            throw new Trouble.Thrown(
                    Trouble.ofPlan(refused.lines().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(line -> new Trouble.Line(
                                    line.getKey(),
                                    line.getValue().broken(),
                                    alternatives(actor, line.getValue().alternatives()),
                                    occupied(actor, line.getValue().inTheWay())))
                            .toList()),
                    refused);
        }
    }

    static List<AlternativeBody> alternatives(Actor actor, List<Alternative> some) {
        return some.stream().map(one -> AlternativeBody.of(actor, one)).toList();
    }

    static List<OccupationBody> occupied(Actor actor, List<Occupied> some) {
        return some.stream().map(one -> OccupationBody.of(actor, one)).toList();
    }
}
