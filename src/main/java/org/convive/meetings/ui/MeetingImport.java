package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.convive.calendar.busy.ImportedEvent;
import org.convive.calendar.ui.ImportTarget;
import org.convive.identity.Actor;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** Proposes a meeting from an event of another calendar: the form opens filled in, and nothing is written before. */
@org.springframework.stereotype.Component
class MeetingImport implements ImportTarget {
    private static final int SHOWN = 10;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> offer(Actor actor, List<ImportedEvent> events) {
        Dates dates = Dates.of(actor.locale(), actor.zone());
        Div list = new Div(new Paragraph(text("meetings.import.sentence")));
        list.addClassName("cv-stack");
        events.stream().limit(SHOWN).forEach(event -> {
            Span when = new Span(dates.range(event.from(), event.to()));
            when.addClassName("cv-q");
            Div words = new Div(new Span(event.title() + " "), when);
            words.addClassName("cv-grow");
            Anchor propose = Links.button(href(actor, event), text("meetings.import.propose"), CvIcon.CALENDAR_PLUS);
            propose.getElement().setAttribute("aria-label", text("meetings.import.propose") + ": " + event.title());
            Div row = new Div(words, propose);
            row.addClassName("cv-row");
            list.add(row);
        });
        return Optional.of(new Pane(text("meetings.import.title"), list));
    }

    private static String href(Actor actor, ImportedEvent event) {
        return "c/" + actor.slug() + "/meetings/new?title=" + encoded(event.title()) + "&from=" + event.from() + "&to="
                + event.to() + "&place=" + encoded(event.place());
    }

    private static String encoded(String text) {
        String cut = text.length() > 200 ? text.substring(0, 200) : text;
        return URLEncoder.encode(cut, StandardCharsets.UTF_8);
    }
}
