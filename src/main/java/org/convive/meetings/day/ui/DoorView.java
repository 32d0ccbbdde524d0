package org.convive.meetings.day.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.Attendance;
import org.convive.meetings.day.Attendee;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.live.MeetingRoom;
import org.convive.meetings.ui.Say;
import org.convive.shared.PersonId;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.FigureTile;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.jspecify.annotations.Nullable;

/** The door: who is expected, one tap when they come, walk-ins, signatures, and a count that is always true. */
@Route("c/:cluster/meetings/:meeting/door")
@PermitAll
@StyleSheet("convive/meeting-parts.css")
class DoorView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingAccess access;
    private final transient DoorService door;
    private final transient DirectoryQueries directory;
    private final transient MeetingRoom room;
    private final Div count = new Div();
    private final Div scanned = new Div();
    private final UnorderedList list = new UnorderedList();
    private final TextField search = new TextField();
    private transient @Nullable Actor actor;
    private transient @Nullable MeetingId meeting;
    private transient MeetingRoom.@Nullable Watching watching;
    private @Nullable PersonId scannedPerson;
    private String title = "";

    DoorView(Actors actors, MeetingAccess access, DoorService door, DirectoryQueries directory, MeetingRoom room) {
        this.actors = actors;
        this.access = access;
        this.door = door;
        this.directory = directory;
        this.room = room;
        addClassNames("cv-page", "cv-door");
        count.addClassName("cv-door-count");
        count.getElement().setAttribute("role", "status");
        list.addClassNames("cv-meeting-people", "cv-pane-box");
        list.getElement().setAttribute("role", "list");
        search.setPlaceholder(text("meetings.day.search"));
        search.setAriaLabel(text("meetings.day.search"));
        search.setPrefixComponent(CvIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(e -> fill());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        var id = new MeetingId(ViewActor.id(event, "meeting"));
        MeetingAccess.Seen seen = access.seeToChange(here, id);
        actor = here;
        meeting = id;
        title = text("meetings.day.door.page", seen.title());
        scannedPerson = event.getLocation().getQueryParameters().getSingleParameter("person").stream()
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(number -> new PersonId(Long.parseLong(number)))
                .findFirst()
                .orElse(null);
        removeAll();
        PageHeader header = new PageHeader(text("meetings.day.door"), "").back(seen.title(), Say.href(here, id));
        add(header);
        if (!door.isOpen(seen)) {
            header.setSentence(text("meetings.day.door.closed"));
        }
        header.action(new DoorMenu(door, here, id));
        add(count, scanned);
        if (door.isOpen(seen)) {
            Div tools = new Div(search, new WalkInDialog.Opener(door, directory, here, id, this::fill));
            tools.addClassName("cv-door-tools");
            add(tools);
        }
        add(list);
        fill();
    }

    private void fill() {
        Actor here = Objects.requireNonNull(actor);
        MeetingId id = Objects.requireNonNull(meeting);
        Attendance attendance = door.attendance(here, id);
        boolean open = door.isOpen(access.see(here, id));
        count.removeAll();
        count.add(
                new FigureTile(
                        Integer.toString(attendance.here().size()),
                        text("meetings.day.here", attendance.here().size()),
                        text("meetings.day.of", attendance.expected())),
                new FigureTile(
                        Integer.toString(attendance.walkIns()), text("meetings.day.walk-ins", attendance.walkIns())),
                new FigureTile(
                        Long.toString(attendance.here().stream()
                                .filter(Attendee::hasSigned)
                                .count()),
                        text("meetings.day.signed")));
        showScanned(here, id, attendance, open);
        list.removeAll();
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<Attendee> shown = attendance.people().stream()
                .filter(one -> (one.name() + " " + one.organisation())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted((one, other) -> Boolean.compare(one.isHere(), other.isHere()))
                .toList();
        shown.forEach(one -> list.add(new DoorRow(door, here, id, one, open, this::fill)));
        list.setVisible(!shown.isEmpty());
        if (attendance.people().isEmpty()) {
            list.setVisible(true);
            list.add(new EmptyState(text("meetings.day.none"), text("meetings.day.none.sentence")));
        }
    }

    /** Somebody showed their own code: they come first, with one large button. */
    private void showScanned(Actor here, MeetingId id, Attendance attendance, boolean open) {
        scanned.removeAll();
        PersonId person = scannedPerson;
        if (person == null) {
            return;
        }
        Attendee known = attendance.of(person);
        if (known != null) {
            var row = new UnorderedList(new DoorRow(door, here, id, known, open, this::fill));
            row.addClassNames("cv-meeting-people", "cv-pane-box", "cv-door-scanned");
            scanned.add(new H2(text("meetings.day.scanned")), row);
        } else {
            scanned.add(Notice.hot(
                    new Span(text("meetings.day.scanned.unexpected")),
                    org.convive.uikit.Buttons.hot(
                            text("meetings.day.scanned.note"),
                            () -> Say.orSorry(() -> {
                                door.arrive(here, id, person);
                                fill();
                            }))));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        MeetingId id = meeting;
        if (id != null) {
            watching = room.watch(id, MeetingRoom.Part.DOOR, () -> ui.access(this::fill));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watching != null) {
            watching.close();
            watching = null;
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
