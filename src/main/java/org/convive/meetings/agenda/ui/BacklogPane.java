package org.convive.meetings.agenda.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.agenda.Topic;
import org.convive.meetings.agenda.Topics;
import org.convive.meetings.ui.Say;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** What members want to talk about, by votes: one tap takes a topic on the agenda. */
final class BacklogPane extends Pane {
    private static final int SHOWN = 8;
    private static final int MINUTES = 15;

    BacklogPane(AgendaService service, Topics topics, Actor actor, MeetingId meeting, Runnable refresh) {
        super(text("meetings.topics.title"));
        aside(Links.more("c/" + actor.slug() + "/meetings/topics", text("meetings.topics.all")));
        List<Topic> open = topics.open(actor);
        if (open.isEmpty()) {
            Paragraph none = new Paragraph(text("meetings.topics.none"));
            none.addClassName("cv-q");
            add(none);
        }
        var list = new UnorderedList();
        list.addClassNames("cv-meeting-people", "cv-divided");
        for (Topic topic : open.subList(0, Math.min(SHOWN, open.size()))) {
            Span title = new Span(topic.title());
            title.addClassName("cv-strong");
            Span votes = new Span(text("meetings.topics.votes", topic.votes()));
            votes.addClassNames("cv-q", "cv-small");
            Div words = new Div(title, votes);
            words.addClassName("cv-grow");
            list.add(new ListItem(
                    words,
                    Buttons.icon(
                            CvIcon.PLUS,
                            text("meetings.topics.take", topic.title()),
                            () -> Say.orSorry(() -> {
                                long item = service.take(actor, meeting, topic.id(), MINUTES);
                                Toasts.undo(text("meetings.topics.taken", topic.title()), () -> {
                                    service.remove(actor, meeting, item);
                                    refresh.run();
                                });
                                refresh.run();
                            }))));
        }
        add(list);
    }
}
