package org.convive.meetings.minutes.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.Minutes;
import org.convive.meetings.minutes.MinutesService;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;

/** On the meeting's page: what was decided once the minutes are released, and the way to write or correct them. */
@org.springframework.stereotype.Component
class MinutesMeetingPane implements MeetingPane {
    private static final int SHOWN = 5;

    private final MinutesService service;
    private final Clock clock;

    MinutesMeetingPane(MinutesService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        boolean begun =
                page.card().isDated() && !clock.instant().isBefore(page.card().from());
        if (!begun || page.card().cancelled()) {
            return Optional.empty();
        }
        Minutes minutes = service.minutes(actor, page.card().id());
        if (minutes.isEmpty() && !minutes.mayWrite()) {
            return Optional.empty();
        }
        String href = Say.href(actor, page.card().id()) + "/minutes";
        Pane pane = new Pane(text("meetings.minutes.title"));
        List<Entry> decisions = minutes.of(Entry.Kind.DECISION);
        if (minutes.state() == Minutes.State.RELEASED) {
            pane.aside(Links.more(href, text("meetings.minutes.open")));
            if (decisions.isEmpty()) {
                pane.add(quiet(text("meetings.minutes.state.RELEASED")));
            }
            var list = new UnorderedList();
            decisions.stream().limit(SHOWN).forEach(decision -> list.add(new ListItem(decision.words())));
            pane.add(list);
            return Optional.of(pane);
        }
        if (minutes.mayCorrect()) {
            pane.add(Status.waiting(text("meetings.minutes.state.REVIEW")));
            pane.add(Links.button(href, text("meetings.minutes.read"), CvIcon.TEXT));
        } else {
            pane.add(quiet(text("meetings.minutes.none.sentence")));
            pane.add(Links.button(href, text("meetings.minutes.take"), CvIcon.PENCIL));
        }
        return Optional.of(pane);
    }

    private static Paragraph quiet(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("cv-q");
        return paragraph;
    }
}
