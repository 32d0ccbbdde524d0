package org.convive.meetings.agenda.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.agenda.Agenda;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** On the meeting's page: the agenda as a line of times; for the organiser, the way to write one. */
@org.springframework.stereotype.Component
class AgendaMeetingPane implements MeetingPane {
    private final AgendaService service;

    AgendaMeetingPane(AgendaService service) {
        this.service = service;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        Agenda agenda = service.agenda(actor, page.card().id());
        String href = Say.href(actor, page.card().id()) + "/agenda";
        Pane pane = new Pane(text("meetings.agenda.title"));
        if (agenda.items().isEmpty()) {
            if (!page.mayChange()
                    || page.card().cancelled()
                    || page.card().stage().isAfter()) {
                return Optional.empty();
            }
            Paragraph sentence = new Paragraph(text("meetings.agenda.none.sentence"));
            sentence.addClassName("cv-q");
            pane.add(sentence, Links.button(href, text("meetings.agenda.write"), CvIcon.LIST));
            return Optional.of(pane);
        }
        pane.aside(Links.more(href, text("meetings.agenda.open")));
        Dates dates = Dates.of(UI.getCurrent().getLocale(), page.card().zone());
        var list = new OrderedList();
        list.addClassName("cv-evening");
        list.getElement().setAttribute("role", "list");
        agenda.items().forEach(item -> list.add(row(dates, item)));
        pane.add(list);
        return Optional.of(pane);
    }

    private static ListItem row(Dates dates, AgendaItem item) {
        Span time = new Span(item.planned() == null ? "" : dates.time(item.planned()));
        time.addClassNames("cv-agenda-time", "cv-num");
        Span title = new Span(item.title());
        title.addClassName("cv-strong");
        Div words = new Div(title);
        String minutes = text("meetings.agenda.minutes", item.minutes());
        Span who = new Span(item.owner() == null ? minutes : minutes + ", " + item.ownerName());
        who.addClassNames("cv-q", "cv-small");
        words.add(who);
        ListItem row = new ListItem(time, words);
        if (item.isRunning()) {
            row.getElement().setAttribute("aria-current", "step");
        }
        return row;
    }
}
