package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingService;
import org.convive.meetings.desk.MeetingDesk;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Seats for one company at most, and whether the organiser approves who comes. */
final class SeatRulesDialog extends Dialog {
    SeatRulesDialog(MeetingService meetings, MeetingDesk desk, Actor actor, MeetingId id, Runnable done) {
        setHeaderTitle(text("meetings.desk.rules"));
        setWidth("min(420px, 100vw)");
        MeetingDesk.Rules rules = desk.rules(actor, id);
        var perCompany = new IntegerField(text("meetings.desk.rules.per-company"));
        perCompany.setHelperText(text("meetings.desk.rules.per-company.help"));
        perCompany.setMin(1);
        perCompany.setValue(rules.perCompany());
        var approval = new Checkbox(text("meetings.desk.rules.approval"), rules.approval());
        Div fields = new Div(perCompany, approval);
        fields.addClassName("cv-stack");
        add(fields);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.desk.rules.deed"), () -> {
            try {
                meetings.rules(actor, id, perCompany.getValue(), approval.getValue());
                close();
                Toasts.say(text("meetings.desk.rules.done"));
                done.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("perCompany", perCompany));
            }
        }));
    }
}
