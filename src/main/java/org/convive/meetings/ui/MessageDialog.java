package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.desk.MeetingDesk;
import org.convive.meetings.desk.Segment;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Writes to those who stand in the list; the button says it sends. */
final class MessageDialog extends Dialog {
    MessageDialog(MeetingDesk desk, Actor actor, MeetingPage page, Segment segment, int count) {
        setHeaderTitle(text("meetings.desk.write"));
        setWidth("min(620px, 100vw)");
        TextField subject = Fields.text(text("meetings.desk.write.subject"), 200);
        subject.setValue(page.card().title());
        subject.setWidthFull();
        TextArea words = Fields.area(text("meetings.desk.write.words"), 5_000);
        words.setWidthFull();
        words.setMinHeight("10em");
        String key = "meeting:" + page.card().id() + ":message";
        Fields.keep(words, key);
        Paragraph to = new Paragraph(text("meetings.desk.write.to", text("meetings.desk.segment." + segment), count));
        to.addClassName("cv-q");
        Div fields = new Div(to, subject, words);
        fields.addClassName("cv-stack");
        add(fields);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.desk.write.deed"), () -> {
            try {
                int letters = desk.write(actor, page.card().id(), segment, subject.getValue(), words.getValue());
                close();
                org.convive.uikit.Draft.forget(key);
                Toasts.say(text("meetings.desk.written", letters));
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("subject", subject, "words", words));
            }
        }));
    }
}
