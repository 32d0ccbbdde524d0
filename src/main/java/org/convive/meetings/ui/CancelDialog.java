package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.textfield.TextArea;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Confirm;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Asks before a meeting is called off, since others are affected. */
final class CancelDialog {
    private CancelDialog() {}

    static void ask(MeetingService meetings, Actor actor, MeetingCard card, Runnable done) {
        TextArea word = Fields.area(text("meetings.cancel.word"), 500);
        word.setWidthFull();
        Confirm.ask(
                text("meetings.cancel.question", card.title()),
                text("meetings.cancel.consequences", card.coming()),
                text("meetings.cancel.keep"),
                text("meetings.cancel.deed"),
                () -> cancel(meetings, actor, card, word, done),
                word);
    }

    private static void cancel(MeetingService meetings, Actor actor, MeetingCard card, TextArea word, Runnable done) {
        try {
            meetings.cancel(actor, card.id(), word.getValue());
            Toasts.say(text("meetings.cancel.done"));
            done.run();
        } catch (InvalidInput e) {
            FormErrors.show(e, java.util.Map.of("farewell", word));
        }
    }
}
