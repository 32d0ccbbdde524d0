package org.convive.meetings.day.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.Attendee;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.ui.Say;
import org.convive.shared.PersonId;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Face;
import org.convive.uikit.Portrait;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;

/** One person at the door: one tap when they come, then a place for their signature. */
final class DoorRow extends ListItem {
    DoorRow(DoorService door, Actor actor, MeetingId meeting, Attendee one, boolean open, Runnable refresh) {
        Span name = new Span(one.name());
        name.addClassName("cv-strong");
        Span company = new Span(one.organisation());
        company.addClassNames("cv-q", "cv-small");
        Div words = new Div(name, company);
        words.addClassName("cv-grow");
        add(new Face(portrait(actor, one)).decorative(), words);
        if (one.guests() > 0) {
            add(Badges.quiet(text("meetings.day.guests", one.guests())));
        }
        if (one.isHere() && !one.expected()) {
            add(Badges.hot(text("meetings.day.walk-in")));
        }
        Long presence = one.presence();
        PersonId person = one.person();
        if (presence != null) {
            here(door, actor, meeting, one, presence, refresh);
        } else if (open && person != null) {
            var button = Buttons.primary(text("meetings.day.note"), () -> {
                Say.orSorry(() -> {
                    door.arrive(actor, meeting, person);
                    Toasts.undo(text("meetings.day.noted", one.name()), () -> {
                        undo(door, actor, meeting, person);
                        refresh.run();
                    });
                });
                refresh.run();
            });
            button.setAriaLabel(text("meetings.day.note.who", one.name()));
            add(button);
        }
    }

    private void here(DoorService door, Actor actor, MeetingId meeting, Attendee one, long presence, Runnable refresh) {
        if (one.arrived() != null) {
            add(Status.ok(Dates.of(UI.getCurrent().getLocale(), actor.zone()).time(one.arrived())));
        }
        var sign = Buttons.icon(
                one.hasSigned() ? CvIcon.CHECK : CvIcon.PENCIL,
                text(one.hasSigned() ? "meetings.day.sign.again" : "meetings.day.sign", one.name()),
                () -> new SignDialog(door, actor, meeting, one.name(), presence, refresh).open());
        add(sign);
        add(Buttons.icon(CvIcon.X, text("meetings.day.leave", one.name()), () -> {
            door.leave(actor, meeting, presence);
            PersonId person = one.person();
            if (person == null || one.hasSigned()) {
                Toasts.say(text("meetings.day.left", one.name()));
            } else {
                Toasts.undo(text("meetings.day.left", one.name()), () -> {
                    Say.orSorry(() -> door.arrive(actor, meeting, person));
                    refresh.run();
                });
            }
            refresh.run();
        }));
    }

    private static void undo(DoorService door, Actor actor, MeetingId meeting, PersonId person) {
        Attendee now = door.attendance(actor, meeting).of(person);
        Long presence = now == null ? null : now.presence();
        if (presence != null) {
            door.leave(actor, meeting, presence);
        }
    }

    private static Portrait portrait(Actor actor, Attendee one) {
        String picture = one.picture() == null ? null : "c/" + actor.slug() + "/pictures/" + one.picture();
        return new Portrait(one.name(), one.organisation(), picture);
    }
}
