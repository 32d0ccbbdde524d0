package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convive.means.BookingRules;
import org.convive.means.Lengths;
import org.convive.means.OpeningHours;
import org.convive.shared.Message;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Facts;

/** What the owner asks of a booking, as sentences. */
final class RulesInWords {
    private RulesInWords() {}

    static Facts of(BookingRules rules, Locale locale) {
        Facts facts = new Facts();
        facts.addClassName("cv-facts-column");
        hours(rules.hours(), locale).forEach(line -> facts.with(CvIcon.CLOCK, line));
        facts.with(
                CvIcon.RULER,
                text(Lengths.message("means.rule.shortest", rules.shortest())) + ", "
                        + text(Lengths.message("means.rule.longest", rules.longest())));
        if (!rules.setUp().isZero()) {
            facts.with(CvIcon.WRENCH, text(Lengths.message("means.rule.set-up", rules.setUp())));
        }
        if (!rules.tearDown().isZero()) {
            facts.with(CvIcon.WRENCH, text(Lengths.message("means.rule.tear-down", rules.tearDown())));
        }
        if (!rules.notice().isZero()) {
            facts.with(CvIcon.HOURGLASS, text(Lengths.message("means.rule.notice", rules.notice())));
        }
        facts.with(CvIcon.CALENDAR_DAYS, text(Message.of("means.rule.horizon", rules.horizonDays())));
        return facts;
    }

    private static List<String> hours(OpeningHours hours, Locale locale) {
        if (hours.isAlways()) {
            return List.of(text(Message.of("means.rule.always")));
        }
        var lines = new ArrayList<String>();
        DayOfWeek[] week = DayOfWeek.values();
        for (int i = 0; i < week.length; i++) {
            List<OpeningHours.Span> spans = hours.days().get(week[i]);
            int first = i;
            while (spans != null
                    && i + 1 < week.length
                    && spans.equals(hours.days().get(week[i + 1]))) {
                i++;
            }
            if (spans != null) {
                lines.add(days(week[first], week[i], locale) + " "
                        + spans.stream().map(span -> span(span, locale)).collect(Collectors.joining(", ")));
            }
        }
        return lines.isEmpty() ? List.of(text(Message.of("means.rule.closed"))) : lines;
    }

    /** One day by its whole name, several by their short ones. */
    private static String days(DayOfWeek first, DayOfWeek last, Locale locale) {
        if (first == last) {
            return first.getDisplayName(TextStyle.FULL, locale);
        }
        return text(Message.of(
                last == first.plus(1) ? "means.rule.two-days" : "means.rule.days",
                first.getDisplayName(TextStyle.SHORT, locale),
                last.getDisplayName(TextStyle.SHORT, locale)));
    }

    private static String span(OpeningHours.Span span, Locale locale) {
        String closes = span.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : Dates.time(span.closes(), locale);
        return text(Message.of("means.rule.span", Dates.time(span.opens(), locale), closes));
    }

    private static String text(Message message) {
        return UI.getCurrent().getTranslation(message.key(), message.args().toArray());
    }
}
