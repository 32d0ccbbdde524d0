package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.Groups;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingService;
import org.convive.meetings.OutsideGuests;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Invites more organisations, people, and guests from outside to a meeting. */
final class InviteDialog extends Dialog {
    InviteDialog(
            MeetingService meetings,
            OutsideGuests outside,
            DirectoryQueries directory,
            Groups groups,
            Actor actor,
            MeetingPage page,
            Runnable done) {
        setHeaderTitle(text("meetings.invite.title"));
        setWidth("min(520px, 100vw)");
        var invited = new InvitedField(directory, groups, actor, directory.people(actor)).onlySome();
        invited.setWidthFull();
        TextArea guests = Fields.area(text("meetings.guests.field"), 5_000);
        guests.setHelperText(text("meetings.guests.help"));
        guests.setWidthFull();
        Div fields = new Div(invited, guests);
        fields.addClassName("cv-stack");
        add(fields);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.invite.deed"), () -> {
            try {
                int told = 0;
                if (!guests.getValue().isBlank()) {
                    told += outside.invite(actor, page.card().id(), guests.getValue());
                }
                if (guests.getValue().isBlank() || invited.isSomebody()) {
                    told += meetings.invite(actor, page.card().id(), invited.getValue());
                }
                close();
                Toasts.say(text("meetings.invite.done", told));
                done.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("invited", invited, "guests", guests));
            }
        }));
    }
}
