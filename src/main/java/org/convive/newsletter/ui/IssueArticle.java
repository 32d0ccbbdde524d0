package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Issue;
import org.convive.newsletter.IssueAnswers;
import org.convive.newsletter.IssueSummary;
import org.convive.newsletter.Sources;
import org.convive.uikit.Dates;
import org.convive.uikit.Face;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Portrait;
import org.convive.uikit.Valley;

/** A letter to be read: written by a person, so in a book face, with living cards between its words. */
class IssueArticle extends Div {
    private final transient Actor actor;
    private final transient Issue issue;
    private final transient Draft content;
    private final transient Sources sources;
    private final transient IssueAnswers answers;
    private final Div by = new Div();
    private final Div column;

    /**
     * @param language the edition that is read, where there are two
     * @param mainTitle whether the letter's title is the title of the page
     */
    IssueArticle(Actor actor, Issue issue, Locale language, Sources sources, IssueAnswers answers, boolean mainTitle) {
        this.answers = answers;
        this.actor = actor;
        this.issue = issue;
        this.content = issue.content().edition(language);
        this.sources = sources;
        addClassName("cv-nl-article");
        Div cover = new Div(new Valley(issue.id()));
        cover.addClassName("cv-nl-cover");
        cover.getElement().setAttribute("aria-hidden", "true");
        column = new Div(head(mainTitle), prose());
        column.addClassName("cv-nl-column");
        add(cover, column, contents());
    }

    /** What one can do with the letter, beside who wrote it. */
    void beside(Component deed) {
        by.add(deed);
    }

    /** What stands after the last word. */
    void after(Component component) {
        column.add(component);
    }

    private Div head(boolean mainTitle) {
        IssueSummary summary = issue.summary();
        Dates dates = Dates.of(getLocale(), actor.zone());
        Paragraph kicker =
                new Paragraph(getTranslation("newsletter.letter-of", summary.number(), dates.date(summary.at())));
        kicker.addClassName("cv-nl-kicker");
        HtmlContainer title = mainTitle ? new H1(content.title()) : new H2(content.title());
        title.addClassName("cv-nl-title");
        title.getElement().setAttribute("lang", content.language().getLanguage());
        Span name = new Span(summary.authorName());
        name.addClassName("cv-strong");
        Span minutes = new Span(getTranslation("newsletter.minutes", summary.minutes()));
        minutes.addClassNames("cv-q", "cv-small");
        if (issue.content().isBilingual()) {
            minutes.add(new Span(", "), also());
        }
        Div words = new Div(name, minutes);
        words.addClassNames("cv-nl-row-words", "cv-grow");
        Portrait portrait = new Portrait(summary.authorName(), null, Pages.picture(actor, summary.authorPicture()));
        by.add(new Face(portrait, Face.Size.M).decorative(), words);
        by.addClassNames("cv-row", "cv-nl-by");
        return new Div(kicker, title, by);
    }

    /** The way to the other edition, said in its own language. */
    private Anchor also() {
        Locale other = content.language().getLanguage().equals("fr") ? Locale.ENGLISH : Locale.FRENCH;
        Anchor link = Links.to(
                Pages.issue(actor, issue.id()) + "?lang=" + other.getLanguage(),
                other.equals(Locale.FRENCH) ? "en français" : "in English");
        link.getElement().setAttribute("lang", other.getLanguage()).setAttribute("hreflang", other.getLanguage());
        return link;
    }

    private Article prose() {
        Article prose = new Article();
        prose.addClassName("cv-nl-prose");
        prose.getElement().setAttribute("lang", content.language().getLanguage());
        if (!content.introduction().isBlank()) {
            Markdown lead = new Markdown(content.introduction());
            lead.addClassName("cv-nl-lead");
            prose.add(lead);
        }
        BlockView view = new BlockView(actor, this);
        List<Block> blocks = content.blocks();
        Set<String> said = answers.mine(actor, issue.id());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            prose.add(view.of(block, i, sources.card(actor.cluster(), block, getLocale())));
            if (!block.answers().isEmpty()) {
                prose.add(new AnswerRow(actor, issue, block, answers, said));
            }
        }
        return prose;
    }

    /** The headings, beside the letter on a wide screen. */
    private Component contents() {
        Nav nav = new Nav();
        nav.addClassName("cv-nl-contents");
        nav.setAriaLabel(getTranslation("newsletter.contents"));
        Paragraph title = new Paragraph(getTranslation("newsletter.contents"));
        title.addClassNames("cv-q", "cv-small");
        nav.add(title);
        List<Block> blocks = content.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block.Kind kind = blocks.get(i).kind();
            boolean heads = kind != Block.Kind.QUOTE && kind != Block.Kind.BUTTON && kind != Block.Kind.IMAGE;
            if (heads && !blocks.get(i).title().isBlank()) {
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
