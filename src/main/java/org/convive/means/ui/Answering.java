package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.Approvals;
import org.convive.means.BookingLine;
import org.convive.means.BookingStatus;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** What can be answered to a booking that waits: the owner's three answers, the booker's one. */
final class Answering {
    private final Actor actor;
    private final Approvals approvals;
    private final Runnable changed;

    Answering(Actor actor, Approvals approvals, Runnable changed) {
        this.actor = actor;
        this.approvals = approvals;
        this.changed = changed;
    }

    /** The buttons for this person, the first one first; none when nobody waits for them. */
    List<Component> buttons(BookingLine booking) {
        var buttons = new ArrayList<Component>();
        boolean ours = booking.organisation().equals(actor.organisation());
        if (booking.status() == BookingStatus.PENDING && actor.maySpeakFor(booking.owner())) {
            buttons.add(Buttons.primary(text("means.requests.approve"), () -> {
                attempt(() -> approvals.approve(actor, booking.id(), ""), "means.requests.approved");
            }));
            buttons.add(Buttons.quiet(text("means.requests.propose"), () -> propose(booking)));
            buttons.add(Buttons.quiet(text("means.requests.refuse"), () -> refuse(booking)));
        }
        if (booking.status() == BookingStatus.PROPOSED && ours) {
            buttons.add(Buttons.hot(
                    text("means.proposal.accept"),
                    () -> attempt(() -> approvals.accept(actor, booking.id()), "means.proposal.accepted")));
        }
        return buttons;
    }

    private void propose(BookingLine booking) {
        new TimeDialog(actor, booking, "propose", true, (from, to, word) -> {
                    approvals.propose(actor, booking.id(), from, to, word);
                    Toasts.say(text("means.requests.proposed", booking.organisationName()));
                    changed.run();
                })
                .open();
    }

    private void refuse(BookingLine booking) {
        new WordDialog(
                        text("means.requests.refuse.title"),
                        text(
                                "means.requests.refuse.sentence",
                                booking.organisationName(),
                                Dates.of(actor.locale(), actor.zone()).range(booking.from(), booking.to())),
                        text("means.requests.refuse"),
                        word -> {
                            approvals.refuse(actor, booking.id(), word);
                            Toasts.say(text("means.requests.refused"));
                            changed.run();
                        })
                .open();
    }

    private void attempt(Runnable deed, String done) {
        try {
            deed.run();
            Toasts.say(text(done));
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message ->
                            Toasts.sorry(text(message.key(), message.args().toArray())));
        }
        changed.run();
    }

    /** Where a booking stands, in words, with the time until which an answer is awaited. */
    static Status status(BookingLine booking, Dates dates) {
        String until = booking.expires() == null ? "" : dates.dayAndTime(booking.expires());
        return switch (booking.status()) {
            case CONFIRMED ->
                Status.ok(text(booking.blackout() ? "means.timeline.maintenance" : "means.booking.confirmed"));
            case HELD -> Status.waiting(text("means.booking.held", until));
            case PENDING -> Status.waiting(text("means.booking.pending", booking.ownerName(), until));
            case PROPOSED -> Status.waiting(text("means.booking.proposed", booking.ownerName(), until));
            case CANCELLED ->
                booking.late()
                        ? Status.bad(text("means.booking.cancelled-late"))
                        : Status.quiet(CvIcon.CIRCLE_X, text("means.booking.cancelled"));
            case REFUSED -> Status.bad(text("means.booking.refused", booking.ownerName()));
            case EXPIRED -> Status.quiet(CvIcon.HOURGLASS, text("means.booking.expired"));
        };
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
