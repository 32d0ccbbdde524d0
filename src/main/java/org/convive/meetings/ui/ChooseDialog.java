package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.planning.DateOption;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.Suits;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Confirm;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;

/** Asks before a date is chosen, since everybody is told; and for the hours of a whole day. */
final class ChooseDialog {
    private ChooseDialog() {}

    static void ask(DatePolls polls, Actor actor, MeetingPage page, DateOption option, ZoneId zone, Runnable done) {
        TimePicker from = Pickers.time(text("meetings.field.from"), Wording.locale());
        TimePicker to = Pickers.time(text("meetings.field.to"), Wording.locale());
        from.setValue(LocalTime.of(9, 0));
        to.setValue(LocalTime.of(17, 0));
        Map<String, HasValidationProperties> fields = new HashMap<>();
        if (option.wholeDays()) {
            fields.put("from", from);
            fields.put("to", to);
        }
        Div hours = new Div(from, to);
        hours.addClassName("cv-meeting-row");
        String when = Wording.dates(zone).dayLong(option.from()) + ", " + Wording.when(option, zone);
        Confirm.ask(
                text("meetings.poll.choose.question", when),
                text("meetings.poll.choose.consequences", option.count(Suits.YES)),
                text("meetings.poll.choose.keep"),
                text("meetings.poll.choose.deed"),
                () -> {
                    try {
                        polls.choose(
                                actor,
                                page.card().id(),
                                option.id(),
                                option.wholeDays() ? from.getValue() : null,
                                option.wholeDays() ? to.getValue() : null);
                        Toasts.say(text("meetings.poll.chosen"));
                        done.run();
                    } catch (InvalidInput e) {
                        FormErrors.show(e, fields);
                    }
                },
                option.wholeDays() ? new Component[] {hours} : new Component[0]);
    }
}
