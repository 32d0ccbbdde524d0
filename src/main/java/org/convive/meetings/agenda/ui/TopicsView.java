package org.convive.meetings.agenda.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.agenda.Topic;
import org.convive.meetings.agenda.Topics;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** The backlog: everybody proposes and votes; what no meeting came to stays here with its votes. */
@Route("c/:cluster/meetings/topics")
@PermitAll
@StyleSheet("convive/meeting-parts.css")
class TopicsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Topics topics;
    private final Div list = new Div();
    private final TextField title = Fields.text(text("meetings.topics.field.title"), 200);
    private final TextArea why = Fields.area(text("meetings.topics.field.why"), 2000);
    private String pageTitle = "";

    TopicsView(Actors actors, Topics topics) {
        this.actors = actors;
        this.topics = topics;
        addClassNames("cv-page", "cv-topics");
        title.setWidthFull();
        why.setWidthFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        pageTitle = text("meetings.topics.title") + " · " + actor.clusterName();
        removeAll();
        add(new PageHeader(text("meetings.topics.title"), text("meetings.topics.sentence"))
                .back(text("meetings.title"), "c/" + actor.slug() + "/meetings"));
        Div form = new Div(title, why, Buttons.primary(text("meetings.topics.propose"), () -> propose(actor)));
        form.addClassName("cv-stack");
        Div columns = new Div(list, new Div(new Pane(text("meetings.topics.new"), form)));
        columns.addClassName("cv-two");
        add(columns);
        fill(actor);
    }

    private void propose(Actor actor) {
        Map<String, com.vaadin.flow.component.shared.HasValidationProperties> fields =
                Map.of("title", title, "why", why);
        FormErrors.clear(fields);
        try {
            topics.propose(actor, title.getValue(), why.getValue());
            title.clear();
            why.clear();
            Toasts.say(text("meetings.topics.proposed"));
            fill(actor);
        } catch (InvalidInput e) {
            FormErrors.show(e, fields);
        }
    }

    private void fill(Actor actor) {
        list.removeAll();
        List<Topic> open = topics.open(actor);
        if (open.isEmpty()) {
            list.add(new EmptyState(
                    CvIcon.MESSAGE_CIRCLE, text("meetings.topics.none"), text("meetings.topics.none.sentence")));
            return;
        }
        var rows = new UnorderedList();
        rows.addClassNames("cv-meeting-people", "cv-pane-box", "cv-topic-list");
        rows.getElement().setAttribute("role", "list");
        open.forEach(topic -> rows.add(row(actor, topic)));
        list.add(rows);
    }

    private ListItem row(Actor actor, Topic topic) {
        Span by = new Span(text("meetings.topics.by", topic.proposedByName()));
        by.addClassNames("cv-q", "cv-small");
        Div words = new Div(new H3(topic.title()));
        if (!topic.why().isBlank()) {
            words.add(new Paragraph(topic.why()));
        }
        words.add(by);
        words.addClassName("cv-grow");
        ListItem row = new ListItem(words);
        if (topic.carried() > 0) {
            row.add(Badges.quiet(text("meetings.topics.carried", topic.carried())));
        }
        Button vote = Buttons.plain(Integer.toString(topic.votes()), CvIcon.ARROW_UP, () -> {
            topics.vote(actor, topic.id(), !topic.mine());
            fill(actor);
        });
        vote.addClassName("cv-chip");
        vote.setAriaLabel(text("meetings.topics.vote", topic.title(), topic.votes()));
        vote.getElement().setAttribute("aria-pressed", Boolean.toString(topic.mine()));
        row.add(vote);
        if (topic.mayWithdraw()) {
            row.add(Buttons.icon(CvIcon.X, text("meetings.topics.withdraw", topic.title()), () -> {
                topics.withdraw(actor, topic.id());
                Toasts.undo(text("meetings.topics.withdrawn", topic.title()), () -> {
                    topics.restore(actor, topic.id());
                    fill(actor);
                });
                fill(actor);
            }));
        }
        return row;
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
