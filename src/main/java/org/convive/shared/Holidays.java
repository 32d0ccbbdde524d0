package org.convive.shared;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Public holidays of countries and regions, from the tables that jollyday carries. */
public final class Holidays {
    private static final Map<String, HolidayManager> MANAGERS = new ConcurrentHashMap<>();
    private static final Map<String, Map<LocalDate, Holiday>> YEARS = new ConcurrentHashMap<>();
    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .filter(code -> code.length() == 2)
            .collect(Collectors.toUnmodifiableSet());

    private Holidays() {}

    /** Whether there is a table for this country, or for this part of a country: {@code fr}, {@code de-by}. */
    public static boolean knows(String region) {
        String[] parts = region.split("-", -1);
        if (!COUNTRIES.contains(parts[0])) {
            return false;
        }
        Map<String, CalendarHierarchy> within =
                manager(parts[0]).getCalendarHierarchy().getChildren();
        for (String part : rest(parts)) {
            CalendarHierarchy next = within.get(part);
            if (next == null) {
                return false;
            }
            within = next.getChildren();
        }
        return true;
    }

    private static String[] rest(String[] parts) {
        return Arrays.copyOfRange(parts, 1, parts.length);
    }

    /** Whether a day is a public holiday of a region that is known. */
    public static boolean in(String region, LocalDate day) {
        return year(region, day).containsKey(day);
    }

    /** The name of a day in a language when it is a public holiday; empty also where the region is not known. */
    public static Optional<String> name(String region, LocalDate day, Locale locale) {
        String code = region.toLowerCase(Locale.ROOT);
        return knows(code)
                ? Optional.ofNullable(year(code, day).get(day)).map(holiday -> holiday.getDescription(locale))
                : Optional.empty();
    }

    /** The countries we know by their name in a language, in order. */
    public static Map<String, String> countries(Locale locale) {
        var names = new TreeMap<String, String>();
        COUNTRIES.forEach(code -> names.put(Locale.of("", code).getDisplayCountry(locale), code));
        return names;
    }

    private static Map<LocalDate, Holiday> year(String region, LocalDate day) {
        return YEARS.computeIfAbsent(region + "/" + day.getYear(), key -> year(region, day.getYear()));
    }

    private static Map<LocalDate, Holiday> year(String region, int year) {
        String[] parts = region.split("-", -1);
        return manager(parts[0]).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, rest(parts)).stream()
                .collect(Collectors.toUnmodifiableMap(Holiday::getDate, holiday -> holiday, (first, second) -> first));
    }

    private static HolidayManager manager(String country) {
        return MANAGERS.computeIfAbsent(country, code -> HolidayManager.getInstance(ManagerParameters.create(code)));
    }
}
