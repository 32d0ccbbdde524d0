package org.convive.newsletter.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Sources;

/** All letters of the cluster; beside them, where there is room, the newest one. */
@Route("c/:cluster/newsletter")
@PermitAll
@StyleSheet("convive/newsletter.css")
class FeedView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient NewsletterQueries queries;
    private final transient NewsletterService newsletter;
    private final transient Sources sources;
    private final transient Clock clock;
    private String pageTitle = "";

    FeedView(Actors actors, NewsletterQueries queries, NewsletterService newsletter, Sources sources, Clock clock) {
        this.actors = actors;
        this.queries = queries;
        this.newsletter = newsletter;
        this.sources = sources;
        this.clock = clock;
        addClassNames("cv-nl", "cv-nl-feed");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        String search = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("q")
                .filter(text -> text.length() <= 200)
                .orElse("");
        pageTitle = getTranslation("newsletter.page-title", actor.clusterName());
        removeAll();
        add(new FeedColumn(actor, queries, newsletter, clock, search, 0, true));
        (search.isBlank() ? queries.published(actor, 1) : queries.search(actor, search, 1))
                .stream().findFirst().ifPresent(newest -> {
                    Div beside = new Div(new IssueArticle(actor, queries.issue(actor, newest.id()), sources, false));
                    beside.addClassNames("cv-nl-beside", "cv-hide-m");
                    add(beside);
                });
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
