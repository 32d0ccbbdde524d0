package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Pane;

/** The owner's inbox: requests that wait for an answer, each with its three answers. */
final class RequestList {
    private RequestList() {}

    static Component of(Actor actor, List<BookingLine> requests, Answering answering) {
        if (requests.isEmpty()) {
            return new EmptyState(CvIcon.INBOX, text("means.requests.none"), text("means.requests.none.sentence"));
        }
        List<DayRow> rows = requests.stream()
                .map(one -> {
                    DayRow row = BookingRow.of(actor, one, actor.locale(), true);
                    if (!one.purpose().isBlank()) {
                        row.line(new Paragraph(one.purpose()));
                    }
                    return row.end(answering.buttons(one).toArray(Component[]::new));
                })
                .toList();
        return new Pane(text("means.bookings.REQUESTS"), new DayList(rows)).hot();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
