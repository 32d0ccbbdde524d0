package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Objects;
import org.convive.calendar.CalendarEntry;
import org.convive.calendar.PublicCalendarSource.PublicCalendar;
import org.convive.calendar.PublicFeeds;
import org.convive.shared.NotFoundException;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.EmptyState;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;

/** How anybody follows the open meetings of a cluster, without signing in, and which come next. */
@Route("clusters/:slug/calendar")
@AnonymousAllowed
class PublicCalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN = 12;

    private final transient PublicFeeds feeds;
    private String title = "";

    PublicCalendarView(PublicFeeds feeds) {
        this.feeds = feeds;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PublicCalendar calendar = event.getRouteParameters()
                .get("slug")
                .flatMap(feeds::find)
                .orElseThrow(() -> new NotFoundException("calendar"));
        title = getTranslation("calendar.public.title") + " · " + calendar.name();
        removeAll();
        add(
                new PageHeader(
                                getTranslation("calendar.public.title"),
                                getTranslation("calendar.public.sentence", calendar.name()))
                        .back(calendar.name(), "clusters/" + calendar.slug()),
                SubscribePanel.open(feeds.address(calendar)),
                next(calendar));
    }

    private Pane next(PublicCalendar calendar) {
        List<CalendarEntry> entries = feeds.next(calendar, SHOWN);
        if (entries.isEmpty()) {
            return new Pane(
                    getTranslation("calendar.public.next"),
                    new EmptyState(
                            CvIcon.CALENDAR_DAYS,
                            getTranslation("calendar.public.none"),
                            getTranslation("calendar.public.none.sentence")));
        }
        UnorderedList list = new UnorderedList();
        entries.forEach(entry -> list.add(item(entry)));
        return new Pane(getTranslation("calendar.public.next"), list);
    }

    private ListItem item(CalendarEntry entry) {
        Dates dates = Dates.of(getLocale(), entry.zone());
        Anchor link = new Anchor(Objects.requireNonNullElse(entry.url(), ""), entry.summary());
        link.getElement().setAttribute("router-ignore", true);
        Span when = new Span(" " + dates.range(entry.from(), entry.to())
                + (entry.location().isBlank() ? "" : " · " + entry.location()));
        when.addClassName("cv-q");
        return new ListItem(link, when);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
