package org.convive.means.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Locale;
import java.util.function.Consumer;
import org.convive.calendar.RepeatRule.Frequency;
import org.convive.uikit.Pickers;

/** Every how many days, weeks or months, until when. */
class RepeatFields extends Div {
    private static final int MOST_EVERY = 30;

    RepeatFields(RepeatState state, Locale locale, Consumer<RepeatState> changed) {
        addClassNames("cv-means-fields", "cv-pane-box");
        IntegerField every = new IntegerField(getTranslation("means.repeat.every"));
        every.setMin(1);
        every.setMax(MOST_EVERY);
        every.setStepButtonsVisible(true);
        every.setValue(state.every());
        Select<Frequency> each = new Select<>();
        each.setLabel(getTranslation("means.repeat.each"));
        each.setItems(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY);
        each.setItemLabelGenerator(one -> getTranslation("means.repeat.each." + one.name()));
        each.setValue(state.frequency() == Frequency.YEARLY ? Frequency.MONTHLY : state.frequency());
        DatePicker until = Pickers.date(getTranslation("means.repeat.until"), locale);
        until.setValue(state.until());
        Runnable tell = () -> {
            if (every.getValue() != null && every.getValue() >= 1 && until.getValue() != null) {
                changed.accept(
                        state.repeating(each.getValue(), Math.min(every.getValue(), MOST_EVERY), until.getValue()));
            }
        };
        every.addValueChangeListener(e -> tell.run());
        each.addValueChangeListener(e -> tell.run());
        until.addValueChangeListener(e -> tell.run());
        add(every, each, until);
    }
}
