package org.convive.meetings.day.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.ui.Say;
import org.convive.uikit.Buttons;
import org.convive.uikit.Toasts;

/** The tablet is handed over: one field, one button. */
final class SignDialog extends Dialog {
    SignDialog(DoorService door, Actor actor, MeetingId meeting, String name, long presence, Runnable refresh) {
        setHeaderTitle(name);
        setWidth("min(680px, 100vw)");
        Paragraph sentence = new Paragraph(text("meetings.day.sign.sentence"));
        sentence.addClassName("cv-q");
        var field = new SignatureField(text("meetings.day.sign.field", name));
        add(sentence, field);
        getFooter().add(Buttons.quiet(text("meetings.day.sign.close"), this::close));
        getFooter().add(Buttons.plain(text("meetings.day.sign.clear"), field::clear));
        getFooter()
                .add(Buttons.primary(
                        text("meetings.day.sign.deed"),
                        () -> Say.orSorry(() -> {
                            door.sign(actor, meeting, presence, field.strokes());
                            close();
                            Toasts.say(text("meetings.day.sign.done", name));
                            refresh.run();
                        })));
    }
}
