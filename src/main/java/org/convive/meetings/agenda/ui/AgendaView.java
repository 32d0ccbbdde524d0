package org.convive.meetings.agenda.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.Agenda;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.agenda.Topics;
import org.convive.meetings.live.MeetingRoom;
import org.convive.meetings.ui.Say;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** The agenda: items in order with times, the running clock, and the topics that could come on it. */
@Route("c/:cluster/meetings/:meeting/agenda")
@PermitAll
@StyleSheet("convive/meeting-parts.css")
class AgendaView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingAccess access;
    private final transient AgendaService service;
    private final transient Topics topics;
    private final transient DirectoryQueries directory;
    private final transient MeetingRoom room;
    private final Div body = new Div();
    private transient @Nullable Actor actor;
    private transient @Nullable MeetingId meeting;
    private transient MeetingRoom.@Nullable Watching watching;
    private String title = "";

    AgendaView(
            Actors actors,
            MeetingAccess access,
            AgendaService service,
            Topics topics,
            DirectoryQueries directory,
            MeetingRoom room) {
        this.actors = actors;
        this.access = access;
        this.service = service;
        this.topics = topics;
        this.directory = directory;
        this.room = room;
        addClassNames("cv-page", "cv-agenda");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        var id = new MeetingId(ViewActor.id(event, "meeting"));
        MeetingAccess.Seen seen = access.see(here, id);
        actor = here;
        meeting = id;
        title = text("meetings.agenda.page", seen.title());
        removeAll();
        PageHeader header = new PageHeader(text("meetings.agenda.title"), text("meetings.agenda.sentence"))
                .back(seen.title(), Say.href(here, id));
        header.action(Links.button(Say.href(here, id) + "/minutes", text("meetings.minutes.title"), CvIcon.TEXT));
        header.action(Buttons.plain(
                text("meetings.agenda.print"),
                CvIcon.PRINTER,
                () -> UI.getCurrent().getPage().executeJs("window.print()")));
        if (seen.mayChange()) {
            header.action(Buttons.primary(
                    text("meetings.agenda.add"),
                    CvIcon.PLUS,
                    () -> ItemDialog.add(service, directory, here, id, this::fill)));
        }
        add(header, body);
        fill();
    }

    private void fill() {
        Actor here = Objects.requireNonNull(actor);
        MeetingId id = Objects.requireNonNull(meeting);
        Agenda agenda = service.agenda(here, id);
        body.removeAll();
        body.setClassName(agenda.mayChange() ? "cv-two" : "cv-agenda-read");
        Div main = new Div();
        main.addClassName("cv-stack");
        agenda.running().ifPresent(item -> main.add(clock(here, id, agenda, item)));
        if (agenda.tooLong() > 0) {
            main.add(Notice.hot(new Span(text("meetings.agenda.too-long", agenda.tooLong()))));
        }
        if (agenda.items().isEmpty()) {
            main.add(new EmptyState(
                    CvIcon.LIST,
                    text("meetings.agenda.none"),
                    text(agenda.mayChange() ? "meetings.agenda.none.sentence" : "meetings.agenda.none.wait")));
        } else {
            var list = new OrderedList();
            list.addClassNames("cv-agenda-items", "cv-pane-box");
            list.getElement().setAttribute("role", "list");
            for (int i = 0; i < agenda.items().size(); i++) {
                list.add(new ItemRow(service, directory, here, id, agenda, i, this::fill));
            }
            main.add(list);
        }
        body.add(main);
        if (agenda.mayChange()) {
            body.add(new Aside(new BacklogPane(service, topics, here, id, this::fill)));
        }
    }

    private Pane clock(Actor here, MeetingId id, Agenda agenda, AgendaItem item) {
        Div line = new Div(new RunningClock(Objects.requireNonNull(item.timeUp())));
        line.addClassName("cv-agenda-clock");
        Pane pane = new Pane(item.title(), line);
        if (agenda.mayChange()) {
            Div deeds = new Div();
            deeds.addClassName("cv-row");
            agenda.next()
                    .ifPresent(next -> deeds.add(Buttons.primary(text("meetings.agenda.next", next.title()), () -> {
                        service.begin(here, id, next.id());
                        fill();
                    })));
            deeds.add(Buttons.plain(text("meetings.agenda.stop"), () -> {
                service.stop(here, id);
                fill();
            }));
            pane.add(deeds);
        }
        return pane.hot();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        MeetingId id = meeting;
        if (id != null) {
            watching = room.watch(id, MeetingRoom.Part.AGENDA, () -> ui.access(this::fill));
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
