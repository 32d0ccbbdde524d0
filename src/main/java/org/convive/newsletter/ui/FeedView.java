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
import org.convive.newsletter.Issue;
import org.convive.newsletter.IssueAnswers;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Sources;
import org.convive.newsletter.reading.Reading;

/** All letters of the cluster; beside them, where there is room, the newest one. */
@Route("c/:cluster/newsletter")
@PermitAll
@StyleSheet("convive/newsletter.css")
class FeedView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient NewsletterQueries queries;
    private final transient NewsletterService newsletter;
    private final transient Sources sources;
    private final transient IssueAnswers answers;
    private final transient Reading reading;
    private final transient Clock clock;
    private String pageTitle = "";

    FeedView(
            Actors actors,
            NewsletterQueries queries,
            NewsletterService newsletter,
            Sources sources,
            IssueAnswers answers,
            Reading reading,
            Clock clock) {
        this.actors = actors;
        this.queries = queries;
        this.newsletter = newsletter;
        this.sources = sources;
        this.answers = answers;
        this.reading = reading;
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
        boolean kept = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .filter("kept"::equals)
                .isPresent();
        pageTitle = getTranslation("newsletter.page-title", actor.clusterName());
        removeAll();
        add(new FeedColumn(actor, queries, newsletter, clock, new FeedColumn.Choice(search, kept), 0, true));
        FeedColumn.issues(actor, queries, new FeedColumn.Choice(search, kept), 1).stream()
                .findFirst()
                .ifPresent(newest -> {
                    Issue issue = queries.issue(actor, newest.id());
                    IssueArticle article = new IssueArticle(actor, issue, getLocale(), sources, answers, false);
                    article.beside(new KeepButton(
                            actor,
                            issue.id(),
                            reading,
                            reading.of(actor, issue.id()).kept()));
                    article.after(new Regards(actor, issue, reading));
                    Div beside = new Div(article);
                    beside.addClassNames("cv-nl-beside", "cv-hide-m");
                    add(beside);
                });
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
