package org.convive.means.use.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.JustTaken;
import org.convive.means.MeansDetail;
import org.convive.means.MeansId;
import org.convive.means.use.Damage;
import org.convive.means.use.Damage.Hit;
import org.convive.means.use.Damage.Offer;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.TimeSlot;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Markdown;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/**
 * Where a booking that damage hits could go, each with one tap: those who booked take it, the owner puts it on another unit
 * or offers something else. Other times only where no other unit is free.
 */
class HitOptions extends Div {
    private final transient Actor actor;
    private final transient Damage damage;
    private final transient BookingLine booking;
    private final transient HitDeeds deeds;
    private final transient Consumer<BookingId> moved;
    private final transient Dates dates;
    private final boolean ours;

    /** @param moved called with the booking as it stands then, also when nothing changed but what is offered */
    HitOptions(Actor actor, Damage damage, Hit hit, HitDeeds deeds, Consumer<BookingId> moved) {
        this.actor = actor;
        this.damage = damage;
        this.booking = hit.booking();
        this.deeds = deeds;
        this.moved = moved;
        dates = Dates.of(getLocale(), actor.zone());
        ours = booking.organisation().equals(actor.organisation());
        addClassNames("cv-stack", "cv-use-options");
        if (!ours && !actor.maySpeakFor(damage.owner())) {
            return;
        }
        if (hit.offer() != null) {
            add(offered(hit.offer()));
        }
        Div options = new Div();
        options.addClassName("cv-means-times");
        options.getElement().setAttribute("role", "group");
        options.getElement().setAttribute("aria-label", getTranslation("means.use.damage.options"));
        if (hit.otherUnit()) {
            options.add(Buttons.plain(getTranslation("means.use.damage.move"), CvIcon.ARROW_RIGHT, this::toOtherUnit));
        }
        hit.otherMeans()
                .forEach(one -> options.add(
                        option(one.means(), one.name(), new TimeSlot(booking.from(), booking.to()), one.name())));
        if (!hit.otherUnit()) {
            hit.otherTimes().forEach(one -> options.add(option(one)));
        }
        if (options.getChildren().findAny().isPresent()) {
            add(options);
        } else if (hit.offer() == null) {
            add(new Paragraph(getTranslation("means.use.damage.nowhere")));
        }
    }

    private Div offered(Offer offer) {
        Div line = new Div();
        line.addClassName("cv-means-times");
        String when = dates.range(offer.time().from(), offer.time().to());
        if (ours) {
            line.add(
                    Buttons.hot(
                            getTranslation("means.use.damage.offer.take", offer.name(), when),
                            () -> take(offer.means(), offer.time())),
                    Buttons.quiet(getTranslation("means.use.damage.offer.wait"), () -> {
                        deeds.hits().noOffer(actor, damage.id(), booking.id());
                        done("means.use.damage.offer.waiting", damage.meansName());
                    }));
        } else {
            line.add(
                    Status.waiting(
                            getTranslation("means.use.damage.offered", booking.organisationName(), offer.name(), when)),
                    Buttons.quiet(getTranslation("means.use.damage.offer.back"), this::takeBack));
        }
        return line;
    }

    private Button option(Alternative other) {
        String when = dates.range(other.from(), other.to());
        return option(
                other.means(),
                other.name(),
                new TimeSlot(other.from(), other.to()),
                other.sameMeans() ? when : getTranslation("means.use.damage.to.at", other.name(), when));
    }

    private Button option(MeansId means, String name, TimeSlot time, String label) {
        return ours
                ? Buttons.plain(
                        getTranslation("means.use.damage.to", label), CvIcon.ARROW_RIGHT, () -> take(means, time))
                : Buttons.plain(
                        getTranslation("means.use.damage.offer", label),
                        CvIcon.MAIL,
                        () -> attempt(() -> offer(means, time)));
    }

    private void toOtherUnit() {
        if (deeds.hits().toOtherUnit(actor, damage.id(), booking.id())) {
            Toasts.say(getTranslation(ours ? "means.use.damage.moved.own" : "means.use.damage.moved"));
        } else {
            Toasts.sorry(getTranslation("means.error.taken"));
        }
        moved.accept(booking.id());
    }

    private void offer(MeansId means, TimeSlot time) {
        deeds.hits().offer(actor, damage.id(), booking.id(), means, time);
        moved.accept(booking.id());
        Toasts.undo(getTranslation("means.use.damage.offered.done", booking.personName()), this::takeBack);
    }

    private void takeBack() {
        deeds.hits().noOffer(actor, damage.id(), booking.id());
        done("means.use.damage.offered.back");
    }

    /** Where the owner of the other means has terms, they are read first. */
    private void take(MeansId means, TimeSlot time) {
        MeansDetail detail = deeds.queries().get(actor, means);
        if (means.equals(booking.means()) || !detail.asksTerms()) {
            attempt(() -> go(means, time, null));
            return;
        }
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(
                getTranslation("means.use.damage.terms.title", detail.means().ownerName()));
        dialog.add(new Markdown(detail.terms()));
        dialog.getFooter()
                .add(
                        Buttons.quiet(getTranslation("means.panel.close"), dialog::close),
                        Buttons.primary(getTranslation("means.use.damage.terms.go"), () -> {
                            dialog.close();
                            attempt(() -> go(means, time, detail.termsId()));
                        }));
        dialog.open();
    }

    private void go(MeansId means, TimeSlot time, @Nullable Long terms) {
        BookingId instead = deeds.hits().moveTo(actor, damage.id(), booking.id(), means, time, terms);
        moved.accept(instead);
        if (instead.equals(booking.id())) {
            Toasts.say(getTranslation("means.use.damage.moved.own"));
        } else {
            Toasts.say(
                    getTranslation("means.use.damage.moved.own"),
                    getTranslation("means.use.damage.moved.see"),
                    UsePath.booking(actor, instead));
        }
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (JustTaken e) {
            Toasts.sorry(getTranslation("means.error.taken"));
            moved.accept(booking.id());
        } catch (InvalidInput e) {
            Message first = e.fields().values().iterator().next();
            Toasts.sorry(getTranslation(first.key(), first.args().toArray()));
            moved.accept(booking.id());
        }
    }

    private void done(String key, Object... args) {
        Toasts.say(getTranslation(key, args));
        moved.accept(booking.id());
    }
}
