package org.convive.meetings.agenda.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.Agenda;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.ui.Say;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Markdown;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** One item: when, what, who, how long, its documents; for the organiser a grip to drag and a menu that does the same. */
final class ItemRow extends ListItem {
    private final transient AgendaService service;
    private final transient DirectoryQueries directory;
    private final transient Actor actor;
    private final transient MeetingId meeting;
    private final transient AgendaItem item;
    private final int place;
    private final int last;
    private final transient Runnable refresh;

    ItemRow(
            AgendaService service,
            DirectoryQueries directory,
            Actor actor,
            MeetingId meeting,
            Agenda agenda,
            int place,
            Runnable refresh) {
        this.service = service;
        this.directory = directory;
        this.actor = actor;
        this.meeting = meeting;
        this.item = agenda.items().get(place);
        this.place = place;
        this.last = agenda.items().size() - 1;
        this.refresh = refresh;
        addClassName("cv-agenda-item");
        if (item.isRunning()) {
            addClassName("cv-running");
            getElement().setAttribute("aria-current", "step");
        }
        Dates dates = Dates.of(UI.getCurrent().getLocale(), actor.zone());
        Span time = new Span(item.planned() == null ? "" : dates.time(item.planned()));
        time.addClassNames("cv-agenda-time", "cv-num");
        add(time, words());
        if (item.isTreated()) {
            add(Status.ok(text("meetings.agenda.treated")));
        }
        if (agenda.mayChange()) {
            add(menu());
            draggable();
        }
    }

    private Div words() {
        String line = text("meetings.agenda.minutes", item.minutes());
        Span who = new Span(item.owner() == null ? line : line + ", " + item.ownerName());
        who.addClassNames("cv-q", "cv-small");
        Div words = new Div(new H3(item.title()), who);
        words.addClassName("cv-grow");
        if (!item.notes().isBlank()) {
            words.add(new Markdown(item.notes()));
        }
        if (!item.documents().isEmpty()) {
            Div documents = new Div();
            documents.addClassName("cv-row");
            item.documents().forEach(document -> documents.add(link(document)));
            words.add(documents);
        }
        return words;
    }

    private Anchor link(AgendaItem.Document document) {
        Anchor link = new Anchor(
                document.isFile() ? Say.href(actor, meeting) + "/documents/" + document.id() : document.link(), "");
        link.addClassName("cv-link");
        link.add(document.name());
        link.setRouterIgnore(true);
        link.getElement().setAttribute("target", "_blank").setAttribute("rel", "noopener nofollow");
        return link;
    }

    private MenuBar menu() {
        var menu = new MenuBar();
        menu.addClassName("cv-meeting-menu");
        var more = menu.addItem(CvIcon.MORE.create());
        more.setAriaLabel(text("meetings.agenda.menu", item.title()));
        var deeds = more.getSubMenu();
        if (item.began() == null) {
            deeds.addItem(text("meetings.agenda.begin"), e -> {
                service.begin(actor, meeting, item.id());
                refresh.run();
            });
        } else {
            deeds.addItem(text("meetings.agenda.unbegin"), e -> {
                service.unbegin(actor, meeting, item.id());
                refresh.run();
            });
        }
        deeds.addItem(
                text("meetings.agenda.change"),
                e -> ItemDialog.change(service, directory, actor, meeting, item, refresh));
        deeds.addItem(
                text("meetings.agenda.document"),
                e -> new DocumentDialog(service, actor, meeting, item, refresh).open());
        if (place > 0) {
            deeds.addItem(text("meetings.agenda.up"), e -> move(place - 1));
        }
        if (place < last) {
            deeds.addItem(text("meetings.agenda.down"), e -> move(place + 1));
        }
        deeds.addItem(text("meetings.agenda.remove"), e -> remove());
        return menu;
    }

    private void remove() {
        service.remove(actor, meeting, item.id());
        Toasts.undo(text("meetings.agenda.removed", item.title()), () -> {
            service.restore(actor, meeting, item.id());
            refresh.run();
        });
        refresh.run();
    }

    private void move(int to) {
        service.move(actor, meeting, item.id(), to);
        refresh.run();
    }

    private void draggable() {
        Span grip = new Span(CvIcon.GRIP.create());
        grip.addClassName("cv-grip");
        grip.getElement().setAttribute("aria-hidden", "true");
        addComponentAsFirst(grip);
        DragSource.create(grip).setDragData(item);
        DropTarget.create(this)
                .addDropListener(e -> e.getDragData()
                        .filter(AgendaItem.class::isInstance)
                        .map(AgendaItem.class::cast)
                        .filter(dragged -> dragged.id() != item.id())
                        .ifPresent(dragged -> {
                            service.move(actor, meeting, dragged.id(), place);
                            refresh.run();
                        }));
    }
}
