package org.convive.means.use.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.Unit;
import org.convive.means.use.MaintenanceService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;

/** Plans maintenance that comes back every so many weeks, months or years. */
class MaintenanceDialog extends Dialog {
    private static final Unit ALL = new Unit(0, "");

    private final transient Actor actor;
    private final transient Means means;
    private final transient MaintenanceService maintenance;
    private final transient Runnable done;
    private final TextField title = Fields.text(getTranslation("means.use.maintenance.title"), 200);
    private final Select<Unit> unit = new Select<>();
    private final DatePicker day;
    private final TimePicker at;
    private final NumberField hours = new NumberField(getTranslation("means.use.maintenance.hours"));
    private final IntegerField every = new IntegerField(getTranslation("means.use.maintenance.every"));
    private final Select<Period> period = new Select<>();

    /** What passes between two times. */
    private enum Period {
        WEEKS,
        MONTHS,
        YEARS
    }

    MaintenanceDialog(Actor actor, Means means, LocalDate today, MaintenanceService maintenance, Runnable done) {
        this.actor = actor;
        this.means = means;
        this.maintenance = maintenance;
        this.done = done;
        setHeaderTitle(getTranslation("means.use.maintenance.add"));
        day = Pickers.date(getTranslation("means.use.maintenance.first"), actor.locale());
        day.setValue(today.plusDays(7));
        at = Pickers.time(getTranslation("means.search.from"), actor.locale());
        at.setValue(LocalTime.of(8, 0));
        hours.setValue(4.0);
        hours.setMin(0.25);
        every.setValue(1);
        every.setMin(1);
        every.setStepButtonsVisible(true);
        period.setLabel(getTranslation("means.use.maintenance.period"));
        period.setItems(Period.values());
        period.setItemLabelGenerator(one -> getTranslation("means.use.maintenance.period." + one));
        period.setValue(Period.MONTHS);
        var choices = new ArrayList<>(List.of(ALL));
        choices.addAll(means.units());
        unit.setLabel(getTranslation("means.blackout.unit"));
        unit.setItems(choices);
        unit.setItemLabelGenerator(one -> one == ALL ? getTranslation("means.blackout.all") : one.name());
        unit.setValue(ALL);
        unit.setVisible(means.units().size() > 1);
        Div when = new Div(day, at, hours);
        when.addClassName("cv-row");
        Div again = new Div(every, period);
        again.addClassName("cv-row");
        Div form = new Div(new Paragraph(getTranslation("means.use.maintenance.dialog")), title, unit, when, again);
        form.addClassName("cv-stack");
        add(form);
        getFooter()
                .add(
                        Buttons.quiet(getTranslation("means.cancel"), this::close),
                        Buttons.primary(getTranslation("means.use.maintenance.deed"), this::save));
    }

    private void save() {
        if (day.isEmpty() || at.isEmpty() || hours.isEmpty() || every.isEmpty()) {
            Toasts.sorry(getTranslation("means.blackout.when"));
            return;
        }
        Long one = unit.getValue() == ALL ? null : unit.getValue().id();
        try {
            maintenance.plan(
                    actor,
                    means.id(),
                    one,
                    title.getValue(),
                    day.getValue().atTime(at.getValue()),
                    Duration.ofMinutes(Math.round(Math.min(hours.getValue(), 1_000) * 60)),
                    rule());
            close();
            done.run();
            Toasts.say(getTranslation("means.use.maintenance.done"));
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("title", title, "start", day, "length", hours, "unit", unit));
        }
    }

    private RepeatRule rule() {
        int interval = Math.clamp(every.getValue(), 1, 100);
        return switch (period.getValue()) {
            case WEEKS -> RepeatRule.weekly(interval, Set.of());
            case MONTHS -> RepeatRule.monthlyOnDay(interval, day.getValue().getDayOfMonth());
            case YEARS -> RepeatRule.yearly(interval);
        };
    }
}
