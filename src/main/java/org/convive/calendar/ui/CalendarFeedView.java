package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.convive.calendar.CalendarFeeds;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.uikit.PageHeader;

/** How a person's own calendar follows what they do here. */
@Route("c/:cluster/calendar-feed")
@PermitAll
class CalendarFeedView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient CalendarFeeds feeds;
    private String title = "";

    CalendarFeedView(Actors actors, CalendarFeeds feeds) {
        this.actors = actors;
        this.feeds = feeds;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        title = getTranslation("calendar.feed.title") + " · " + actor.clusterName();
        removeAll();
        var card = new CalendarFeedCard(feeds, actor.person(), actor.zone());
        card.setTitle(getTranslation("calendar.feed.yours"), 2);
        add(
                new PageHeader(getTranslation("calendar.feed.title"), getTranslation("calendar.feed.sentence"))
                        .back(getTranslation("calendar.feed.back"), "c/" + actor.slug() + "/meetings"),
                card);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
