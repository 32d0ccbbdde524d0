package org.convive.means.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.convive.uikit.Buttons;
import org.convive.uikit.Pickers;

/** What is needed, and when: at a time, or so many hours some time within days; how far and how dear at most. */
class FindFields extends Div {
    private static final int USUAL_HOURS = 4;
    private static final List<Integer> DISTANCES = List.of(0, 10, 25, 50, 100);

    private final transient FindState state;
    private final Locale locale;
    private final transient Consumer<FindState> changed;

    FindFields(FindState state, Locale locale, Consumer<FindState> changed) {
        this.state = state;
        this.locale = locale;
        this.changed = changed;
        addClassNames("cv-pane-box", "cv-means-find");
        getElement().setAttribute("role", "search");
        for (int i = 0; i < state.needs().size(); i++) {
            int index = i;
            add(new NeedFields(
                    i + 1,
                    state.needs().get(i),
                    need -> changed.accept(state.withNeed(index, need)),
                    state.needs().size() > 1 ? () -> changed.accept(state.withoutNeed(index)) : null));
        }
        if (state.mayAdd()) {
            add(Buttons.quiet(getTranslation("means.find.add"), () -> changed.accept(state.andNeed())));
        }
        RadioButtonGroup<Boolean> way = new RadioButtonGroup<>(getTranslation("means.find.when"));
        way.setItems(true, false);
        way.setItemLabelGenerator(exact -> getTranslation(exact ? "means.find.exact" : "means.find.some"));
        way.setValue(state.hours() == null);
        way.addValueChangeListener(e -> changed.accept(
                e.getValue()
                        ? state.some(null, state.day(), state.day())
                        : state.some(USUAL_HOURS, state.day(), state.day().plusDays(7))));
        Div when = state.hours() == null ? exact() : some();
        when.add(distance(), price());
        when.addClassName("cv-means-fields");
        add(way, when);
    }

    private Div exact() {
        DatePicker day = Pickers.date(getTranslation("means.search.day"), locale);
        day.setValue(state.day());
        TimePicker from = Pickers.time(getTranslation("means.search.from"), locale);
        from.setValue(state.from());
        TimePicker to = Pickers.time(getTranslation("means.search.to"), locale);
        to.setValue(state.to());
        DatePicker last = Pickers.date(getTranslation("means.search.last"), locale);
        last.setPlaceholder(getTranslation("means.search.same-day"));
        last.setClearButtonVisible(true);
        last.setMin(state.day());
        last.setValue(state.lastDay().isAfter(state.day()) ? state.lastDay() : null);
        Runnable tell = () -> {
            if (day.getValue() != null && from.getValue() != null && to.getValue() != null) {
                changed.accept(state.at(day.getValue(), from.getValue(), to.getValue(), last.getValue()));
            }
        };
        day.addValueChangeListener(e -> tell.run());
        from.addValueChangeListener(e -> tell.run());
        to.addValueChangeListener(e -> tell.run());
        last.addValueChangeListener(e -> tell.run());
        return new Div(day, from, to, last);
    }

    private Div some() {
        IntegerField hours = new IntegerField(getTranslation("means.find.hours"));
        hours.setMin(1);
        hours.setMax(240);
        hours.setStepButtonsVisible(true);
        hours.setValue(state.hours());
        DatePicker first = Pickers.date(getTranslation("means.find.first"), locale);
        first.setValue(state.day());
        DatePicker last = Pickers.date(getTranslation("means.find.last"), locale);
        last.setValue(state.lastDay());
        Runnable tell = () -> {
            if (hours.getValue() != null && first.getValue() != null && last.getValue() != null) {
                changed.accept(state.some(Math.clamp(hours.getValue(), 1, 240), first.getValue(), last.getValue()));
            }
        };
        hours.addValueChangeListener(e -> tell.run());
        first.addValueChangeListener(e -> tell.run());
        last.addValueChangeListener(e -> tell.run());
        return new Div(hours, first, last);
    }

    private Select<Integer> distance() {
        Select<Integer> distance = new Select<>();
        distance.setLabel(getTranslation("means.find.distance"));
        distance.setItems(DISTANCES);
        distance.setItemLabelGenerator(
                km -> km == 0 ? getTranslation("means.find.anywhere") : getTranslation("means.find.within", km));
        distance.setValue(state.km() == null || !DISTANCES.contains(state.km()) ? 0 : state.km());
        distance.addValueChangeListener(
                e -> changed.accept(state.within(e.getValue() == 0 ? null : e.getValue(), state.most())));
        return distance;
    }

    private IntegerField price() {
        IntegerField most = new IntegerField(getTranslation("means.find.price"));
        most.setMin(1);
        most.setClearButtonVisible(true);
        most.setPlaceholder(getTranslation("means.find.any-price"));
        most.setValue(state.most());
        most.addValueChangeListener(e -> changed.accept(
                state.within(state.km(), e.getValue() == null || e.getValue() < 1 ? null : e.getValue())));
        return most;
    }
}
