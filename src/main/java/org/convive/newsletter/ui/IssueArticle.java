package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Issue;
import org.convive.newsletter.IssueSummary;
import org.convive.newsletter.Sources;
import org.convive.newsletter.content.BlockSource;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Face;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Portrait;
import org.convive.uikit.Valley;

/** A letter to be read: written by a person, so in a book face, with living cards between its words. */
class IssueArticle extends Div {
    private final Actor actor;
    private final Issue issue;
    private final Sources sources;

    /** @param mainTitle whether the letter's title is the title of the page */
    IssueArticle(Actor actor, Issue issue, Sources sources, boolean mainTitle) {
        this.actor = actor;
        this.issue = issue;
        this.sources = sources;
        addClassName("cv-nl-article");
        Div cover = new Div(new Valley(issue.id()));
        cover.addClassName("cv-nl-cover");
        cover.getElement().setAttribute("aria-hidden", "true");
        Div column = new Div(head(mainTitle), prose());
        column.addClassName("cv-nl-column");
        add(cover, column, contents());
    }

    private Div head(boolean mainTitle) {
        IssueSummary summary = issue.summary();
        Dates dates = Dates.of(getLocale(), actor.zone());
        Paragraph kicker =
                new Paragraph(getTranslation("newsletter.letter-of", summary.number(), dates.date(summary.at())));
        kicker.addClassName("cv-nl-kicker");
        HtmlContainer title = mainTitle ? new H1(summary.title()) : new H2(summary.title());
        title.addClassName("cv-nl-title");
        title.getElement().setAttribute("lang", summary.language());
        Span name = new Span(summary.authorName());
        name.addClassName("cv-strong");
        Span minutes = new Span(getTranslation("newsletter.minutes", summary.minutes()));
        minutes.addClassNames("cv-q", "cv-small");
        Div words = new Div(name, minutes);
        words.addClassName("cv-nl-row-words");
        Portrait portrait = new Portrait(summary.authorName(), null, Pages.picture(actor, summary.authorPicture()));
        Div by = new Div(new Face(portrait, Face.Size.M).decorative(), words);
        by.addClassNames("cv-row", "cv-nl-by");
        return new Div(kicker, title, by);
    }

    private Article prose() {
        Article prose = new Article();
        prose.addClassName("cv-nl-prose");
        prose.getElement().setAttribute("lang", issue.content().language().getLanguage());
        if (!issue.content().introduction().isBlank()) {
            Markdown lead = new Markdown(issue.content().introduction());
            lead.addClassName("cv-nl-lead");
            prose.add(lead);
        }
        List<Block> blocks = issue.content().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            add(prose, blocks.get(i), i);
        }
        return prose;
    }

    private void add(Article prose, Block block, int position) {
        if (!block.title().isBlank()) {
            H2 heading = new H2(block.title());
            heading.setId("part-" + position);
            prose.add(heading);
        }
        String picture = Pages.picture(actor, block.picture());
        if (block.kind() == Block.Kind.IMAGE && picture != null) {
            prose.add(figure(picture, block));
        } else if (!block.body().isBlank()) {
            prose.add(new Markdown(block.body()));
        }
        sources.card(actor.cluster(), block, getLocale()).ifPresent(card -> prose.add(card(block.kind(), card)));
    }

    private static Component figure(String picture, Block block) {
        Image image = new Image(picture, block.alt());
        image.getElement().setAttribute("loading", "lazy");
        HtmlContainer figure = new HtmlContainer("figure");
        figure.add(image);
        if (!block.body().isBlank()) {
            HtmlContainer caption = new HtmlContainer("figcaption");
            caption.add(new Markdown(block.body()));
            figure.add(caption);
        }
        return figure;
    }

    private Div card(Block.Kind kind, BlockSource.Card card) {
        Anchor title = Links.to(card.path(), card.title());
        Div words = new Div(title);
        words.addClassNames("cv-grow", "cv-nl-row-words");
        card.lines().forEach(line -> {
            Span detail = new Span(line);
            detail.addClassNames("cv-q", "cv-small");
            words.add(detail);
        });
        Div live = new Div(
                new IconTile(Kinds.icon(kind)),
                words,
                Links.button(card.path(), getTranslation("newsletter.card.open"), CvIcon.ARROW_RIGHT));
        live.addClassName("cv-nl-card");
        live.getElement().setAttribute("lang", getLocale().getLanguage());
        return live;
    }

    /** The headings, beside the letter on a wide screen. */
    private Component contents() {
        Nav nav = new Nav();
        nav.addClassName("cv-nl-contents");
        nav.setAriaLabel(getTranslation("newsletter.contents"));
        Paragraph title = new Paragraph(getTranslation("newsletter.contents"));
        title.addClassNames("cv-q", "cv-small");
        nav.add(title);
        List<Block> blocks = issue.content().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (!blocks.get(i).title().isBlank()) {
                Element link = new Element("a");
                link.setAttribute("href", Pages.issue(actor, issue.id()) + "#part-" + i)
                        .setAttribute("router-ignore", true)
                        .setText(blocks.get(i).title());
                nav.getElement().appendChild(link);
            }
        }
        nav.setVisible(nav.getElement().getChildCount() > 2);
        return nav;
    }
}
