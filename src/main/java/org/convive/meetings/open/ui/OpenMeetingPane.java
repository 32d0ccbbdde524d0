package org.convive.meetings.open.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.open.OpenMeetings;
import org.convive.meetings.ui.MeetingPane;
import org.convive.shared.InvalidInput;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** For the organiser: open the meeting to everybody, and the address to share. Members see the address of an open one. */
@org.springframework.stereotype.Component
class OpenMeetingPane implements MeetingPane {
    private final OpenMeetings open;

    OpenMeetingPane(OpenMeetings open) {
        this.open = open;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (page.card().cancelled() || page.card().stage().isAfter()) {
            return Optional.empty();
        }
        OpenMeetings.Standing standing = open.standing(actor, page.card().id());
        if (!standing.mayChange() && !standing.isReachable()) {
            return Optional.empty();
        }
        return Optional.of(new Door(open, actor, page.card().id(), page.card().isDated()));
    }

    /** The pane itself. */
    static final class Door extends Pane {
        private final transient OpenMeetings open;
        private final transient Actor actor;
        private final transient MeetingId meeting;
        private final boolean dated;
        private final Div body = new Div();

        Door(OpenMeetings open, Actor actor, MeetingId meeting, boolean dated) {
            super(text("meetings.open.title"));
            addClassName("cv-meeting-open");
            this.open = open;
            this.actor = actor;
            this.meeting = meeting;
            this.dated = dated;
            body.addClassName("cv-stack");
            add(body);
            fill();
        }

        private void fill() {
            body.removeAll();
            OpenMeetings.Standing standing = open.standing(actor, meeting);
            if (!standing.clusterIsPublic()) {
                body.add(quiet(text("meetings.open.error.no-page")));
                return;
            }
            if (standing.mayChange()) {
                var everybody = new Checkbox(text("meetings.open.switch"), standing.open());
                everybody.addValueChangeListener(e -> {
                    if (e.isFromClient()) {
                        change(e.getValue());
                    }
                });
                body.add(everybody);
            }
            body.add(quiet(text(
                    !standing.open()
                            ? "meetings.open.help"
                            : dated ? "meetings.open.help.open" : "meetings.open.help.undated")));
            if (standing.open() && dated) {
                Anchor address = Links.button(standing.address(), text("meetings.open.see"), CvIcon.GLOBE);
                address.setRouterIgnore(true);
                address.setTarget("_blank");
                body.add(address);
            }
        }

        private void change(boolean wanted) {
            try {
                open.open(actor, meeting, wanted);
                Toasts.undo(text(wanted ? "meetings.open.opened" : "meetings.open.shut"), () -> {
                    open.open(actor, meeting, !wanted);
                    fill();
                });
            } catch (InvalidInput e) {
                e.fields()
                        .values()
                        .forEach(message ->
                                Toasts.sorry(text(message.key(), message.args().toArray())));
            }
            fill();
        }

        private static Paragraph quiet(String words) {
            Paragraph paragraph = new Paragraph(words);
            paragraph.addClassNames("cv-q", "cv-small");
            return paragraph;
        }

        private static String text(String key, Object... args) {
            return UI.getCurrent().getTranslation(key, args);
        }
    }
}
