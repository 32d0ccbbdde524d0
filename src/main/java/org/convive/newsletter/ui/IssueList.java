package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.convive.identity.Actor;
import org.convive.newsletter.IssueSummary;
import org.convive.uikit.Badges;
import org.convive.uikit.Dates;
import org.convive.uikit.Study;

/** Letters one below the other: a picture, a title, who wrote it and when. */
class IssueList extends UnorderedList {
    /** @param current the issue shown beside the list; 0 for none */
    IssueList(Actor actor, List<IssueSummary> issues, long current, LongFunction<String> href, Instant now) {
        addClassName("cv-nl-list");
        getElement().setAttribute("role", "list");
        issues.forEach(issue -> add(new ListItem(row(actor, issue, issue.id() == current, href, now))));
    }

    private Anchor row(Actor actor, IssueSummary issue, boolean current, LongFunction<String> href, Instant now) {
        Span title = new Span(issue.title().isBlank() ? getTranslation("newsletter.untitled") : issue.title());
        title.addClassName("cv-nl-row-title");
        title.getElement().setAttribute("lang", issue.language());
        String when = Dates.of(getLocale(), actor.zone()).relative(issue.at(), now);
        Span note = new Span(
                issue.number() == 0
                        ? getTranslation("newsletter.row.draft", issue.authorName(), when)
                        : getTranslation("newsletter.row", issue.authorName(), issue.number(), when));
        note.addClassNames("cv-q", "cv-small");
        Div words = new Div(title, note);
        words.addClassNames("cv-grow", "cv-nl-row-words");
        Anchor link = new Anchor(href.apply(issue.id()), "");
        link.add(thumbnail(actor, issue), words);
        if (issue.unread() && issue.number() > 0 && !current) {
            link.add(Badges.dot(getTranslation("newsletter.unread")));
        }
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    /** The first picture of the letter, or a study that stands in for it. */
    static Component thumbnail(Actor actor, IssueSummary issue) {
        String picture = Pages.picture(actor, issue.picture());
        if (picture == null) {
            return new Study(issue.id());
        }
        Image image = new Image(picture, "");
        image.getElement().setAttribute("loading", "lazy");
        Div thumb = new Div(image);
        thumb.addClassName("cv-thumb");
        return thumb;
    }
}
