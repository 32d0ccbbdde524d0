package org.convive.uikit;

import com.vaadin.flow.component.html.Span;

/** Small words on a tinted pill: what is sure, what waits, what is wrong, what is only said by the way. */
public final class Badges {
    private Badges() {}

    /** Settled: glass. */
    public static Span glass(String text) {
        return badge(text, null);
    }

    /** Good news. */
    public static Span ok(String text) {
        return badge(text, "cv-ok");
    }

    /** Waits for somebody: ember. */
    public static Span hot(String text) {
        return badge(text, "cv-hot");
    }

    /** Wrong, refused, cancelled. */
    public static Span bad(String text) {
        return badge(text, "cv-bad");
    }

    /** By the way. */
    public static Span quiet(String text) {
        return badge(text, "cv-quiet");
    }

    /** A badge with an icon before its words. */
    public static Span with(CvIcon icon, Span badge) {
        badge.addComponentAsFirst(icon.create());
        return badge;
    }

    /** The ember count of the navigation: answers awaited. */
    public static Span count(int number, String spoken) {
        Span count = new Span(String.valueOf(number));
        count.addClassName("cv-ncount");
        count.getElement().setAttribute("role", "img").setAttribute("aria-label", spoken);
        return count;
    }

    /** The ember dot of the navigation: something unread. */
    public static Span dot(String spoken) {
        Span dot = new Span();
        dot.addClassName("cv-ndot");
        dot.getElement().setAttribute("role", "img").setAttribute("aria-label", spoken);
        return dot;
    }

    private static Span badge(String text, @org.jspecify.annotations.Nullable String className) {
        Span badge = new Span(new Span(text));
        badge.addClassName("cv-badge");
        if (className != null) {
            badge.addClassName(className);
        }
        return badge;
    }
}
