package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.JustTaken;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Dates;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Another time for a booking: moved by its booker or the owner, or proposed to the booker. */
class TimeDialog extends Dialog {
    private final transient ZoneId zone;
    private final DatePicker firstDay;
    private final TimePicker from;
    private final DatePicker lastDay;
    private final TimePicker to;
    private final TextArea word;

    /** What is done with the time. */
    interface Deed {
        void run(Instant from, Instant to, String word);
    }

    /** @param kind {@code move} or {@code propose}: which sentences are said */
    TimeDialog(Actor actor, BookingLine booking, String kind, boolean withWord, Deed deed) {
        this.zone = actor.zone();
        setHeaderTitle(getTranslation("means." + kind + ".title", booking.meansName()));
        ZonedDateTime start = booking.from().atZone(zone);
        ZonedDateTime end = booking.to().atZone(zone);
        firstDay = Pickers.date(getTranslation("means.blackout.first-day"), actor.locale());
        firstDay.setValue(start.toLocalDate());
        from = Pickers.time(getTranslation("means.search.from"), actor.locale());
        from.setValue(start.toLocalTime());
        lastDay = Pickers.date(getTranslation("means.blackout.last-day"), actor.locale());
        lastDay.setValue(end.toLocalDate());
        to = Pickers.time(getTranslation("means.search.to"), actor.locale());
        to.setValue(end.toLocalTime());
        word = Fields.area(getTranslation("means.requests.word"), 500);
        word.setVisible(withWord);
        firstDay.addValueChangeListener(e -> {
            if (e.getValue() != null && e.getOldValue() != null && lastDay.getValue() != null) {
                lastDay.setValue(lastDay.getValue()
                        .plusDays(e.getValue().toEpochDay() - e.getOldValue().toEpochDay()));
            }
        });
        Div form = new Div(
                new Paragraph(getTranslation(
                        "means." + kind + ".sentence",
                        Dates.of(actor.locale(), zone).range(booking.from(), booking.to()))),
                row(firstDay, from),
                row(lastDay, to),
                word);
        form.addClassName("cv-stack");
        add(form);
        getFooter()
                .add(
                        Buttons.quiet(getTranslation("means.cancel"), this::close),
                        Buttons.primary(getTranslation("means." + kind + ".deed"), () -> save(deed)));
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("cv-row");
        return row;
    }

    private void save(Deed deed) {
        Instant start = moment(firstDay, from);
        Instant end = moment(lastDay, to);
        if (start == null || end == null) {
            Toasts.sorry(getTranslation("means.blackout.when"));
            return;
        }
        try {
            deed.run(start, end, word.getValue());
            close();
        } catch (JustTaken e) {
            from.setInvalid(true);
            from.setErrorMessage(getTranslation("means.move.taken"));
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("from", from, "to", to, "word", word));
        }
    }

    private @Nullable Instant moment(DatePicker day, TimePicker time) {
        return day.getValue() == null || time.getValue() == null
                ? null
                : day.getValue().atTime(time.getValue()).atZone(zone).toInstant();
    }
}
