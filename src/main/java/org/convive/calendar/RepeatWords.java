package org.convive.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convive.calendar.RepeatRule.Frequency;
import org.convive.calendar.RepeatRule.Weekday;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.stereotype.Component;

/** Says a recurrence as people say it: "Every 2 weeks on Tuesday, until 12 March 2027". */
@Component
public class RepeatWords {
    private static final int NAMED_EXCEPTIONS = 3;

    private final Translations translations;

    RepeatWords(Translations translations) {
        this.translations = translations;
    }

    public String of(Recurrence recurrence, Locale locale) {
        return new Sentence(recurrence, Translations.nearest(locale)).words();
    }

    private final class Sentence {
        private final Recurrence recurrence;
        private final RepeatRule rule;
        private final Locale locale;

        Sentence(Recurrence recurrence, Locale locale) {
            this.recurrence = recurrence;
            this.rule = recurrence.rule();
            this.locale = locale;
        }

        String words() {
            var words = new StringBuilder(often());
            LocalDate last = rule.until() == null ? null : rule.until().toLocalDate();
            Integer count = rule.count();
            if (last != null) {
                words.append(say("until", Dates.date(last, locale)));
            } else if (count != null) {
                words.append(say("times", count));
            }
            List<String> left = recurrence.excluded().stream()
                    .map(date -> Dates.date(date.toLocalDate(), locale))
                    .toList();
            if (left.size() > NAMED_EXCEPTIONS) {
                words.append(say("except-many", left.size()));
            } else if (!left.isEmpty()) {
                words.append(say("except", joined(left)));
            }
            if (!recurrence.added().isEmpty()) {
                words.append(say("added", recurrence.added().size()));
            }
            return words.toString();
        }

        private String often() {
            if (!isPlain()) {
                return say("own-rule");
            }
            if (rule.equals(weekdays()) && rule.interval() == 1) {
                return say("workdays");
            }
            String every = say("every." + rule.frequency(), rule.interval());
            return switch (rule.frequency()) {
                case DAILY -> every;
                case WEEKLY -> say("on", every, rule.days().isEmpty() ? startDay() : joined(days()));
                case MONTHLY -> say("on", every, rule.days().isEmpty() ? joined(monthDays()) : joined(places()));
                case YEARLY -> say("on", every, dayOfYear());
            };
        }

        /** Whether the few patterns that people use say all of it. */
        private boolean isPlain() {
            boolean simple = rule.positions().isEmpty() && rule.months().isEmpty();
            return simple
                    && switch (rule.frequency()) {
                        case DAILY -> rule.days().isEmpty() && rule.monthDays().isEmpty();
                        case WEEKLY -> true;
                        case MONTHLY ->
                            (rule.days().isEmpty() || rule.monthDays().isEmpty())
                                    && rule.days().stream().allMatch(day -> day.place() >= -2 && day.place() != 0)
                                    && rule.monthDays().stream().allMatch(day -> day >= -1);
                        case YEARLY -> rule.days().isEmpty() && rule.monthDays().isEmpty();
                    };
        }

        private RepeatRule weekdays() {
            return new RepeatRule(
                    Frequency.WEEKLY,
                    rule.interval(),
                    Stream.of(DayOfWeek.values()).limit(5).map(Weekday::each).toList(),
                    List.of(),
                    List.of(),
                    List.of(),
                    rule.count(),
                    rule.until(),
                    rule.weekStart());
        }

        private String startDay() {
            return name(Weekday.each(recurrence.start().getDayOfWeek()));
        }

        private List<String> days() {
            return rule.days().stream().map(this::name).toList();
        }

        private String name(Weekday weekday) {
            return weekday.day().getDisplayName(TextStyle.FULL, locale);
        }

        private List<String> places() {
            return rule.days().stream()
                    .map(day -> say("place", day.place(), name(day)))
                    .toList();
        }

        private List<String> monthDays() {
            List<Integer> days =
                    rule.monthDays().isEmpty() ? List.of(recurrence.start().getDayOfMonth()) : rule.monthDays();
            return days.stream().map(day -> say("month-day", day)).toList();
        }

        private String dayOfYear() {
            return Dates.dayOfYear(recurrence.start().toLocalDate(), locale);
        }

        private String joined(List<String> words) {
            if (words.size() == 1) {
                return words.getFirst();
            }
            var start = new ArrayList<>(words);
            String last = start.removeLast();
            return say("and", String.join(", ", start), last);
        }

        private String say(String key, Object... args) {
            return translations.text(locale, "calendar.repeat." + key, args);
        }
    }
}
