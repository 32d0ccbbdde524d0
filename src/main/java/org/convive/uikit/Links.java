package org.convive.uikit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** Links as we draw them. Addresses are relative to the portal, without a leading slash. */
public final class Links {
    private Links() {}

    /** Plain words that lead somewhere. */
    public static Anchor to(String href, String text) {
        Anchor link = new Anchor(href, text);
        link.addClassName("cv-link");
        return link;
    }

    /** "All meetings →" at the end of a title. */
    public static Anchor more(String href, String text) {
        Anchor link = new Anchor(href, "");
        link.addClassName("cv-more-link");
        link.add(new Span(text), CvIcon.ARROW_RIGHT.create());
        return link;
    }

    /** A link that looks like a button. */
    public static Anchor button(String href, String text, CvIcon icon) {
        Anchor link = new Anchor(href, "");
        link.addClassName("cv-btn");
        link.add(icon.create(), new Span(text));
        return link;
    }

    /** A link that looks like the one primary button. */
    public static Anchor primary(String href, String text, CvIcon icon) {
        Anchor link = button(href, text, icon);
        link.addClassName("cv-primary");
        return link;
    }
}
