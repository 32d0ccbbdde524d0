package org.convive.meetings.minutes.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.meetings.minutes.MinutesService;
import org.convive.meetings.minutes.OpenAction;
import org.convive.meetings.ui.Say;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** On the first page: what one promised at meetings, until it is done. */
@org.springframework.stereotype.Component
class OpenActionsSection implements TodaySection {
    private static final int SHOWN = 6;

    private final MinutesService service;
    private final Clock clock;

    OpenActionsSection(MinutesService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        List<OpenAction> open = service.openActions(actor, SHOWN);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Actions(
                        service,
                        actor,
                        open,
                        clock.instant().atZone(actor.zone()).toLocalDate()));
    }

    /** The pane: a tap on "Done" takes the line away, with Undo. */
    @StyleSheet("convive/meeting-parts.css")
    static final class Actions extends Pane {
        private final transient MinutesService service;
        private final transient Actor actor;
        private final UnorderedList list = new UnorderedList();
        private final LocalDate today;

        Actions(MinutesService service, Actor actor, List<OpenAction> open, LocalDate today) {
            super(text("meetings.actions.title"));
            this.service = service;
            this.actor = actor;
            this.today = today;
            list.addClassName("cv-meeting-people");
            list.getElement().setAttribute("role", "list");
            fill(open);
            add(list);
        }

        private void fill(List<OpenAction> open) {
            list.removeAll();
            open.forEach(action -> list.add(row(action)));
            if (open.isEmpty()) {
                list.add(new ListItem(text("meetings.actions.none")));
            }
        }

        private ListItem row(OpenAction action) {
            Span words = new Span(action.words());
            words.addClassName("cv-strong");
            Div said = new Div(words, Links.to(Say.href(actor, action.meeting()) + "/minutes", action.meetingTitle()));
            said.addClassName("cv-grow");
            LocalDate due = action.due();
            if (due != null) {
                String until = text(
                        "meetings.actions.due",
                        Dates.dayShort(due, UI.getCurrent().getLocale()));
                said.add(due.isBefore(today) ? Badges.bad(until) : Badges.quiet(until));
            }
            var done = Buttons.icon(CvIcon.CHECK, text("meetings.actions.done", action.words()), () -> {
                service.done(actor, action.meeting(), action.id(), true);
                Toasts.undo(text("meetings.actions.done.said"), () -> {
                    service.done(actor, action.meeting(), action.id(), false);
                    fill(service.openActions(actor, SHOWN));
                });
                fill(service.openActions(actor, SHOWN));
            });
            return new ListItem(said, done);
        }
    }
}
