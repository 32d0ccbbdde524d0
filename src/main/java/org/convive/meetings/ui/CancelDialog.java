package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingSeries;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Confirm;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Asks before a meeting is called off, since others are affected. */
final class CancelDialog {
    private CancelDialog() {}

    static void ask(MeetingSeries series, MeetingQueries queries, Actor actor, MeetingCard card, Runnable done) {
        TextArea word = Fields.area(text("meetings.cancel.word"), 500);
        word.setWidthFull();
        ScopeField scope = new ScopeField();
        scope.setVisible(!queries.series(actor, card.id()).isEmpty());
        Confirm.ask(
                text("meetings.cancel.question", card.title()),
                text("meetings.cancel.consequences", card.coming()),
                text("meetings.cancel.keep"),
                text("meetings.cancel.deed"),
                () -> cancel(series, actor, card, word, scope, done),
                scope,
                word);
    }

    private static void cancel(
            MeetingSeries series, Actor actor, MeetingCard card, TextArea word, ScopeField scope, Runnable done) {
        try {
            List<BookingLine> kept = series.cancel(actor, card.id(), word.getValue(), scope.getValue());
            Toasts.say(RefusedMeans.withKept(text("meetings.cancel.done"), kept));
            done.run();
        } catch (InvalidInput e) {
            FormErrors.show(e, java.util.Map.of("farewell", word));
        }
    }
}
