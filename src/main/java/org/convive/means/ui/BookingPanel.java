package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingService;
import org.convive.means.JustTaken;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.means.MeansQueries;
import org.convive.means.Occupied;
import org.convive.means.WaitingList;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.Status;
import org.convive.uikit.Study;
import org.convive.uikit.Toasts;

/**
 * Books one means at one time. When somebody has it: who, when, and numbered alternatives, the first one chosen. One
 * button names what will be booked.
 */
class BookingPanel extends Aside {
    private final transient Actor actor;
    private final transient Booking deeds;
    private final transient BookingService bookings;
    private final transient MeansQueries queries;
    private final transient Wish wish;
    private final transient Consumer<BookingId> booked;
    private final transient Dates dates;
    /** One for the life of the panel: a double click books once. */
    private String key = UUID.randomUUID().toString();

    private final Div answer = new Div();
    private final Div foot = new Div();
    private final IntegerField units;
    private final BookingExtras extras;
    private transient List<Alternative> offers = List.of();
    private int chosen;
    private transient Runnable whenChosen = () -> {};

    /** What is asked for, and whether it can be had. */
    record Wish(Means means, Instant from, Instant to, int free, Map<String, Message> broken) {}

    /** What the panel can do. */
    record Booking(BookingService bookings, WaitingList waiting, MeansQueries queries) {}

