package org.convive.local.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;
import org.convive.shared.TimeSlot;

/** Counts working days from today: 0 is today, or the next working day; holidays of fixed date are none. */
record Days(LocalDate today, ZoneId zone) {
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    static Days from(Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        while (!isWorking(day)) {
            day = day.plusDays(1);
        }
        return new Days(day, zone);
    }

    LocalDate day(int working) {
        LocalDate day = today;
        int step = Integer.signum(working);
        for (int left = Math.abs(working); left > 0; ) {
            day = day.plusDays(step);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    Instant moment(int working, LocalTime time) {
        return moment(day(working), time);
    }

    Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** @param hours as {@code 08:00-12:00}; of the first day to the last when there are several */
    TimeSlot slot(int working, int days, String hours) {
        int dash = hours.indexOf('-');
        return new TimeSlot(
                moment(working, LocalTime.parse(hours.substring(0, dash).strip())),
                moment(
                        working + Math.max(days, 1) - 1,
                        LocalTime.parse(hours.substring(dash + 1).strip())));
    }

    private static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day));
    }
}
