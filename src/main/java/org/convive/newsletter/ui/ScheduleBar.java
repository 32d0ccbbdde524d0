package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.newsletter.Schedule;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;

/** When a draft leaves by itself, or the way to say so. */
class ScheduleBar extends Div {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final transient Actor actor;
    private final transient Schedule schedule;
    private final transient Clock clock;
    private final long issue;

    ScheduleBar(Actor actor, long issue, Schedule schedule, Clock clock) {
        this.actor = actor;
        this.schedule = schedule;
        this.clock = clock;
        this.issue = issue;
        addClassName("cv-stack");
        show();
    }

    private void show() {
        removeAll();
        Optional<Instant> at = schedule.of(actor, issue);
        if (at.isEmpty()) {
            add(Buttons.plain(getTranslation("newsletter.schedule"), CvIcon.CALENDAR_CLOCK, this::ask));
            return;
        }
        Paragraph when = new Paragraph(getTranslation(
                "newsletter.schedule.at", Dates.of(getLocale(), actor.zone()).dayAndTime(at.get())));
        when.getElement().setAttribute("role", "status");
        add(when, Buttons.plain(getTranslation("newsletter.schedule.stop"), CvIcon.X, () -> {
            LocalDateTime before = LocalDateTime.ofInstant(at.get(), actor.zone());
            schedule.cancel(actor, issue);
            show();
            Toasts.undo(getTranslation("newsletter.schedule.stopped"), () -> {
                schedule.set(actor, issue, before);
                show();
            });
        }));
    }

    private void ask() {
        Dialog dialog = new Dialog(getTranslation("newsletter.schedule.title"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        DatePicker day = Pickers.date(getTranslation("newsletter.schedule.day"), getLocale());
        day.setMin(today);
        day.setValue(today.plusDays(1));
        TimePicker time = Pickers.time(getTranslation("newsletter.schedule.time"), getLocale());
        time.setValue(MORNING);
        time.setHelperText(
                getTranslation("newsletter.schedule.zone", actor.zone().getId()));
        Paragraph sentence = new Paragraph(getTranslation("newsletter.schedule.sentence"));
        sentence.addClassName("cv-q");
        Div fields = new Div(day, time);
        fields.addClassName("cv-row");
        dialog.add(sentence, fields);
        Button save = Buttons.primary(getTranslation("newsletter.schedule.save"), CvIcon.CALENDAR_CLOCK, () -> {
            boolean chosen = day.getValue() != null && time.getValue() != null;
            time.setInvalid(!chosen);
            time.setErrorMessage(getTranslation("shared.error.required"));
            if (chosen) {
                try {
                    schedule.set(actor, issue, LocalDateTime.of(day.getValue(), time.getValue()));
                    dialog.close();
                    show();
                } catch (InvalidInput e) {
                    time.setInvalid(true);
                    time.setErrorMessage(e.fields().values().stream()
                            .map(message ->
                                    getTranslation(message.key(), message.args().toArray()))
                            .findFirst()
                            .orElse(""));
                }
            }
        });
        dialog.getFooter().add(Buttons.plain(getTranslation("newsletter.schedule.keep"), dialog::close), save);
        dialog.open();
    }
}
