package org.convive.meetings.day.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.ui.Say;
import org.convive.paper.QrCode;
import org.convive.uikit.Buttons;
import org.convive.uikit.Dates;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;

/**
 * What a guest's phone shows at the door: with the door's code one tap says "I am here"; without it, their own code to
 * be scanned by whoever keeps the door.
 */
@Route("c/:cluster/meetings/:meeting/here")
@PermitAll
@StyleSheet("convive/meeting-parts.css")
class HereView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingAccess access;
    private final transient DoorService door;
    private String title = "";

    HereView(Actors actors, MeetingAccess access, DoorService door) {
        this.actors = actors;
        this.access = access;
        this.door = door;
        addClassNames("cv-page", "cv-here");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        var id = new MeetingId(ViewActor.id(event, "meeting"));
        String key = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("key")
                .orElse("");
        show(actor, access.see(actor, id), key);
    }

    private void show(Actor actor, MeetingAccess.Seen meeting, String key) {
        title = text("meetings.day.arrive.page", meeting.title());
        removeAll();
        add(new PageHeader(meeting.title(), meeting.where())
                .back(text("meetings.day.arrive.back"), Say.href(actor, meeting.id()))
                .valley(meeting.id().value()));
        Optional<Instant> arrived = door.arrival(actor, meeting.id());
        if (arrived.isPresent()) {
            Dates dates = Dates.of(UI.getCurrent().getLocale(), meeting.zone());
            Pane pane = new Pane(text("meetings.day.arrive.welcome", actor.name()));
            pane.add(Status.ok(text("meetings.day.arrive.since", dates.time(arrived.get()))));
            add(pane.cut());
        } else if (!door.isOpenToGuests(meeting)) {
            add(new Pane(text("meetings.day.arrive.title"), quiet("meetings.day.arrive.closed")));
        } else if (door.isKey(meeting.id(), key)) {
            Pane pane = new Pane(text("meetings.day.arrive.title"), quiet("meetings.day.arrive.sentence"));
            pane.add(Buttons.hot(
                    text("meetings.day.arrive.deed"),
                    () -> Say.orSorry(() -> {
                        door.arriveMyself(actor, meeting.id(), key);
                        show(actor, meeting, key);
                    })));
            add(pane.hot());
        } else {
            Div code = new Div(new Svg(QrCode.of(door.ownAddress(actor, meeting.id()))
                    .svg(text("meetings.day.arrive.code", actor.name()))));
            code.addClassName("cv-qr");
            Pane pane = new Pane(text("meetings.day.arrive.own"), quiet("meetings.day.arrive.own.sentence"));
            pane.add(code);
            add(pane);
        }
    }

    private static Paragraph quiet(String key) {
        Paragraph words = new Paragraph(text(key));
        words.addClassName("cv-q");
        return words;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
