package org.convive.newsletter.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.newsletter.reading.Reading;
import org.convive.uikit.Dates;
import org.convive.uikit.Pane;

/** What readers wrote back, for who animates the cluster. */
class RepliesPane extends Pane {
    RepliesPane(Actor actor, List<Reading.Reply> replies) {
        super("");
        setTitle(new com.vaadin.flow.component.html.H2(getTranslation("newsletter.replies", replies.size())));
        Dates dates = Dates.of(getLocale(), actor.zone());
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-nl-rows");
        list.getElement().setAttribute("role", "list");
        for (Reading.Reply reply : replies) {
            Span who = new Span(reply.name());
            who.addClassName("cv-strong");
            Span when = new Span(dates.dayAndTime(reply.at()));
            when.addClassNames("cv-q", "cv-small");
            Paragraph words = new Paragraph(reply.words());
            words.addClassName("cv-nl-original");
            Div text = new Div(who, when, words);
            text.addClassNames("cv-grow", "cv-nl-row-words");
            list.add(new ListItem(text));
        }
        add(list);
        setVisible(!replies.isEmpty());
    }
}
