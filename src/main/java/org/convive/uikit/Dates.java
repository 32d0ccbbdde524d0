package org.convive.uikit;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;

/** Dates, times, numbers and money as people of a language write them: 18:30 and 18 h 30. */
public record Dates(Locale locale, ZoneId zone) {
    private static final String NARROW = "\u202f";

    public static Dates of(Locale locale, ZoneId zone) {
        return new Dates(locale, zone);
    }

    /** "Thu 19 March", « jeu. 19 mars ». */
    public String day(Instant at) {
        return day(at.atZone(zone).toLocalDate(), locale);
    }

    public static String day(LocalDate day, Locale locale) {
        return pattern("EEE d MMMM", locale, day);
    }

    /** "19 Mar", « 19 mars ». */
    public static String dayShort(LocalDate day, Locale locale) {
        return pattern("d MMM", locale, day);
    }

    /** "19 March", « 19 mars ». */
    public static String dayOfYear(LocalDate day, Locale locale) {
        return pattern("d MMMM", locale, day);
    }

    /** "Thursday 19 March", « jeudi 19 mars ». */
    public String dayLong(Instant at) {
        return dayLong(at.atZone(zone).toLocalDate(), locale);
    }

    public static String dayLong(LocalDate day, Locale locale) {
        return pattern("EEEE d MMMM", locale, day);
    }

    /** "19 March 2026", « 19 mars 2026 ». */
    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate(), locale);
    }

    public static String date(LocalDate day, Locale locale) {
        return pattern("d MMMM yyyy", locale, day);
    }

    /** "March 2026", « mars 2026 ». */
    public static String month(LocalDate day, Locale locale) {
        return pattern("MMMM yyyy", locale, day);
    }

    /** "18:30", « 18 h 30 ». */
    public String time(Instant at) {
        return time(at.atZone(zone).toLocalTime(), locale);
    }

    public static String time(LocalTime time, Locale locale) {
        if (!french(locale)) {
            return pattern("HH:mm", locale, time);
        }
        String hour = time.getHour() + NARROW + "h";
        return time.getMinute() == 0 ? hour : hour + NARROW + String.format(Locale.ROOT, "%02d", time.getMinute());
    }

    /** "18:30 to 21:30", « 18 h 30 à 21 h 30 », with the second day when it is another one. */
    public String hours(Instant from, Instant to) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        String until = time(to);
        if (!start.toLocalDate().equals(end.toLocalDate())) {
            until = Words.text(locale, "uikit.dates.at", day(to), until);
        }
        return Words.text(locale, "uikit.dates.range", time(from), until);
    }

    /** "Thursday 19 March, 18:30 to 21:30", « jeudi 19 mars, 18 h 30 à 21 h 30 ». */
    public String range(Instant from, Instant to) {
        return dayLong(from) + ", " + hours(from, to);
    }

    /** "Thursday 19 March, 18:30". */
    public String dayAndTime(Instant at) {
        return Words.text(locale, "uikit.dates.at", dayLong(at), time(at));
    }

    /** "in a week", "tomorrow", "3 days ago"; « dans une semaine », « demain ». Counted in days of the zone. */
    public String relative(Instant at, Instant now) {
        LocalDate day = at.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), day);
        long far = Math.abs(days);
        String way = days < 0 ? "ago" : "in";
        if (far == 0) {
            return Words.text(locale, "uikit.dates.today");
        }
        if (far == 1) {
            return Words.text(locale, days > 0 ? "uikit.dates.tomorrow" : "uikit.dates.yesterday");
        }
        if (far < 7) {
            return Words.text(locale, "uikit.dates." + way + ".days", far);
        }
        if (far < 60) {
            return Words.text(locale, "uikit.dates." + way + ".weeks", far / 7);
        }
        if (far < 365) {
            return Words.text(locale, "uikit.dates." + way + ".months", Math.round(far / 30.4));
        }
        return Words.text(locale, "uikit.dates." + way + ".years", far / 365);
    }

    /** "2 h", "1 h 30", "45 min". */
    public String duration(Instant from, Instant to) {
        long minutes = ChronoUnit.MINUTES.between(from, to);
        if (minutes < 60) {
            return minutes + NARROW + "min";
        }
        String hours = minutes / 60 + NARROW + "h";
        return minutes % 60 == 0 ? hours : hours + NARROW + String.format(Locale.ROOT, "%02d", minutes % 60);
    }

    /** "1,840", « 1 840 ». */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    public String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** Money from minor units: "€180", « 180 € »; cents only when there are some. */
    public String money(long minor, String currencyCode) {
        Currency currency = Currency.getInstance(currencyCode);
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        NumberFormat format = NumberFormat.getCurrencyInstance(french(locale) ? Locale.FRANCE : Locale.UK);
        format.setCurrency(currency);
        boolean whole = minor % (long) Math.pow(10, digits) == 0;
        format.setMaximumFractionDigits(whole ? 0 : digits);
        format.setMinimumFractionDigits(whole ? 0 : digits);
        return format.format(java.math.BigDecimal.valueOf(minor, digits));
    }

    private static boolean french(Locale locale) {
        return locale.getLanguage().equals("fr");
    }

    /** The first of a month is an ordinal in French, « 1er décembre », and only the first. */
    private static String pattern(String pattern, Locale locale, TemporalAccessor value) {
        boolean first = french(locale) && value.isSupported(DAY_OF_MONTH) && value.get(DAY_OF_MONTH) == 1;
        return DateTimeFormatter.ofPattern(first ? pattern.replace("d", "d'er'") : pattern, locale)
                .format(value);
    }
}
