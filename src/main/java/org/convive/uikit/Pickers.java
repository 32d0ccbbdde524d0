package org.convive.uikit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Date and time pickers in the reader's language. */
public final class Pickers {
    private Pickers() {}

    public static DatePicker date(String label, Locale locale) {
        DatePicker picker = new DatePicker(label);
        localise(picker, locale);
        return picker;
    }

    public static TimePicker time(String label, Locale locale) {
        TimePicker picker = new TimePicker(label);
        picker.setLocale(french(locale) ? Locale.FRANCE : Locale.UK);
        picker.setStep(Duration.ofMinutes(30));
        return picker;
    }

    /** Names, order and first day of the week. */
    public static void localise(DatePicker picker, Locale locale) {
        Locale language = french(locale) ? Locale.FRANCE : Locale.UK;
        picker.setLocale(language);
        picker.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(months(language))
                .setWeekdays(days(TextStyle.FULL, language))
                .setWeekdaysShort(days(TextStyle.SHORT, language))
                .setFirstDayOfWeek(1)
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy", "d/M/yy", "yyyy-MM-dd")
                .setToday(Words.text(locale, "uikit.picker.today"))
                .setCancel(Words.text(locale, "uikit.picker.cancel"))
                .setBadInputErrorMessage(Words.text(locale, "uikit.picker.bad-date")));
    }

    private static List<String> months(Locale locale) {
        return Arrays.stream(new DateFormatSymbols(locale).getMonths())
                .limit(12)
                .toList();
    }

    /** Sunday first, as the picker wants them. */
    private static List<String> days(TextStyle style, Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.minus(1).getDisplayName(style, locale))
                .toList();
    }

    private static boolean french(Locale locale) {
        return locale.getLanguage().equals("fr");
    }
}
