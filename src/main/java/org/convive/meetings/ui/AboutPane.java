package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.uikit.Markdown;
import org.convive.uikit.Pane;

/** What the meeting is about, and who hosts it. */
@org.springframework.stereotype.Component
class AboutPane implements MeetingPane {
    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        Pane pane = new Pane(text("meetings.description"));
        if (page.description().isBlank()) {
            pane.add(quiet(text("meetings.description.none")));
        } else {
            pane.add(new Markdown(page.description()));
            pane.addClassName("cv-meeting-about");
        }
        if (!page.hosts().isEmpty()) {
            pane.add(quiet(text(
                    "meetings.hosts.are",
                    String.join(
                            ", ",
                            page.hosts().stream().map(MeetingPage.Person::name).toList()))));
        }
        return Optional.of(pane);
    }

    private static Paragraph quiet(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("cv-q");
        return paragraph;
    }
}
