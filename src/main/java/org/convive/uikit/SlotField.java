package org.convive.uikit;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day with a start and an end. An end at or before the start means the next day only when the caller says so. */
public class SlotField extends CustomField<SlotField.@Nullable Slot> {

    /** What is typed so far; each part may be missing. */
    public record Slot(
            @Nullable LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {
        public boolean complete() {
            return day != null && from != null && to != null;
        }

        public @Nullable LocalDateTime start() {
            return day == null || from == null ? null : day.atTime(from);
        }

        public @Nullable LocalDateTime end() {
            return day == null || to == null ? null : day.atTime(to);
        }
    }

    private final DatePicker day;
    private final TimePicker from;
    private final TimePicker to;

    public SlotField(String label, Locale locale) {
        addClassName("cv-slot-field");
        setLabel(label);
        day = Pickers.date(Words.text(locale, "uikit.slot.day"), locale);
        from = Pickers.time(Words.text(locale, "uikit.slot.from"), locale);
        to = Pickers.time(Words.text(locale, "uikit.slot.to"), locale);
        Div row = new Div(day, from, to);
        row.addClassName("cv-slot-row");
        add(row);
    }

    public DatePicker day() {
        return day;
    }

    public TimePicker from() {
        return from;
    }

    public TimePicker to() {
        return to;
    }

    @Override
    protected Slot generateModelValue() {
        return new Slot(day.getValue(), from.getValue(), to.getValue());
    }

    @Override
    protected void setPresentationValue(@Nullable Slot slot) {
        day.setValue(slot == null ? null : slot.day());
        from.setValue(slot == null ? null : slot.from());
        to.setValue(slot == null ? null : slot.to());
    }
}
