package org.convive.meetings.encounters.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.encounters.Pulse;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.FigureTile;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** For the organiser after a meeting: who came, how it was, what it led to, and the next one. */
@org.springframework.stereotype.Component
class FactsMeetingPane implements MeetingPane {
    private final Pulse pulse;

    FactsMeetingPane(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.mayChange() || !page.card().stage().isAfter() || page.card().cancelled()) {
            return Optional.empty();
        }
        Pulse.Facts facts = pulse.facts(actor, page.card().id());
        Pane pane = new Pane(text("meetings.facts.title"));
        Div tiles = new Div(
                facts.came() == 0
                        ? new FigureTile(Integer.toString(facts.expected()), text("meetings.facts.expected"))
                        : new FigureTile(
                                Integer.toString(facts.came()),
                                text("meetings.facts.came"),
                                text("meetings.facts.of", facts.expected(), facts.walkIns())));
        Integer good = facts.good();
        Integer again = facts.again();
        if (good != null && again != null) {
            tiles.add(new FigureTile(
                    Integer.toString(good), text("meetings.facts.good"), text("meetings.facts.pulse", facts.pulse())));
            tiles.add(new FigureTile(Integer.toString(again), text("meetings.facts.again")));
        }
        if (facts.introductions() > 0) {
            tiles.add(new FigureTile(
                    Integer.toString(facts.talked()),
                    text("meetings.facts.talked"),
                    text("meetings.facts.go-on", facts.introductions(), facts.goOn())));
        }
        tiles.addClassName("cv-door-count");
        pane.add(tiles);
        if (good == null) {
            Paragraph few = new Paragraph(text("meetings.facts.few", facts.pulse()));
            few.addClassNames("cv-q", "cv-small");
            pane.add(few);
        }
        var words = new UnorderedList();
        facts.words().forEach(said -> words.add(new ListItem("“" + said + "”")));
        pane.add(words);
        String href = Say.href(actor, page.card().id());
        Div deeds = new Div(
                Links.button(
                        "c/" + actor.slug() + "/meetings/new?after="
                                + page.card().id(),
                        text("meetings.facts.follow-up"),
                        CvIcon.CALENDAR_PLUS),
                Links.button(href + "/door", text("meetings.facts.door"), CvIcon.USER_CHECK));
        deeds.addClassName("cv-papers");
        pane.add(deeds);
        return Optional.of(pane);
    }
}
