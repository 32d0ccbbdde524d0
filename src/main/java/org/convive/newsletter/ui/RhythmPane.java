package org.convive.newsletter.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.newsletter.series.Rhythm;
import org.convive.newsletter.series.Series;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.Dates;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** On which day of the month a letter is due, and how long before it people are told. */
class RhythmPane extends Pane {
    private final transient Actor actor;
    private final transient Series series;

    RhythmPane(Actor actor, Series series) {
        this.actor = actor;
        this.series = series;
        show();
    }

    private void show() {
        Rhythm rhythm = series.of(actor);
        removeAll();
        setTitle(new com.vaadin.flow.component.html.H2(getTranslation("newsletter.rhythm.title")));
        Checkbox active = new Checkbox(getTranslation("newsletter.rhythm.active"), rhythm.active());
        IntegerField day = number("newsletter.rhythm.day", rhythm.monthDay(), 1, 28);
        IntegerField remind = number("newsletter.rhythm.remind", rhythm.remindDays(), 0, 21);
        IntegerField call = number("newsletter.rhythm.call", rhythm.callDays(), 0, 28);
        call.setHelperText(getTranslation("newsletter.rhythm.call.help"));
        Div numbers = new Div(day, remind, call);
        numbers.addClassName("cv-nl-rhythm");
        Div content = new Div(active, numbers);
        content.addClassName("cv-stack");
        if (rhythm.active()) {
            content.add(
                    new Paragraph(getTranslation("newsletter.next.due", Dates.date(series.due(actor), getLocale()))));
        }
        content.add(Buttons.primary(getTranslation("newsletter.rhythm.save"), () -> {
            try {
                series.choose(
                        actor,
                        new Rhythm(
                                active.getValue(),
                                Objects.requireNonNullElse(day.getValue(), 0),
                                Objects.requireNonNullElse(remind.getValue(), -1),
                                Objects.requireNonNullElse(call.getValue(), -1),
                                rhythm.beganOn(),
                                null,
                                null,
                                null,
                                rhythm.version()));
                show();
                Toasts.say(getTranslation("newsletter.look.saved"));
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("monthDay", day, "remindDays", remind, "callDays", call));
            } catch (StaleEdit e) {
                Toasts.sorry(getTranslation("newsletter.look.stale"));
            }
        }));
        add(content);
    }

    private IntegerField number(String key, int value, int least, int most) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return field;
    }
}
