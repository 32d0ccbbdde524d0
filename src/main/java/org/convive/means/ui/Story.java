package org.convive.means.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.convive.means.BookingDeed;
import org.convive.means.BookingEvents;
import org.convive.means.Deed;
import org.convive.uikit.Dates;

/** What happened to a booking, in order: who did what when. */
class Story extends OrderedList {
    Story(List<BookingEvents.Told> told, Dates dates) {
        addClassName("cv-means-story");
        getElement().setAttribute("role", "list");
        told.forEach(one -> {
            String name = one.name() == null ? getTranslation("means.story.nobody") : one.name();
            Span when = new Span(dates.dayAndTime(one.deed().at()));
            when.addClassName("cv-q");
            Span what = new Span(getTranslation("means.story." + key(one.deed()), name, detail(one, dates)));
            add(new ListItem(what, when));
        });
    }

    private static String key(BookingDeed deed) {
        return deed.deed() == Deed.CANCELLED && deed.detail().equals("no-show")
                ? "NO_SHOW"
                : deed.deed().name();
    }

    /** The former time in words, where the deed says one. */
    private String detail(BookingEvents.Told one, Dates dates) {
        String detail = one.deed().detail();
        Deed deed = one.deed().deed();
        if (deed != Deed.MOVED && deed != Deed.PROPOSED) {
            return detail;
        }
        String[] sides = detail.split("/", 2);
        try {
            return sides.length < 2 ? detail : dates.range(Instant.parse(sides[0]), Instant.parse(sides[1]));
        } catch (DateTimeException e) {
            return detail;
        }
    }
}
