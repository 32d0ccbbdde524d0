package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import java.util.Map;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Invites more organisations or people to a meeting. */
final class InviteDialog extends Dialog {
    InviteDialog(MeetingService meetings, DirectoryQueries directory, Actor actor, MeetingPage page, Runnable done) {
        setHeaderTitle(text("meetings.invite.title"));
        setWidth("min(520px, 100vw)");
        var invited = new InvitedField(directory, actor, directory.people(actor)).onlySome();
        invited.setWidthFull();
        add(invited);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.invite.deed"), () -> {
            try {
                int told = meetings.invite(actor, page.card().id(), invited.getValue());
                close();
                Toasts.say(text("meetings.invite.done", told));
                done.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("invited", invited));
            }
        }));
    }
}
