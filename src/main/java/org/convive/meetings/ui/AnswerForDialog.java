package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.desk.DeskRow;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Records what somebody said on the telephone; it is kept who recorded it. */
final class AnswerForDialog extends Dialog {
    AnswerForDialog(MeetingService meetings, Actor actor, MeetingId id, DeskRow row, Runnable done) {
        setHeaderTitle(text("meetings.desk.record.for", row.name()));
        setWidth("min(420px, 100vw)");
        var answer = new RadioButtonGroup<Answer>(text("meetings.desk.column.answer"));
        answer.setItems(Answer.values());
        answer.setItemLabelGenerator(one -> text("meetings.desk.answer." + one));
        answer.setValue(Objects.requireNonNullElse(row.answer(), Answer.YES));
        var guests = new IntegerField(text("meetings.desk.column.guests"));
        guests.setStepButtonsVisible(true);
        guests.setMin(0);
        guests.setValue(row.guests());
        answer.addValueChangeListener(e -> guests.setVisible(e.getValue() == Answer.YES));
        guests.setVisible(answer.getValue() == Answer.YES);
        Div fields = new Div(answer, guests);
        fields.addClassName("cv-stack");
        add(fields);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.desk.record"), () -> {
            try {
                var unused = meetings.answerFor(
                        actor, id, row.person(), answer.getValue(), Objects.requireNonNullElse(guests.getValue(), 0));
                close();
                Toasts.say(text("meetings.desk.recorded", row.name()));
                done.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("guests", guests));
            }
        }));
    }
}
