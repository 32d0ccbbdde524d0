package org.convive.uikit;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as a small tile: 19, Thu. An open tile, in ember, stands for a date that is not yet chosen. */
public class DateTile extends Span {

    public DateTile(LocalDate day, Locale locale) {
        this(day, locale, false);
    }

    public DateTile(LocalDate day, Locale locale, boolean open) {
        this(
                open ? "?" : String.valueOf(day.getDayOfMonth()),
                DateTimeFormatter.ofPattern(open ? "MMM" : "EEE", locale).format(day),
                open);
        getElement().setAttribute("aria-label", open ? Dates.month(day, locale) : Dates.dayLong(day, locale));
    }

    private DateTile(String figure, String word, boolean open) {
        addClassName("cv-date");
        getElement().setAttribute("role", "img");
        if (open) {
            addClassName("cv-date-open");
        }
        Span number = new Span(figure);
        number.addClassName("cv-date-figure");
        add(number, new Span(word));
    }

    /** Month instead of the day of the week, for days far ahead: 2, Apr. */
    public static DateTile withMonth(LocalDate day, Locale locale) {
        DateTile tile = new DateTile(
                String.valueOf(day.getDayOfMonth()),
                DateTimeFormatter.ofPattern("MMM", locale).format(day),
                false);
        tile.getElement().setAttribute("aria-label", Dates.dayLong(day, locale));
        return tile;
    }

    /** The large tile of a hero, with day of the week and month: 19, Thu, Mar. */
    public static DateTile big(LocalDate day, Locale locale) {
        DateTile tile = new DateTile(
                String.valueOf(day.getDayOfMonth()),
                DateTimeFormatter.ofPattern(locale.getLanguage().equals("fr") ? "EEE MMM" : "EEE, MMM", locale)
                        .format(day),
                false);
        tile.addClassName("cv-date-big");
        tile.getElement().setAttribute("aria-label", Dates.dayLong(day, locale));
        return tile;
    }
}
