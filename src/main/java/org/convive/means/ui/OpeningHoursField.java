package org.convive.means.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.means.OpeningHours;
import org.convive.means.OpeningHours.Span;
import org.convive.uikit.Pickers;
import org.jspecify.annotations.Nullable;

/** The week's opening hours: each day open or not, in one part or two; or day and night. */
class OpeningHoursField extends CustomField<OpeningHours> {
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final Checkbox always = new Checkbox(getTranslation("means.rule.always"));
    private final Div week = new Div();
    private final Map<DayOfWeek, Day> days = new EnumMap<>(DayOfWeek.class);

    OpeningHoursField(Locale locale) {
        setLabel(getTranslation("means.form.hours"));
        for (DayOfWeek day : DayOfWeek.values()) {
            Day row = new Day(day, locale);
            days.put(day, row);
            week.add(row);
        }
        week.addClassName("cv-stack");
        always.addValueChangeListener(e -> week.setVisible(!e.getValue()));
        Div all = new Div(always, week);
        all.addClassName("cv-stack");
        add(all);
    }

    @Override
    protected OpeningHours generateModelValue() {
        if (always.getValue()) {
            return OpeningHours.ALWAYS;
        }
        var open = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, row) -> open.put(day, row.spans()));
        return new OpeningHours(open);
    }

    /** What is typed now; the field's value follows only when it is left. */
    OpeningHours typed() {
        return generateModelValue();
    }

    @Override
    protected void setPresentationValue(@Nullable OpeningHours hours) {
        OpeningHours shown = hours == null ? OpeningHours.ALWAYS : hours;
        always.setValue(shown.isAlways());
        week.setVisible(!shown.isAlways());
        days.forEach((day, row) ->
                row.show(shown.isAlways() ? List.of() : shown.days().getOrDefault(day, List.of())));
    }

    /** One day: open or not, its hours, perhaps a second part after a break. */
    private final class Day extends Div {
        private final Checkbox open;
        private final TimePicker from;
        private final TimePicker to;
        private final TimePicker again;
        private final TimePicker until;

        Day(DayOfWeek day, Locale locale) {
            String name = day.getDisplayName(TextStyle.FULL, locale);
            open = new Checkbox(name);
            from = time(name, "means.form.opens", locale);
            to = time(name, "means.form.closes", locale);
            again = time(name, "means.form.opens-again", locale);
            until = time(name, "means.form.closes-again", locale);
            open.addValueChangeListener(e -> enable(e.getValue()));
            enable(false);
            addClassName("cv-means-day");
            add(open, from, to, again, until);
        }

        private TimePicker time(String day, String key, Locale locale) {
            TimePicker picker = Pickers.time("", locale);
            picker.setAriaLabel(getTranslation(key, day));
            picker.setPlaceholder(getTranslation(key + ".short"));
            picker.setClearButtonVisible(true);
            return picker;
        }

        private void enable(boolean on) {
            for (TimePicker picker : List.of(from, to, again, until)) {
                picker.setEnabled(on);
            }
            if (on && from.isEmpty() && to.isEmpty()) {
                from.setValue(OPENS);
                to.setValue(CLOSES);
            }
        }

        void show(List<Span> spans) {
            from.setValue(spans.isEmpty() ? null : spans.getFirst().opens());
            to.setValue(spans.isEmpty() ? null : spans.getFirst().closes());
            again.setValue(spans.size() < 2 ? null : spans.get(1).opens());
            until.setValue(spans.size() < 2 ? null : spans.get(1).closes());
            open.setValue(!spans.isEmpty());
        }

        List<Span> spans() {
            var spans = new ArrayList<Span>();
            if (open.getValue()) {
                add(spans, from, to);
                add(spans, again, until);
            }
            return spans;
        }

        private static void add(List<Span> spans, TimePicker opens, TimePicker closes) {
            if (opens.getValue() != null && closes.getValue() != null) {
                spans.add(new Span(opens.getValue(), closes.getValue()));
            }
        }
    }
}
