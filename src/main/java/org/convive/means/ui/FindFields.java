package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pickers;

/** What is needed, and when: at a time, or so many hours some time within days. */
class FindFields extends Div {
    private static final int USUAL_HOURS = 4;
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
            add(need(i));
        }
        if (state.mayAdd()) {
            add(Buttons.quiet(getTranslation("means.find.add"), () -> changed.accept(state.andNeed())));
        }
        RadioButtonGroup<Boolean> way = new RadioButtonGroup<>(getTranslation("means.find.when"));
        way.setItems(true, false);
        way.setItemLabelGenerator(exact -> getTranslation(exact ? "means.find.exact" : "means.find.some"));
        way.setValue(state.hours() == null);
        way.addValueChangeListener(e -> changed.accept(state.some(e.getValue() ? null : USUAL_HOURS, state.lastDay())));
        Div when = state.hours() == null ? exact() : some();
        when.addClassName("cv-means-fields");
        add(way, when);
    }

    private Component need(int index) {
        TextField text = new TextField(getTranslation(index == 0 ? "means.search.what" : "means.find.and", index + 1));
        text.setPrefixComponent(CvIcon.SEARCH.create());
        text.setMaxLength(100);
        text.setClearButtonVisible(true);
        text.setValue(state.needs().get(index));
        text.addClassName("cv-grow");
        text.addValueChangeListener(e -> changed.accept(state.withNeed(index, e.getValue())));
        Div row = new Div(text);
        row.addClassName("cv-row");
        if (state.needs().size() > 1) {
            row.add(Buttons.icon(
                    CvIcon.X,
                    getTranslation("means.find.remove", index + 1),
                    () -> changed.accept(state.withoutNeed(index))));
        }
        return row;
    }

    private Div exact() {
        DatePicker day = Pickers.date(getTranslation("means.search.day"), locale);
        day.setValue(state.day());
        TimePicker from = Pickers.time(getTranslation("means.search.from"), locale);
        from.setValue(state.from());
        TimePicker to = Pickers.time(getTranslation("means.search.to"), locale);
        to.setValue(state.to());
        Runnable tell = () -> {
            if (day.getValue() != null && from.getValue() != null && to.getValue() != null) {
                changed.accept(state.at(day.getValue(), from.getValue(), to.getValue()));
            }
        };
        day.addValueChangeListener(e -> tell.run());
        from.addValueChangeListener(e -> tell.run());
        to.addValueChangeListener(e -> tell.run());
        return new Div(day, from, to, distance());
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
                changed.accept(state.at(first.getValue(), state.from(), state.to())
                        .some(Math.clamp(hours.getValue(), 1, 240), last.getValue()));
            }
        };
        hours.addValueChangeListener(e -> tell.run());
        first.addValueChangeListener(e -> tell.run());
        last.addValueChangeListener(e -> tell.run());
        return new Div(hours, first, last, distance());
    }

    private Select<Integer> distance() {
        Select<Integer> distance = new Select<>();
        distance.setLabel(getTranslation("means.find.distance"));
        distance.setItems(List.of(0, 10, 25, 50, 100));
        distance.setItemLabelGenerator(
                km -> km == 0 ? getTranslation("means.find.anywhere") : getTranslation("means.find.within", km));
        distance.setValue(state.km() == null || !List.of(10, 25, 50, 100).contains(state.km()) ? 0 : state.km());
        distance.addValueChangeListener(e -> changed.accept(state.within(e.getValue() == 0 ? null : e.getValue())));
        return distance;
    }
}
