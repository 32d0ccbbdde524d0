package org.convive.meetings.minutes.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.live.MeetingRoom;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.Minutes;
import org.convive.meetings.minutes.MinutesService;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.PageHeader;
import org.jspecify.annotations.Nullable;

/** The minutes, live: what others write appears while one writes; the row that one is changing stays as it is. */
@Route("c/:cluster/meetings/:meeting/minutes")
@PermitAll
@StyleSheet("convive/meeting-parts.css")
class MinutesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeetingAccess access;
    private final transient MinutesService service;
    private final transient AgendaService agendas;
    private final transient DirectoryQueries directory;
    private final transient MeetingRoom room;
    private final Div head = new Div();
    private final Div list = new Div();
    private final Div composer = new Div();
    private final Map<Long, EntryRow> rows = new HashMap<>();
    private transient @Nullable MinutesDesk desk;
    private transient MeetingRoom.@Nullable Watching watching;
    private String title = "";

    MinutesView(
            Actors actors,
            MeetingAccess access,
            MinutesService service,
            AgendaService agendas,
            DirectoryQueries directory,
            MeetingRoom room) {
        this.actors = actors;
        this.access = access;
        this.service = service;
        this.agendas = agendas;
        this.directory = directory;
        this.room = room;
        addClassNames("cv-page", "cv-minutes");
        list.addClassName("cv-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        MeetingAccess.Seen seen = access.see(actor, new MeetingId(ViewActor.id(event, "meeting")));
        title = text("meetings.minutes.page", seen.title());
        desk = new MinutesDesk(service, actor, seen, directory.people(actor), this::fill);
        removeAll();
        rows.clear();
        composer.removeAll();
        add(head, list, composer);
        fill();
    }

    private void fill() {
        MinutesDesk here = Objects.requireNonNull(desk);
        Minutes minutes = service.minutes(here.actor(), here.meeting().id());
        List<AgendaItem> items =
                agendas.agenda(here.actor(), here.meeting().id()).items();
        head.removeAll();
        head.add(header(here, minutes));
        list.removeAll();
        Map<Long, EntryRow> kept = new HashMap<>();
        if (minutes.isEmpty()) {
            list.add(new EmptyState(
                    CvIcon.TEXT,
                    text("meetings.minutes.none"),
                    text(minutes.mayWrite() ? "meetings.minutes.none.sentence" : "meetings.minutes.none.wait")));
        }
        for (AgendaItem item : items) {
            section(here, minutes, item.title(), item.id(), kept);
        }
        section(here, minutes, items.isEmpty() ? "" : text("meetings.minutes.other"), null, kept);
        rows.clear();
        rows.putAll(kept);
        if (minutes.mayWrite() && composer.getComponentCount() == 0) {
            composer.add(new Composer(here, items));
        } else if (!minutes.mayWrite()) {
            composer.removeAll();
        }
    }

    private PageHeader header(MinutesDesk here, Minutes minutes) {
        PageHeader header = new PageHeader(
                        text("meetings.minutes.title"), text("meetings.minutes.state." + minutes.state()))
                .back(
                        here.meeting().title(),
                        Say.href(here.actor(), here.meeting().id()));
        StateActions.add(header, here, minutes);
        return header;
    }

    private void section(
            MinutesDesk here, Minutes minutes, String heading, @Nullable Long item, Map<Long, EntryRow> kept) {
        List<Entry> entries = minutes.entries().stream()
                .filter(entry -> Objects.equals(entry.item(), item))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        if (!heading.isEmpty()) {
            list.add(new H2(heading));
        }
        var section = new UnorderedList();
        section.addClassNames("cv-minutes-entries", "cv-pane-box");
        section.getElement().setAttribute("role", "list");
        for (Entry entry : entries) {
            EntryRow former = rows.get(entry.id());
            EntryRow row = former != null && former.isBeingChanged() ? former : new EntryRow(here, minutes, entry);
            kept.put(entry.id(), row);
            section.add(row);
        }
        list.add(section);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        MinutesDesk here = desk;
        if (here != null) {
            watching = room.watch(here.meeting().id(), MeetingRoom.Part.MINUTES, () -> ui.access(this::fill));
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
