package org.convive.means.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.function.Consumer;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pickers;

/** What do you need, which day, from when to when. */
class SearchBar extends Div {
    private static final int TYPING_MILLIS = 400;

    private final TextField text = new TextField(getTranslation("means.search.what"));
    private final DatePicker day;
    private final TimePicker from;
    private final TimePicker to;
    private final DatePicker last;

    SearchBar(MeansSearch search, Locale locale, Consumer<MeansSearch> changed) {
        addClassNames("cv-means-search", "cv-pane-box");
        getElement().setAttribute("role", "search");
        text.setPrefixComponent(CvIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(100);
        text.setValue(search.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_MILLIS);
        day = Pickers.date(getTranslation("means.search.day"), locale);
        day.setValue(search.day());
        from = Pickers.time(getTranslation("means.search.from"), locale);
        from.setValue(search.from());
        to = Pickers.time(getTranslation("means.search.to"), locale);
        to.setValue(search.to());
        last = Pickers.date(getTranslation("means.search.last"), locale);
        last.setPlaceholder(getTranslation("means.search.same-day"));
        last.setClearButtonVisible(true);
        last.setMin(search.day());
        last.setValue(search.isOverDays() ? search.last() : null);
        text.addValueChangeListener(e -> changed.accept(search.withText(e.getValue())));
        day.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                changed.accept(search.withDay(e.getValue()));
            }
        });
        from.addValueChangeListener(e -> hours(search, changed));
        to.addValueChangeListener(e -> hours(search, changed));
        last.addValueChangeListener(
                e -> changed.accept(search.until(e.getValue() == null ? search.day() : e.getValue())));
        add(text, day, from, to, last);
    }

    private void hours(MeansSearch search, Consumer<MeansSearch> changed) {
        if (from.getValue() != null && to.getValue() != null) {
            changed.accept(search.withHours(from.getValue(), to.getValue()));
        }
    }
}
