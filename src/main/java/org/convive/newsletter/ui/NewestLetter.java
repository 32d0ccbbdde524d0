package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.ui.NavigationCount;
import org.convive.identity.ui.SearchSource;
import org.convive.identity.ui.TodaySection;
import org.convive.newsletter.IssueSummary;
import org.convive.newsletter.NewsletterQueries;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.springframework.stereotype.Service;

/** The newsletter on other pages: the newest letter on "Today", what is unread in the navigation, letters in "Find". */
@Service
class NewestLetter implements TodaySection, NavigationCount, SearchSource {
    private final NewsletterQueries queries;

    NewestLetter(NewsletterQueries queries) {
        this.queries = queries;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        return queries.published(actor, 1).stream().findFirst().map(issue -> pane(actor, issue));
    }

    private static Pane pane(Actor actor, IssueSummary issue) {
        Pane pane = new Pane();
        Span title = new Span(issue.title());
        title.addClassNames("cv-letter", "cv-strong");
        title.getElement().setAttribute("lang", issue.language());
        title.getStyle().set("font-size", "18px").set("line-height", "23px").set("overflow-wrap", "anywhere");
        Span by = new Span(pane.getTranslation("newsletter.today.by", issue.authorName(), issue.minutes()));
        by.addClassNames("cv-q", "cv-small");
        Div words = new Div(title, by);
        words.addClassNames("cv-stack", "cv-grow");
        words.getStyle().set("gap", "4px");
        Anchor link = new Anchor(Pages.issue(actor, issue.id()), "");
        link.addClassName("cv-row");
        link.getStyle().set("flex-wrap", "nowrap").set("color", "inherit").set("text-decoration", "none");
        link.add(IssueList.thumbnail(actor, issue), words);
        pane.setTitle(new H2(pane.getTranslation("newsletter.today.title")));
        pane.add(link);
        return pane.aside(Links.more(Pages.feed(actor), pane.getTranslation("newsletter.today.all")));
    }

    @Override
    public String area() {
        return "newsletter";
    }

    @Override
    public int waiting(Actor actor) {
        return queries.unread(actor);
    }

    @Override
    public String group() {
        return "newsletter.title";
    }

    @Override
    public List<Hit> search(Actor actor, String text, int limit) {
        return queries.search(actor, text, limit).stream()
                .map(issue -> new Hit(issue.title(), issue.authorName(), Pages.issue(actor, issue.id())))
                .toList();
    }
}
