package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.means.BookingLine;
import org.convive.means.MeansQueries;
import org.convive.uikit.DayList;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** "My bookings" on the home page: the next three. */
@org.springframework.stereotype.Component
class MyBookingsSection implements TodaySection {
    private static final int ORDER = 20;
    private static final int SHOWN = 3;

    private final MeansQueries queries;
    private final Clock clock;

    MyBookingsSection(MeansQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        Locale locale = UI.getCurrent().getLocale();
        List<BookingLine> next = queries.mine(actor, clock.instant()).stream()
                .filter(one -> one.status().occupies())
                .limit(SHOWN)
                .toList();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pane(
                        UI.getCurrent().getTranslation("means.today.title"),
                        new DayList(next.stream()
                                .map(one -> BookingRow.of(actor, one, locale, false))
                                .toList()))
                .aside(Links.more(MeansPath.bookings(actor), UI.getCurrent().getTranslation("means.today.all"))));
    }
}
