package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.Alternative;
import org.convive.means.Occupied;
import org.convive.uikit.Badges;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Notice;

/** Who has it, and what is free instead: numbered, the first one chosen. */
class PanelOffers extends Div {
    private final transient Wish wish;
    private final transient List<Alternative> offers;
    private final transient Dates dates;
    private final transient Runnable whenChosen;
    private final Div list = new Div();
    private int chosen;

    PanelOffers(Actor actor, Wish wish, List<Occupied> inTheWay, List<Alternative> offers, Runnable whenChosen) {
        this.wish = wish;
        this.offers = offers;
        this.whenChosen = whenChosen;
        this.dates = Dates.of(actor.locale(), wish.means().rules().zone());
        addClassName("cv-stack");
        add(Badges.with(
                CvIcon.TRIANGLE_ALERT,
                Badges.hot(getTranslation("means.panel.taken", wish.means().name()))));
        Div words = new Div();
        inTheWay.stream().limit(3).forEach(one -> words.add(new Paragraph(conflict(one))));
        words.add(new Paragraph(
                getTranslation(offers.isEmpty() ? "means.panel.nothing-else" : "means.panel.these-are-free")));
        add(Notice.hot(words), list);
        list.addClassName("cv-means-offers");
        list.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("means.panel.alternatives"));
        show();
    }

    List<Alternative> all() {
        return offers;
    }

    int chosen() {
        return chosen;
    }

    private String conflict(Occupied one) {
        String who = one.blackout()
                ? getTranslation("means.timeline.maintenance")
                : one.hidden() ? getTranslation("means.panel.somebody") : one.organisationName();
        return getTranslation("means.panel.conflict", who, one.unitName(), dates.range(one.from(), one.to()));
    }

    private void show() {
        list.removeAll();
        var buttons = new ArrayList<Component>();
        for (int i = 0; i < offers.size(); i++) {
            buttons.add(button(i));
        }
        list.add(buttons);
    }

    private NativeButton button(int index) {
        Alternative offer = offers.get(index);
        Span number = new Span(String.valueOf(index + 1));
        number.addClassNames("cv-means-number", "cv-num");
        Span title = new Span(title(offer));
        title.addClassName("cv-strong");
        Span note = new Span(PanelHead.join(offer.owner(), offer.price()));
        note.addClassName("cv-q");
        Div words = new Div(title, note);
        words.addClassName("cv-grow");
        NativeButton button = new NativeButton();
        button.add(number, words);
        button.addClassName("cv-means-offer");
        button.getElement().setAttribute("aria-pressed", String.valueOf(index == chosen));
        button.addClickListener(e -> {
            chosen = index;
            show();
            whenChosen.run();
        });
        return button;
    }

    private String title(Alternative offer) {
        if (offer.from().equals(wish.from())) {
            return getTranslation("means.panel.same-time", offer.name());
        }
        return MeansPath.isSameDay(wish.from(), offer.to(), wish.means().rules().zone())
                ? getTranslation("means.panel.at", offer.name(), dates.hours(offer.from(), offer.to()))
                : getTranslation("means.panel.at", offer.name(), dates.range(offer.from(), offer.to()));
    }
}
