package org.convive.means.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingService;
import org.convive.means.JustTaken;
import org.convive.means.Means;
import org.convive.means.Unit;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Dates;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Takes a unit, or all of them, out of use for a time: maintenance, the owner's own work. */
class BlackoutDialog extends Dialog {
    private static final Unit ALL = new Unit(0, "");

    private final transient Actor actor;
    private final transient Means means;
    private final transient BookingService bookings;
    private final transient Runnable done;
    private final Select<Unit> unit = new Select<>();
    private final DatePicker firstDay;
    private final TimePicker from;
    private final DatePicker lastDay;
    private final TimePicker to;
    private final TextField reason = Fields.text(getTranslation("means.blackout.reason"), 500);

    BlackoutDialog(Actor actor, Means means, LocalDate today, BookingService bookings, Runnable done) {
        this.actor = actor;
        this.means = means;
        this.bookings = bookings;
        this.done = done;
        setHeaderTitle(getTranslation("means.blackout"));
        LocalDate tomorrow = today.plusDays(1);
        firstDay = day("means.blackout.first-day", tomorrow);
        from = time("means.search.from", LocalTime.of(8, 0));
        lastDay = day("means.blackout.last-day", tomorrow);
        to = time("means.search.to", LocalTime.of(18, 0));
        var choices = new ArrayList<>(List.of(ALL));
        choices.addAll(means.units());
        unit.setLabel(getTranslation("means.blackout.unit"));
        unit.setItems(choices);
        unit.setItemLabelGenerator(one -> one == ALL ? getTranslation("means.blackout.all") : one.name());
        unit.setValue(ALL);
        unit.setVisible(means.units().size() > 1);
        Div start = new Div(firstDay, from);
        start.addClassName("cv-row");
        Div end = new Div(lastDay, to);
        end.addClassName("cv-row");
        Div form = new Div(new Paragraph(getTranslation("means.blackout.sentence")), unit, start, end, reason);
        form.addClassName("cv-stack");
        add(form);
        getFooter()
                .add(
                        Buttons.quiet(getTranslation("means.cancel"), this::close),
                        Buttons.primary(getTranslation("means.blackout.deed"), this::save));
    }

    /** At the hours that were drawn on the timeline, of that unit where one is meant. */
    BlackoutDialog at(Instant start, Instant end, @Nullable Long one) {
        ZonedDateTime opens = start.atZone(means.rules().zone());
        ZonedDateTime closes = end.atZone(means.rules().zone());
        firstDay.setValue(opens.toLocalDate());
        from.setValue(opens.toLocalTime());
        lastDay.setValue(closes.toLocalDate());
        to.setValue(closes.toLocalTime());
        means.units().stream()
                .filter(each -> one != null && each.id() == one)
                .findFirst()
                .ifPresent(unit::setValue);
        return this;
    }

    private DatePicker day(String key, LocalDate value) {
        DatePicker picker = Pickers.date(getTranslation(key), actor.locale());
        picker.setValue(value);
        return picker;
    }

    private TimePicker time(String key, LocalTime value) {
        TimePicker picker = Pickers.time(getTranslation(key), actor.locale());
        picker.setValue(value);
        return picker;
    }

    private void save() {
        if (firstDay.isEmpty() || from.isEmpty() || lastDay.isEmpty() || to.isEmpty()) {
            Toasts.sorry(getTranslation("means.blackout.when"));
            return;
        }
        Instant start = firstDay.getValue()
                .atTime(from.getValue())
                .atZone(means.rules().zone())
                .toInstant();
        Instant end = lastDay.getValue()
                .atTime(to.getValue())
                .atZone(means.rules().zone())
                .toInstant();
        Long one = unit.getValue() == ALL ? null : unit.getValue().id();
        try {
            BookingId id = bookings.blackout(actor, means.id(), one, start, end, reason.getValue());
            close();
            done.run();
            Toasts.undo(getTranslation("means.blackout.done"), () -> {
                bookings.cancel(actor, id);
                done.run();
            });
        } catch (JustTaken e) {
            Dates dates = Dates.of(actor.locale(), means.rules().zone());
            e.inTheWay().stream()
                    .findFirst()
                    .ifPresent(taken -> Toasts.sorry(getTranslation(
                            "means.panel.conflict",
                            taken.organisationName(),
                            taken.unitName(),
                            dates.range(taken.from(), taken.to()))));
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("from", firstDay, "to", lastDay, "purpose", reason, "units", unit));
        }
    }
}
