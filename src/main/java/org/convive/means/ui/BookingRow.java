package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.BookingService;
import org.convive.means.BookingStatus;
import org.convive.means.JustTaken;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.DateTile;
import org.convive.uikit.Dates;
import org.convive.uikit.DayRow;
import org.convive.uikit.Toasts;

/** A booking in a list: day, hours, what and whose; giving it back with undo. */
final class BookingRow {
    private BookingRow() {}

    static DayRow of(Actor actor, BookingLine booking, Locale locale, boolean lending) {
        Dates dates = Dates.of(locale, actor.zone());
        String hours = dates.range(booking.from(), booking.to());
        String who = booking.blackout()
                ? text("means.timeline.maintenance")
                : lending ? booking.organisationName() : booking.ownerName();
        DayRow row = new DayRow(
                new DateTile(booking.from().atZone(actor.zone()).toLocalDate(), locale),
                title(booking, locale),
                MeansPath.booking(actor, booking.id()),
                text("means.booking.line", hours, who));
        if (booking.status() != BookingStatus.CONFIRMED) {
            row.line(Answering.status(booking, dates));
        }
        return row;
    }

    /** The means, and its unit where that says more: a minibus with two of them, not bench P1 of bench P1. */
    private static String title(BookingLine booking, Locale locale) {
        String units = booking.unitNames();
        boolean said = booking.meansName().toLowerCase(locale).contains(units.toLowerCase(locale));
        return said ? booking.meansName() : booking.meansName() + ", " + units;
    }

    /** As above with a button that gives it back, or by which the owner calls it off. */
    static DayRow of(
            Actor actor,
            BookingLine booking,
            Locale locale,
            boolean lending,
            BookingService service,
            Instant now,
            Runnable changed) {
        DayRow row = of(actor, booking, locale, lending);
        if (booking.status().occupies() && booking.mayChange(actor)) {
            boolean ours = booking.organisation().equals(actor.organisation());
            row.end(Buttons.quiet(
                    text(ours ? "means.booking.cancel" : "means.booking.call-off"),
                    () -> cancel(actor, booking, service, now, changed)));
        }
        return row;
    }

    /** Says before when it is late for that: then somebody else is affected. */
    static void cancel(Actor actor, BookingLine booking, BookingService service, Instant now, Runnable changed) {
        Instant until = service.freeUntil(actor, booking)
                .filter(term -> booking.status() == BookingStatus.CONFIRMED
                        && booking.organisation().equals(actor.organisation())
                        && term.isBefore(now))
                .orElse(null);
        if (until == null) {
            giveBack(actor, booking, service, changed);
            return;
        }
        Confirm.ask(
                text("means.late.question", booking.meansName()),
                text(
                        "means.late.consequences",
                        Dates.of(actor.locale(), actor.zone()).dayAndTime(until),
                        booking.ownerName()),
                text("means.late.keep"),
                text("means.late.deed"),
                () -> giveBack(actor, booking, service, changed));
    }

    private static void giveBack(Actor actor, BookingLine booking, BookingService service, Runnable changed) {
        service.cancel(actor, booking.id());
        changed.run();
        Toasts.undo(text("means.booking.given-back", booking.meansName()), () -> {
            restore(actor, booking, service);
            changed.run();
        });
    }

    static void restore(Actor actor, BookingLine booking, BookingService service) {
        try {
            service.restore(actor, booking.id());
            Toasts.say(text("means.booking.restored"));
        } catch (JustTaken e) {
            Toasts.sorry(text("means.error.taken"));
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(one -> Toasts.sorry(text(one.key(), one.args().toArray())));
        }
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
