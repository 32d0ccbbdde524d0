package org.convive.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convive.calendar.RepeatRule.Frequency;
import org.convive.calendar.RepeatRule.Weekday;

/**
 * The dates of a rule, in order, from its start on: the table of RFC 5545 §3.3.10, period by period. Ends by itself
 * when no date comes for a long time (30 February) or the calendar of people ends.
 */
final class RepeatDates implements Iterator<LocalDate> {
    private static final int END_OF_TIME = 2200;

    /** Forty years of days. Who lets a rule begin in the year 1 and never happen does not keep the portal busy. */
    private static final int MOST_PERIODS = 15_000;

    private final RepeatRule rule;
    private final LocalDate start;
    private final List<LocalDate> period = new ArrayList<>();
    private long number;
    private int looked;
    private int at;

    /** @param from periods that end before it may be left out; not with a rule that counts */
    RepeatDates(RepeatRule rule, LocalDate start, LocalDate from) {
        this.rule = rule;
        this.start = start;
        if (from.isAfter(start)) {
            number = Math.max(0, ChronoUnit.DAYS.between(start, from) / longestPeriod() / rule.interval() - 1);
        }
        fill();
    }

    private int longestPeriod() {
        return switch (rule.frequency()) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> 31;
            case YEARLY -> 366;
        };
    }

    @Override
    public boolean hasNext() {
        return at < period.size();
    }

    @Override
    public LocalDate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        LocalDate date = period.get(at++);
        if (at == period.size()) {
            fill();
        }
        return date;
    }

    /** Goes on to the next period that has a date. */
    private void fill() {
        period.clear();
        at = 0;
        while (period.isEmpty()) {
            LocalDate first = firstOfPeriod();
            if (first.getYear() > END_OF_TIME || ++looked > MOST_PERIODS) {
                return;
            }
            period.addAll(positioned(new ArrayList<>(new TreeSet<>(
                            candidates(first).filter(this::inMonths).toList())))
                    .filter(date -> !date.isBefore(start))
                    .toList());
            number++;
        }
    }

    private LocalDate firstOfPeriod() {
        long steps = number * rule.interval();
        return switch (rule.frequency()) {
            case DAILY -> start.plusDays(steps);
            case WEEKLY ->
                start.with(TemporalAdjusters.previousOrSame(rule.weekStart())).plusWeeks(steps);
            case MONTHLY -> start.withDayOfMonth(1).plusMonths(steps);
            case YEARLY -> start.withDayOfYear(1).plusYears(steps);
        };
    }

    private Stream<LocalDate> candidates(LocalDate first) {
        return switch (rule.frequency()) {
            case DAILY -> Stream.of(first).filter(this::onMonthDays).filter(this::onWeekdays);
            case WEEKLY -> IntStream.range(0, 7).mapToObj(first::plusDays).filter(this::inWeek);
            case MONTHLY -> ofMonth(YearMonth.from(first));
            case YEARLY -> ofYear(first);
        };
    }

    private boolean inWeek(LocalDate date) {
        return rule.days().isEmpty() ? date.getDayOfWeek() == start.getDayOfWeek() : onWeekdays(date);
    }

    private Stream<LocalDate> ofMonth(YearMonth month) {
        if (!rule.monthDays().isEmpty()) {
            return days(month).filter(this::onMonthDays).filter(this::onWeekdays);
        }
        if (!rule.days().isEmpty()) {
            return rule.days().stream().flatMap(day -> placed(day, month.atDay(1), month.atEndOfMonth()));
        }
        return days(month).filter(date -> date.getDayOfMonth() == start.getDayOfMonth());
    }

    private Stream<LocalDate> ofYear(LocalDate first) {
        List<YearMonth> months = rule.months().isEmpty()
                ? IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> YearMonth.of(first.getYear(), month))
                        .toList()
                : rule.months().stream()
                        .map(month -> YearMonth.of(first.getYear(), month))
                        .toList();
        if (!rule.monthDays().isEmpty()) {
            return months.stream().flatMap(this::days).filter(this::onMonthDays).filter(this::onWeekdays);
        }
        if (!rule.days().isEmpty()) {
            return rule.months().isEmpty()
                    ? rule.days().stream()
                            .flatMap(day -> placed(day, first, first.with(TemporalAdjusters.lastDayOfYear())))
                    : months.stream().flatMap(this::ofMonth);
        }
        if (rule.months().isEmpty()) {
            months = List.of(YearMonth.of(first.getYear(), start.getMonth()));
        }
        return months.stream().flatMap(this::days).filter(date -> date.getDayOfMonth() == start.getDayOfMonth());
    }

    private Stream<LocalDate> days(YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(month::atDay);
    }

    /** All of a weekday between two dates, or the one at its place. */
    private static Stream<LocalDate> placed(Weekday weekday, LocalDate first, LocalDate last) {
        DayOfWeek day = weekday.day();
        LocalDate from = first.with(TemporalAdjusters.nextOrSame(day));
        LocalDate until = last.with(TemporalAdjusters.previousOrSame(day));
        int place = weekday.place();
        if (place == 0) {
            return Stream.iterate(from, date -> !date.isAfter(until), date -> date.plusWeeks(1));
        }
        LocalDate one = place > 0 ? from.plusWeeks(place - 1L) : until.plusWeeks(place + 1L);
        return one.isBefore(first) || one.isAfter(last) ? Stream.empty() : Stream.of(one);
    }

    private boolean onWeekdays(LocalDate date) {
        return rule.days().isEmpty() || rule.days().stream().anyMatch(weekday -> isPlaced(weekday, date));
    }

    private boolean isPlaced(Weekday weekday, LocalDate date) {
        if (weekday.place() == 0 || rule.frequency() == Frequency.DAILY || rule.frequency() == Frequency.WEEKLY) {
            return weekday.day() == date.getDayOfWeek();
        }
        boolean inYear = rule.frequency() == Frequency.YEARLY && rule.months().isEmpty();
        LocalDate first = inYear ? date.withDayOfYear(1) : date.withDayOfMonth(1);
        LocalDate last = date.with(inYear ? TemporalAdjusters.lastDayOfYear() : TemporalAdjusters.lastDayOfMonth());
        return placed(weekday, first, last).anyMatch(date::equals);
    }

    private boolean onMonthDays(LocalDate date) {
        return rule.monthDays().isEmpty()
                || rule.monthDays().contains(date.getDayOfMonth())
                || rule.monthDays().contains(date.getDayOfMonth() - date.lengthOfMonth() - 1);
    }

    private boolean inMonths(LocalDate date) {
        return rule.months().isEmpty() || rule.months().contains(date.getMonthValue());
    }

    private Stream<LocalDate> positioned(List<LocalDate> dates) {
        if (rule.positions().isEmpty()) {
            return dates.stream();
        }
        return rule.positions().stream()
                .map(position -> position > 0 ? position - 1 : dates.size() + position)
                .filter(index -> index >= 0 && index < dates.size())
                .sorted()
                .distinct()
                .map(dates::get);
    }
}