    BookingPanel(Actor actor, Booking deeds, Wish wish, Consumer<BookingId> booked) {
        this.actor = actor;
        this.deeds = deeds;
        this.bookings = deeds.bookings();
        this.queries = deeds.queries();
        this.wish = wish;
        this.booked = booked;
        this.dates = Dates.of(actor.locale(), wish.means().rules().zone());
        addClassName("cv-means-panel");
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("means.panel.label", wish.means().name()));
        units = new IntegerField(
                getTranslation("means.panel.units", wish.means().units().size()));
        units.setStepButtonsVisible(true);
        units.setMin(1);
        units.setMax(wish.means().units().size());
        units.setValue(1);
        units.setVisible(wish.means().units().size() > 1);
        units.addValueChangeListener(e -> look());
        extras = new BookingExtras(actor);
        answer.addClassName("cv-stack");
        answer.getElement().setAttribute("role", "status");
        foot.addClassName("cv-means-foot");
        add(head(), when(), answer, units, extras, foot);
        look();
    }

    /** Called when other alternatives are offered or another one is chosen. */
    void onChosen(Runnable listener) {
        whenChosen = listener;
    }

    /** A way to close it, at the end of its head. */
    void closable(Runnable close) {
        Button button = Buttons.icon(CvIcon.X, getTranslation("means.panel.close"), close);
        button.addClassName("cv-means-close");
        addComponentAsFirst(button);
    }

    List<Alternative> offers() {
        return offers;
    }

    int chosen() {
        return chosen;
    }

    private Component head() {
        String picture = MeansPath.picture(actor, wish.means().picture());
        Component image = picture == null ? new Study(wish.means().id().value()) : photo(picture);
        Paragraph owner =
                new Paragraph(join(wish.means().ownerName(), wish.means().place()));
        owner.addClassName("cv-q");
        Div words = new Div(new H2(wish.means().name()), owner);
        if (!wish.means().price().isBlank()) {
            words.add(new Span(wish.means().price()));
        }
        words.add(Links.more(MeansPath.of(actor, wish.means().id()), getTranslation("means.panel.page")));
        Div head = new Div(image, words);
        head.addClassName("cv-means-head");
        return head;
    }

    private static Component photo(String picture) {
        Div frame = new Div(new Image(picture, ""));
        frame.addClassName("cv-thumb");
        return frame;
    }

    private Component when() {
        Div when = new Div(
                fact("means.search.day", dates.day(wish.from())),
                fact("means.search.from", dates.time(wish.from())),
                fact("means.search.to", dates.time(wish.to())));
        when.addClassNames("cv-means-when", "cv-num");
        return when;
    }

    private Component fact(String key, String value) {
        Span label = new Span(getTranslation(key));
        Span text = new Span(value);
        text.addClassName("cv-strong");
        return new Div(label, text);
    }

    /** What can be said before anybody presses the button. */
    private void look() {
        offers = List.of();
        chosen = 0;
        answer.removeAll();
        if (!wish.broken().isEmpty()) {
            Div words = new Div();
            wish.broken()
                    .values()
                    .forEach(message -> words.add(new Paragraph(
                            getTranslation(message.key(), message.args().toArray()))));
            answer.add(Notice.hot(words));
        } else if (wish.free() >= count()) {
            answer.add(Status.ok(getTranslation("means.panel.free")));
        } else {
            refuse(
                    queries.occupancy(actor, wish.means().id(), wish.from(), wish.to()),
                    queries.alternatives(actor, wish.means().id(), wish.from(), wish.to(), count()));
        }
        foot();
        whenChosen.run();
    }

    private int count() {
        return units.getValue() == null ? 1 : units.getValue();
    }

    private void refuse(List<Occupied> inTheWay, List<Alternative> instead) {
        answer.removeAll();
        offers = instead;
        chosen = 0;
        answer.add(Badges.with(
                CvIcon.TRIANGLE_ALERT,
                Badges.hot(getTranslation("means.panel.taken", wish.means().name()))));
        Div words = new Div();
        inTheWay.stream().limit(3).forEach(one -> words.add(new Paragraph(conflict(one))));
        words.add(new Paragraph(
                getTranslation(instead.isEmpty() ? "means.panel.nothing-else" : "means.panel.these-are-free")));
        answer.add(Notice.hot(words));
        Div list = new Div();
        list.addClassName("cv-means-offers");
        list.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("means.panel.alternatives"));
        answer.add(list);
        showOffers(list);
        foot();
        whenChosen.run();
    }

    private String conflict(Occupied one) {
        String who = one.blackout()
                ? getTranslation("means.timeline.maintenance")
                : one.hidden() ? getTranslation("means.panel.somebody") : one.organisationName();
        return getTranslation("means.panel.conflict", who, one.unitName(), dates.range(one.from(), one.to()));
    }

    private void showOffers(Div list) {
        var buttons = new ArrayList<Component>();
        for (int i = 0; i < offers.size(); i++) {
            int index = i;
            Alternative offer = offers.get(i);
            Span number = new Span(String.valueOf(i + 1));
            number.addClassNames("cv-means-number", "cv-num");
            Span title = new Span(offerTitle(offer));
            title.addClassName("cv-strong");
            Span note = new Span(join(offer.owner(), offer.price()));
            note.addClassName("cv-q");
            Div words = new Div(title, note);
            words.addClassName("cv-grow");
            NativeButton button = new NativeButton();
            button.add(number, words);
            button.addClassName("cv-means-offer");
            button.getElement().setAttribute("aria-pressed", String.valueOf(i == chosen));
            button.addClickListener(e -> {
                chosen = index;
                list.removeAll();
                showOffers(list);
                foot();
                whenChosen.run();
            });
            buttons.add(button);
        }
        list.add(buttons);
    }

    private String offerTitle(Alternative offer) {
        if (offer.from().equals(wish.from())) {
            return getTranslation("means.panel.same-time", offer.name());
        }
        return MeansPath.isSameDay(wish.from(), offer.to(), wish.means().rules().zone())
                ? getTranslation("means.panel.at", offer.name(), dates.hours(offer.from(), offer.to()))
                : getTranslation("means.panel.at", offer.name(), dates.range(offer.from(), offer.to()));
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
        if (wish.free() < count()) {
            foot.add(Buttons.quiet(getTranslation("means.wait.join"), this::waitForIt));
        }
        if (wish.free() < count() && offers.isEmpty()) {
            return;
        }
        BookingRequest request = request();
        MeansDetail detail = queries.get(actor, request.means());
        extras.show(List.of(detail));
        Span promise = new Span(getTranslation("means.panel.promise"));
        promise.addClassName("cv-strong");
        Paragraph guarantee = new Paragraph(promise, new Span(" " + getTranslation("means.panel.guarantee")));
        Div row = new Div(CvIcon.SHIELD_CHECK.create(), guarantee);
        row.addClassName("cv-means-guarantee");
        String hours = dates.hours(request.from(), request.to());
        Button book = Buttons.primary(
                getTranslation(
                        extras.mustAsk(detail) ? "means.panel.ask" : "means.panel.book",
                        detail.means().name(),
                        hours),
                () -> book(request()));
        book.setDisableOnClick(true);
        Div more = new Div();
        more.addClassName("cv-means-more");
        if (!detail.means().lending().holdFor().isZero()) {
            more.add(Buttons.quiet(
                    getTranslation("means.panel.hold"), () -> book(request().held())));
        }
        more.add(
                Links.to(new PlanItems(List.of(request)).address(actor), getTranslation("means.panel.with-others")),
                Links.to(RepeatState.address(actor, request), getTranslation("means.panel.repeat")));
        foot.add(row, book, more);
    }

    private void waitForIt() {
        try {
            deeds.waiting()
                    .join(
                            actor,
                            extras.complete(
                                    new BookingRequest(wish.means().id(), wish.from(), wish.to(), count(), "", null)));
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
        if (offers.isEmpty()) {
            return new BookingRequest(wish.means().id(), wish.from(), wish.to(), count(), "", key);
        }
        Alternative offer = offers.get(chosen);
        return new BookingRequest(offer.means(), offer.from(), offer.to(), count(), "", key);
    }

    private void book(BookingRequest request) {
        try {
            booked.accept(bookings.book(actor, extras.complete(request)));
        } catch (JustTaken e) {
            refuse(e.inTheWay(), e.alternatives());
        } catch (InvalidInput e) {
            key = UUID.randomUUID().toString();
            FormErrors.show(e, fields());
            foot();
        }
    }

    private static String join(String first, String second) {
        return first.isBlank() || second.isBlank() ? first + second : first + ", " + second;
    }
}
