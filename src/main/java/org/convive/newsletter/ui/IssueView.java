package org.convive.newsletter.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.Issue;
import org.convive.newsletter.IssueAnswers;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Sources;
import org.convive.newsletter.reading.Reading;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;

/** One letter, to be read. */
@Route("c/:cluster/newsletter/:issue([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/newsletter.css")
class IssueView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient NewsletterQueries queries;
    private final transient NewsletterService newsletter;
    private final transient Sources sources;
    private final transient IssueAnswers answers;
    private final transient Reading reading;
    private final transient Clock clock;
    private String pageTitle = "";

    IssueView(
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
        addClassNames("cv-nl", "cv-nl-issue");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        Issue issue = queries.issue(actor, ViewActor.id(event, "issue"));
        newsletter.markRead(actor, issue.id());
        Locale language = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("lang")
                .filter(tag -> tag.equals("fr") || tag.equals("en"))
                .map(Locale::of)
                .orElse(getLocale());
        pageTitle = getTranslation(
                "newsletter.issue.page-title", issue.content().edition(language).title(), actor.clusterName());
        removeAll();
        FeedColumn list = new FeedColumn(actor, queries, newsletter, clock, FeedColumn.Choice.ALL, issue.id(), false);
        list.addClassName("cv-hide-m");
        IssueArticle article = new IssueArticle(actor, issue, language, sources, answers, true);
        article.beside(new KeepButton(
                actor, issue.id(), reading, reading.of(actor, issue.id()).kept()));
        article.after(new Regards(actor, issue, reading));
        Div beside = new Div(ways(actor, issue), article);
        beside.addClassName("cv-nl-beside");
        // The letter comes first for those who listen; the list stands before it on a wide screen.
        add(beside, list);
    }

    private Div ways(Actor actor, Issue issue) {
        Anchor back = new Anchor(Pages.feed(actor), "");
        back.addClassNames("cv-back", "cv-only-m");
        back.add(CvIcon.CHEVRON_LEFT.create(), new Span(getTranslation("newsletter.all")));
        Div ways = new Div(back);
        ways.addClassName("cv-nl-ways");
        if (actor.isAnimator()) {
            ways.add(Links.button(
                    Pages.edit(actor, issue.id()), getTranslation("newsletter.sending"), CvIcon.MAIL_CHECK));
        }
        return ways;
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
