package org.convive.means;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.identity.AuditTrail.Entry;
import org.convive.shared.NotFoundException;
import org.springframework.stereotype.Service;

/** Who did what when to a means or a booking, for those concerned. */
@Service
public class MeansTrail {
    private final AuditTrail audit;
    private final MeansQueries queries;

    MeansTrail(AuditTrail audit, MeansQueries queries) {
        this.audit = audit;
        this.queries = queries;
    }

    /**
     * What was done to a means, newest first; for its owner's people and the animators.
     *
     * @throws NotFoundException when it is of another cluster
     */
    public List<Entry> ofMeans(Actor actor, MeansId id) {
        Means means = queries.get(actor, id).means();
        actor.require(
                actor.isAnimator() || means.owner().equals(actor.organisation()),
                "only the owner's people may read it");
        return audit.of(actor, "means:" + id);
    }

    /** What was done to a booking, newest first; for the booker's company, the owner's and the animators. */
    public List<Entry> ofBooking(Actor actor, BookingId id) {
        BookingLine booking = queries.booking(actor, id);
        actor.require(
                actor.isAnimator()
                        || booking.owner().equals(actor.organisation())
                        || booking.organisation().equals(actor.organisation()),
                "only those concerned may read it");
        return audit.of(actor, "booking:" + id);
    }
}
