package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import java.time.ZoneId;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.Source;
import org.convive.meetings.planning.DatePolls;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** "Another time suits me": the organiser decides whether it is asked about. */
final class AnotherTimeDialog extends Dialog {
    AnotherTimeDialog(DatePolls polls, Actor actor, MeetingId meeting, ZoneId zone, Runnable done) {
        setHeaderTitle(text("meetings.poll.another"));
        setWidth("min(520px, 100vw)");
        OptionsField time = new OptionsField(zone).single();
        add(time);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.poll.another.deed"), () -> {
            try {
                polls.propose(actor, meeting, time.drafts().getFirst(), Source.PORTAL);
                close();
                Toasts.say(text("meetings.poll.another.done"));
                done.run();
            } catch (InvalidInput e) {
                time.show(e);
                FormErrors.show(OptionsField.without(e), Map.of());
            }
        }));
    }
}
