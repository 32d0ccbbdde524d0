package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.convive.calendar.busy.MyTimes;
import org.convive.identity.Actor;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;

/** Beside a time that somebody chooses: what they have then themselves. Nothing when they are free. */
public final class BusyThen extends Div {
    private static final int NAMED = 3;

    /** @param zone whose clocks the time beside it is shown in */
    public BusyThen(MyTimes times, Actor actor, Instant from, Instant to, ZoneId zone) {
        addClassName("cv-busy-then");
        List<MyTimes.Item> items = times.between(actor.person(), from, to);
        setVisible(!items.isEmpty());
        if (items.isEmpty()) {
            return;
        }
        Dates dates = Dates.of(actor.locale(), zone);
        String words = items.stream()
                .limit(NAMED)
                .map(item -> words(item, dates, zone))
                .collect(Collectors.joining(" · "));
        addClassName("cv-row");
        add(CvIcon.CALENDAR_CLOCK.create(), new Paragraph(getTranslation("calendar.busy.then", words)));
    }

    private String words(MyTimes.Item item, Dates dates, ZoneId zone) {
        boolean sameDay = item.from()
                .atZone(zone)
                .toLocalDate()
                .equals(item.to().minusMillis(1).atZone(zone).toLocalDate());
        String when = sameDay ? dates.hours(item.from(), item.to()) : dates.range(item.from(), item.to());
        return item.title().isBlank()
                ? getTranslation("calendar.busy.then.elsewhere", when)
                : getTranslation("calendar.busy.then.here", item.title(), when);
    }
}
