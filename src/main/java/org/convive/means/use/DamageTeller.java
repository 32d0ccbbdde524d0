package org.convive.means.use;

import java.util.Set;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.MeansNotices;
import org.convive.means.telling.Crier;
import org.convive.means.use.Damage.Hit;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.springframework.stereotype.Component;

/** Tells the owner of damage, and those whose bookings are hit. */
@Component
class DamageTeller {
    private final Crier crier;

    DamageTeller(Crier crier) {
        this.crier = crier;
    }

    void moved(Actor actor, BookingLine booking) {
        crier.tell(
                actor.cluster(),
                Set.of(booking.person()),
                actor.person(),
                MeansNotices.CHANGE,
                Message.of("means.use.told.moved", booking.meansName(), new TimeSlot(booking.from(), booking.to())),
                "c/" + actor.slug() + "/bookings/" + booking.id(),
                notice -> notice.about("booking:" + booking.id()));
    }

    /** The owner says that it works again: told to who reported it. */
    void released(Actor actor, Damage damage) {
        crier.tell(
                actor.cluster(),
                Set.of(damage.reporterId()),
                actor.person(),
                MeansNotices.DAMAGE,
                Message.of("means.use.told.released", damage.meansName(), damage.unitName()),
                path(actor, damage.id()),
                notice -> notice.about("damage:" + damage.id()).once("released:" + damage.id()));
    }

    void tellOwner(Actor actor, Damage damage) {
        crier.tell(
                actor.cluster(),
                crier.voices(actor.cluster(), damage.owner()),
                actor.person(),
                MeansNotices.DAMAGE,
                Message.of(
                        damage.blocked() ? "means.use.told.damage" : "means.use.told.defect",
                        actor.name(),
                        damage.meansName(),
                        damage.unitName()),
                path(actor, damage.id()),
                notice -> notice.withWords(Message.of("means.use.told.words", damage.words()))
                        .about("damage:" + damage.id()));
    }

    void tellBooker(Actor actor, Damage damage, Hit hit) {
        BookingLine booking = hit.booking();
        crier.tell(
                actor.cluster(),
                Set.of(booking.person()),
                actor.person(),
                MeansNotices.DAMAGE,
                Message.of("means.use.told.hit", damage.meansName(), new TimeSlot(booking.from(), booking.to())),
                "c/" + actor.slug() + "/bookings/" + booking.id(),
                notice -> notice.withWords(Message.of(
                                hit.otherUnit() ? "means.use.told.hit.other-unit" : "means.use.told.hit.no-other"))
                        .about("booking:" + booking.id())
                        .once("hit:" + damage.id() + ":" + booking.id()));
    }

    private static String path(Actor actor, long damage) {
        return "c/" + actor.slug() + "/damage/" + damage;
    }
}
