package org.convive.means.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.convive.calendar.ui.BusyThen;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.JustTaken;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Notice;
import org.convive.uikit.Toasts;

/**
 * Books one means at one time. When somebody has it: who, when, and numbered alternatives, the first one chosen. One
 * button names what will be booked.
 */
class BookingPanel extends Aside {
    private final transient Actor actor;
    private final transient PanelDeeds deeds;
    private final transient Wish wish;
    private final transient Consumer<BookingId> booked;
    /** One for the life of the panel: a double click books once. */
    private String key = UUID.randomUUID().toString();

    private final PanelAnswer answer;
    private final Div foot = new Div();
    private final IntegerField units;
    private final BookingExtras extras;
    private transient Runnable whenChosen = () -> {};
    private transient Runnable whenBlackedOut = () -> {};

    BookingPanel(Actor actor, PanelDeeds deeds, Wish wish, Consumer<BookingId> booked) {
        this.actor = actor;
        this.deeds = deeds;
        this.wish = wish;
        this.booked = booked;
        addClassName("cv-means-panel");
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("means.panel.label", wish.means().name()));
        units = new PanelUnits(wish.means().units().size());
        units.addValueChangeListener(e -> look());
        extras = new BookingExtras(actor);
        answer = new PanelAnswer(actor, wish, deeds.queries(), () -> {
            foot();
            whenChosen.run();
        });
        foot.addClassName("cv-means-foot");
        var busy = new BusyThen(
                deeds.times(),
                actor,
                wish.from(),
                wish.to(),
                wish.means().rules().zone());
        add(new PanelHead(actor, wish), busy, answer, units, extras, foot);
        look();
    }

    /** Called when other alternatives are offered or another one is chosen. */
    void onChosen(Runnable listener) {
        whenChosen = listener;
    }

    /** Called when the owner took it out of use instead. */
    void onBlackedOut(Runnable listener) {
        whenBlackedOut = listener;
    }

    /** A way to close it, at the end of its head. */
    void closable(Runnable close) {
        Button button = Buttons.icon(CvIcon.X, getTranslation("means.panel.close"), close);
        button.addClassName("cv-means-close");
        addComponentAsFirst(button);
    }

    List<Alternative> offers() {
        return answer.offers();
    }

    int chosen() {
        return answer.chosen();
    }

    private void look() {
        answer.look(count());
        foot();
        whenChosen.run();
    }

    private int count() {
        return units.getValue() == null ? 1 : units.getValue();
    }

    private void foot() {
        foot.removeAll();
        if (actor.organisation() == null) {
            foot.add(Notice.glass(new Paragraph(getTranslation("means.panel.no-company"))));
            return;
        }
        if (!wish.broken().isEmpty()) {
            return;
        }
        boolean taken = wish.free() < count();
        if (taken) {
            foot.add(Buttons.quiet(getTranslation("means.wait.join"), this::waitForIt));
        }
        if (taken && offers().isEmpty()) {
            return;
        }
        BookingRequest request = request();
        MeansDetail detail = deeds.queries().get(actor, request.means());
        extras.show(List.of(detail));
        var buttons = new PanelFoot.Deeds(
                () -> book(request()), () -> book(request().held()), () -> blackOut(detail.means(), request));
        foot.add(new PanelFoot(actor, detail, request, extras.mustAsk(detail), buttons));
    }

    private void blackOut(Means means, BookingRequest request) {
        var day = request.from().atZone(means.rules().zone()).toLocalDate();
        new BlackoutDialog(actor, means, day, deeds.bookings(), () -> whenBlackedOut.run())
                .at(request.from(), request.to(), request.unit())
                .open();
    }

    private void waitForIt() {
        try {
            var request = new BookingRequest(wish.means().id(), wish.from(), wish.to(), count(), "", null);
            deeds.waiting().join(actor, extras.complete(request));
            Toasts.say(
                    getTranslation("means.wait.joined"),
                    getTranslation("means.bookings.title"),
                    MeansPath.bookings(actor));
        } catch (InvalidInput e) {
            FormErrors.show(e, fields());
        }
    }

    private Map<String, HasValidationProperties> fields() {
        var fields = new LinkedHashMap<>(extras.fields());
        fields.put("units", units);
        return fields;
    }

    private BookingRequest request() {
        if (offers().isEmpty()) {
            return new BookingRequest(wish.means().id(), wish.from(), wish.to(), count(), "", key).on(answer.unit());
        }
        Alternative offer = offers().get(chosen());
        return new BookingRequest(offer.means(), offer.from(), offer.to(), count(), "", key);
    }

    private void book(BookingRequest request) {
        try {
            BookingId id = deeds.bookings().book(actor, extras.complete(request));
            booked.accept(id);
            extras.send((name, bytes) -> deeds.documents().attach(actor, id, name, bytes));
        } catch (JustTaken e) {
            answer.taken(e, request.unit());
            foot();
            whenChosen.run();
        } catch (InvalidInput e) {
            key = UUID.randomUUID().toString();
            FormErrors.show(e, fields());
            foot();
        }
    }
}
