package org.convive.means.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.means.Closures;
import org.convive.means.OpeningHours.Span;
import org.convive.shared.Holidays;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pickers;
import org.jspecify.annotations.Nullable;

/** Public holidays, and days that are closed or open at other hours than every week. */
class ClosuresField extends CustomField<Closures> {
    private final Locale locale;
    private final Map<String, String> countries;
    private final Select<String> holidays = new Select<>();
    private final Div rows = new Div();
    private final List<Row> days = new ArrayList<>();
    private @Nullable String region;

    /** One line: from, to, and hours unless it is closed. */
    private record Row(DatePicker first, DatePicker last, TimePicker opens, TimePicker closes, Div line) {}

    ClosuresField(Locale locale) {
        this.locale = locale;
        this.countries = Holidays.countries(locale);
        setLabel(getTranslation("means.form.closures"));
        setHelperText(getTranslation("means.form.closures.help"));
        holidays.setLabel(getTranslation("means.form.holidays"));
        holidays.setEmptySelectionAllowed(true);
        holidays.setEmptySelectionCaption(getTranslation("means.form.holidays.none"));
        holidays.setItems(countries.keySet());
        holidays.addValueChangeListener(e -> region = e.getValue() == null ? null : countries.get(e.getValue()));
        rows.addClassName("cv-stack");
        Div all = new Div(
                holidays,
                rows,
                Buttons.plain(
                        getTranslation("means.form.closures.add"),
                        CvIcon.PLUS,
                        () -> append(new Row(date("first"), date("last"), time("opens"), time("closes"), new Div()))));
        all.addClassName("cv-stack");
        add(all);
    }

    private DatePicker date(String which) {
        DatePicker picker = Pickers.date("", locale);
        picker.setAriaLabel(getTranslation("means.blackout." + which + "-day"));
        picker.setPlaceholder(getTranslation("means.blackout." + which + "-day"));
        return picker;
    }

    private TimePicker time(String which) {
        TimePicker picker = Pickers.time("", locale);
        picker.setAriaLabel(getTranslation("means.form." + which + ".short"));
        picker.setPlaceholder(getTranslation("means.form." + which + ".short"));
        picker.setClearButtonVisible(true);
        return picker;
    }

    private void append(Row row) {
        row.line().addClassNames("cv-means-day", "cv-means-closure");
        row.line()
                .add(
                        row.first(),
                        row.last(),
                        row.opens(),
                        row.closes(),
                        Buttons.icon(CvIcon.TRASH, getTranslation("means.form.closures.remove"), () -> {
                            days.remove(row);
                            rows.remove(row.line());
                        }));
        days.add(row);
        rows.add(row.line());
    }

    void show(Closures closures) {
        region = closures.holidays().isEmpty() ? null : closures.holidays();
        countries.entrySet().stream()
                .filter(one -> one.getValue().equals(closures.holidays()))
                .findFirst()
                .ifPresent(one -> holidays.setValue(one.getKey()));
        for (Closures.Days one : closures.exceptions()) {
            Row row = new Row(date("first"), date("last"), time("opens"), time("closes"), new Div());
            row.first().setValue(one.first());
            row.last().setValue(one.last());
            if (!one.hours().isEmpty()) {
                row.opens().setValue(one.hours().getFirst().opens());
                row.closes().setValue(one.hours().getLast().closes());
            }
            append(row);
        }
    }

    /** What is typed now; lines without a first day are left out. */
    Closures typed() {
        return new Closures(
                region == null ? "" : region,
                days.stream()
                        .filter(row -> row.first().getValue() != null)
                        .map(row -> new Closures.Days(
                                row.first().getValue(),
                                row.last().getValue() == null
                                        ? row.first().getValue()
                                        : row.last().getValue(),
                                hours(row.opens().getValue(), row.closes().getValue())))
                        .toList());
    }

    private static List<Span> hours(@Nullable LocalTime opens, @Nullable LocalTime closes) {
        return opens == null || closes == null ? List.of() : List.of(new Span(opens, closes));
    }

    @Override
    protected Closures generateModelValue() {
        return typed();
    }

    @Override
    protected void setPresentationValue(@Nullable Closures value) {
        // shown through show()
    }
}
