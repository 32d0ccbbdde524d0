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
        for (DayOfWeek day : DayOfWeek.values()) {
            List<OpeningHours.Span> spans = hours.days().get(day);
            if (spans != null) {
                lines.add(day.getDisplayName(TextStyle.FULL, locale) + " "
                        + spans.stream().map(span -> span(span, locale)).collect(Collectors.joining(", ")));
            }
        }
        return lines.isEmpty() ? List.of(text(Message.of("means.rule.closed"))) : lines;
    }

    private static String span(OpeningHours.Span span, Locale locale) {
        String closes = span.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : Dates.time(span.closes(), locale);
        return text(Message.of("means.rule.span", Dates.time(span.opens(), locale), closes));
    }

    private static String text(Message message) {
        return UI.getCurrent().getTranslation(message.key(), message.args().toArray());
    }
}
