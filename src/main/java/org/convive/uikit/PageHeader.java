package org.convive.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

/** The head of a page: one title, one sentence, the facts, and what one can do. */
public class PageHeader extends Div {
    private final Div words = new Div();
    private final Div actions = new Div();
    private final H1 title;
    private final Paragraph sentence = new Paragraph();
    private @Nullable UnorderedList facts;

    public PageHeader(String title, String sentence) {
        this.title = new H1(title);
        addClassName("cv-page-header");
        words.addClassName("cv-page-words");
        actions.addClassName("cv-page-actions");
        words.add(this.title, this.sentence);
        add(words);
        setSentence(sentence);
    }

    public PageHeader(String title) {
        this(title, "");
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public void setSentence(String text) {
        sentence.setText(text);
        sentence.setVisible(!text.isBlank());
    }

    /** A small line above the title: the day, the kind of thing. */
    public PageHeader above(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName("cv-page-above");
        words.addComponentAsFirst(line);
        return this;
    }

    /** The way back, above everything. */
    public PageHeader back(String label, String href) {
        Anchor link = new Anchor(href, "");
        link.addClassName("cv-back");
        link.add(CvIcon.CHEVRON_LEFT.create(), new Span(label));
        addComponentAsFirst(link);
        return this;
    }

    /** What one can do here; at most one primary. */
    public PageHeader action(Component... components) {
        actions.add(components);
        if (actions.getParent().isEmpty()) {
            add(actions);
        }
        return this;
    }

    /** A fact under the title: when, where, who. */
    public PageHeader meta(CvIcon icon, String text) {
        return meta(icon, new Span(text));
    }

    public PageHeader meta(CvIcon icon, Component content) {
        if (facts == null) {
            facts = new UnorderedList();
            facts.addClassName("cv-facts");
            facts.getElement().setAttribute("role", "list");
            words.add(facts);
        }
        facts.add(new ListItem(icon.create(), content));
        return this;
    }

    /** The valley behind the head: drawn from a seed, always the same for the same one. */
    public PageHeader valley(long seed) {
        addClassName("cv-with-valley");
        addComponentAsFirst(new Valley(seed));
        return this;
    }

    /** The larger title of the first page. */
    public PageHeader display() {
        addClassName("cv-display");
        return this;
    }
}
