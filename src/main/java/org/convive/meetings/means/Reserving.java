package org.convive.meetings.means;

import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingRequest;
import org.convive.means.MeansQueries;
import org.convive.means.PlanRefused;
import org.convive.means.Plans;
import org.springframework.stereotype.Component;

/** Books what goes with meetings, all of it or nothing, and names what cannot be had. */
@Component
class Reserving {
    private final Plans plans;
    private final MeansQueries means;

    Reserving(Plans plans, MeansQueries means) {
        this.plans = plans;
        this.means = means;
    }

    /**
     * @param former what is given back for it, in the same transaction
     * @param together gets the id of what was booked, within its transaction; again when that is repeated
     * @throws MeansStay naming each that cannot be booked, soonest first
     */
    void book(Actor actor, List<BookingLine> former, List<BookingRequest> requests, LongConsumer together) {
        try {
            var unused = plans.replace(actor, former, requests, null, "", together);
        } catch (PlanRefused e) {
            throw new MeansStay(
                    e.lines().entrySet().stream()
                            .map(line -> stuck(actor, requests.get(line.getKey()), line.getValue()))
                            .sorted(Comparator.comparing(MeansStay.Stuck::from))
                            .toList(),
                    e);
        }
    }

    private MeansStay.Stuck stuck(Actor actor, BookingRequest request, PlanRefused.Reason reason) {
        String name = means.get(actor, request.means()).means().name();
        return new MeansStay.Stuck(request.means(), name, request.from(), request.to(), reason);
    }
}
