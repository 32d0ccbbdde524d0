package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.convive.calendar.RepeatRule;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.OptionDraft;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Pane;
import org.convive.uikit.Pickers;
import org.jspecify.annotations.Nullable;

/** When a meeting takes place: at a time, perhaps again and again; at one of several times; or not known yet. */
final class WhenFields extends Pane {
    private final DatePicker day = Pickers.date(text("meetings.field.day"), Wording.locale());
    private final TimePicker from = Pickers.time(text("meetings.field.from"), Wording.locale());
    private final TimePicker to = Pickers.time(text("meetings.field.to"), Wording.locale());
    private final DatePicker lastDay = Pickers.date(text("meetings.field.last-day"), Wording.locale());
    private final ComboBox<ZoneId> zone = new ComboBox<>(text("meetings.field.zone"));
    private final RadioButtonGroup<Stage> start = new RadioButtonGroup<>(text("meetings.start"));
    private final DatePicker until = Pickers.date(text("meetings.poll.until.field"), Wording.locale());
    private final RepeatField repeat = new RepeatField();
    private final OptionsField options;
    private final Div time = new Div(day, from, to, lastDay, zone);
    private final transient Actor actor;

    /** @param staged is told with what the meeting starts, whenever that is another */
    WhenFields(Actor actor, Consumer<Stage> staged) {
        super(text("meetings.form.when"));
        this.actor = actor;
        options = new OptionsField(actor.zone()).several();
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zone.setItemLabelGenerator(ZoneId::getId);
        lastDay.setHelperText(text("meetings.field.last-day.help"));
        time.addClassName("cv-meeting-row");
        start.setItems(Stage.CONFIRMED, Stage.DATES, Stage.IDEA);
        start.setItemLabelGenerator(stage -> text("meetings.start." + stage));
        start.addClassName("cv-meeting-start");
        start.addValueChangeListener(e -> {
            showParts();
            staged.accept(start());
        });
        add(start, time, repeat, options, until);
    }

    /** Says beside the dates that are asked about which are public holidays. */
    void holidays(Function<LocalDate, Optional<String>> names) {
        options.holidays(names);
    }

    /** Nothing said yet, in the clocks of the cluster. */
    void showNew() {
        start.setValue(Stage.CONFIRMED);
        zone.setValue(actor.zone());
    }

    /** What another calendar said. */
    void fill(Prefill known) {
        ZoneId clocks = actor.zone();
        day.setValue(known.from().atZone(clocks).toLocalDate());
        from.setValue(known.from().atZone(clocks).toLocalTime());
        to.setValue(known.to().atZone(clocks).toLocalTime());
        LocalDate end = known.to().atZone(clocks).toLocalDate();
        lastDay.setValue(end.equals(day.getValue()) ? null : end);
    }

    /** The time of a meeting that is there; its stage is changed elsewhere. */
    void show(MeetingCard card) {
        start.setValue(card.isDated() ? Stage.CONFIRMED : card.stage());
        start.setVisible(false);
        repeat.setVisible(false);
        options.setVisible(false);
        until.setVisible(false);
        setVisible(card.isDated());
        zone.setValue(card.zone());
        if (card.isDated()) {
            LocalDate first = card.from().atZone(card.zone()).toLocalDate();
            LocalDate end = card.to().atZone(card.zone()).toLocalDate();
            day.setValue(first);
            from.setValue(card.from().atZone(card.zone()).toLocalTime());
            to.setValue(card.to().atZone(card.zone()).toLocalTime());
            lastDay.setValue(end.equals(first) ? null : end);
        }
    }

    /** A new meeting at the same hours; the day is still to be said. */
    void follow(MeetingCard former) {
        show(former);
        setVisible(true);
        start.setVisible(true);
        day.clear();
        lastDay.clear();
        start.setValue(Stage.CONFIRMED);
        showParts();
    }

    private void showParts() {
        boolean dated = start() == Stage.CONFIRMED;
        boolean poll = start() == Stage.DATES;
        time.setVisible(dated);
        repeat.setVisible(dated);
        options.setVisible(poll);
        until.setVisible(poll);
    }

    /** With what it starts: an idea, looking for a date, or a date. */
    Stage start() {
        return Objects.requireNonNullElse(start.getValue(), Stage.CONFIRMED);
    }

    /** Always at a time of its own, once. */
    void onlyOnce() {
        start.setVisible(false);
        repeat.setVisible(false);
    }

    /** How a new meeting repeats; null when it does not. */
    @Nullable
    RepeatRule rule() {
        return start() == Stage.CONFIRMED && repeat.isVisible() ? repeat.rule(day.getValue()) : null;
    }

    List<OptionDraft> options() {
        return options.drafts();
    }

    /** Until when people may say which dates suit. */
    @Nullable
    Instant until() {
        return PollDialog.endOf(until.getValue(), actor.zone());
    }

    ZoneId clocks() {
        return Objects.requireNonNullElse(zone.getValue(), actor.zone());
    }

    @Nullable
    Instant from() {
        return at(day.getValue(), from.getValue());
    }

    @Nullable
    Instant to() {
        return at(lastDay.getValue() == null ? day.getValue() : lastDay.getValue(), to.getValue());
    }

    private @Nullable Instant at(@Nullable LocalDate date, @Nullable LocalTime hour) {
        return date == null || hour == null
                ? null
                : date.atTime(hour).atZone(clocks()).toInstant();
    }

    /** Shows what is wrong with the dates that are asked about. */
    void show(InvalidInput error) {
        options.show(error);
    }

    /** A moment that is missing lacks its day, its hour, or both: each field that is empty says so, and no other. */
    InvalidInput placed(InvalidInput error) {
        Map<String, Message> placed = new LinkedHashMap<>();
        error.fields().forEach((field, message) -> {
            boolean missing = message.key().equals("shared.error.required");
            if (missing && field.equals("from")) {
                if (day.isEmpty()) {
                    placed.put("day", message);
                }
                if (from.isEmpty()) {
                    placed.put("from", message);
                }
            } else if (!missing || !field.equals("to") || to.isEmpty()) {
                placed.put(field, message);
            }
        });
        return new InvalidInput(placed);
    }

    /** The fields that complaints may stand beside. */
    Map<String, HasValidationProperties> fields() {
        return Map.of("day", day, "from", from, "to", to, "until", until, "recurrence", repeat.until());
    }
}
