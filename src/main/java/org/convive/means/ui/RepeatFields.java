package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.convive.calendar.RepeatRule.Frequency;
import org.convive.means.Unit;
import org.convive.uikit.Pickers;

/** The first time, of which unit, every how many days, weeks or months, on which weekdays, until when or how often. */
class RepeatFields extends Div {
    private static final int MOST_EVERY = 30;
    private static final int USUAL_TIMES = 8;
    private static final Unit ANY = new Unit(0, "");

    RepeatFields(RepeatState state, List<Unit> units, ZoneId zone, Locale locale, Consumer<RepeatState> changed) {
        addClassNames("cv-means-fields", "cv-means-repeat", "cv-pane-box");
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
        Runnable tell = () -> {
            if (every.getValue() != null && every.getValue() >= 1) {
                changed.accept(state.repeating(each.getValue(), Math.min(every.getValue(), MOST_EVERY)));
            }
        };
        every.addValueChangeListener(e -> tell.run());
        each.addValueChangeListener(e -> tell.run());
        addFirst(state, zone, locale, changed);
        add(every, each);
        if (state.frequency() == Frequency.WEEKLY) {
            add(weekdays(state, zone, locale, changed));
        }
        addEnd(state, locale, changed);
        if (units.size() > 1 && state.first().units() == 1) {
            add(unit(state, units, changed));
        }
    }

    /** On which days of the week; the first time's is always one of them. */
    private Component weekdays(RepeatState state, ZoneId zone, Locale locale, Consumer<RepeatState> changed) {
        DayOfWeek own = state.first().from().atZone(zone).getDayOfWeek();
        CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
        days.setLabel(getTranslation("means.repeat.days"));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
        days.setItemEnabledProvider(day -> day != own);
        days.setValue(state.weekdays(zone));
        days.addValueChangeListener(e -> changed.accept(state.onDays(e.getValue())));
        return days;
    }

    /** A last day, or a number of times. */
    private void addEnd(RepeatState state, Locale locale, Consumer<RepeatState> changed) {
        Integer times = state.times();
        Select<Boolean> ends = new Select<>();
        ends.setLabel(getTranslation("means.repeat.ends"));
        ends.setItems(false, true);
        ends.setItemLabelGenerator(
                counted -> getTranslation(counted ? "means.repeat.ends.times" : "means.repeat.ends.day"));
        ends.setValue(times != null);
        ends.addValueChangeListener(
                e -> changed.accept(e.getValue() ? state.endingAfter(USUAL_TIMES) : state.endingOn(state.until())));
        add(ends);
        if (times == null) {
            DatePicker until = Pickers.date(getTranslation("means.repeat.until"), locale);
            until.setValue(state.until());
            until.addValueChangeListener(e -> {
                if (e.getValue() != null) {
                    changed.accept(state.endingOn(e.getValue()));
                }
            });
            add(until);
        } else {
            IntegerField number = new IntegerField(getTranslation("means.repeat.times"));
            number.setMin(1);
            number.setMax(RepeatState.MOST_TIMES);
            number.setStepButtonsVisible(true);
            number.setValue(times);
            number.addValueChangeListener(e -> {
                if (e.getValue() != null && e.getValue() >= 1) {
                    changed.accept(state.endingAfter(Math.min(e.getValue(), RepeatState.MOST_TIMES)));
                }
            });
            add(number);
        }
    }

    /** The day and hours of the first time. */
    private void addFirst(RepeatState state, ZoneId zone, Locale locale, Consumer<RepeatState> changed) {
        ZonedDateTime start = state.first().from().atZone(zone);
        DatePicker day = Pickers.date(getTranslation("means.repeat.first"), locale);
        day.setValue(start.toLocalDate());
        TimePicker from = Pickers.time(getTranslation("means.search.from"), locale);
        from.setValue(start.toLocalTime());
        TimePicker to = Pickers.time(getTranslation("means.search.to"), locale);
        to.setValue(state.first().to().atZone(zone).toLocalTime());
        Runnable tell = () -> {
            if (day.getValue() != null && from.getValue() != null && to.getValue() != null) {
                boolean overnight = !to.getValue().isAfter(from.getValue());
                changed.accept(state.startingAt(
                        day.getValue().atTime(from.getValue()).atZone(zone),
                        day.getValue()
                                .plusDays(overnight ? 1 : 0)
                                .atTime(to.getValue())
                                .atZone(zone)));
            }
        };
        day.addValueChangeListener(e -> tell.run());
        from.addValueChangeListener(e -> tell.run());
        to.addValueChangeListener(e -> tell.run());
        add(day, from, to);
    }

    /** That very unit every time, or whichever is free. */
    private Component unit(RepeatState state, List<Unit> units, Consumer<RepeatState> changed) {
        Select<Unit> which = new Select<>();
        var choices = new ArrayList<>(List.of(ANY));
        choices.addAll(units);
        which.addClassName("cv-means-unit");
        which.setLabel(getTranslation("means.repeat.unit"));
        which.setItems(choices);
        which.setItemLabelGenerator(one -> one == ANY ? getTranslation("means.repeat.any-unit") : one.name());
        which.setValue(units.stream()
                .filter(one -> state.first().unit() != null
                        && one.id() == state.first().unit())
                .findFirst()
                .orElse(ANY));
        which.addValueChangeListener(e -> changed.accept(
                state.on(e.getValue() == ANY ? null : e.getValue().id())));
        return which;
    }
}
