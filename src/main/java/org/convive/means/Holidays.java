package org.convive.means;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Public holidays of countries and regions, from the tables that jollyday carries. */
public final class Holidays {
    private static final Map<String, HolidayManager> MANAGERS = new ConcurrentHashMap<>();
    private static final Map<String, Set<LocalDate>> YEARS = new ConcurrentHashMap<>();
    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .filter(code -> code.length() == 2)
            .collect(Collectors.toUnmodifiableSet());

    private Holidays() {}

    /** Whether there is a table for this country, or for this part of a country: {@code fr}, {@code de-by}. */
    static boolean knows(String region) {
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

    static boolean in(String region, LocalDate day) {
        return YEARS.computeIfAbsent(region + "/" + day.getYear(), key -> year(region, day.getYear()))
                .contains(day);
    }

    /** The countries we know by their name in a language, in order. */
    public static Map<String, String> countries(Locale locale) {
        var names = new TreeMap<String, String>();
        COUNTRIES.forEach(code -> names.put(Locale.of("", code).getDisplayCountry(locale), code));
        return names;
    }

    private static Set<LocalDate> year(String region, int year) {
        String[] parts = region.split("-", -1);
        return manager(parts[0]).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, rest(parts)).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HolidayManager manager(String country) {
        return MANAGERS.computeIfAbsent(country, code -> HolidayManager.getInstance(ManagerParameters.create(code)));
    }
}
