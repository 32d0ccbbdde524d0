package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.convive.meetings.planning.DateOption;
import org.convive.meetings.planning.OptionDraft;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pickers;
import org.jspecify.annotations.Nullable;

/** The dates to ask about, one below the other; a new one has the hours of the last. */
final class OptionsField extends Div {
    private static final String FIELD = "options.";

    private final Checkbox wholeDays = new Checkbox(text("meetings.poll.whole"));
    private final Div lines = new Div();
    private final Button more = Buttons.plain(text("meetings.poll.more"), CvIcon.PLUS, () -> add(copyOfLast()));
    private final transient List<Line> all = new ArrayList<>();
    private final transient ZoneId zone;
    private transient Function<LocalDate, Optional<String>> holidays = day -> Optional.empty();

    OptionsField(ZoneId zone) {
        this.zone = zone;
        addClassNames("cv-stack", "cv-poll-options");
        lines.addClassName("cv-stack");
        wholeDays.addValueChangeListener(e -> all.forEach(line -> line.whole(e.getValue())));
        add(wholeDays, lines, more);
        add(new Line());
    }

    /** Says beside a day when it is a public holiday. */
    OptionsField holidays(Function<LocalDate, Optional<String>> names) {
        holidays = names;
        all.forEach(Line::hint);
        return this;
    }

    /** Only one date, for proposing another time. */
    OptionsField single() {
        more.setVisible(false);
        all.getFirst().capacity.setVisible(false);
        all.getFirst().remove.setVisible(false);
        return this;
    }

    /** Never whole days. */
    OptionsField withHours() {
        wholeDays.setVisible(false);
        return this;
    }

    /** Starts with two free lines, since one date is no choice. */
    OptionsField several() {
        add(new Line());
        return this;
    }

    void show(List<DateOption> options) {
        if (options.isEmpty()) {
            return;
        }
        all.clear();
        lines.removeAll();
        wholeDays.setValue(options.getFirst().wholeDays());
        options.forEach(option -> {
            var line = new Line();
            line.day.setValue(option.from().atZone(zone).toLocalDate());
            line.from.setValue(option.from().atZone(zone).toLocalTime());
            line.to.setValue(option.to().atZone(zone).toLocalTime());
            line.capacity.setValue(option.capacity());
            add(line);
        });
    }

    /** What was typed; lines without anything are left out unless nothing at all was typed. */
    List<OptionDraft> drafts() {
        List<OptionDraft> drafts = used().stream()
                .map(line -> line.draft(zone, wholeDays.getValue()))
                .toList();
        return drafts.isEmpty() ? List.of(all.getFirst().draft(zone, wholeDays.getValue())) : drafts;
    }

    /** Shows what is wrong beside each date. */
    void show(InvalidInput error) {
        List<Line> used = used().isEmpty() ? all : used();
        error.fields().forEach((field, message) -> {
            if (field.startsWith(FIELD)) {
                int place = Integer.parseInt(field.substring(FIELD.length()));
                used.get(Math.min(place, used.size() - 1)).complain(message);
            }
        });
    }

    /** The complaints that are about something else. */
    static InvalidInput without(InvalidInput error) {
        Map<String, Message> others = new LinkedHashMap<>();
        error.fields().forEach((field, message) -> {
            if (!field.startsWith(FIELD)) {
                others.put(field, message);
            }
        });
        return new InvalidInput(others);
    }

    private List<Line> used() {
        return all.stream().filter(line -> line.day.getValue() != null).toList();
    }

    private void add(Line line) {
        all.add(line);
        line.whole(wholeDays.getValue());
        lines.add(line);
    }

    private Line copyOfLast() {
        var line = new Line();
        if (!all.isEmpty()) {
            Line last = all.getLast();
            LocalDate day = last.day.getValue();
            line.day.setInitialPosition(day);
            line.from.setValue(last.from.getValue());
            line.to.setValue(last.to.getValue());
        }
        return line;
    }

    /** One date being typed. */
    private final class Line extends Div {
        private final DatePicker day = Pickers.date(text("meetings.field.day"), Wording.locale());
        private final TimePicker from = Pickers.time(text("meetings.field.from"), Wording.locale());
        private final TimePicker to = Pickers.time(text("meetings.field.to"), Wording.locale());
        private final IntegerField capacity = new IntegerField(text("meetings.poll.capacity"));
        private final Button remove = Buttons.icon(CvIcon.X, text("meetings.poll.remove"), this::away);

        Line() {
            addClassName("cv-poll-line");
            capacity.setMin(1);
            add(day, from, to, capacity, remove);
            day.addValueChangeListener(e -> {
                day.setInvalid(false);
                hint();
            });
        }

        private void hint() {
            LocalDate chosen = day.getValue();
            day.setHelperText(
                    chosen == null
                            ? null
                            : holidays.apply(chosen)
                                    .map(name -> text("meetings.poll.holiday", name))
                                    .orElse(null));
        }

        private void away() {
            all.remove(this);
            lines.remove(this);
            if (all.isEmpty()) {
                OptionsField.this.add(new Line());
            }
        }

        void whole(boolean whole) {
            from.setVisible(!whole);
            to.setVisible(!whole);
        }

        void complain(Message message) {
            day.setManualValidation(true);
            day.setErrorMessage(text(message.key(), message.args().toArray()));
            day.setInvalid(true);
        }

        OptionDraft draft(ZoneId clocks, boolean whole) {
            LocalDate date = day.getValue();
            Integer most = capacity.getValue();
            if (date == null) {
                return new OptionDraft(null, null, whole, most);
            }
            if (whole) {
                OptionDraft days = OptionDraft.days(date, date, clocks);
                return new OptionDraft(days.from(), days.to(), true, most);
            }
            Instant start = moment(date, from.getValue(), clocks);
            Instant end = moment(date, to.getValue(), clocks);
            boolean overMidnight = start != null && end != null && !end.isAfter(start);
            return new OptionDraft(
                    start, overMidnight ? moment(date.plusDays(1), to.getValue(), clocks) : end, false, most);
        }

        private static @Nullable Instant moment(LocalDate date, @Nullable LocalTime time, ZoneId clocks) {
            return time == null
                    ? null
                    : date.atTime(Objects.requireNonNull(time)).atZone(clocks).toInstant();
        }
    }
}
