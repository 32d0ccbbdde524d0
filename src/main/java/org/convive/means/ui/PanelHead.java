package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.convive.identity.Actor;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Study;

/** What would be booked and when, at the top of the booking panel. */
class PanelHead extends Div {
    PanelHead(Actor actor, Wish wish) {
        addClassName("cv-stack");
        add(head(actor, wish), when(actor, wish));
    }

    private Component head(Actor actor, Wish wish) {
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

    private Component when(Actor actor, Wish wish) {
        Dates dates = Dates.of(actor.locale(), wish.means().rules().zone());
        boolean sameDay =
                MeansPath.isSameDay(wish.from(), wish.to(), wish.means().rules().zone());
        Div when = new Div(
                fact("means.search.day", dates.day(wish.from())),
                fact("means.search.from", dates.time(wish.from())),
                fact("means.search.to", sameDay ? dates.time(wish.to()) : dates.dayAndTime(wish.to())));
        when.addClassNames("cv-means-when", "cv-num");
        return when;
    }

    private Component fact(String key, String value) {
        Span label = new Span(getTranslation(key));
        Span text = new Span(value);
        text.addClassName("cv-strong");
        return new Div(label, text);
    }

    static String join(String first, String second) {
        return first.isBlank() || second.isBlank() ? first + second : first + ", " + second;
    }
}
