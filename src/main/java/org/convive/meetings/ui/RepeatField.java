package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.Set;
import org.convive.calendar.RepeatRule;
import org.convive.uikit.Pickers;
import org.jspecify.annotations.Nullable;

/** Whether a meeting repeats, how often, and until when. */
final class RepeatField extends Div {
    /** How often. */
    private enum Every {
        NEVER,
        WEEK,
        FORTNIGHT,
        MONTH_WEEKDAY,
        MONTH_DAY
    }

    private final Select<Every> every = new Select<>();
    private final DatePicker until = Pickers.date(text("meetings.repeat.until"), Wording.locale());

    RepeatField() {
        addClassName("cv-meeting-row");
        every.setLabel(text("meetings.repeat"));
        every.setItems(Every.values());
        every.setItemLabelGenerator(one -> text("meetings.repeat." + one));
        every.setValue(Every.NEVER);
        every.addValueChangeListener(e -> until.setVisible(e.getValue() != Every.NEVER));
        until.setVisible(false);
        add(every, until);
    }

    /** The field that a complaint about the repetition stands beside. */
    DatePicker until() {
        return until;
    }

    /** @param first the day of the first time; null when the meeting does not repeat */
    @Nullable
    RepeatRule rule(@Nullable LocalDate first) {
        if (first == null || every.getValue() == Every.NEVER) {
            return null;
        }
        RepeatRule rule = switch (every.getValue()) {
            case FORTNIGHT -> RepeatRule.weekly(2, Set.of());
            case MONTH_WEEKDAY -> RepeatRule.monthlyOn(1, place(first), first.getDayOfWeek());
            case MONTH_DAY -> RepeatRule.monthlyOnDay(1, first.getDayOfMonth());
            default -> RepeatRule.weekly(1, Set.of());
        };
        LocalDate last = until.getValue();
        return last == null ? rule : rule.until(last);
    }

    /** The fifth is the last, since not every month has one. */
    private static int place(LocalDate day) {
        int place = (day.getDayOfMonth() - 1) / 7 + 1;
        return place > 4 ? -1 : place;
    }
}
