package org.convive.means.use;

import java.util.Set;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.MeansNotices;
import org.convive.means.telling.BookingEntries;
import org.convive.means.telling.Crier;
import org.convive.means.use.Damage.Hit;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.springframework.stereotype.Component;

/** Tells the owner of damage, and those whose bookings are hit. */
@Component
class DamageTeller {
    private final Crier crier;
    private final BookingEntries entries;

    DamageTeller(Crier crier, BookingEntries entries) {
        this.crier = crier;
        this.entries = entries;
    }

    /** The owner offers something else to who booked. */
    void offered(Actor actor, Damage damage, BookingLine booking, String means, TimeSlot time) {
        crier.tell(
                actor.cluster(),
                Set.of(booking.person()),
                actor.person(),
                MeansNotices.DAMAGE,
                Message.of("means.use.told.offer", damage.meansName(), means, time),
                booking(actor, booking),
                notice -> notice.withWords(
                                Message.of("means.use.told.offer.words", new TimeSlot(booking.from(), booking.to())))
                        .about("booking:" + booking.id())
                        .withCalendar(entries.asItStands(actor.cluster(), booking.id())));
    }

    /** They would rather wait until it works again. */
    void declined(Actor actor, Damage damage, BookingLine booking) {
        crier.tell(
                actor.cluster(),
                crier.voices(actor.cluster(), damage.owner()),
                actor.person(),
                MeansNotices.DAMAGE,
                Message.of(
                        "means.use.told.declined",
                        booking.organisationName(),
                        damage.meansName(),
                        new TimeSlot(booking.from(), booking.to())),
                path(actor, damage.id()),
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
                booking(actor, booking),
                notice -> notice.withWords(Message.of(words(hit)))
                        .about("booking:" + booking.id())
                        .once("hit:" + damage.id() + ":" + booking.id())
                        .withCalendar(entries.asItStands(actor.cluster(), booking.id())));
    }

    private static String words(Hit hit) {
        if (hit.otherUnit()) {
            return "means.use.told.hit.other-unit";
        }
        return hit.otherMeans().isEmpty() && hit.otherTimes().isEmpty()
                ? "means.use.told.hit.no-other"
                : "means.use.told.hit.elsewhere";
    }

    private static String booking(Actor actor, BookingLine booking) {
        return "c/" + actor.slug() + "/bookings/" + booking.id();
    }

    private static String path(Actor actor, long damage) {
        return "c/" + actor.slug() + "/damage/" + damage;
    }
}
