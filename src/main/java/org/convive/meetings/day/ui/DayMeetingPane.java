package org.convive.meetings.day.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;

/** On the meeting's page: the door and its papers for who keeps it, the own code for who comes. */
@org.springframework.stereotype.Component
class DayMeetingPane implements MeetingPane {
    private final MeetingAccess access;
    private final DoorService door;
    private final Clock clock;

    DayMeetingPane(MeetingAccess access, DoorService door, Clock clock) {
        this.access = access;
        this.door = door;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.card().isDated() || page.card().cancelled()) {
            return Optional.empty();
        }
        MeetingAccess.Seen seen = access.see(actor, page.card().id());
        String href = Say.href(actor, seen.id());
        if (page.mayChange()) {
            return Optional.of(keeper(href, door.isOpen(seen), seen.isOver(clock.instant())));
        }
        if (!door.isOpenToGuests(seen)) {
            return Optional.empty();
        }
        Pane pane = new Pane(text("meetings.day.arrive.title"));
        if (door.arrival(actor, seen.id()).isPresent()) {
            pane.add(Status.ok(text("meetings.day.arrive.noted")));
        } else {
            pane.add(quiet("meetings.day.arrive.scan"));
            pane.add(Links.button(href + "/here", text("meetings.day.arrive.own"), CvIcon.SCAN));
        }
        return Optional.of(pane);
    }

    private static Pane keeper(String href, boolean open, boolean over) {
        Pane pane = new Pane(text("meetings.day.title"));
        if (open && !over) {
            pane.add(Links.primary(href + "/door", text("meetings.day.open"), CvIcon.DOOR));
        } else if (!over) {
            pane.add(quiet("meetings.day.later"));
        }
        Div papers = new Div(
                paper(href + "/badges.pdf", "meetings.papers.badges"),
                paper(href + "/attendance.pdf", "meetings.papers.sheet"));
        papers.addClassName("cv-papers");
        pane.add(papers);
        return pane;
    }

    private static Anchor paper(String href, String key) {
        Anchor link = Links.button(href, text(key), CvIcon.DOWNLOAD);
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        return link;
    }

    private static Paragraph quiet(String key) {
        Paragraph words = new Paragraph(text(key));
        words.addClassName("cv-q");
        return words;
    }
}
