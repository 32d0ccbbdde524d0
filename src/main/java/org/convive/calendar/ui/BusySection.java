package org.convive.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.convive.calendar.busy.BusyCalendar;
import org.convive.calendar.busy.BusyTimes;
import org.convive.identity.SignedIn;
import org.convive.identity.ui.ProfileSection;
import org.convive.shared.PersonId;
import org.convive.uikit.Buttons;
import org.convive.uikit.Dates;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** The calendars from elsewhere in the profile: what is known of them, and a way to forget each. */
@org.springframework.stereotype.Component
class BusySection implements ProfileSection {
    private static final int ORDER = 21;

    private final BusyTimes busy;
    private final ReaderZone zones;

    BusySection(BusyTimes busy, ReaderZone zones) {
        this.busy = busy;
        this.zones = zones;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Component render(SignedIn person) {
        Div list = new Div();
        list.addClassName("cv-stack");
        show(list, person.personId());
        return new Pane(UI.getCurrent().getTranslation("calendar.busy.yours"), list);
    }

    private void show(Div list, PersonId person) {
        UI ui = UI.getCurrent();
        list.removeAll();
        Paragraph sentence = new Paragraph(ui.getTranslation("calendar.busy.yours.sentence"));
        sentence.addClassName("cv-q");
        list.add(sentence);
        List<BusyCalendar> calendars = busy.of(person);
        if (calendars.isEmpty()) {
            list.add(new Paragraph(ui.getTranslation("calendar.busy.none")));
        }
        Dates dates = Dates.of(ui.getLocale(), zones.of(person));
        for (BusyCalendar calendar : calendars) {
            Paragraph state = new Paragraph(
                    ui.getTranslation("calendar.busy.state", calendar.events(), dates.dayAndTime(calendar.read())));
            state.addClassName("cv-q");
            Div words = new Div(new Span(calendar.name()), state);
            if (!calendar.trouble().isEmpty()) {
                words.add(new Paragraph(
                        ui.getTranslation("calendar.busy.trouble", ui.getTranslation(calendar.trouble(), 4))));
            }
            words.addClassName("cv-grow");
            Div row = new Div(words, Buttons.danger(ui.getTranslation("calendar.busy.forget"), () -> {
                busy.forget(person, calendar.id());
                Toasts.say(ui.getTranslation("calendar.busy.forgotten"));
                show(list, person);
            }));
            row.addClassName("cv-row");
            list.add(row);
        }
    }
}
